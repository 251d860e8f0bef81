package dev.hence.report;

import dev.hence.eval.Variable;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Notation;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Extrapolation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A counterexample in words. */
public final class CounterexampleText {
  private static final Name END = new Name("T");

  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private CounterexampleText() {}

  /** The point: {@code f(x) = tanh(x), w = 1, xₗ = (2, −1)}. */
  public static String point(Counterexample counterexample) {
    return counterexample.certificate() instanceof Certificate.Solution s
            && s.at().rational().isEmpty()
        ? counterexample.point().values().entrySet().stream()
            .map(
                e ->
                    name(e.getKey())
                        + " ≈ "
                        + dev.hence.verdict.Numbers.text(e.getValue().getFirst()))
            .collect(Collectors.joining(", "))
        : PointText.of(counterexample.instance(), counterexample.point());
  }

  /** Where it is and what both sides are there: {@code at w = 1: left −4, right 4}. */
  public static String place(Counterexample counterexample) {
    return "at " + point(counterexample) + ": " + sides(counterexample);
  }

  /** The name of a variable: {@code x₂}. */
  public static String name(Variable variable) {
    return UnicodePrinter.print(variable.name(), variable.indices());
  }

  /** Both values: {@code left −4, right 4}. */
  public static String sides(Counterexample counterexample) {
    String sides =
        "left " + minus(counterexample.left()) + ", right " + minus(counterexample.right());
    if (OrderText.isLeftOpen(counterexample)) {
      return coefficient(counterexample)
          + "left open by the left side "
          + minus(counterexample.left())
          + ", by the right side 0";
    }
    return coefficient(counterexample)
        + ComponentText.of(counterexample)
        + sides
        + violation(counterexample);
  }

  private static String coefficient(Counterexample counterexample) {
    return switch (counterexample.certificate()) {
      case Certificate.Jet jet when isAlike(counterexample) -> "at all times: ";
      case Certificate.Jet jet -> "coefficient of " + power(counterexample, jet.order()) + ": ";
      case Certificate.Coefficient k -> OrderText.place(counterexample, k);
      case Certificate.Growth g -> "in the limit" + (g.below() ? " from below" : "") + ": ";
      case Certificate.Slow s -> OrderText.place(counterexample, s);
      case Certificate.Enclosed e -> "";
      case Certificate.Solution s -> "";
      case Certificate.Nearby n -> "";
      case Certificate.RightUndefined u -> "";
      case Certificate.Integrated i -> "";
      case Certificate.Settled s -> "";
      case Certificate.Extrapolated x -> "";
    };
  }

  /** By how much an inequality fails, {@code : violated by 0.31}; nothing of equations. */
  private static String violation(Counterexample counterexample) {
    if (!counterexample.instance().step().relation().isInequality()
        || !(counterexample.certificate() instanceof Certificate.Enclosed
            || counterexample.certificate() instanceof Certificate.Nearby)) {
      return "";
    }
    Optional<BigDecimal> left = decimal(counterexample.left());
    Optional<BigDecimal> right = decimal(counterexample.right());
    if (left.isEmpty() || right.isEmpty()) {
      return "";
    }
    BigDecimal distance = left.get().subtract(right.get()).abs().round(DIGITS);
    return distance.signum() == 0
        ? ""
        : ", violated by " + distance.stripTrailingZeros().toString().replace("E", "e");
  }

  private static Optional<BigDecimal> decimal(String text) {
    try {
      return Optional.of(new BigDecimal(text.replace("−", "-")));
    } catch (NumberFormatException fraction) {
      return Optional.empty();
    }
  }

  /** What makes it certain, as a sentence without a full stop. */
  public static String certificate(Counterexample counterexample) {
    return switch (counterexample.certificate()) {
      case Certificate.Enclosed e -> "certified: an enclosure of left − right there excludes 0";
      case Certificate.Solution s ->
          "certified: the premises hold at a root of a polynomial, and the step does not";
      case Certificate.Nearby n ->
          "certified: the assumptions hold at a point this close, and an enclosure of left − right "
              + "there excludes 0";
      case Certificate.RightUndefined u ->
          "certified: the left side is defined there and around it, the right side is not: "
              + u.why();
      case Certificate.Jet jet when isAlike(counterexample) ->
          "certified: nothing moves there, and the sides are equal";
      case Certificate.Jet jet ->
          "certified: in the Taylor series of left − right at the start of the trajectory, "
              + "the coefficient of "
              + power(counterexample, jet.order())
              + " is the first that is not 0";
      case Certificate.Coefficient k -> OrderText.certificate(counterexample, k);
      case Certificate.Growth g -> "certified: left − right grows exponentially";
      case Certificate.Slow s -> OrderText.certificate(counterexample, s);
      case Certificate.Integrated i ->
          "numerical, not certified: integrated to %s, the sides differ by %s, with an error of about %s"
              .formatted(
                  Numbers.shortest(i.end()), Numbers.rough(i.residual()), Numbers.rough(i.error()));
      case Certificate.Settled s ->
          "numerical, not certified: integrated to %s, and from there the field leads to where the sides differ"
              .formatted(Numbers.shortest(s.end()));
      case Certificate.Extrapolated x ->
          "numerical, not certified: integrated to %s, left − right goes to %s, extrapolated within %s"
              .formatted(
                  Numbers.shortest(x.end()),
                  Numbers.rough(Extrapolation.of(x.differences()).limit()),
                  Numbers.rough(Extrapolation.of(x.differences()).bound()));
    };
  }

  /** Whether sides that are to differ are equal, as they are where nothing moves. */
  private static boolean isAlike(Counterexample counterexample) {
    return counterexample.instance().step().relation().isStrict()
        && counterexample.left().equals(counterexample.right());
  }

  /** {@code T²}, T being the end of the trajectory. */
  private static String power(Counterexample counterexample, int order) {
    Expr end =
        new Expr.Ref(
            counterexample.instance().interpretation().horizon().orElse(END),
            List.of(),
            Shape.SCALAR);
    Expr exponent = new Expr.Literal(Rational.of(order));
    return new UnicodePrinter(Notation.UNKNOWN)
        .print(order == 1 ? end : new Expr.Power(end, exponent));
  }

  /** A decimal with the sign of mathematics; the one in an exponent stays. */
  private static String minus(String decimal) {
    return decimal.startsWith("-") ? "−" + decimal.substring(1) : decimal;
  }
}
