package dev.hence.expr;

import java.util.Optional;

/** A rational number that is written out: {@code 2}, {@code -3/4}. Nothing is simplified. */
public final class WrittenNumber {
  private WrittenNumber() {}

  /** The number; empty if the expression is anything else. */
  public static Optional<Rational> of(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> Optional.of(l.value());
      case Expr.Negate n -> of(n.body()).map(Rational::negate);
      case Expr.Divide d when of(d.denominator()).filter(q -> q.signum() != 0).isPresent() ->
          of(d.numerator()).map(n -> n.dividedBy(of(d.denominator()).orElseThrow()));
      default -> Optional.empty();
    };
  }
}
