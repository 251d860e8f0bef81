package dev.hence.instantiate;

import static dev.hence.instantiate.Article.HERE;
import static dev.hence.instantiate.Article.LOSS;
import static dev.hence.instantiate.Article.SCOPE;
import static dev.hence.instantiate.Article.T;
import static dev.hence.instantiate.Article.THETA;
import static dev.hence.instantiate.Article.X;
import static dev.hence.instantiate.Article.call;
import static dev.hence.instantiate.Article.f;
import static dev.hence.instantiate.Article.plus;
import static dev.hence.instantiate.Article.slot;
import static dev.hence.instantiate.Article.step;
import static dev.hence.instantiate.Article.untilT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.eval.PointProgram;
import dev.hence.eval.TrajectoryProgram;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.problem.Problems;
import dev.hence.verdict.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InstantiatorTest {
  private static final Expr LITTLE_X = new Expr.Ref(new Name("x"), List.of(), Shape.SCALAR);

  private final Problems problems = new Problems();

  @Test
  void theGridIsTheFullProductOfWhatTheAuthorWrote() {
    Statement.Step step =
        step(
            new Expr.TimeDerivative(LOSS),
            LOSS,
            "f: linear; polynomial(3); mlp(3, tanh)",
            "\\ell: squared; logistic",
            "N: 1; 3",
            "d: 2; 1");
    List<Instance> instances = instances(step);
    assertThat(instances).hasSize(24);
    assertThat(labels(instances)).doesNotHaveDuplicates();
    assertThat(instances.getFirst().label()).isEqualTo("f = linear, ℓ = squared, d = 1, N = 1");
    assertThat(instances.getLast().label())
        .isEqualTo("f = mlp(3, tanh), ℓ = logistic, d = 2, N = 3");
  }

  @Test
  void instancesComeSmallestFirst() {
    List<Integer> totals =
        instances(step(LOSS, LOSS)).stream()
            .map(i -> i.interpretation().sizes().values().stream().mapToInt(n -> n).sum())
            .toList();
    assertThat(totals).isSorted();
  }

  @Test
  void onlyWhatTheStepNeedsIsChosen() {
    assertThat(labels(instances(step(f(X), f(X), "\\ell: squared; logistic", "N: 1; 2; 3"))))
        .hasSize(9)
        .allMatch(label -> label.matches("f = .*, d = [123]"));
    assertThat(labels(instances(step(X, X)))).containsExactly("d = 1", "d = 2", "d = 3");
    assertThat(labels(instances(step(Article.ONE, Article.ONE, "f: linear; mlp(2, tanh)"))))
        .containsExactly("");
  }

  @Test
  void whatADefinitionUsesIsNeeded() {
    assertThat(names(instances(step(LOSS, LOSS))))
        .containsExactlyInAnyOrder("f", "\\ell", "d", "N");
  }

  @Test
  void theDynamicsAreNeededWhereTheStepSpeaksOfTime() {
    assertThat(names(instances(step(f(X), f(X))))).containsExactlyInAnyOrder("f", "d");
    assertThat(names(instances(step(new Expr.TimeDerivative(f(X)), f(X)))))
        .containsExactlyInAnyOrder("f", "\\ell", "d", "N");
    assertThat(names(instances(step(new Expr.TimeDerivative(X), X))))
        .as("the dynamics do not move x")
        .containsExactly("d");
  }

  @Test
  void aModelDecidesTheNumberOfItsWeights() {
    for (Instance instance : instances(step(f(X), f(X), "f: mlp(2, tanh)"))) {
      int d = instance.interpretation().sizes().get("d");
      assertThat(instance.interpretation().sizes()).containsEntry("p", 2 * (d + 1) + 3);
    }
  }

  @Test
  void defaultsAreCoveredPairByPair() {
    List<Instance> instances = instances(step(LOSS, LOSS));
    assertThat(instances).hasSizeBetween(9, 12);
    for (String pair : List.of("f d", "f N", "\\ell d", "\\ell N", "d N", "f \\ell")) {
      String[] names = pair.split(" ", -1);
      assertThat(
              instances.stream()
                  .map(i -> value(i, names[0]) + " " + value(i, names[1]))
                  .collect(Collectors.toSet()))
          .as(pair)
          .hasSize(9);
    }
  }

  @Test
  void defaultSizesAreUnequalBothWays() {
    Set<Integer> orders =
        instances(step(LOSS, LOSS, "f: linear; mlp(3, tanh)", "\\ell: squared; logistic")).stream()
            .map(Instance::interpretation)
            .map(i -> Integer.signum(i.sizes().get("d") - i.sizes().get("N")))
            .collect(Collectors.toSet());
    assertThat(orders).containsExactlyInAnyOrder(-1, 0, 1);
  }

  @Test
  void everyCombinationThatTheAuthorWroteMeetsEveryDefault() {
    List<Instance> instances =
        instances(
            step(LOSS, LOSS, "f: linear; polynomial(2); mlp(3, tanh)", "\\ell: squared; huber"));
    assertThat(instances).hasSizeBetween(9, 14);
    assertThat(
            instances.stream()
                .map(i -> value(i, "f") + value(i, "\\ell"))
                .collect(Collectors.toSet()))
        .hasSize(6);
    assertThat(
            instances.stream().map(i -> value(i, "f") + value(i, "N")).collect(Collectors.toSet()))
        .hasSize(9);
  }

  @Test
  void theSameStepGivesTheSameInstances() {
    Statement.Step step = step(new Expr.TimeDerivative(LOSS), LOSS, "N: 3; 1");
    List<Instance> first = instances(step);
    assertThat(instances(step)).isEqualTo(first);
  }

  @Test
  void aWrittenValueGivenTwiceIsOne() {
    assertThat(instances(step(f(X), f(X), "f: linear; linear", "d: 1; 1; 2"))).hasSize(2);
  }

  @Test
  void everyInstanceCanBeEvaluated() {
    Expr gradient = new Expr.Derivative(LOSS, THETA);
    for (Instance instance : instances(step(gradient, new Expr.TimeDerivative(THETA)))) {
      PointProgram program =
          PointProgram.compile(
              instance.interpretation(),
              instance.assignments(),
              List.of(instance.step().left(), instance.step().right()));
      int p = instance.interpretation().sizes().get("p");
      assertThat(program.sizes()).as(instance.label()).containsExactly(p, p);
      double[] inputs = new double[program.program().inputs()];
      Arrays.setAll(inputs, k -> Math.sin(k + 1.0));
      double[] outputs = new double[2 * p];
      program.program().runner().run(inputs, outputs);
      for (int k = 0; k < p; k++) {
        assertThat(outputs[p + k]).as(instance.label()).isEqualTo(-outputs[k]);
      }
    }
  }

  /** L(θ_T) − L(θ_0) = ∫_0^T dL/dt dt. */
  @Test
  void trajectoriesHaveTheirDynamicsAndTheirEnd() {
    Expr left = plus(new Expr.At(LOSS, T), new Expr.Negate(new Expr.At(LOSS, Article.number(0))));
    Name t = new Name("t");
    Expr.Ref now = new Expr.Ref(t, List.of(), Shape.SCALAR);
    Expr change = new Expr.At(new Expr.TimeDerivative(LOSS), now);
    Expr right = new Expr.Integral(t, Article.number(0), T, change);
    List<Instance> instances = instances(untilT(step(left, right, "f: linear; mlp(2, tanh)")));
    assertThat(instances).hasSizeBetween(9, 12);
    for (Instance instance : instances) {
      TrajectoryProgram program =
          TrajectoryProgram.compile(
              instance.interpretation(), instance.assignments(), List.of(left, right));
      assertThat(program.states()).as(instance.label()).hasSize(1);
      assertThat(program.integrals()).as(instance.label()).hasSize(1);
    }
    assertThat(names(instances(untilT(step(f(X), f(X))))))
        .as("a statement about a trajectory needs the dynamics in any case")
        .contains("\\ell", "N");
  }

  @Test
  void aParameterHidesTheVariableOfTheSameName() {
    Lambda twice =
        new Lambda(List.of(), List.of(slot("x", Shape.SCALAR)), plus(LITTLE_X, LITTLE_X));
    Scope scope = SCOPE.with(new Definition(new Name("g"), twice, Shape.SCALAR, HERE));
    Expr g = call("g", Shape.SCALAR, Article.ONE);
    assertThat(labels(instances(step(scope, g, g, List.of())))).containsExactly("");
  }

  private List<Instance> instances(Statement.Step step) {
    Instances instances = Instantiator.instances(step, problems);
    assertThat(problems.toList()).isEmpty();
    assertThat(instances.passedOver()).isEmpty();
    return instances.list();
  }

  private static List<String> labels(List<Instance> instances) {
    return instances.stream().map(Instance::label).toList();
  }

  private static List<String> names(List<Instance> instances) {
    return new ArrayList<>(
        instances.stream()
            .flatMap(i -> i.choices().stream())
            .map(Instance.Choice::name)
            .collect(Collectors.toSet()));
  }

  private static String value(Instance instance, String name) {
    return instance.choices().stream()
        .filter(c -> c.name().equals(name))
        .map(Instance.Choice::value)
        .findFirst()
        .orElseThrow();
  }
}
