package dev.hence.road.numeric;

import static dev.hence.expr.ElementaryFunction.ARCTAN;
import static dev.hence.expr.ElementaryFunction.COS;
import static dev.hence.expr.ElementaryFunction.COSH;
import static dev.hence.expr.ElementaryFunction.EXP;
import static dev.hence.expr.ElementaryFunction.LOG;
import static dev.hence.expr.ElementaryFunction.SIN;
import static dev.hence.expr.ElementaryFunction.SINH;
import static dev.hence.expr.ElementaryFunction.SQRT;
import static dev.hence.expr.ElementaryFunction.TAN;
import static dev.hence.expr.ElementaryFunction.TANH;
import static dev.hence.verdict.Fixtures.apply;
import static dev.hence.verdict.Fixtures.claim;
import static dev.hence.verdict.Fixtures.derivative;
import static dev.hence.verdict.Fixtures.equation;
import static dev.hence.verdict.Fixtures.member;
import static dev.hence.verdict.Fixtures.minus;
import static dev.hence.verdict.Fixtures.negative;
import static dev.hence.verdict.Fixtures.number;
import static dev.hence.verdict.Fixtures.over;
import static dev.hence.verdict.Fixtures.power;
import static dev.hence.verdict.Fixtures.sum;
import static dev.hence.verdict.Fixtures.sumOver;
import static dev.hence.verdict.Fixtures.times;
import static dev.hence.verdict.Fixtures.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Domain;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Fixtures;
import dev.hence.verdict.Instance;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PointwiseTest {
  private static final Expr.Ref X = variable("x");
  private static final Expr.Ref Y = variable("y");
  private static final Expr SIGMOID = over(number(1), sum(number(1), apply(EXP, negative(X))));
  private static final Expr TINY = new Expr.Literal(Rational.of(new BigDecimal("1e-20")));

  private static Evidence examine(Fixtures.Claim claim) {
    return examine(claim.instance());
  }

  private static Evidence examine(Instance instance) {
    List<Evidence> evidence = NumericRoad.examine(instance, Settings.DEFAULT);
    assertThat(evidence).hasSize(1);
    return evidence.getFirst();
  }

  private static Evidence.PointAgreement agreement(Fixtures.Claim claim) {
    Evidence evidence = examine(claim);
    assertThat(evidence).isInstanceOf(Evidence.PointAgreement.class);
    return (Evidence.PointAgreement) evidence;
  }

  private static Evidence.Counterexample refuted(Fixtures.Claim claim) {
    Evidence evidence = examine(claim);
    assertThat(evidence).isInstanceOf(Evidence.Counterexample.class);
    return (Evidence.Counterexample) evidence;
  }

  private static String open(Fixtures.Claim claim) {
    Evidence evidence = examine(claim);
    assertThat(evidence).isInstanceOf(Evidence.NumericOpen.class);
    return ((Evidence.NumericOpen) evidence).reason();
  }

  static Stream<Arguments> trueIdentities() {
    return Stream.of(
        Arguments.of("sigmoid'", derivative(SIGMOID, X), times(SIGMOID, minus(number(1), SIGMOID))),
        Arguments.of(
            "tanh'", derivative(apply(TANH, X), X), minus(number(1), power(apply(TANH, X), 2))),
        Arguments.of(
            "sin² + cos²", sum(power(apply(SIN, X), 2), power(apply(COS, X), 2)), number(1)),
        Arguments.of(
            "sinh(x + y)",
            apply(SINH, sum(X, Y)),
            sum(times(apply(SINH, X), apply(COSH, Y)), times(apply(COSH, X), apply(SINH, Y)))),
        Arguments.of(
            "softplus(x) − softplus(−x) = x",
            minus(
                apply(LOG, sum(number(1), apply(EXP, X))),
                apply(LOG, sum(number(1), apply(EXP, negative(X))))),
            X),
        Arguments.of("√x² = |x|", apply(SQRT, power(X, 2)), new Expr.Abs(X)),
        Arguments.of(
            "(x + y)³ expanded",
            power(sum(X, Y), 3),
            sum(
                power(X, 3),
                times(number(3), times(power(X, 2), Y)),
                times(number(3), times(X, power(Y, 2))),
                power(Y, 3))),
        Arguments.of("log' = 1/x", derivative(apply(LOG, X), X), over(number(1), X)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("trueIdentities")
  void trueIdentitiesAgree(String what, Expr left, Expr right) {
    Evidence.PointAgreement agreement = agreement(equation(left, right));
    assertThat(agreement.points()).isGreaterThanOrEqualTo(16);
    assertThat(agreement.points() + agreement.lost().total()).isGreaterThanOrEqualTo(64);
    assertThat(agreement.untaken()).isEmpty();
    assertThat(agreement.certified()).isGreaterThanOrEqualTo(3);
    assertThat(agreement.worst()).isLessThan(1e-13);
  }

  private static Evidence glance(Expr left, Expr right) {
    Settings glance = new Settings(1, 16, 3, 3, Settings.Search.GLANCE, Duration.ofSeconds(10));
    List<Evidence> evidence = NumericRoad.examine(equation(left, right).instance(), glance);
    assertThat(evidence).hasSize(1);
    return evidence.getFirst();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("trueIdentities")
  void aGlanceSeesWhatAgrees(String what, Expr left, Expr right) {
    assertThat(glance(left, right)).isInstanceOf(Evidence.PointAgreement.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("falseIdentities")
  void aGlanceSeesWhatFails(String what, Expr left, Expr right) {
    assertThat(glance(left, right)).isInstanceOf(Evidence.Counterexample.class);
  }

  /** The logarithm of what is negative everywhere. */
  @Test
  void aGlanceDoesNotAgreeWhereNothingCanBeEvaluated() {
    Expr nowhere = apply(LOG, minus(negative(power(X, 2)), number(1)));
    assertThat(glance(nowhere, nowhere))
        .isInstanceOfSatisfying(
            Evidence.NumericOpen.class,
            open -> assertThat(open.reason()).startsWith("no evaluable point"));
  }

  static Stream<Arguments> falseIdentities() {
    Expr sqrtProduct = times(apply(SQRT, X), apply(SQRT, Y));
    Expr tanhPrime = minus(number(1), power(apply(TANH, X), 2));
    return Stream.of(
        Arguments.of(
            "sigmoid' with a wrong sign",
            derivative(SIGMOID, X),
            times(SIGMOID, sum(number(1), SIGMOID))),
        Arguments.of("softplus(x) = x", apply(LOG, sum(number(1), apply(EXP, X))), X),
        Arguments.of("√x² = x", apply(SQRT, power(X, 2)), X),
        Arguments.of("log x² = 2 log x", apply(LOG, power(X, 2)), times(number(2), apply(LOG, X))),
        Arguments.of("√(xy) = √x √y", apply(SQRT, times(X, Y)), sqrtProduct),
        Arguments.of("arctan tan x = x", apply(ARCTAN, apply(TAN, X)), X),
        Arguments.of(
            "√(x − 1)² = x − 1", apply(SQRT, power(minus(X, number(1)), 2)), minus(X, number(1))),
        Arguments.of("tanh' off by 1e-20", derivative(apply(TANH, X), X), sum(tanhPrime, TINY)),
        Arguments.of(
            "arctan x + arctan 1/x = π/2",
            sum(apply(ARCTAN, X), apply(ARCTAN, over(number(1), X))),
            over(new Expr.Pi(), number(2))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("falseIdentities")
  void falseIdentitiesAreRefuted(String what, Expr left, Expr right) {
    assertThat(refuted(equation(left, right)).certificate())
        .isInstanceOfAny(Certificate.Enclosed.class, Certificate.RightUndefined.class);
  }

  @Test
  void aNearIntegerIsNoInteger() {
    // e^{π√163} is 262537412640768743.99999999999925…
    Expr left = apply(EXP, times(new Expr.Pi(), apply(SQRT, number(163))));
    Evidence.Counterexample found = refuted(equation(left, number(262537412640768744L)));
    assertThat(found.left()).startsWith("262537412640768743.999999999999");
    assertThat(found.right()).isEqualTo("262537412640768744");
    assertThat(found.point().values()).isEmpty();
  }

  @Test
  void aTrueIdentityBetweenNumbersNeedsOnePointOnly() {
    Evidence.PointAgreement agreement =
        agreement(equation(apply(SQRT, number(8)), times(number(2), apply(SQRT, number(2)))));
    assertThat(agreement.points()).isEqualTo(1);
    assertThat(agreement.certified()).isEqualTo(1);
  }

  @Test
  void whereOnlyTheRightSideIsUndefinedOnAnOpenPartTheStepIsRefuted() {
    Evidence.Counterexample found =
        refuted(equation(apply(LOG, power(X, 2)), times(number(2), apply(LOG, X))));
    assertThat(found.right()).isEqualTo("undefined");
    assertThat(found.certificate()).isInstanceOf(Certificate.RightUndefined.class);
  }

  @Test
  void whereItIsUndefinedAtSinglePointsOnlyThesePointsAreLost() {
    Expr zeros = times(X, times(minus(power(X, 2), number(1)), minus(power(X, 2), number(4))));
    Evidence.PointAgreement agreement = agreement(equation(X, over(times(X, zeros), zeros)));
    assertThat(agreement.lost().domain()).isPositive();
  }

  @Test
  void whereOnlyTheLeftSideIsUndefinedTheStepDoesNotSpeak() {
    Evidence.PointAgreement agreement =
        agreement(equation(derivative(apply(LOG, X), X), over(number(1), X)));
    assertThat(agreement.lost().domain()).isGreaterThan(10);
  }

  @Test
  void nowhereDefinedIsNoAgreement() {
    assertThat(examine(equation(apply(LOG, negative(power(X, 2))), X)))
        .isInstanceOf(Evidence.Undefined.class);
  }

  @Test
  void kinksAreLostAndCounted() {
    Expr sign = new Expr.Derivative(new Expr.Abs(X), X);
    Evidence.PointAgreement agreement = agreement(equation(times(sign, X), new Expr.Abs(X)));
    assertThat(agreement.lost().kink()).isPositive();
  }

  @Test
  void illConditionedPointsAreDecidedExactly() {
    // In doubles the left side is 0 wherever x is small beside 10²⁰.
    Expr large = power(number(10), 20);
    agreement(equation(minus(sum(large, apply(SIN, X)), large), apply(SIN, X)));
    refuted(equation(minus(sum(large, apply(SIN, X)), large), times(number(2), apply(SIN, X))));
  }

  @Test
  void domainsKeepPointsWhereTheStepSpeaks() {
    Fixtures.Claim root = equation(apply(SQRT, power(X, 2)), X);
    assertThat(agreement(root.declare("x", Domain.POSITIVE)).lost().total()).isZero();
    Domain labels = new Domain.Finite(List.of(Rational.of(-1), Rational.ONE));
    Evidence.PointAgreement squares =
        agreement(equation(power(X, 2), number(1)).declare("x", labels));
    assertThat(squares.points()).isEqualTo(2);
  }

  @Test
  void inequalitiesAmongTheAssumptionsRestrictThePoints() {
    Fixtures.Claim root =
        equation(apply(SQRT, power(minus(X, Y), 2)), minus(X, Y))
            .assume(X, Relation.GREATER_OR_EQUAL, Y);
    assertThat(agreement(root).points()).isGreaterThanOrEqualTo(64);
    assertThat(agreement(root).untaken()).isEmpty();
  }

  @Test
  void equationsAmongTheAssumptionsAreSolvedExactly() {
    Fixtures.Claim claim =
        equation(sum(power(X, 2), times(X, Y)), X).assume(sum(X, Y), Relation.EQUAL, number(1));
    assertThat(agreement(claim).points()).isGreaterThanOrEqualTo(64);
    assertThat(agreement(claim).untaken()).isEmpty();
    Evidence.Counterexample wrong =
        refuted(
            equation(sum(power(X, 2), times(X, Y)), Y)
                .assume(sum(X, Y), Relation.EQUAL, number(1)));
    Rational total =
        wrong.point().values().values().stream()
            .map(List::getFirst)
            .reduce(Rational.ZERO, Rational::plus);
    assertThat(total).isEqualTo(Rational.ONE);
  }

  @Test
  void vectorsAreMovedOntoLinearEquations() {
    Shape vector = Shape.vector(Size.named("n"));
    Expr.Ref v = variable("v", vector);
    Expr ones = new Expr.Filled(Rational.ONE, vector);
    Expr total = new Expr.Inner(v, ones);
    assertThat(
            agreement(
                    equation(power(sum(total, number(1)), 2), number(1))
                        .size("n", 3)
                        .assume(total, Relation.EQUAL, number(0)))
                .points())
        .isEqualTo(64);
  }

  @Test
  void assumptionsThatNoPointSatisfiesPassNothing() {
    assertThat(open(equation(X, X).assume(power(X, 2), Relation.LESS, number(0))))
        .isEqualTo("no point was found at which the assumptions hold: 1024 points");
  }

  @Test
  void aConditionRestrictsOnlyTheIndexItSpeaksOf() {
    // √x_j² = x_j where x_j > 0: never are all of them positive at a point with both signs.
    Expr x = member("x", "j");
    Fixtures.Claim claim =
        equation(apply(SQRT, power(x, 2)), x)
            .size("N", 3)
            .forEach("j", 3)
            .where(x, Relation.GREATER, number(0));
    assertThat(agreement(claim).points()).isGreaterThan(40);
    Evidence.Counterexample wrong =
        refuted(
            equation(apply(SQRT, power(x, 2)), negative(x))
                .size("N", 3)
                .forEach("j", 3)
                .where(x, Relation.GREATER, number(0)));
    Rational entry = List.copyOf(wrong.point().values().values()).get(wrong.component()).getFirst();
    assertThat(entry.signum()).isEqualTo(1);
  }

  @Test
  void anAssumptionWithAFreeIndexHoldsForAllOfThem() {
    Expr x = member("x", "j");
    Fixtures.Claim claim =
        equation(apply(SQRT, power(sumOver("j", x), 2)), sumOver("j", x))
            .size("N", 2)
            .ranged("j", Fixtures.range())
            .assume(x, Relation.GREATER_OR_EQUAL, number(0));
    assertThat(agreement(claim).points()).isGreaterThanOrEqualTo(64);
    assertThat(agreement(claim).untaken()).isEmpty();
  }

  @Test
  void anAssumptionAboutTimesDoesNotStandInTheWayOfAgreement() {
    Expr path = Fixtures.integral(power(X, 2));
    Fixtures.Claim root = equation(apply(SQRT, power(X, 2)), new Expr.Abs(X));
    agreement(root.assume(path, Relation.NOT_EQUAL, number(0)));
    assertThat(
            open(equation(apply(SQRT, power(X, 2)), X).assume(path, Relation.NOT_EQUAL, number(0))))
        .contains("an assumption about times cannot be checked");
  }

  @Test
  void trueInequalitiesAgree() {
    assertThat(
            agreement(
                    claim(
                        times(number(2), times(X, Y)),
                        Relation.LESS_OR_EQUAL,
                        sum(power(X, 2), power(Y, 2))))
                .points())
        .isEqualTo(64);
    agreement(claim(power(apply(TANH, X), 2), Relation.LESS, number(1)));
  }

  @Test
  void violationsAreSearchedFor() {
    // x⁴ − 2.02 x² + 1.0201 = (x² − 1.01)² vanishes near 1.005, where no sampled point lies.
    Expr square = power(minus(power(X, 2), number(101, 100)), 2);
    Evidence.Counterexample found =
        refuted(claim(square, Relation.GREATER_OR_EQUAL, number(1, 1_000_000_000)));
    assertThat(found.certificate()).isInstanceOf(Certificate.Enclosed.class);
    agreement(claim(square, Relation.GREATER_OR_EQUAL, negative(number(1, 1_000_000_000))));
  }

  @Test
  void violationsAreSearchedForInManyDimensions() {
    Shape vector = Shape.vector(Size.named("n"));
    Expr.Ref v = variable("v", vector);
    Expr far = new Expr.Filled(Rational.of(4), vector);
    Expr distance = new Expr.Inner(minus(v, far), minus(v, far));
    refuted(claim(distance, Relation.GREATER, number(1)).size("n", 10));
    agreement(claim(distance, Relation.GREATER_OR_EQUAL, number(0)).size("n", 10));
  }

  @Test
  void equalityViolatesAStrictInequality() {
    Evidence.Counterexample found = refuted(claim(power(X, 2), Relation.GREATER, number(0)));
    assertThat(found.point().text()).isEqualTo("x = 0");
    assertThat(found.left()).isEqualTo("0");
  }

  private static Expr indicator(Expr left, Expr right) {
    return new Expr.Cases(new Condition(left, Relation.GREATER, right), number(1), number(0));
  }

  @Test
  void looksBeyondThresholdsAndBetweenThem() {
    Expr between = times(indicator(X, number(70)), indicator(number(71), X));
    assertThat(refuted(equation(between, number(0))).point().text()).isEqualTo("x = 141/2");
    assertThat(refuted(equation(indicator(X, number(2000)), number(0))).point().text())
        .isEqualTo("x = 2001");
  }

  @Test
  void saysWhichBranchItDidNotTakeUnlessNoneCan() {
    Expr waves = sum(apply(SIN, X), apply(COS, X));
    Expr far = indicator(waves, over(number(3), number(2)));
    assertThat(agreement(equation(far, number(0))).untaken())
        .containsExactly("cos(x) + sin(x) > 3/2");
    Expr never = indicator(waves, number(2));
    assertThat(agreement(equation(never, number(0))).untaken()).isEmpty();
    Expr both = times(indicator(X, number(20)), indicator(number(5), X));
    assertThat(agreement(equation(both, number(0))).untaken()).isEmpty();
  }

  @Test
  void equalityViolatesAnInequation() {
    assertThat(refuted(claim(X, Relation.NOT_EQUAL, power(X, 3))).point().text())
        .isIn("x = 0", "x = 1", "x = −1");
    agreement(claim(apply(EXP, X), Relation.NOT_EQUAL, number(0)));
  }

  @Test
  void approximateEqualityIsLeftOpen() {
    assertThat(open(claim(X, Relation.APPROXIMATELY, X)))
        .isEqualTo("≈ without a small parameter, or a number of decimals (`round n`)");
  }

  @Test
  void whatCannotBeCompiledIsLeftOpenWithItsReason() {
    Expr matrix = variable("A", Shape.matrix(Size.fixed(7), Size.fixed(7)));
    assertThat(open(equation(new Expr.Determinant(matrix), number(0))))
        .isEqualTo("the determinant of a 7×7 matrix");
  }

  @Test
  void matricesOfSpecialKindsAreDrawn() {
    Shape square = Shape.matrix(Size.fixed(3), Size.fixed(3));
    Expr.Ref q = variable("Q", square);
    Expr identity = new Expr.Identity(Size.fixed(3));
    Fixtures.Claim orthogonal = equation(times(new Expr.Transpose(q), q), identity);
    refuted(orthogonal);
    agreement(orthogonal.declare("Q", square, new Domain.Special(Domain.Kind.ORTHOGONAL)));
  }

  @Test
  void theSameInputGivesTheSameEvidence() {
    Fixtures.Claim claim =
        claim(
            times(number(2), times(X, Y)),
            Relation.LESS_OR_EQUAL,
            sum(power(X, 2), power(Y, 2), apply(SIN, X)));
    assertThat(examine(claim)).isEqualTo(examine(claim));
    Fixtures.Claim identity = equation(apply(SQRT, power(X, 2)), new Expr.Abs(X));
    assertThat(examine(identity)).isEqualTo(examine(identity));
  }

  @Test
  void anotherSeedTriesOtherPoints() {
    Instance instance = equation(apply(SQRT, power(minus(X, Y), 2)), minus(X, Y)).instance();
    List<Evidence> first = NumericRoad.examine(instance, Settings.DEFAULT);
    List<Evidence> second = NumericRoad.examine(instance, Settings.DEFAULT.withSeed(99));
    assertThat(first).isNotEqualTo(second);
    assertThat(second.getFirst()).isInstanceOf(Evidence.Counterexample.class);
  }
}
