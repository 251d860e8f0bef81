package dev.hence.verdict;

import static dev.hence.verdict.Fixtures.END;
import static dev.hence.verdict.Fixtures.apply;
import static dev.hence.verdict.Fixtures.atEnd;
import static dev.hence.verdict.Fixtures.atStart;
import static dev.hence.verdict.Fixtures.equation;
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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hence.claim.Expectation;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.eval.Variable;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.verdict.Evidence.Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Expr.Ref X = variable("x");
  private static final Expr.Ref W = variable("w");

  /** √x² = x, on two instances. */
  private final Instance one = root("1");

  private final Instance two = root("2");
  private final List<Instance> both = List.of(one, two);

  /** w_T = w_0 e^{T} for w' = −w, which is false. */
  private final Instance trajectory =
      equation(atEnd(W), times(atStart(W), apply(ElementaryFunction.EXP, END)))
          .alongTrajectory()
          .moves("w", negative(W))
          .instance();

  private static Instance root(String size) {
    return equation(apply(ElementaryFunction.SQRT, power(X, 2)), X).choice("N", size).instance();
  }

  private static Evidence.PointAgreement agrees(Instance instance) {
    return new Evidence.PointAgreement(instance, 64, 3, new Evidence.Lost(0, 0, 0), 1e-16);
  }

  private static Evidence.SymbolicZero zero(Instance instance, String... conditions) {
    return new Evidence.SymbolicZero(instance, "Together", List.of(conditions));
  }

  private static Evidence.Counterexample at(Instance instance, String name, long value) {
    return at(instance, name, value, new Certificate.Enclosed());
  }

  private static Evidence.Counterexample at(
      Instance instance, String name, long value, Certificate certificate) {
    SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>();
    values.put(new Variable(new Name(name), List.of(), 1, 1), List.of(Rational.of(value)));
    return new Evidence.Counterexample(instance, new Point(values), 0, "?", "?", certificate);
  }

  private static Certificate integrated(double residual) {
    return new Certificate.Integrated(1, residual, 1e-12);
  }

  private Verdict judge(Evidence... evidence) {
    return Judge.judge(one.step(), both, List.of(evidence));
  }

  private Verdict judgeTrajectory(Evidence... evidence) {
    return Judge.judge(trajectory.step(), List.of(trajectory), List.of(evidence));
  }

  @Test
  void zeroEverywhereAndNumericAgreementEverywhereIsVerified() {
    Verdict verdict =
        judge(agrees(one), agrees(two), zero(one, "x ≠ 0", "y ≠ 0"), zero(two, "z > 0", "x ≠ 0"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(verdict.sideConditions()).isEmpty();
    assertThat(verdict.reason()).isEmpty();
    assertThat(verdict.evidence()).hasSize(4);
  }

  @Test
  void whatBothSidesNeedToBeDefinedIsACondition() {
    Instance quotient = equation(over(X, X), number(1)).instance();
    Verdict verdict =
        Judge.judge(quotient.step(), List.of(quotient), List.of(agrees(quotient), zero(quotient)));
    assertThat(verdict.sideConditions()).containsExactly("x ≠ 0");
  }

  @Test
  void whatFormAloneShowsIsNoCondition() {
    Expr exponential = apply(ElementaryFunction.EXP, X);
    Expr sigmoid = over(number(1), sum(number(1), apply(ElementaryFunction.EXP, negative(X))));
    Expr share = over(exponential, sumOver("j", exponential));
    assertThat(conditions(over(X, minus(number(1), sigmoid)))).isEmpty();
    assertThat(conditions(apply(ElementaryFunction.LOG, share))).isEmpty();
    assertThat(conditions(over(X, minus(number(1), share)))).hasSize(1);
    assertThat(conditions(over(X, minus(number(2), X)))).containsExactly("2 ≠ x");
    assertThat(conditions(over(X, sumOver("j", X)))).hasSize(1);
  }

  private static List<String> conditions(Expr side) {
    Instance instance = equation(side, side).instance();
    return Judge.judge(
            instance.step(), List.of(instance), List.of(agrees(instance), zero(instance)))
        .sideConditions();
  }

  @Test
  void oneMissingZeroIsConfirmedAndNamed() {
    Verdict verdict =
        judge(agrees(one), agrees(two), zero(one), new Evidence.SymbolicOpen(two, "too large"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.CONFIRMED);
    assertThat(verdict.reason()).isEqualTo("not settled symbolically on N = 2: too large");
    assertThat(judge(agrees(one), agrees(two)).reason())
        .isEqualTo("not settled symbolically on N = 1: not tried");
  }

  @Test
  void whatTheNumericRoadCouldNotDoBesidesIsSaid() {
    Verdict verdict =
        judge(
            agrees(one),
            agrees(two),
            zero(one),
            zero(two),
            new Evidence.NumericOpen(two, "along trajectories: none could be used"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(verdict.reason()).isEqualTo("along trajectories: none could be used on N = 2");
  }

  @Test
  void zerosWithoutNumericAgreementAreUndecided() {
    Verdict verdict =
        judge(
            zero(one), zero(two), agrees(one), new Evidence.NumericOpen(two, "no evaluable point"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(verdict.reason()).isEqualTo("N = 2: no evaluable point");
    assertThat(judge(zero(one), zero(two), agrees(one)).reason())
        .isEqualTo("N = 2: not evaluated numerically");
  }

  @Test
  void numbersAloneConfirmNothingOnABranchThatTheyDidNotTake() {
    Evidence untaken =
        new Evidence.PointAgreement(
            two,
            64,
            3,
            new Evidence.Lost(0, 0, 0),
            0,
            List.of("x > 2", "x < −7"),
            Optional.empty());
    Verdict verdict = judge(agrees(one), zero(one), untaken);
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(verdict.reason()).contains("no point found where x > 2");
    assertThat(judge(agrees(one), zero(one), untaken, zero(two)).outcome())
        .isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void agreementAtNoPointIsNone() {
    Evidence.Lost lost = new Evidence.Lost(64, 0, 0);
    assertThat(
            judge(
                    zero(one),
                    zero(two),
                    agrees(one),
                    new Evidence.PointAgreement(two, 0, 0, lost, 0))
                .outcome())
        .isEqualTo(Outcome.UNDECIDED);
    assertThat(judge(agrees(one), new Evidence.PointAgreement(two, 64, 0, lost, 0)).outcome())
        .isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void agreementAtPointsSaysNothingAboutTrajectories() {
    assertThat(judgeTrajectory(zero(trajectory), agrees(trajectory)).outcome())
        .isEqualTo(Outcome.UNDECIDED);
    Evidence.TrajectoryAgreement along =
        new Evidence.TrajectoryAgreement(trajectory, 3, List.of(), List.of(), 0, List.of());
    assertThat(judgeTrajectory(zero(trajectory), along).outcome()).isEqualTo(Outcome.VERIFIED);
    Evidence.TrajectoryAgreement none =
        new Evidence.TrajectoryAgreement(trajectory, 0, List.of(), List.of(), 0, List.of());
    assertThat(judgeTrajectory(zero(trajectory), none).outcome()).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void aCounterexampleThatStandsRefutes() {
    Verdict verdict = judge(agrees(one), zero(one), zero(two), at(two, "x", -1));
    assertThat(verdict.outcome()).isEqualTo(Outcome.REFUTED);
    Evidence.Counterexample found = verdict.refutation().orElseThrow();
    assertThat(found.left()).isEqualTo("1");
    assertThat(found.right()).isEqualTo("−1");
  }

  @Test
  void aZeroBesideACounterexampleIsAnErrorOfSymja() {
    assertThat(judge(zero(one), at(two, "x", -1)).reason()).isEmpty();
    assertThat(judge(zero(two), at(two, "x", -1)).reason())
        .isEqualTo("Symja erred: by Together it found no difference on N = 2");
  }

  @Test
  void theFirstInstanceWithACounterexampleIsShown() {
    Verdict verdict = judge(at(two, "x", -2), at(one, "x", -3));
    assertThat(verdict.refutation().orElseThrow().instance()).isEqualTo(one);
  }

  @Test
  void aCounterexampleThatDoesNotStandIsAConflict() {
    Verdict verdict = judge(agrees(one), agrees(two), zero(one), zero(two), at(two, "x", 1));
    assertThat(verdict.outcome()).isEqualTo(Outcome.CONFLICTED);
    assertThat(verdict.reason())
        .isEqualTo(
            "the counterexample x = 1 on N = 2 does not stand: "
                + "the sides do not differ there for certain");
    assertThat(judge(at(one, "x", 1), at(two, "x", -1)).outcome()).isEqualTo(Outcome.REFUTED);
  }

  @Test
  void aDisagreementThatNothingCertifiesIsAConflict() {
    Verdict verdict =
        judge(
            agrees(one),
            agrees(two),
            zero(one),
            zero(two),
            new Evidence.Disagreement(one, "at x = 3"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.CONFLICTED);
    assertThat(verdict.reason()).isEqualTo("the sides disagree numerically on N = 1, at x = 3");
    assertThat(judge(new Evidence.Disagreement(one, "at x = 3"), at(two, "x", -1)).outcome())
        .isEqualTo(Outcome.REFUTED);
  }

  @Test
  void aConflictComesBeforeWhatIsUndecided() {
    assertThat(
            judge(
                    new Evidence.NumericOpen(one, "no evaluable point"),
                    new Evidence.Disagreement(two, "at x = 3"))
                .outcome())
        .isEqualTo(Outcome.CONFLICTED);
  }

  @Test
  void anIntegratedCounterexampleRefutesNumerically() {
    Verdict verdict = judgeTrajectory(at(trajectory, "w", 1, integrated(1e-3)));
    assertThat(verdict.outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(verdict.reason()).isEqualTo("numerical, not certified");
  }

  @Test
  void anIntegratedCounterexampleAgainstAZeroIsAConflict() {
    Verdict verdict = judgeTrajectory(zero(trajectory), at(trajectory, "w", 1, integrated(1e-3)));
    assertThat(verdict.outcome()).isEqualTo(Outcome.CONFLICTED);
    assertThat(verdict.reason()).contains("not certified");
  }

  @Test
  void aResidualCloseToItsErrorRefutesNothing() {
    assertThat(judgeTrajectory(at(trajectory, "w", 1, integrated(1e-10))).outcome())
        .isEqualTo(Outcome.CONFLICTED);
  }

  @Test
  void whatIsCertainIsShownBeforeWhatIsNumerical() {
    Verdict verdict =
        judgeTrajectory(
            at(trajectory, "w", 1, integrated(1e-3)),
            at(trajectory, "w", 2, new Certificate.Jet(1)));
    assertThat(verdict.refutation().orElseThrow().certificate()).isEqualTo(new Certificate.Jet(1));
    assertThat(verdict.reason()).isEmpty();
  }

  @Test
  void withoutInstancesNothingIsDecided() {
    assertThat(Judge.judge(one.step(), List.of(), List.of()).outcome())
        .isEqualTo(Outcome.UNDECIDED);
    Verdict verdict = Judge.untried(one.step(), "no size fits");
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(verdict.reason()).isEqualTo("no size fits");
  }

  @Test
  void evidenceOnOtherInstancesIsNotHeard() {
    List<Instance> first = List.of(one);
    List<Evidence> other = List.of(agrees(two));
    assertThatThrownBy(() -> Judge.judge(one.step(), first, other))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Judge.judge(trajectory.step(), first, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsGivenOrUnreadIsSaidSo() {
    Statement.Given given =
        new Statement.Given(
            "1", Optional.empty(), Fixtures.NOWHERE, "definition", X, number(1), Scope.EMPTY);
    assertThat(Judge.given(given).outcome()).isEqualTo(Outcome.GIVEN);
    Statement.Unread unread =
        new Statement.Unread(
            "2",
            Optional.empty(),
            Fixtures.NOWHERE,
            Problem.of(ProblemId.UNKNOWN_COMMAND, Fixtures.NOWHERE, "no such command"),
            Expectation.HOLDS);
    assertThat(Judge.unread(unread).outcome()).isEqualTo(Outcome.UNREAD);
    assertThat(Judge.unread(unread).reason()).isEqualTo("no such command");
  }

  @Test
  void everyOutcomeButProvedHasItsRow() {
    assertThat(
            Stream.of(
                    judge(agrees(one), agrees(two), zero(one), zero(two)),
                    judge(agrees(one), agrees(two)),
                    judge(),
                    judge(new Evidence.Disagreement(one, "")),
                    judge(at(one, "x", -1)))
                .map(Verdict::outcome))
        .containsExactly(
            Outcome.VERIFIED,
            Outcome.CONFIRMED,
            Outcome.UNDECIDED,
            Outcome.CONFLICTED,
            Outcome.REFUTED);
  }
}
