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
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A counterexample in words. */
public final class CounterexampleText {
  private static final Name END = new Name("T");

  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private CounterexampleText() {}

  /** The point: {@code f(x) = tanh(x), w = 1, xₗ = (2, −1)}. */
  public static String point(Counterexample counterexample) {
    Point point = counterexample.point();
    Set<Variable> told = new HashSet<>();
    List<String> parts = new ArrayList<>();
    for (Instance.Choice choice : counterexample.instance().choices()) {
      ChosenFunction.of(new Name(choice.name()), counterexample.instance().interpretation(), point)
          .forEach(
              f -> {
                told.addAll(f.coefficients());
                parts.add(f.text());
              });
    }
    point.values().entrySet().stream()
        .filter(e -> !told.contains(e.getKey()))
        .map(e -> name(e.getKey()) + " = " + value(e.getKey(), e.getValue()))
        .forEach(parts::add);
    return String.join(", ", parts);
  }

  /** The name of a variable: {@code x₂}. */
  public static String name(Variable variable) {
    return UnicodePrinter.print(variable.name(), variable.indices());
  }

  private static String value(Variable variable, List<Rational> entries) {
    if (variable.size() == 1) {
      return UnicodePrinter.print(entries.getFirst());
    }
    return variable.rows() == 1 || variable.columns() == 1
        ? "(" + row(entries) + ")"
        : IntStream.range(0, variable.rows())
            .mapToObj(
                r -> row(entries.subList(r * variable.columns(), (r + 1) * variable.columns())))
            .collect(Collectors.joining("; ", "[", "]"));
  }

  private static String row(List<Rational> entries) {
    return entries.stream().map(UnicodePrinter::print).collect(Collectors.joining(", "));
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
      case Certificate.Jet jet -> "coefficient of " + power(counterexample, jet.order()) + ": ";
      case Certificate.Coefficient k -> OrderText.place(counterexample, k);
      case Certificate.Growth g -> "in the limit" + (g.below() ? " from below" : "") + ": ";
      case Certificate.Enclosed e -> "";
      case Certificate.RightUndefined u -> "";
      case Certificate.Integrated i -> "";
    };
  }

  /** By how much an inequality fails, {@code : violated by 0.31}; nothing of equations. */
  private static String violation(Counterexample counterexample) {
    if (!counterexample.instance().step().relation().isInequality()
        || !(counterexample.certificate() instanceof Certificate.Enclosed)) {
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
      case Certificate.RightUndefined u ->
          "certified: the left side is defined there and around it, the right side is not: "
              + u.why();
      case Certificate.Jet jet ->
          "certified: in the Taylor series of left − right at the start of the trajectory, "
              + "the coefficient of "
              + power(counterexample, jet.order())
              + " is the first that is not 0";
      case Certificate.Coefficient k -> OrderText.certificate(counterexample, k);
      case Certificate.Growth g -> "certified: left − right grows exponentially";
      case Certificate.Integrated i ->
          "numerical, not certified: integrated to %s, the sides differ by %s, with an error of about %s"
              .formatted(
                  Numbers.shortest(i.end()), Numbers.rough(i.residual()), Numbers.rough(i.error()));
    };
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
