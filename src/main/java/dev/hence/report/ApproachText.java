package dev.hence.report;

import dev.hence.claim.Approach;
import dev.hence.claim.Kind;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Evidence.Counterexample;
import java.util.Locale;

/** Limits and orders in words. */
final class ApproachText {
  private ApproachText() {}

  /** {@code e^η = 1 + η + O(η²) as η → 0}, {@code sin(η)/η → 1 as η → 0}. */
  static String of(Statement.Step step, Approach approach, UnicodePrinter printer) {
    String where = " as " + goes(approach, printer);
    if (step.kind() == Kind.LIMIT) {
      return printer.print(step.left()) + " → " + printer.print(step.right()) + where;
    }
    return switch (approach.strength()) {
      case BIG -> landau(step, approach, "O", printer) + where;
      case LITTLE -> landau(step, approach, "o", printer) + where;
      case NEAR -> printer.print(step.left(), Relation.APPROXIMATELY, step.right()) + where;
    };
  }

  private static String landau(
      Statement.Step step, Approach approach, String letter, UnicodePrinter printer) {
    String order = letter + "(" + printer.print(approach.gauge()) + ")";
    boolean alone = step.right() instanceof Expr.Literal l && l.value().signum() == 0;
    String left =
        printer.print(step.left())
            + approach.remainder().map(r -> " + O(" + printer.print(r) + ")").orElse("");
    return left + " = " + (alone ? order : printer.print(step.right()) + " + " + order);
  }

  /** {@code η → 0}, {@code η → 0⁺}, {@code T → ∞}. */
  static String goes(Approach approach, UnicodePrinter printer) {
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

  /** {@code η²}, {@code (x − a)²}, {@code T⁻¹}, {@code |h|²}: the power of a coefficient. */
  static String power(Counterexample counterexample, Certificate.Coefficient certificate) {
    Statement.Step step = counterexample.instance().step();
    Approach approach = step.approach().orElseThrow();
    UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(step.scope()));
    return power(approach, certificate.exponent(), printer);
  }

  static String power(Approach approach, Rational exponent, UnicodePrinter printer) {
    Expr.Ref parameter = approach.parameter();
    boolean vector = !parameter.shape().isScalar();
    Expr distance =
        switch (approach.target()) {
          case Approach.Value v when isZero(v.value()) -> parameter;
          case Approach.Value v ->
              new Expr.Add(java.util.List.of(parameter, new Expr.Negate(v.value())));
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

  static String certificate(Counterexample counterexample, Certificate.Coefficient certificate) {
    String power = power(counterexample, certificate);
    return "certified: in the expansion of left − right "
        + (certificate.below() ? "from below " : "")
        + "the coefficient of "
        + power
        + " is not 0, and should be";
  }

  /** {@code everything below η³ vanishes}. */
  static String vanishing(Evidence.OrderAgreement o) {
    Statement.Step step = o.instance().step();
    UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(step.scope()));
    return o.vanishing()
        .map(
            exponent ->
                "everything below "
                    + power(step.approach().orElseThrow(), exponent, printer)
                    + " vanishes")
        .orElse("the sides agree to every order that was looked at");
  }

  /** {@code order 2.98 over five step sizes}. */
  static String observed(Evidence.Observed observed) {
    return "order " + order(observed.order()) + " over " + sizes(observed.sizes());
  }

  static String order(double order) {
    String text = String.format(Locale.ROOT, "%.2f", order);
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }

  private static String sizes(int count) {
    java.util.List<String> words =
        java.util.List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight");
    return (count < words.size() ? words.get(count) : Integer.toString(count)) + " sizes";
  }
}
