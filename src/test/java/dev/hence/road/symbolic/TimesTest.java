package dev.hence.road.symbolic;

import static dev.hence.verdict.Fixtures.atEnd;
import static dev.hence.verdict.Fixtures.atStart;
import static dev.hence.verdict.Fixtures.derivative;
import static dev.hence.verdict.Fixtures.dt;
import static dev.hence.verdict.Fixtures.equation;
import static dev.hence.verdict.Fixtures.integral;
import static dev.hence.verdict.Fixtures.minus;
import static dev.hence.verdict.Fixtures.negative;
import static dev.hence.verdict.Fixtures.number;
import static dev.hence.verdict.Fixtures.power;
import static dev.hence.verdict.Fixtures.sum;
import static dev.hence.verdict.Fixtures.times;
import static dev.hence.verdict.Fixtures.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Fixtures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What times mean to the symbolic road, and what it refuses. */
class TimesTest {
  private static final Expr.Ref X = variable("x");
  private static final Expr.Ref Y = variable("y");
  private static final Expr.Ref A = variable("a");
  private static final Expr.Ref B = variable("b");

  private static Expr call(String function, Expr argument) {
    return new Expr.Call(new Name(function), List.of(), List.of(argument), List.of(), Shape.SCALAR);
  }

  private static Evidence.Symbolic examine(Fixtures.Claim claim) {
    return SymbolicRoad.examine(claim.instance(), Duration.ofSeconds(10));
  }

  private static void holds(Fixtures.Claim claim) {
    assertThat(examine(claim)).isInstanceOf(Evidence.SymbolicZero.class);
  }

  private static void open(Fixtures.Claim claim, String reason) {
    assertThat(examine(claim))
        .isInstanceOfSatisfying(
            Evidence.SymbolicOpen.class, o -> assertThat(o.reason()).contains(reason));
  }

  private static Fixtures.Claim decay(Expr left, Expr right) {
    return equation(left, right).moves("a", negative(times(B, A)));
  }

  @Test
  void theDynamicsMoveTheStateAndNothingElse() {
    holds(decay(dt(times(B, power(A, 2))), times(number(-2), times(power(B, 2), power(A, 2)))));
    holds(decay(dt(dt(A)), times(power(B, 2), A)));
    open(equation(dt(X), X), "dynamics that are not given");
  }

  @Test
  void theDynamicsMoveAParameterOfTheNameOfTheState() {
    List<Parameter> ofA = List.of(new Parameter(A.name(), Shape.SCALAR));
    holds(
        decay(call("g", A), times(number(-2), times(B, power(A, 2))))
            .define("g", ofA, dt(power(A, 2))));
    holds(
        decay(call("g", Y), times(number(-2), times(B, power(Y, 2))))
            .define("g", ofA, dt(power(A, 2))));
  }

  @Test
  void dynamicsDoNotReadParameters() {
    List<Parameter> ofB = List.of(new Parameter(B.name(), Shape.SCALAR));
    open(
        decay(call("g", Y), times(number(-1), times(Y, A))).define("g", ofB, dt(A)),
        "dynamics that depend on b where b is given another value");
    holds(decay(call("g", B), negative(times(B, A))).define("g", ofB, dt(A)));
  }

  @Test
  void aStateNeedsATimeWhereTimesAreSpokenOf() {
    open(decay(atEnd(A), A).alongTrajectory(), "the state without a time");
  }

  @Test
  void aBareStateInsideAnIntegralAlongTheTrajectoryRuns() {
    Expr bare = new Expr.Integral(new Name("t"), number(0), Fixtures.END, times(B, A));
    holds(decay(bare, minus(atStart(A), atEnd(A))).alongTrajectory());
    holds(decay(integral(times(B, A)), bare).alongTrajectory());
  }

  @Test
  void theStateAtTheEndIsNotDifferentiatedByWhatMovesIt() {
    open(
        decay(derivative(atEnd(A), B), number(0)).alongTrajectory(),
        "a change of b, on which the state at another time depends");
    open(
        decay(derivative(integral(A), B), number(0)).alongTrajectory(),
        "a change of b, on which the state at another time depends");
    holds(decay(derivative(times(X, atEnd(A)), X), atEnd(A)).alongTrajectory());
    holds(decay(atEnd(derivative(times(B, A), B)), atEnd(A)).alongTrajectory());
  }

  @Test
  void aDerivativeByTheStateIsOneAtItsTime() {
    holds(decay(atEnd(derivative(power(A, 2), A)), times(number(2), atEnd(A))).alongTrajectory());
    open(
        decay(derivative(atEnd(power(A, 2)), A), number(0)).alongTrajectory(),
        "takes a at another time");
  }

  @Test
  void derivativesAlongTheDynamicsOfSeveralTimesAreRefused() {
    open(
        decay(dt(minus(atEnd(A), atStart(A))), number(0)).alongTrajectory(),
        "values at several times");
    holds(decay(atEnd(dt(minus(A, atStart(A)))), negative(times(B, atEnd(A)))).alongTrajectory());
  }

  @Test
  void nestedIntegralsMayNotRunTogether() {
    Name s = new Name("s");
    Name t = new Name("t");
    Expr inner =
        new Expr.Integral(
            s,
            number(0),
            Fixtures.END,
            times(
                new Expr.At(A, new Expr.Ref(s, List.of(), Shape.SCALAR)),
                new Expr.At(A, new Expr.Ref(t, List.of(), Shape.SCALAR))));
    Expr product = new Expr.Integral(t, number(0), Fixtures.END, inner);
    holds(decay(product, power(integral(A), 2)).alongTrajectory());
    Expr entangled =
        new Expr.Integral(
            t,
            number(0),
            Fixtures.END,
            new Expr.Integral(
                s,
                number(0),
                Fixtures.END,
                new Expr.Apply(
                    ElementaryFunction.TANH,
                    sum(
                        new Expr.At(A, new Expr.Ref(s, List.of(), Shape.SCALAR)),
                        new Expr.At(A, new Expr.Ref(t, List.of(), Shape.SCALAR))))));
    open(decay(entangled, number(0)).alongTrajectory(), "inside another");
  }

  @Test
  void exponentialsOfATimeTimesAMatrixAreKnownByTheirLaw() {
    Shape square = Shape.matrix(Size.fixed(2), Size.fixed(2));
    Expr.Ref k = variable("K", square);
    Expr.Ref t = variable("t");
    Expr decaying = new Expr.MatrixExponential(negative(times(t, k)));
    Expr running = new Expr.Integral(t.name(), number(0), Fixtures.END, times(k, decaying));
    Expr whole =
        minus(
            new Expr.Identity(Size.fixed(2)),
            new Expr.MatrixExponential(negative(times(Fixtures.END, k))));
    holds(decay(running, whole).alongTrajectory());
    open(decay(running, negative(whole)).alongTrajectory(), "not reduced");
  }

  @Test
  void exponentialsWithoutATimeAreKnownAsPolynomialsUpToAFewRows() {
    Expr.Ref k = variable("K", Shape.matrix(Size.fixed(2), Size.fixed(2)));
    Expr exponential = new Expr.MatrixExponential(k);
    holds(equation(times(exponential, k), times(k, exponential)));
    open(equation(exponential, k), "not reduced to 0: α0(2)(1, ");
    open(equation(exponential, new Expr.Identity(Size.fixed(2))), "not reduced to 0: α0(2)(1, ");
    Expr.Ref large = variable("K", Shape.matrix(Size.fixed(5), Size.fixed(5)));
    open(equation(new Expr.MatrixExponential(large), large), "the exponential of a matrix");
  }

  @Test
  void equalQuestionsGetEqualAnswers() {
    Fixtures.Claim claim =
        decay(integral(times(B, A)), minus(atStart(A), atEnd(A))).alongTrajectory();
    assertThat(examine(claim).toString()).isEqualTo(examine(claim).toString());
  }
}
