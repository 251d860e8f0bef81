package dev.hence.read.iteration;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import java.util.List;
import java.util.Optional;

/** An index that is a letter plus a number. */
public record Shifted(String letter, int shift) {
  public static Optional<Shifted> of(Expr index) {
    return switch (index) {
      case Expr.Index i -> Optional.of(new Shifted(i.letter(), 0));
      case Expr.Add a when a.terms().size() == 2 && a.terms().getFirst() instanceof Expr.Index i ->
          number(a.terms().getLast()).map(n -> new Shifted(i.letter(), n));
      default -> Optional.empty();
    };
  }

  /** A small whole number. */
  public static Optional<Integer> number(Expr expr) {
    return switch (expr) {
      case Expr.Literal l when isSmall(l.value()) -> Optional.of(l.value().intValueExact());
      case Expr.Negate n -> number(n.body()).map(k -> -k);
      default -> Optional.empty();
    };
  }

  private static boolean isSmall(Rational value) {
    return value.isInteger() && value.numerator().bitLength() < 8;
  }

  /** The index so much further on. */
  public Expr plus(int more) {
    int all = shift + more;
    Expr index = new Expr.Index(letter);
    return all == 0
        ? index
        : new Expr.Add(
            List.of(
                index,
                all > 0
                    ? new Expr.Literal(Rational.of(all))
                    : new Expr.Negate(new Expr.Literal(Rational.of(-all)))));
  }
}
