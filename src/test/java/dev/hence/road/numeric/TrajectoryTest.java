package dev.hence.road.numeric;

import static dev.hence.verdict.Fixtures.END;
import static dev.hence.verdict.Fixtures.apply;
import static dev.hence.verdict.Fixtures.atEnd;
import static dev.hence.verdict.Fixtures.atStart;
import static dev.hence.verdict.Fixtures.claim;
import static dev.hence.verdict.Fixtures.derivative;
import static dev.hence.verdict.Fixtures.dt;
import static dev.hence.verdict.Fixtures.equation;
import static dev.hence.verdict.Fixtures.integral;
import static dev.hence.verdict.Fixtures.interval;
import static dev.hence.verdict.Fixtures.minus;
import static dev.hence.verdict.Fixtures.negative;
import static dev.hence.verdict.Fixtures.number;
import static dev.hence.verdict.Fixtures.power;
import static dev.hence.verdict.Fixtures.sum;
import static dev.hence.verdict.Fixtures.times;
import static dev.hence.verdict.Fixtures.variable;
import static dev.hence.verdict.Networks.derivativeAlongFlow;
import static dev.hence.verdict.Networks.independence;
import static dev.hence.verdict.Networks.kernel;
import static dev.hence.verdict.Networks.linear;
import static dev.hence.verdict.Networks.network;
import static dev.hence.verdict.Networks.pathKernel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Domain;
import dev.hence.eval.Work;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Fixtures;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Networks;
import dev.hence.verdict.Point;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrajectoryTest {
  private static final Expr.Ref W = variable("w");

  /** The decay w' = −w. */
  private static Fixtures.Claim decay(Expr left, Relation relation, Expr right) {
    return claim(left, relation, right).alongTrajectory().moves("w", negative(W));
  }

  /**
   * The explosion w′ = w² from some w₀ ≥ least on: it ends at 1/w₀, before or after the T of 3 to
   * 5.
   */
  private static Fixtures.Claim explosion(long least) {
    return equation(atEnd(W), sum(atStart(W), integral(power(W, 2))))
        .alongTrajectory()
        .moves("w", power(W, 2))
        .declare("T", interval(3, 5))
        .declare(
            "w",
            new Domain.Interval(Optional.of(Rational.of(least)), true, Optional.empty(), false));
  }

  private static <E extends Evidence> E examine(Fixtures.Claim claim, Class<E> kind) {
    List<Evidence> evidence = NumericRoad.examine(claim.instance(), Settings.DEFAULT);
    assertThat(evidence).hasSize(1);
    assertThat(evidence.getFirst()).isInstanceOf(kind);
    return kind.cast(evidence.getFirst());
  }

  private static Evidence.TrajectoryAgreement agreement(Fixtures.Claim claim) {
    return examine(claim, Evidence.TrajectoryAgreement.class);
  }

  private static Evidence.Counterexample refuted(Fixtures.Claim claim) {
    return examine(claim, Evidence.Counterexample.class);
  }

  private static String open(Fixtures.Claim claim) {
    return examine(claim, Evidence.NumericOpen.class).reason();
  }

  private static Expr exponential(Expr argument) {
    return apply(ElementaryFunction.EXP, argument);
  }

  @Test
  void thePathKernelIdentityAgreesForANetwork() {
    Evidence.TrajectoryAgreement agreement = agreement(network(pathKernel(number(1)), 2, 3));
    assertThat(agreement.trajectories()).isEqualTo(3);
    assertThat(agreement.worst()).isLessThan(1e-8);
    assertThat(agreement.integrators())
        .containsExactly("Dormand–Prince 8(5,3)", "Gragg–Bulirsch–Stoer");
    assertThat(agreement.tolerances()).containsExactly(1e-8, 1e-11);
    assertThat(agreement.remarks()).isEmpty();
  }

  @Test
  void thePathKernelIdentityAgreesForALinearModel() {
    assertThat(agreement(linear(pathKernel(number(1)), 2)).worst()).isLessThan(1e-8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "2", "1.000001", "1.00000000000000000001"})
  void aKernelWithAWrongFactorIsRefutedByAJet(String factor) {
    Expr wrong = new Expr.Literal(Rational.of(new BigDecimal(factor)));
    Evidence.Counterexample found = refuted(network(pathKernel(wrong), 2, 2));
    assertThat(found.certificate()).isEqualTo(new Certificate.Jet(1));
    assertThat(found.left()).isNotEqualTo(found.right());
  }

  @Test
  void theWeightsOfALinearModelDoNotDependOnTheInput() {
    assertThat(agreement(linear(independence(2), 2)).trajectories()).isEqualTo(3);
  }

  @Test
  void theWeightsOfANetworkDoWhichShowsAtAHighOrder() {
    Evidence.Counterexample found = refuted(network(independence(2), 2, 2));
    assertThat(found.certificate()).isInstanceOf(Certificate.Jet.class);
    assertThat(((Certificate.Jet) found.certificate()).order()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void closedFormsAgree() {
    agreement(decay(atEnd(W), Relation.EQUAL, times(atStart(W), exponential(negative(END)))));
    Evidence.Counterexample found =
        refuted(decay(atEnd(W), Relation.EQUAL, times(atStart(W), exponential(END))));
    assertThat(found.certificate()).isEqualTo(new Certificate.Jet(1));
  }

  @Test
  void explodingTrajectoriesAreSaidSo() {
    assertThat(open(explosion(3)))
        .startsWith("no trajectory could be used: 12 trajectories left out")
        .contains("the solution grows beyond all bounds, first near t = 0.2");
  }

  @Test
  void explodingTrajectoriesAreReplaced() {
    Evidence.TrajectoryAgreement agreement = agreement(explosion(0));
    assertThat(agreement.trajectories()).isEqualTo(3);
    assertThat(agreement.remarks()).hasSize(1);
    assertThat(agreement.remarks().getFirst()).contains("grows beyond all bounds");
  }

  @Test
  void aFlowThatStopsAtAKinkIsLeftOut() {
    // |w|' = ±1: every trajectory reaches 0 in finite time, and there is no velocity there.
    Fixtures.Claim claim =
        equation(
                power(atEnd(W), 2),
                minus(power(atStart(W), 2), integral(times(number(2), new Expr.Abs(W)))))
            .alongTrajectory()
            .moves("w", negative(derivative(new Expr.Abs(W), W)))
            .declare("w", interval(1, 2))
            .declare("T", interval(4, 5));
    assertThat(open(claim)).startsWith("no trajectory could be used");
  }

  @Test
  void whatShowsOnlyLaterIsRefutedNumerically() {
    Expr late = new Expr.Extremum(true, List.of(number(0), minus(END, number(1))));
    Expr wrong = sum(times(atStart(W), exponential(negative(END))), times(number(1, 1000), late));
    Evidence.Counterexample found = refuted(decay(atEnd(W), Relation.EQUAL, wrong));
    assertThat(found.certificate())
        .isInstanceOfSatisfying(
            Certificate.Integrated.class,
            i -> {
              assertThat(i.residual()).isBetween(0.9e-3, 1.1e-3);
              assertThat(i.residual()).isGreaterThan(1000 * i.error());
              assertThat(i.end()).isEqualTo(2);
            });
  }

  @Test
  void whereSmallTimesAreExcludedJetsSayNothing() {
    Fixtures.Claim half =
        decay(atEnd(W), Relation.EQUAL, times(number(1, 2), atStart(W)))
            .declare("T", interval(1, 2));
    assertThat(refuted(half).certificate()).isInstanceOf(Certificate.Integrated.class);
    agreement(
        decay(atEnd(W), Relation.EQUAL, times(atStart(W), exponential(negative(END))))
            .declare("T", interval(3, 4)));
  }

  @Test
  void whatNothingCanDecideIsADisagreement() {
    Shape square = Shape.matrix(Size.fixed(1), Size.fixed(1));
    Expr wrong =
        new Expr.Entry(
            new Expr.MatrixExponential(new Expr.Stack(List.of(END), square)),
            List.of(number(1), number(1)));
    Fixtures.Claim claim =
        decay(atEnd(W), Relation.EQUAL, times(atStart(W), wrong)).declare("T", interval(1, 2));
    assertThat(examine(claim, Evidence.Disagreement.class).where())
        .contains("matrix exponential in high precision");
  }

  @Test
  void highPrecisionClearsWhatDoublesDoubt() {
    Fixtures.Claim right =
        decay(atEnd(W), Relation.EQUAL, times(atStart(W), exponential(negative(END))));
    TrajectoryStatement statement = new TrajectoryStatement(right.instance(), 1);
    Point point = statement.points().point(20);
    BitSet within = new BitSet();
    within.set(0);
    HighPrecision precision =
        new HighPrecision(statement, new Budget(Allowance.ofTime(Duration.ofMinutes(1))));
    HighPrecision.Outcome outcome =
        precision.decide(
            point, Rational.ONE, new TrajectoryLook.Seen.Suspicious(0, 1, 1 + 1e-9, 1e-10, within));
    assertThat(outcome).isInstanceOf(HighPrecision.Outcome.Agrees.class);
  }

  @Test
  void inequalitiesAlongTheFlowAreDecidedByTheFirstCoefficient() {
    Expr loss = variable("L");
    assertThat(
            agreement(network(along(atEnd(loss), Relation.LESS_OR_EQUAL, atStart(loss)), 2, 2))
                .worst())
        .isZero();
    assertThat(
            refuted(network(along(atEnd(loss), Relation.GREATER_OR_EQUAL, atStart(loss)), 2, 2))
                .certificate())
        .isEqualTo(new Certificate.Jet(1));
  }

  private static Fixtures.Claim along(Expr left, Relation relation, Expr right) {
    return claim(left, relation, right).alongTrajectory();
  }

  @Test
  void conditionsAboutTheTrajectoryAreHeldAgainstItsError() {
    Expr path = integral(kernel(Networks.X, variable("z")));
    agreement(network(pathKernel(number(1)), 2, 2).where(path, Relation.NOT_EQUAL, number(0)));
    assertThat(
            open(
                network(pathKernel(number(1)), 2, 2)
                    .where(integral(power(variable("z"), 2)), Relation.LESS, number(0))))
        .contains("the conditions do not clearly hold");
  }

  @Test
  void assumptionsAboutTheInitialStateRestrictIt() {
    // √w_T² = w_T for a positive start: the decay keeps the sign.
    Fixtures.Claim claim =
        decay(apply(ElementaryFunction.SQRT, power(atEnd(W), 2)), Relation.EQUAL, atEnd(W));
    refuted(claim);
    agreement(claim.assume(W, Relation.GREATER, number(1, 10)));
    assertThat(open(claim.assume(W, Relation.LESS, number(0))))
        .isEqualTo("no sampled initial state satisfies the assumptions");
  }

  @Test
  void timesThatNoOneProvidesForAreLeftOpen() {
    Expr half = new Expr.At(W, number(1, 2));
    assertThat(open(decay(atEnd(W), Relation.EQUAL, half)))
        .isEqualTo("a time other than 0, the end and the time of integration");
  }

  @Test
  void stepsWithATimeDerivativeAreConfirmedAlongTheFlow() {
    List<Evidence> evidence =
        NumericRoad.examine(
            network(derivativeAlongFlow(number(1)), 2, 2).instance(), Settings.DEFAULT);
    assertThat(evidence).hasSize(2);
    assertThat(evidence.get(0)).isInstanceOf(Evidence.PointAgreement.class);
    assertThat(evidence.get(1)).isInstanceOf(Evidence.TrajectoryAgreement.class);
    assertThat(evidence.get(1).instance()).isEqualTo(evidence.get(0).instance());
  }

  @Test
  void aTimeDerivativeInsideADefinitionIsFound() {
    Fixtures.Claim claim =
        equation(variable("v"), negative(W)).moves("w", negative(W)).define("v", dt(W));
    assertThat(NumericRoad.examine(claim.instance(), Settings.DEFAULT))
        .hasAtLeastOneElementOfType(Evidence.TrajectoryAgreement.class);
  }

  @Test
  void aConditionOnTheStateIsNotFollowedAlongTheFlow() {
    Fixtures.Claim claim =
        equation(dt(apply(ElementaryFunction.SQRT, power(W, 2))), negative(W))
            .moves("w", negative(W))
            .assume(W, Relation.GREATER, number(0));
    List<Evidence> evidence = NumericRoad.examine(claim.instance(), Settings.DEFAULT);
    assertThat(evidence).hasSize(1);
    assertThat(evidence.getFirst()).isInstanceOf(Evidence.PointAgreement.class);
  }

  @Test
  void aWrongTimeDerivativeIsRefutedAtAPoint() {
    Expr factor = number(1_000_001, 1_000_000);
    assertThat(refuted(network(derivativeAlongFlow(factor), 2, 2)).certificate())
        .isEqualTo(new Certificate.Enclosed());
  }

  @Test
  void noTimeLeftIsSaidSo() {
    Settings hurried =
        new Settings(1, 64, 3, 3, Settings.Search.THOROUGH, Allowance.ofTime(Duration.ofNanos(1)));
    assertThat(NumericRoad.examine(network(pathKernel(number(1)), 2, 2).instance(), hurried))
        .singleElement()
        .isInstanceOfSatisfying(
            Evidence.NumericOpen.class, o -> assertThat(o.reason()).startsWith("no time left"));
  }

  @Test
  void noWorkLeftIsSaidSo() {
    Settings little = new Settings(1, 64, 3, 3, Settings.Search.THOROUGH, Allowance.ofWork(1000));
    assertThat(NumericRoad.examine(network(pathKernel(number(1)), 2, 2).instance(), little))
        .singleElement()
        .isEqualTo(
            NumericRoad.examine(network(pathKernel(number(1)), 2, 2).instance(), little).getFirst())
        .isInstanceOfSatisfying(
            Evidence.NumericOpen.class,
            o -> assertThat(o.reason()).isEqualTo("no work left after 1000 operations"));
  }

  @Test
  void theSameExaminationIsTheSameWork() {
    long first = work(network(pathKernel(number(1)), 2, 2).instance());
    assertThat(first)
        .isGreaterThan(1000)
        .isEqualTo(work(network(pathKernel(number(1)), 2, 2).instance()));
  }

  private static long work(Instance instance) {
    long before = Work.done();
    NumericRoad.examine(instance, Settings.DEFAULT);
    return Work.done() - before;
  }

  @Test
  void theSameInputGivesTheSameEvidence() {
    for (Fixtures.Claim claim :
        List.of(
            network(pathKernel(number(1)), 1, 2), network(independence(1), 1, 1), explosion(0))) {
      assertThat(NumericRoad.examine(claim.instance(), Settings.DEFAULT))
          .isEqualTo(NumericRoad.examine(claim.instance(), Settings.DEFAULT));
    }
  }
}
