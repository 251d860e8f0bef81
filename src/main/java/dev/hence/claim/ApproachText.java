package dev.hence.claim;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import java.util.List;

/** Limits and orders in words. */
public final class ApproachText {
  private ApproachText() {}

  /** {@code e^η = 1 + η + O(η²) as η → 0}, {@code sin(η)/η → 1 as η → 0}. */
  public static String of(Statement.Step step, Approach approach, UnicodePrinter printer) {
    if (approach.parameter().name().equals(Name.FOREVER)) {
      return printer.print(step.left(), Relation.EQUAL, step.right());
    }
    String where = " as " + goes(approach, printer);
    if (step.kind() == Kind.LIMIT) {
      return limit(step, approach, printer) + where;
    }
    return switch (approach.strength()) {
      case BIG, LITTLE -> landau(step, approach, printer) + where;
      case NEAR -> printer.print(step.left(), Relation.APPROXIMATELY, step.right()) + where;
    };
  }

  /** {@code A → B}; {@code lim A = lim B} where both sides move. */
  private static String limit(Statement.Step step, Approach approach, UnicodePrinter printer) {
    String left = printer.print(step.left());
    String right = printer.print(step.right());
    boolean onLeft = Trees.any(step.left(), approach.parameter()::equals);
    boolean onRight = Trees.any(step.right(), approach.parameter()::equals);
    if (onLeft && onRight) {
      return "lim " + grouped(step.left(), left) + " = lim " + grouped(step.right(), right);
    }
    return onRight ? right + " → " + left : left + " → " + right;
  }

  private static String grouped(Expr side, String text) {
    return side instanceof Expr.Add ? "(" + text + ")" : text;
  }

  private static String landau(Statement.Step step, Approach approach, UnicodePrinter printer) {
    String order = order(approach, printer);
    boolean alone = step.right() instanceof Expr.Literal l && l.value().signum() == 0;
    String left =
        printer.print(step.left())
            + approach.remainder().map(r -> " + O(" + printer.print(r) + ")").orElse("");
    return left + " = " + (alone ? order : printer.print(step.right()) + " + " + order);
  }

  /** How small the difference is said to be: {@code O(η²)}, {@code o(1)}. */
  public static String order(Approach approach, UnicodePrinter printer) {
    String letter = approach.strength() == Approach.Strength.BIG ? "O" : "o";
    return letter + "(" + printer.print(approach.gauge()) + ")";
  }

  /** {@code η → 0}, {@code η → 0⁺}, {@code T → ∞}. */
  public static String goes(Approach approach, UnicodePrinter printer) {
    String target =
        switch (approach.target()) {
          case Approach.Value v -> printer.print(v.value()) + side(v.side());
          case Approach.Infinity i -> i.positive() ? "∞" : "−∞";
        };
    return printer.print(approach.parameter()) + " → " + target;
  }

  private static String side(Approach.Side side) {
    return switch (side) {
      case BOTH -> "";
      case ABOVE -> "⁺";
      case BELOW -> "⁻";
    };
  }

  /** {@code η²}, {@code (x − a)²}, {@code T⁻¹}, {@code ‖h‖²}: the power of a coefficient. */
  public static String power(Approach approach, Rational exponent, UnicodePrinter printer) {
    if (exponent.signum() == 0) {
      return "1";
    }
    Expr.Ref parameter = approach.parameter();
    boolean vector = !parameter.shape().isScalar();
    Expr distance =
        switch (approach.target()) {
          case Approach.Value v when isZero(v.value()) -> parameter;
          case Approach.Value v -> new Expr.Add(List.of(parameter, new Expr.Negate(v.value())));
          case Approach.Infinity i -> parameter;
        };
    Rational power = approach.target() instanceof Approach.Infinity ? exponent.negate() : exponent;
    Expr base = vector ? new Expr.Norm(distance) : distance;
    return printer.print(
        power.equals(Rational.ONE) ? base : new Expr.Power(base, new Expr.Literal(power)));
  }

  private static boolean isZero(Expr value) {
    return switch (value) {
      case Expr.Literal l -> l.value().signum() == 0;
      case Expr.Filled f -> f.value().signum() == 0;
      default -> false;
    };
  }
}
