package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Sign;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a definition of v_{i+1} as one of v_i: on both sides the letter i stands for i − 1 then.
 */
final class Shifts {
  private final Context context;

  Shifts(Context context) {
    this.context = context;
  }

  /** The same equation with bare letters as the indices on its left. */
  Clause unshifted(Clause clause) {
    Map<String, Integer> shifts = clause.first().map(this::shifts).orElse(Map.of());
    return shifts.isEmpty()
        ? clause
        : Rebuilding.of(
            clause,
            syntax ->
                syntax instanceof Syntax.Name n && shifts.containsKey(n.key())
                    ? Optional.of(shifted(n, shifts.get(n.key())))
                    : Optional.empty());
  }

  /** Whether a left side names one member by a number. */
  static boolean isMember(Syntax left) {
    return Written.of(left)
        .flatMap(Written::sub)
        .filter(Syntax.Numeral.class::isInstance)
        .isPresent();
  }

  private Map<String, Integer> shifts(Syntax left) {
    Optional<Written> written = Written.of(left).filter(w -> w.sub().isPresent());
    Optional<List<Expr>> indices =
        written.flatMap(w -> new Integers(context).list(w.sub().orElseThrow()));
    Map<String, Integer> shifts = new HashMap<>();
    for (Expr index : indices.orElse(List.of())) {
      Optional<Size> size = SizeForm.of(index);
      if (size.isPresent() && size.get().letters().size() == 1) {
        String letter = size.get().letters().getFirst();
        int offset = size.get().offset();
        boolean plain = size.get().equals(Size.letter(letter).plus(offset));
        if (plain && offset != 0) {
          shifts.put(letter, offset);
        }
      }
    }
    return shifts;
  }

  /** The letter, so much less; a bare letter again where that is what is left on the left side. */
  private static Syntax shifted(Syntax.Name letter, int by) {
    Span span = letter.span();
    Syntax number =
        new Syntax.Numeral(Rational.of(Math.abs(by)), Integer.toString(Math.abs(by)), span);
    Syntax terms =
        new Syntax.Terms(
            List.of(
                new Syntax.Term(Sign.PLUS, letter, span),
                new Syntax.Term(by > 0 ? Sign.MINUS : Sign.PLUS, number, span)),
            span);
    return new Syntax.Group(
        Delimiter.PARENTHESIS, Delimiter.PARENTHESIS, List.of(terms), List.of(), span);
  }
}
