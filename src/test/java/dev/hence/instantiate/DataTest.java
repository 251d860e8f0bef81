package dev.hence.instantiate;

import static dev.hence.instantiate.Article.J;
import static dev.hence.instantiate.Article.ONE;
import static dev.hence.instantiate.Article.SCOPE;
import static dev.hence.instantiate.Article.TO_N;
import static dev.hence.instantiate.Article.X;
import static dev.hence.instantiate.Article.f;
import static dev.hence.instantiate.Article.step;
import static dev.hence.instantiate.Article.sum;
import static dev.hence.instantiate.Article.y;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.eval.PointProgram;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.verdict.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers for variables under {@code try}. */
class DataTest {
  private static final Expr.Ref A = new Expr.Ref(new Name("a"), List.of(), Shape.SCALAR);

  private final Problems problems = new Problems();

  @ParameterizedTest
  @CsvSource({"2, 2, 1", "-0.25, -1, 4", "1e-5, 1, 100000", "+3/4, 3, 4", "1.5e2, 150, 1"})
  void readsNumbersExactly(String text, long numerator, long denominator) {
    assertThat(Data.number(text)).contains(Rational.of(numerator, denominator));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1/0", "1e999999999", "0x10", "1,5", "--1", "1/2/3", "NaN"})
  void refusesWhatIsNoNumber(String text) {
    assertThat(Data.number(text)).isEmpty();
  }

  @Test
  void aVectorHasAsManyEntriesAsNumbers() {
    Shape simplex = Shape.vector(Size.named("q"));
    Scope scope =
        SCOPE.with(Article.variable("p", simplex, new Domain.Special(Domain.Kind.SIMPLEX)));
    Expr p = new Expr.Ref(new Name("p"), List.of(), simplex);
    assertThat(
            Instantiator.instances(step(scope, p, p, List.of(), "p: 1/2; 1/3; 1/6"), problems)
                .list())
        .extracting(Instance::label)
        .containsExactly("p = [1/2, 1/3, 1/6], q = 3");
    Instantiator.instances(step(scope, p, p, List.of(), "p: 1/2; 1/3"), problems);
    assertThat(problems.toList())
        .extracting(Problem::message)
        .containsExactly("the value of p does not lie in the declared domain");
  }

  @Test
  void numbersForAVariableAreTriedOneByOne() {
    Scope scope = SCOPE.with(Article.variable("a", Shape.SCALAR, Domain.POSITIVE));
    List<Instance> instances =
        Instantiator.instances(step(scope, A, A, List.of(), "a: 1/3; 1e-5"), problems).list();
    assertThat(instances).extracting(Instance::label).containsExactly("a = 1/3", "a = 1e-5");
    assertThat(compiled(instances.getFirst()).variables()).isEmpty();
  }

  @Test
  void numbersOutsideTheDomainAreRefused() {
    Scope scope = SCOPE.with(Article.variable("a", Shape.SCALAR, Domain.POSITIVE));
    Instantiator.instances(step(scope, A, A, List.of(), "a: 0"), problems);
    assertThat(problems.toList()).extracting(Problem::id).containsExactly(ProblemId.BAD_TRY);
  }

  @Test
  void dataOfAFamilySayHowManyThereAre() {
    Statement.Step step = step(sum("j", TO_N, y(J)), ONE, "y_j: 2; 6; 4.5");
    List<Instance> instances = Instantiator.instances(step, problems).list();
    assertThat(instances).extracting(Instance::label).containsExactly("y = [2, 6, 4.5], N = 3");
    double[] outputs = new double[2];
    compiled(instances.getFirst()).program().runner().run(new double[0], outputs);
    assertThat(outputs[0]).isEqualTo(12.5);
  }

  @Test
  void dataThatContradictASizeAreRefused() {
    Instantiator.instances(step(sum("j", TO_N, y(J)), ONE, "y: 2; 6", "N: 3"), problems);
    assertThat(problems.toList().getFirst().message())
        .isEqualTo("the data make N 2, try says otherwise");
  }

  @Test
  void derivativesByDataAreTaken() {
    Expr.Ref second = new Expr.Ref(new Name("y"), List.of(Article.number(2)), Shape.SCALAR);
    Expr square = new Expr.Power(sum("j", TO_N, y(J)), Article.number(2));
    Statement.Step step = step(new Expr.Derivative(square, second), ONE, "y: 2; 6");
    double[] outputs = new double[2];
    compiled(Instantiator.instances(step, problems).list().getFirst())
        .program()
        .runner()
        .run(new double[0], outputs);
    assertThat(outputs[0]).isEqualTo(16);
  }

  @Test
  void anInitialValueIsNotSupportedYet() {
    Statement.Step step = step(new Expr.TimeDerivative(f(X)), ONE, "\\theta: 1; 2");
    Instantiator.instances(step, problems);
    assertThat(problems.toList())
        .extracting(Problem::id)
        .containsExactly(ProblemId.NOT_YET_SUPPORTED);
  }

  private static PointProgram compiled(Instance instance) {
    return PointProgram.compile(
        instance.interpretation(),
        instance.assignments(),
        List.of(instance.step().left(), instance.step().right()));
  }
}
