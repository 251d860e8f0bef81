package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.read.symbol.Font;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import java.util.List;
import java.util.Optional;

/** Over what an index runs, by what it indexes. */
final class IndexRanges {
  private final Context context;

  IndexRanges(Context context) {
    this.context = context;
  }

  /** The range that a letter has as the index of a declared family, vector or matrix. */
  Optional<Range> of(Tree body, String letter) {
    return Pieces.all(body).stream()
        .flatMap(tree -> ScriptedName.of(tree).stream())
        .flatMap(n -> of(n, letter).stream())
        .findFirst()
        .or(() -> Optional.ofNullable(new EntryLetters(context).of(List.of(body)).get(letter)));
  }

  private Optional<Range> of(ScriptedName n, String letter) {
    List<Tree> places = n.lowTree().map(Integers::items).orElse(List.of());
    for (int k = 0; k < places.size(); k++) {
      boolean here =
          ScriptedName.of(places.get(k))
              .filter(ScriptedName::isBare)
              .filter(p -> p.name().latex().equals(letter))
              .isPresent();
      if (here) {
        int at = k;
        Optional<Range> range =
            place(n.name(), k, places.size())
                .or(() -> bold(n).flatMap(bold -> place(bold, at, places.size())));
        if (range.isPresent()) {
          return range;
        }
      }
    }
    return raised(n, letter);
  }

  /** The bold letter of which a plain one is an entry. */
  private Optional<Name> bold(ScriptedName n) {
    boolean plain = n.letter().font().equals(Font.PLAIN) && !context.knows(n.name(), 0);
    return plain
        ? Optional.of(Naming.of(n.letter().in(new Font(Font.Style.PLAIN, true))))
        : Optional.empty();
  }

  /** The range that a letter has as an index above. */
  private Optional<Range> raised(ScriptedName n, String letter) {
    return n.highTree()
        .filter(
            high ->
                Names.bare(Members.inner(high)).filter(x -> x.latex().equals(letter)).isPresent())
        .flatMap(high -> place(Naming.raised(n.name(), Members.fence(high)), 0, 1));
  }

  private Optional<Range> place(Name name, int place, int places) {
    List<String> letters = context.familyLetters(name, places);
    if (place < letters.size()) {
      return context.range(letters.get(place));
    }
    if (!context.isValue(name, 0) || !(context.type(name, 0) instanceof Type.Tensor t)) {
      return Optional.empty();
    }
    return t.sizes().size() == places
        ? t.sizes().get(place).size().map(IndexRanges::upTo)
        : Optional.empty();
  }

  private static Range upTo(Size size) {
    return new Range(new Expr.Literal(Rational.ONE), SizeForm.expr(size));
  }
}
