package dev.hence.verdict;

import static dev.hence.verdict.Fixtures.END;
import static dev.hence.verdict.Fixtures.apply;
import static dev.hence.verdict.Fixtures.atEnd;
import static dev.hence.verdict.Fixtures.atStart;
import static dev.hence.verdict.Fixtures.claim;
import static dev.hence.verdict.Fixtures.derivative;
import static dev.hence.verdict.Fixtures.equation;
import static dev.hence.verdict.Fixtures.interval;
import static dev.hence.verdict.Fixtures.member;
import static dev.hence.verdict.Fixtures.minus;
import static dev.hence.verdict.Fixtures.negative;
import static dev.hence.verdict.Fixtures.number;
import static dev.hence.verdict.Fixtures.over;
import static dev.hence.verdict.Fixtures.power;
import static dev.hence.verdict.Fixtures.sum;
import static dev.hence.verdict.Fixtures.times;
import static dev.hence.verdict.Fixtures.variable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hence.eval.Variable;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Evidence.Certificate;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class CertifierTest {
  private static final Expr.Ref X = variable("x");
  private static final Expr.Ref W = variable("w");
  private static final Expr ROOT = apply(ElementaryFunction.SQRT, power(X, 2));
  private static final Certificate ENCLOSED = new Certificate.Enclosed();
  private static final Certificate UNDEFINED = new Certificate.RightUndefined("");

  private static Point at(String name, Rational value) {
    SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>();
    values.put(new Variable(new Name(name), List.of(), 1, 1), List.of(value));
    return new Point(values);
  }

  private static Recheck check(Instance instance, Point point, int entry, Certificate certificate) {
    return new Certifier(instance)
        .check(new Evidence.Counterexample(instance, point, entry, "", "", certificate));
  }

  private static Recheck check(
      Fixtures.Claim claim, String name, long value, Certificate certificate) {
    return check(claim.instance(), at(name, Rational.of(value)), 0, certificate);
  }

  private static Evidence.Counterexample stands(Recheck recheck) {
    assertThat(recheck).isInstanceOf(Recheck.Stands.class);
    return ((Recheck.Stands) recheck).counterexample();
  }

  private static String falls(Recheck recheck) {
    assertThat(recheck).isInstanceOf(Recheck.Falls.class);
    return ((Recheck.Falls) recheck).why();
  }

  @Test
  void statesTheSidesInItsOwnNumbers() {
    Evidence.Counterexample found = stands(check(equation(ROOT, X), "x", -2, ENCLOSED));
    assertThat(found.left()).isEqualTo("2");
    assertThat(found.right()).isEqualTo("−2");
  }

  @Test
  void refusesPointsAtWhichTheSidesAgree() {
    assertThat(falls(check(equation(ROOT, X), "x", 2, ENCLOSED)))
        .isEqualTo("the sides do not differ there for certain");
  }

  @Test
  void refusesPointsOutsideTheDomain() {
    assertThat(falls(check(equation(ROOT, X).declare("x", interval(0, 9)), "x", -2, ENCLOSED)))
        .isEqualTo("x lies outside its domain");
  }

  @Test
  void refusesPointsThatTheAssumptionsExclude() {
    Fixtures.Claim positive = equation(ROOT, X).assume(X, Relation.GREATER, number(0));
    assertThat(falls(check(positive, "x", -2, ENCLOSED)))
        .isEqualTo("the step does not speak of this point for certain");
    Fixtures.Claim large = equation(ROOT, X).assume(power(X, 2), Relation.GREATER, number(3));
    stands(check(large, "x", -2, ENCLOSED));
    falls(check(large, "x", -1, ENCLOSED));
  }

  @Test
  void refusesPointsWithoutAValueForAVariable() {
    falls(check(equation(ROOT, X), "y", -2, ENCLOSED));
    falls(check(equation(ROOT, X).instance(), at("x", Rational.of(-2)), 7, ENCLOSED));
  }

  @Test
  void holdsConditionsForTheIndexOfTheEntryOnly() {
    Expr x = member("x", "j");
    Instance instance =
        equation(apply(ElementaryFunction.SQRT, power(x, 2)), x)
            .size("N", 2)
            .forEach("j", 2)
            .where(x, Relation.LESS, number(0))
            .instance();
    SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>();
    values.put(new Variable(new Name("x"), List.of(1), 1, 1), List.of(Rational.ONE));
    values.put(new Variable(new Name("x"), List.of(2), 1, 1), List.of(Rational.of(-1)));
    falls(check(instance, new Point(values), 0, ENCLOSED));
    stands(check(instance, new Point(values), 1, ENCLOSED));
  }

  @Test
  void seesADifferenceOfATinyAmount() {
    Expr tiny = new Expr.Literal(Rational.of(new BigDecimal("1e-120")));
    Expr tanh = apply(ElementaryFunction.TANH, X);
    assertThat(stands(check(equation(tanh, sum(tanh, tiny)), "x", 1, ENCLOSED)).left())
        .hasSizeGreaterThan(20);
  }

  @Test
  void equalityRefutesAStrictInequalityIfItIsExact() {
    Fixtures.Claim strict = claim(power(X, 2), Relation.GREATER, number(0));
    stands(check(strict, "x", 0, ENCLOSED));
    falls(check(strict, "x", 1, ENCLOSED));
    falls(check(claim(power(X, 2), Relation.GREATER_OR_EQUAL, number(0)), "x", 0, ENCLOSED));
  }

  @Test
  void anUndefinedRightSideMustBeSoOnAnOpenPart() {
    Expr log = apply(ElementaryFunction.LOG, X);
    Fixtures.Claim doubled =
        equation(apply(ElementaryFunction.LOG, power(X, 2)), times(number(2), log));
    assertThat(stands(check(doubled, "x", -1, UNDEFINED)).right()).isEqualTo("undefined");
    falls(check(doubled, "x", 1, UNDEFINED));
    assertThat(falls(check(equation(X, over(power(X, 2), X)), "x", 0, UNDEFINED)))
        .isEqualTo("the right side is undefined at single points only");
  }

  @Test
  void whereTheLeftSideIsUndefinedTheStepDoesNotSpeak() {
    Expr slope = derivative(apply(ElementaryFunction.LOG, X), X);
    falls(check(equation(slope, new Expr.Abs(over(number(1), X))), "x", -1, ENCLOSED));
    falls(
        check(
            equation(apply(ElementaryFunction.LOG, X), apply(ElementaryFunction.LOG, X)),
            "x",
            -1,
            UNDEFINED));
  }

  private static Fixtures.Claim decay(Expr right) {
    return equation(atEnd(W), right).alongTrajectory().moves("w", negative(W));
  }

  private static Expr exponential(Expr argument) {
    return times(atStart(W), apply(ElementaryFunction.EXP, argument));
  }

  @Test
  void computesJetsAgain() {
    Fixtures.Claim wrong = decay(exponential(END));
    Evidence.Counterexample found = stands(check(wrong, "w", 1, new Certificate.Jet(3)));
    assertThat(found.certificate()).isEqualTo(new Certificate.Jet(1));
    assertThat(found.left()).isEqualTo("−1");
    assertThat(found.right()).isEqualTo("1");
    falls(check(decay(exponential(negative(END))), "w", 1, new Certificate.Jet(1)));
    falls(check(wrong, "w", 0, new Certificate.Jet(1)));
    falls(check(wrong, "v", 1, new Certificate.Jet(1)));
  }

  @Test
  void jetsSayNothingWhereSmallTimesAreExcluded() {
    falls(
        check(
            decay(exponential(END)).declare("T", interval(1, 2)), "w", 1, new Certificate.Jet(1)));
  }

  @Test
  void jetsRespectConditionsAboutTheTrajectory() {
    Fixtures.Claim wrong = decay(exponential(END));
    Expr fallen = minus(atStart(W), atEnd(W));
    stands(check(wrong.where(fallen, Relation.GREATER, number(0)), "w", 1, new Certificate.Jet(1)));
    falls(
        check(
            decay(exponential(END)).where(fallen, Relation.LESS, number(0)),
            "w",
            1,
            new Certificate.Jet(1)));
  }

  @Test
  void anOrderIsDecidedByTheFirstCoefficient() {
    Fixtures.Claim falling =
        claim(atEnd(W), Relation.LESS_OR_EQUAL, atStart(W))
            .alongTrajectory()
            .moves("w", negative(W));
    falls(check(falling, "w", 1, new Certificate.Jet(1)));
    stands(check(falling, "w", -1, new Certificate.Jet(1)));
  }

  @Test
  void numbersOfAnIntegrationMustBeClear() {
    Fixtures.Claim wrong = decay(exponential(END)).declare("T", interval(1, 2));
    stands(check(wrong, "w", 1, new Certificate.Integrated(1.5, 1, 1e-6)));
    falls(check(wrong, "w", 1, new Certificate.Integrated(1.5, 1, 1e-2)));
    falls(check(wrong, "w", 1, new Certificate.Integrated(0.5, 1, 1e-6)));
  }

  @Test
  void hearsOfItsOwnInstanceOnly() {
    Instance instance = equation(ROOT, X).instance();
    Instance other = equation(ROOT, negative(X)).instance();
    Evidence.Counterexample foreign =
        new Evidence.Counterexample(other, at("x", Rational.of(-2)), 0, "", "", ENCLOSED);
    assertThatThrownBy(() -> new Certifier(instance).check(foreign))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
