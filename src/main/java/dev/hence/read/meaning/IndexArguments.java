package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads indices that stand as arguments, {@code \pi_\theta(a)} for a letter a with a range: members
 * of a family like those with the index written low.
 */
final class IndexArguments {
  private final Context context;

  IndexArguments(Context context) {
    this.context = context;
  }

  /** The index letter that an argument of a left side is. */
  static Optional<String> letter(Syntax argument, Context context) {
    return argument instanceof Syntax.Name n && context.isLetter(n.key())
        ? Optional.of(n.key())
        : Optional.empty();
  }

  /** The member, if only a family fits what is written. */
  Optional<Expr> read(Written w, Factors factors) {
    Optional<Syntax.Group> group =
        factors
            .arguments()
            .filter(g -> g.open() == Delimiter.PARENTHESIS && !g.separators().contains("|"));
    if (group.isEmpty() || w.sup().isPresent()) {
      return Optional.empty();
    }
    Optional<List<Expr>> low =
        w.sub().map(s -> new Integers(context).list(s)).orElse(Optional.of(List.of()));
    if (low.isPresent()) {
      return member(w.primed(), low.get(), List.of(), group.get(), w, factors);
    }
    Syntax sub = w.sub().orElseThrow();
    return Written.of(sub)
        .filter(s -> s.sub().isEmpty() && s.sup().isEmpty())
        .map(Written::primed)
        .filter(n -> context.knows(n, 0))
        .flatMap(
            n ->
                member(
                    w.primed().withSubscript(n),
                    List.of(),
                    List.of(new Formulas(context).expr(sub)),
                    group.get(),
                    w,
                    factors));
  }

  private Optional<Expr> member(
      Name name, List<Expr> low, List<Expr> below, Syntax.Group group, Written w, Factors factors) {
    if (context.knows(name, low.size())) {
      return Optional.empty();
    }
    List<Expr> indices = new ArrayList<>(low);
    List<Syntax> items = group.items();
    int taken = 0;
    while (taken < items.size() && !context.knows(name, indices.size())) {
      Optional<Expr> index = new Integers(context).integer(items.get(taken));
      if (index.isEmpty()) {
        return Optional.empty();
      }
      indices.add(index.get());
      taken++;
    }
    if (!context.knows(name, indices.size())) {
      return Optional.empty();
    }
    List<Expr> arguments = new ArrayList<>();
    items
        .subList(taken, items.size())
        .forEach(item -> arguments.add(new Formulas(context).expr(item)));
    arguments.addAll(below);
    Optional<List<Parameter>> parameters = new Entities(context).parameters(name, indices.size());
    if (parameters.isEmpty() && !arguments.isEmpty()) {
      return Optional.empty();
    }
    Expr value =
        parameters.isPresent()
            ? new Calls(context).build(name, indices, parameters.get(), arguments, List.of(), w)
            : new Expr.Ref(name, indices, new Entities(context).memberShape(name, indices, w));
    return Optional.of(factors.called(value));
  }
}
