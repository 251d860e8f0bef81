package dev.hence.instantiate;

import static dev.hence.instantiate.Article.HERE;
import static dev.hence.instantiate.Article.I;
import static dev.hence.instantiate.Article.J;
import static dev.hence.instantiate.Article.N;
import static dev.hence.instantiate.Article.ONE;
import static dev.hence.instantiate.Article.SCOPE;
import static dev.hence.instantiate.Article.TO_N;
import static dev.hence.instantiate.Article.number;
import static dev.hence.instantiate.Article.plus;
import static dev.hence.instantiate.Article.step;
import static dev.hence.instantiate.Article.sum;
import static dev.hence.instantiate.Article.y;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.verdict.Instance;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FreeIndicesTest {
  private static final Condition DIFFERENT = new Condition(J, Relation.NOT_EQUAL, I);
  private static final Expr BELOW = new Expr.Negate(ONE);

  private final Problems problems = new Problems();

  @Test
  void aStepWithoutFreeIndicesSpeaksOnce() {
    assertThat(assignments(step(sum("j", TO_N, y(J)), ONE), 3)).containsExactly("{}");
  }

  @Test
  void aFreeIndexTakesAllItsValues() {
    assertThat(assignments(step(y(J), y(J)), 3)).containsExactly("{j=1}", "{j=2}", "{j=3}");
  }

  @Test
  void aBoundIndexOfTheSameLetterIsNotFree() {
    assertThat(assignments(step(sum("j", TO_N, y(J)), y(I)), 2)).containsExactly("{i=1}", "{i=2}");
    assertThat(assignments(step(sum("j", new Range(ONE, J), y(J)), ONE), 2))
        .as("the ends of a range lie outside")
        .containsExactly("{j=1}", "{j=2}");
  }

  @Test
  void conditionsOnIndicesAreKept() {
    Statement.Step step = step(SCOPE, y(I), y(J), List.of(DIFFERENT), "N: 1; 2");
    Instances instances = Instantiator.instances(step, problems);
    assertThat(instances.list()).hasSize(1);
    assertThat(print(instances.list().getFirst())).containsExactly("{i=1, j=2}", "{i=2, j=1}");
    assertThat(instances.passedOver())
        .containsExactly("N = 1: the conditions do not hold for any i, j");
  }

  @Test
  void conditionsOnRealNumbersAreLeftToOthers() {
    Condition positive = new Condition(y(I), Relation.GREATER, number(0));
    assertThat(assignments(step(SCOPE, y(I), y(I), List.of(positive), "N: 2"), 2)).hasSize(2);
  }

  @Test
  void valuesWithoutAMemberAreLeftOut() {
    Expr next = plus(J, ONE);
    Statement.Step step = step(y(J), y(next), "N: 1; 3");
    Instances instances = Instantiator.instances(step, problems);
    assertThat(print(instances.list().getFirst())).containsExactly("{j=1}", "{j=2}");
    assertThat(instances.passedOver()).containsExactly("N = 1: y_2 does not exist");
  }

  @Test
  void aBoundIndexMustStayInItsRange() {
    Expr next = plus(J, ONE);
    assertThat(assignments(step(sum("j", new Range(ONE, plus(N, BELOW)), y(next)), ONE), 3))
        .containsExactly("{}");
    Statement.Step wrong = step(sum("j", TO_N, y(next)), ONE);
    assertThat(Instantiator.instances(wrong, problems).list()).isEmpty();
    assertThat(problems.toList()).hasSize(1);
    Problem problem = problems.toList().getFirst();
    assertThat(problem.id()).isEqualTo(ProblemId.INDEX_OUT_OF_RANGE);
    assertThat(problem.help()).isEqualTo("N = 1: y_2 does not exist");
  }

  @Test
  void theDynamicsMustStayInTheirRange() {
    Lambda next =
        new Lambda(
            List.of("j"),
            List.of(),
            new Expr.Ref(new Name("w"), List.of(plus(J, ONE)), Shape.SCALAR));
    Scope scope =
        SCOPE
            .with(Article.variable("w", Shape.SCALAR, "j"))
            .with(new Dynamics(Map.of(new Name("w"), next), HERE));
    Expr w = new Expr.Ref(new Name("w"), List.of(ONE), Shape.SCALAR);
    assertThat(assignments(step(scope, w, w, List.of()), 1)).hasSize(1);
    Expr moving = new Expr.TimeDerivative(w);
    Instantiator.instances(step(scope, moving, w, List.of()), problems);
    assertThat(problems.toList())
        .extracting(Problem::help)
        .containsExactly("N = 1: w_2 does not exist");
  }

  @Test
  void longRangesAreBounded() {
    Range toTheEnd = new Range(ONE, number(2_000_000_000));
    Statement.Step step = step(sum("j", toTheEnd, sum("i", toTheEnd, ONE)), ONE);
    Instantiator.instances(step, problems);
    assertThat(problems.toList())
        .extracting(Problem::help)
        .containsExactly("there are too many members to look at");
  }

  @Test
  void conditionsOfASumAndCasesAreRespected() {
    Condition notLast = new Condition(J, Relation.LESS, N);
    Expr next = y(plus(J, ONE));
    Expr conditional = new Expr.Sum(false, "j", TO_N, List.of(notLast), next);
    assertThat(assignments(step(conditional, ONE), 3)).hasSize(1);
    Expr cases = new Expr.Cases(notLast, next, ONE);
    assertThat(assignments(step(cases, ONE), 3)).hasSize(3);
  }

  @Test
  void aMemberByNumberAsksForEnoughMembers() {
    Instances instances = Instantiator.instances(step(y(number(5)), y(number(2))), problems);
    assertThat(instances.list()).hasSize(1);
    Instance only = instances.list().getFirst();
    assertThat(only.label()).as("N enters nowhere").isEmpty();
    assertThat(only.interpretation().sizes()).containsEntry("N", 5);
  }

  @Test
  void anEntryAsksForEnoughEntries() {
    Expr entry = new Expr.Entry(Article.X, List.of(number(2)));
    Instances instances = Instantiator.instances(step(entry, entry), problems);
    assertThat(instances.list()).extracting(Instance::label).containsExactly("d = 2", "d = 3");
    assertThat(instances.passedOver()).containsExactly("d = 1: entry 2 of x does not exist");
  }

  @Test
  void aRangeMayDependOnAnotherFreeIndex() {
    Scope scope = SCOPE.with(new Declaration.IndexRange("k", new Range(ONE, plus(J, BELOW)), HERE));
    Expr k = new Expr.Index("k");
    assertThat(assignments(step(scope, y(k), ONE, List.of(), "N: 3"), 3))
        .containsExactly("{j=2, k=1}", "{j=3, k=1}", "{j=3, k=2}");
  }

  @Test
  void ofManyAssignmentsSomeOfEachOrderAreTaken() {
    Statement.Step step = step(y(I), y(J), "N: 20");
    List<SortedMap<String, Integer>> taken =
        Instantiator.instances(step, problems).list().getFirst().assignments();
    assertThat(taken).hasSize(64).doesNotHaveDuplicates();
    Map<Integer, Long> orders =
        taken.stream()
            .collect(
                Collectors.groupingBy(
                    a -> a.get("i").compareTo(a.get("j")), Collectors.counting()));
    assertThat(orders.get(0)).isEqualTo(20);
    assertThat(orders.get(-1)).isEqualTo(22);
    assertThat(orders.get(1)).isEqualTo(22);
    assertThat(taken).contains(new TreeMap<>(Map.of("i", 20, "j", 19)));
  }

  @Test
  void manyFreeIndicesAreBounded() {
    Scope scope = SCOPE;
    Expr product = ONE;
    for (String letter : List.of("a", "b", "c", "d", "e", "g", "h")) {
      scope = scope.with(new Declaration.IndexRange(letter, TO_N, HERE));
      product = plus(product, y(new Expr.Index(letter)));
    }
    Statement.Step step = step(scope, product, product, List.of(), "N: 64");
    assertThat(Instantiator.instances(step, problems).list().getFirst().assignments()).hasSize(64);
  }

  @Test
  void aFreeIndexWithoutARangeIsAProblem() {
    Expr q = new Expr.Index("q");
    assertThat(Instantiator.instances(step(y(q), y(q)), problems).list()).isEmpty();
    assertThat(problems.toList()).extracting(Problem::id).containsExactly(ProblemId.UNKNOWN_NAME);
  }

  @Test
  void emptyShapesArePassedOver() {
    Shape shorter = Shape.vector(Size.named("d").plus(-1));
    Scope scope = SCOPE.with(Article.variable("z", shorter));
    Expr z = new Expr.Ref(new Name("z"), List.of(), shorter);
    Instances instances = Instantiator.instances(step(scope, z, z, List.of()), problems);
    assertThat(instances.list()).extracting(Instance::label).containsExactly("d = 2", "d = 3");
    assertThat(instances.passedOver()).containsExactly("d = 1: a vector in ℝ^d−1 has no entries");
  }

  private List<String> assignments(Statement.Step step, int n) {
    List<Instance> instances = Instantiator.instances(step, problems).list();
    assertThat(problems.toList()).isEmpty();
    return instances.stream()
        .filter(i -> i.interpretation().sizes().get("N") == n)
        .findFirst()
        .map(FreeIndicesTest::print)
        .orElseThrow();
  }

  private static List<String> print(Instance instance) {
    return instance.assignments().stream().map(Object::toString).toList();
  }
}
