package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** With which number the families begin that a letter indexes in a formula. */
final class FirstMembers {
  private final Context context;

  FirstMembers(Context context) {
    this.context = context;
  }

  /** The first values of the declared letters in whose places the letter stands, each once. */
  List<Expr> of(Syntax body, String letter) {
    Set<Expr> starts = new LinkedHashSet<>();
    for (Syntax.Scripted s : Pieces.scripted(body)) {
      Written.of(s).ifPresent(w -> starts(w, letter, starts));
    }
    return List.copyOf(starts);
  }

  private void starts(Written w, String letter, Set<Expr> starts) {
    List<Syntax> places = new ArrayList<>();
    w.sub().ifPresent(sub -> places.addAll(Integers.items(sub)));
    Name name = w.primed();
    if (w.sup().isPresent()) {
      String fence = Indexed.fence(w.sup().get());
      Syntax inner = Indexed.inner(w.sup().get());
      Name raised = Indexed.superscriptName(name, fence);
      if (letters(raised, places.size() + 1).isPresent()) {
        places.addAll(Integers.items(inner));
        name = raised;
      }
    }
    Optional<List<String>> letters = letters(name, places.size());
    for (int k = 0; letters.isPresent() && k < places.size(); k++) {
      if (places.get(k) instanceof Syntax.Name n && n.key().equals(letter)) {
        context.range(letters.get().get(k)).map(Range::lower).ifPresent(starts::add);
      }
    }
  }

  private Optional<List<String>> letters(Name name, int indices) {
    return context
        .variable(name, indices)
        .map(Declaration.Variable::indices)
        .or(() -> context.function(name, indices).map(Declaration.Function::indices))
        .or(() -> context.definition(name, indices).map(d -> d.lambda().indices()))
        .filter(letters -> letters.size() == indices);
  }
}
