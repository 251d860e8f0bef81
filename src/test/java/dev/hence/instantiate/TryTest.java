package dev.hence.instantiate;

import static dev.hence.instantiate.Article.HERE;
import static dev.hence.instantiate.Article.J;
import static dev.hence.instantiate.Article.LOSS;
import static dev.hence.instantiate.Article.ONE;
import static dev.hence.instantiate.Article.SCOPE;
import static dev.hence.instantiate.Article.THETA;
import static dev.hence.instantiate.Article.X;
import static dev.hence.instantiate.Article.call;
import static dev.hence.instantiate.Article.f;
import static dev.hence.instantiate.Article.slot;
import static dev.hence.instantiate.Article.step;
import static dev.hence.instantiate.Article.y;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.eval.PointProgram;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.Span;
import dev.hence.verdict.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TryTest {
  private final Problems problems = new Problems();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f: liner | UNKNOWN_MODEL | there is no model or function “liner”",
        "f: linear; mlp(0, tanh) | BAD_TRY | the width of a hidden layer",
        "f: squared | BAD_TRY | f cannot be squared",
        "f: tanh | BAD_TRY | f cannot be tanh",
        "\\ell: linear | BAD_TRY | \\ell cannot be linear",
        "f: | BAD_TRY | try has no value for f",
        "f: mlp(64, 64, tanh) | BAD_TRY | f cannot be mlp(64, 64, tanh): mlp(64, 64, tanh) takes",
        "N: 0 | BAD_TRY | the size N is a whole number from 1 to 64, not “0”",
        "N: 65 | BAD_TRY | the size N",
        "N: -1 | BAD_TRY | the size N",
        "N: 2.5 | BAD_TRY | the size N",
        "N: many | BAD_TRY | the size N",
        "N: | BAD_TRY | try has no value for N",
        "y: 1; x | BAD_TRY | the value of y is not a number",
        "x: 1; 2 | BAD_TRY | the value of x can be given only for"
      })
  void wrongValues(String entry, ProblemId id, String message) {
    assertThat(Instantiator.instances(step(LOSS, LOSS, entry), problems).list()).isEmpty();
    Problem problem = problems.toList().getFirst();
    assertThat(problem.id()).isEqualTo(id);
    assertThat(problem.message()).startsWith(message);
    assertThat(problem.span()).isEqualTo(new Span(30, 40));
  }

  @Test
  void aProblemOfTheHeaderIsReportedOnce() {
    Statement.Step step = step(LOSS, LOSS, "f: liner");
    Instantiator.instances(step, problems);
    assertThat(Instantiator.instances(step, problems).list()).isEmpty();
    assertThat(problems.toList()).hasSize(1);
  }

  @Test
  void namesThatNoStepKnowsAreReported() {
    String[] entries = {"q: 1", "L: 2", "f: linear", "N: 1", "\\ell: squared", "x_j: 1"};
    Expr m = new Expr.SizeOf(Size.named("M"));
    UnknownTrials.report(List.of(step(X, X, entries), step(ONE, m, "M: 2")), problems);
    assertThat(problems.toList())
        .extracting(Problem::message)
        .containsExactly(
            "try has values for “q”, which is no size, no variable and no function without a"
                + " formula",
            "try has values for “L”, which is no size, no variable and no function without a"
                + " formula");
  }

  @Test
  void whatAStepDoesNotNeedIsNotLookedAt() {
    Instantiator.instances(step(X, X, "f: liner", "N: 0"), problems);
    assertThat(problems.toList()).isEmpty();
  }

  @Test
  void tooManyCombinationsAreRefused() {
    String many = "1; 2; 3; 4; 5; 6; 7; 8; 9; 10";
    Statement.Step step =
        step(
            LOSS,
            LOSS,
            "d:" + many,
            "N:" + many,
            "f: linear; polynomial(2)",
            "\\ell: squared; huber; logistic");
    assertThat(Instantiator.instances(step, problems).list()).isEmpty();
    assertThat(problems.toList()).hasSize(1);
    assertThat(problems.toList().getFirst().id()).isEqualTo(ProblemId.TOO_MANY_INSTANCES);
    assertThat(problems.toList().getFirst().message())
        .isEqualTo("try asks for 600 combinations, the limit is 512");
  }

  @Test
  void aNumberOfWeightsThatFitsNowhereNamesBothNumbers() {
    Statement.Step step = step(f(X), f(X), "f: linear", "p: 7", "d: 2");
    assertThat(Instantiator.instances(step, problems).list()).isEmpty();
    assertThat(problems.toList()).hasSize(1);
    assertThat(problems.toList().getFirst().id()).isEqualTo(ProblemId.BAD_TRY);
    assertThat(problems.toList().getFirst().message())
        .isEqualTo("f cannot be linear: linear takes 3 weights, \\theta has 7");
  }

  @Test
  void aNumberOfWeightsThatFitsSomewhereIsUsedThere() {
    Statement.Step step = step(f(X), f(X), "f: linear", "p: 2; 3", "d: 1; 2");
    Instances instances = Instantiator.instances(step, problems);
    assertThat(problems.toList()).isEmpty();
    assertThat(instances.list())
        .extracting(Instance::label)
        .containsExactly("f = linear, d = 1, p = 2", "f = linear, d = 2, p = 3");
    assertThat(instances.passedOver())
        .containsExactlyInAnyOrder(
            "f = linear, d = 2, p = 2: linear takes 3 weights, \\theta has 2",
            "f = linear, d = 1, p = 3: linear takes 2 weights, \\theta has 3");
  }

  @Test
  void whereNoModelFitsTheDefaultIsGeneric() {
    Instances instances = Instantiator.instances(step(f(X), f(X), "p: 1", "d: 3"), problems);
    assertThat(instances.list())
        .extracting(Instance::label)
        .containsExactly("f = generic, d = 3, p = 1");
    assertThat(instances.passedOver()).isEmpty();
  }

  @Test
  void genericLeavesTheLengthOfTheWeightsOpen() {
    Instances instances =
        Instantiator.instances(step(f(X), f(X), "f: linear; generic", "d: 1"), problems);
    assertThat(instances.list())
        .extracting(Instance::label)
        .containsExactlyInAnyOrder(
            "f = linear, d = 1",
            "f = generic, d = 1, p = 1",
            "f = generic, d = 1, p = 2",
            "f = generic, d = 1, p = 3");
  }

  @Test
  void functionsOfTheSameWeightsShareThem() {
    Scope scope =
        SCOPE.with(
            Article.function("g", Shape.SCALAR, slot("x", Article.D), slot("\\theta", Article.P)));
    Expr g = call("g", Shape.SCALAR, X, THETA);
    Statement.Step step = step(scope, f(X), g, List.of(), "f: linear", "g: mlp(2, relu)", "d: 1");
    List<Instance> instances = Instantiator.instances(step, problems).list();
    assertThat(instances).hasSize(1);
    assertThat(instances.getFirst().interpretation().sizes()).containsEntry("p", 7);
    assertThat(compiled(instances.getFirst()).variables()).hasSize(2);
  }

  @Test
  void aFunctionOfOneNumberIsGenericAndTanh() {
    Scope scope = SCOPE.with(Article.function("\\sigma", Shape.SCALAR, slot("z", Shape.SCALAR)));
    Expr sigma = call("\\sigma", Shape.SCALAR, ONE);
    assertThat(Instantiator.instances(step(scope, sigma, sigma, List.of()), problems).list())
        .extracting(Instance::label)
        .containsExactly("σ = generic", "σ = tanh");
  }

  @Test
  void aFamilyOfFunctionsMayBeWrittenWithItsIndex() {
    Declaration.Function phi =
        new Declaration.Function(
            new Name("\\phi"), List.of("j"), List.of(slot("z", Shape.SCALAR)), Shape.SCALAR, HERE);
    Expr call = new Expr.Call(new Name("\\phi"), List.of(J), List.of(ONE), List.of(), Shape.SCALAR);
    Statement.Step step = step(SCOPE.with(phi), call, call, List.of(), "\\phi_j: sin", "N: 2");
    assertThat(Instantiator.instances(step, problems).list())
        .extracting(Instance::label)
        .containsExactly("ϕ = sin, N = 2");
  }

  @Test
  void assumptionsExcludeSizesAndBringInWhatTheySpeakOf() {
    Expr d = new Expr.SizeOf(Size.named("d"));
    Scope atLeastTwo =
        SCOPE.assuming(new Condition(d, Relation.GREATER_OR_EQUAL, Article.number(2)));
    Instances instances = Instantiator.instances(step(atLeastTwo, X, X, List.of()), problems);
    assertThat(instances.list()).extracting(Instance::label).containsExactly("d = 2", "d = 3");
    assertThat(instances.passedOver()).containsExactly("d = 1: the assumptions exclude it");

    Scope nonzero = SCOPE.assuming(new Condition(f(X), Relation.NOT_EQUAL, Article.number(0)));
    assertThat(Instantiator.instances(step(nonzero, X, X, List.of(), "f: linear"), problems).list())
        .extracting(Instance::label)
        .containsExactly("f = linear, d = 1", "f = linear, d = 2", "f = linear, d = 3");
    assertThat(Instantiator.instances(step(nonzero, y(J), y(J), List.of()), problems).list())
        .extracting(Instance::label)
        .as("an assumption about other variables")
        .containsExactly("N = 1", "N = 2", "N = 3");
  }

  @Test
  void orthonormalColumnsNeedEnoughRows() {
    Shape shape = Shape.matrix(Size.named("n"), Size.named("k"));
    Domain domain = new Domain.Special(Domain.Kind.ORTHONORMAL_COLUMNS);
    Scope scope = SCOPE.with(Article.variable("Q", shape, domain));
    Expr q = new Expr.Ref(new Name("Q"), List.of(), shape);
    Instances instances =
        Instantiator.instances(step(scope, q, q, List.of(), "n: 2", "k: 2; 3"), problems);
    assertThat(instances.list()).extracting(Instance::label).containsExactly("n = 2, k = 2");
    assertThat(instances.passedOver()).containsExactly("k = 3: no Q has orthonormal columns");
  }

  private static PointProgram compiled(Instance instance) {
    return PointProgram.compile(
        instance.interpretation(),
        instance.assignments(),
        List.of(instance.step().left(), instance.step().right()));
  }
}
