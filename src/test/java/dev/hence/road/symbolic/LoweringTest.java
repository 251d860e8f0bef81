package dev.hence.road.symbolic;

import static dev.hence.verdict.Fixtures.derivative;
import static dev.hence.verdict.Fixtures.equation;
import static dev.hence.verdict.Fixtures.minus;
import static dev.hence.verdict.Fixtures.negative;
import static dev.hence.verdict.Fixtures.number;
import static dev.hence.verdict.Fixtures.over;
import static dev.hence.verdict.Fixtures.power;
import static dev.hence.verdict.Fixtures.sum;
import static dev.hence.verdict.Fixtures.times;
import static dev.hence.verdict.Fixtures.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Domain;
import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.time.Stopwatch;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** What names and derivatives mean to the symbolic road, and what it refuses. */
class LoweringTest {
  private static final Expr.Ref X = variable("x");
  private static final Expr.Ref Y = variable("y");
  private static final Expr.Ref H = variable("h");
  private static final Expr.Ref A = variable("a");
  private static final List<Parameter> OF_X = List.of(new Parameter(X.name(), Shape.SCALAR));

  private static Expr call(String function, Expr... arguments) {
    return call(function, List.of(), arguments);
  }

  private static Expr call(String function, List<Integer> slots, Expr... arguments) {
    return new Expr.Call(new Name(function), List.of(), List.of(arguments), slots, Shape.SCALAR);
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

  // Names

  @Test
  void parametersTakeTheirArgumentsInDefinitionsToo() {
    Expr twice = times(number(2), H);
    holds(
        equation(call("g", number(5)), number(50))
            .define("h", power(X, 2))
            .define("g", OF_X, twice));
    open(
        equation(call("g", number(5)), times(number(2), power(X, 2)))
            .define("h", power(X, 2))
            .define("g", OF_X, twice),
        "not reduced");
  }

  @Test
  void argumentsAreTakenBeforeParametersAreBound() {
    List<Parameter> two =
        List.of(new Parameter(X.name(), Shape.SCALAR), new Parameter(Y.name(), Shape.SCALAR));
    holds(equation(call("g", Y, X), minus(Y, X)).define("g", two, minus(X, Y)));
  }

  @Test
  void boundNamesComeBeforeDefinitionsAndDefinitionsBeforeInputs() {
    holds(equation(X, number(3)).define("x", number(3)));
    holds(equation(call("g", Y), Y).define("x", number(3)).define("g", OF_X, X));
  }

  @Test
  void aFunctionWithoutFormulaIsNamed() {
    open(equation(call("\\phi", X), X), "the function ϕ, which has no formula here");
  }

  // Derivatives

  @Test
  void aDerivativeRecomputesWhatIsDefinedThroughItsVariable() {
    Expr product = times(H, X);
    holds(equation(derivative(product, X), times(number(3), power(X, 2))).define("h", power(X, 2)));
  }

  @Test
  void aDerivativeByADefinedNameCutsItsDefinition() {
    Expr product = times(power(H, 2), X);
    holds(equation(derivative(product, H), times(number(2), power(X, 3))).define("h", power(X, 2)));
  }

  @Test
  void anotherParameterIsHeldFixedWhateverItIs() {
    Expr.Ref u = variable("u");
    List<Parameter> parameters =
        List.of(new Parameter(X.name(), Shape.SCALAR), new Parameter(u.name(), Shape.SCALAR));
    Expr body = derivative(times(X, u), X);
    holds(equation(call("g", X, power(X, 2)), power(X, 2)).define("g", parameters, body));
  }

  @Test
  void slotsAreDifferentiatedBeforeTheArgumentsArePutIn() {
    List<Parameter> two =
        List.of(new Parameter(X.name(), Shape.SCALAR), new Parameter(Y.name(), Shape.SCALAR));
    Expr body = times(power(X, 3), power(Y, 2));
    holds(
        equation(call("g", List.of(0, 0, 1), A, A), times(number(12), power(A, 2)))
            .define("g", two, body));
  }

  @Test
  void aValueIsPutInAfterDerivativesAreTaken() {
    Expr slope = derivative(power(X, 2), X);
    holds(equation(new Expr.Substituted(slope, X, number(3)), number(6)));
    holds(equation(new Expr.Substituted(slope, X, times(X, Y)), times(number(2), times(X, Y))));
  }

  // Choices

  @Test
  void aVariableOfFinitelyManyValuesServesAsAnIndex() {
    Domain labels = new Domain.Finite(List.of(Rational.of(1), Rational.of(2), Rational.of(3)));
    Expr.Ref chosen = new Expr.Ref(new Name("w"), List.of(Y), Shape.SCALAR);
    Expr.Ref any = new Expr.Ref(new Name("w"), List.of(new Expr.Index("k")), Shape.SCALAR);
    Range range = new Range(number(1), number(3));
    Condition same = new Condition(new Expr.Index("k"), Relation.EQUAL, Y);
    Expr indicated =
        new Expr.Sum(
            false, "k", range, List.of(), times(new Expr.Cases(same, number(1), number(0)), any));
    holds(equation(chosen, indicated).declare("y", labels));
    Condition other = new Condition(new Expr.Index("k"), Relation.NOT_EQUAL, Y);
    Expr rest = new Expr.Sum(false, "k", range, List.of(other), any);
    holds(
        equation(sum(rest, chosen), new Expr.Sum(false, "k", range, List.of(), any))
            .declare("y", labels));
  }

  @Test
  void domainsAreKnown() {
    Expr root = new Expr.Root(power(X, 2), 2);
    holds(equation(root, X).declare("x", Domain.POSITIVE));
    holds(equation(root, X).assume(X, Relation.GREATER, number(0)));
    open(equation(root, X), "not reduced");
    Shape vector = Shape.vector(Size.fixed(3));
    Expr.Ref p = variable("p", vector);
    Expr total = new Expr.Inner(p, new Expr.Filled(Rational.ONE, vector));
    holds(equation(total, number(1)).declare("p", vector, new Domain.Special(Domain.Kind.SIMPLEX)));
  }

  // Integrals over anything but the trajectory

  @Test
  void polynomialsAreIntegrated() {
    Name s = new Name("s");
    Expr body = power(sum(X, new Expr.Ref(s, List.of(), Shape.SCALAR)), 2);
    Expr right = over(minus(power(sum(X, Y), 3), power(X, 3)), number(3));
    holds(equation(new Expr.Integral(s, number(0), Y, body), right));
    Expr sine = new Expr.Apply(ElementaryFunction.SIN, new Expr.Ref(s, List.of(), Shape.SCALAR));
    open(equation(new Expr.Integral(s, number(0), Y, sine), X), "∫_{0}^{y} (sin(u)) du");
  }

  // Bounds

  @Test
  void deepFormulasAreRefused() throws Exception {
    Expr deep = X;
    for (int k = 0; k < 3000; k++) {
      deep = negative(deep);
    }
    Fixtures.Claim claim = equation(deep, X);
    // Steps are checked on threads with a stack of this size.
    FutureTask<Void> check = new FutureTask<>(() -> open(claim, "nested"), null);
    new Thread(null, check, "deep", 64L << 20).start();
    check.get();
  }

  @Test
  void longSumsAreRefused() {
    Expr huge = new Expr.Sum(false, "k", new Range(number(1), number(1_000_000)), List.of(), X);
    open(equation(huge, X), "sums of more than");
  }

  @Test
  void aBudgetIsKept() {
    Fixtures.Claim claim = equation(derivative(variable("h_60"), X), variable("h_60"));
    claim.define("h_0", X);
    for (int k = 1; k <= 60; k++) {
      Expr before = variable("h_" + (k - 1));
      Expr tanh = new Expr.Apply(ElementaryFunction.TANH, before);
      claim.define("h_" + k, power(sum(before, tanh), 3));
    }
    Stopwatch watch = new Stopwatch();
    Evidence.Symbolic evidence = SymbolicRoad.examine(claim.instance(), Duration.ofMillis(300));
    assertThat(evidence).isInstanceOf(Evidence.SymbolicOpen.class);
    assertThat(watch.elapsed()).isLessThan(Duration.ofSeconds(5));
  }
}
