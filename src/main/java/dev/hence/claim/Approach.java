package dev.hence.claim;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import java.util.Optional;

/**
 * That the difference of two sides becomes small as a parameter goes to its target: {@code A = B +
 * O(\eta^2)}, {@code \lim_{\eta \to 0} A = B}, {@code A \approx B} for small η.
 *
 * @param parameter what moves; where it is a vector, along every ray
 * @param gauge what the difference is compared with; the number 1 for a limit
 * @param remainder what the left side leaves open by an order of its own, which the gauge must
 *     bound too
 */
public record Approach(
    Expr.Ref parameter, Target target, Strength strength, Expr gauge, Optional<Expr> remainder) {

  /** The size that is claimed of the difference, beside the gauge. */
  public enum Strength {
    /** {@code O(g)}: no larger than a multiple of it. */
    BIG,
    /** {@code o(g)}: their quotient goes to 0. */
    LITTLE,
    /** {@code \approx}: small beside the sides themselves; how small is not said. */
    NEAR
  }

  /** The target of the parameter. */
  public sealed interface Target {}

  /**
   * A value that does not depend on the parameter.
   *
   * @param side from where, on the line of numbers
   */
  public record Value(Expr value, Side side) implements Target {}

  /** Beyond all bounds. */
  public record Infinity(boolean positive) implements Target {}

  /** From which side a number goes to a value. */
  public enum Side {
    BOTH,
    ABOVE,
    BELOW
  }

  /** Whether the parameter grows beyond all bounds, as a time does that goes on. */
  public boolean grows() {
    return target instanceof Infinity i && i.positive();
  }

  /** That a difference goes to 0. */
  public static Approach limit(Expr.Ref parameter, Target target) {
    return new Approach(
        parameter, target, Strength.LITTLE, new Expr.Literal(Rational.ONE), Optional.empty());
  }

  /** That two sides are nearly the same. */
  public static Approach near(Expr.Ref parameter, Target target) {
    return new Approach(
        parameter, target, Strength.NEAR, new Expr.Literal(Rational.ONE), Optional.empty());
  }
}
