package dev.hence.report;

import dev.hence.claim.Approach;
import dev.hence.claim.ApproachText;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.eval.Coming;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Notation;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Evidence.Counterexample;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The evidence about a limit in words. */
final class OrderText {
  private static final List<String> WORDS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight");

  private OrderText() {}

  private static String power(Statement.Step step, Rational exponent) {
    Approach approach = step.approach().orElseThrow();
    UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(step.scope()));
    return ApproachText.power(approach, exponent, printer);
  }

  /** {@code coefficient of η²: }, {@code in the limit: }. */
  static String place(Counterexample counterexample, Certificate.Coefficient certificate) {
    Coming coming = certificate.coming();
    String how =
        coming.isCurve()
            ? " along " + curve(counterexample.instance().step(), coming)
            : coming.below() ? " from below" : "";
    return certificate.exponent().signum() == 0
        ? "in the limit" + how + ": "
        : "coefficient of " + power(counterexample, certificate) + how + ": ";
  }

  static String certificate(Counterexample counterexample, Certificate.Coefficient certificate) {
    return certificate.exponent().signum() == 0
        ? "certified: an enclosure of the limit of left − right excludes 0"
        : "certified: in the series of left − right an enclosure of the coefficient of "
            + power(counterexample, certificate)
            + " excludes 0";
  }

  private static String power(Counterexample counterexample, Certificate.Coefficient certificate) {
    UnicodePrinter printer = new UnicodePrinter(Notation.UNKNOWN);
    return certificate.coming().isCurve()
        ? printer.print(power(certificate.exponent()))
        : power(counterexample.instance().step(), certificate.exponent());
  }

  /** The power of the parameter of a curve. */
  private static Expr power(Rational exponent) {
    Expr s = new Expr.Ref(new Name("s"), List.of(), Shape.SCALAR);
    return exponent.equals(Rational.ONE) ? s : new Expr.Power(s, new Expr.Literal(exponent));
  }

  /** {@code v₁ ~ s², v₂ ~ s}. */
  private static String curve(Statement.Step step, Coming coming) {
    Expr.Ref parameter = step.approach().orElseThrow().parameter();
    UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(step.scope()));
    return IntStream.range(0, coming.powers().size())
        .mapToObj(
            k ->
                printer.print(
                        new Expr.Entry(parameter, List.of(new Expr.Literal(Rational.of(k + 1)))))
                    + " ~ "
                    + printer.print(power(Rational.of(coming.power(k)))))
        .collect(Collectors.joining(", "));
  }

  /** {@code in the limit, over η²: }. */
  static String place(Counterexample counterexample, Certificate.Slow certificate) {
    Approach approach = counterexample.instance().step().approach().orElseThrow();
    UnicodePrinter printer =
        new UnicodePrinter(new ScopeNotation(counterexample.instance().step().scope()));
    boolean one = approach.gauge().equals(new Expr.Literal(Rational.ONE));
    return "in the limit"
        + (certificate.below() ? " from below" : "")
        + (one ? "" : ", over " + printer.print(approach.gauge()))
        + ": ";
  }

  static String certificate(Counterexample counterexample, Certificate.Slow certificate) {
    Approach approach = counterexample.instance().step().approach().orElseThrow();
    String of = approach.strength() == Approach.Strength.BIG ? "grows" : "does not vanish";
    return "certified: with the parameter at a distance of e^(−1/s), left − right over what is"
        + " claimed "
        + of
        + " as s → 0";
  }

  /** {@code everything below η³ vanishes}. */
  static String vanishing(Evidence.OrderAgreement o) {
    if (o.vanishing().isPresent()) {
      return "everything below " + power(o.instance().step(), o.vanishing().get()) + " vanishes";
    }
    return o.observed().isPresent()
        ? "the difference becomes small as claimed"
        : "the difference vanishes to every order that was looked at";
  }

  /** {@code order 2.98 over five sizes of η}. */
  static String observed(Evidence.OrderAgreement o, Evidence.Observed observed) {
    Statement.Step step = o.instance().step();
    UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(step.scope()));
    return "order "
        + order(observed.order())
        + " over "
        + sizes(observed)
        + " of "
        + printer.print(step.approach().orElseThrow().parameter());
  }

  /** {@code five sizes}. */
  static String sizes(Evidence.Observed observed) {
    int count = observed.sizes();
    return (count < WORDS.size() ? WORDS.get(count) : Integer.toString(count)) + " sizes";
  }

  static String order(double order) {
    String text = String.format(Locale.ROOT, "%.2f", order);
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }

  /** Which entry of the sides, where what the left side leaves open is none of them. */
  static boolean isLeftOpen(Counterexample counterexample) {
    Statement.Step step = counterexample.instance().step();
    return counterexample.certificate() instanceof Certificate.Coefficient
        && step.approach().flatMap(Approach::remainder).isPresent()
        && step.left().shape().isScalar()
        && counterexample.component() >= counterexample.instance().assignments().size();
  }
}
