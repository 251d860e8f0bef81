package dev.hence.search;

import static dev.hence.verdict.Fixtures.apply;
import static dev.hence.verdict.Fixtures.claim;
import static dev.hence.verdict.Fixtures.equation;
import static dev.hence.verdict.Fixtures.negative;
import static dev.hence.verdict.Fixtures.number;
import static dev.hence.verdict.Fixtures.power;
import static dev.hence.verdict.Fixtures.sum;
import static dev.hence.verdict.Fixtures.times;
import static dev.hence.verdict.Fixtures.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Domain;
import dev.hence.eval.Variable;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.verdict.Certifier;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Fixtures;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import dev.hence.verdict.Recheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrinkerTest {
  private static final Expr.Ref W = variable("w");
  private static final Expr.Ref X = variable("x");

  private final SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>();
  private int asked;

  private ShrinkerTest at(String name, int rows, int columns, Rational... entries) {
    values.put(new Variable(new Name(name), List.of(), rows, columns), List.of(entries));
    return this;
  }

  private ShrinkerTest at(String name, Rational value) {
    return at(name, 1, 1, value);
  }

  private Counterexample shrunk(Fixtures.Claim claim, int attempts) {
    Instance instance = claim.instance();
    Certifier certifier = new Certifier(instance);
    Counterexample first =
        new Counterexample(instance, new Point(values), 0, "", "", new Certificate.Enclosed());
    assertThat(certifier.check(first)).isInstanceOf(Recheck.Stands.class);
    return Shrinker.shrink(
        first,
        (counterexample, point) -> {
          asked++;
          return certifier.moved(counterexample, point);
        },
        attempts);
  }

  private static String text(Counterexample c) {
    return c.point().text() + ": left " + c.left() + ", right " + c.right();
  }

  @Test
  void findsSmallIntegers() {
    at("w", Rational.of(-117, 256)).at("x", Rational.of(391, 128));
    Expr square = times(W, power(X, 2));
    assertThat(text(shrunk(equation(negative(square), square), 200)))
        .isEqualTo("w = 1, x = 1: left −1, right 1");
  }

  @Test
  void keepsEntriesApartWhereTheyMustBe() {
    at("w", Rational.of(-117, 256)).at("x", Rational.of(391, 128));
    Fixtures.Claim claim = claim(W, Relation.GREATER_OR_EQUAL, X);
    assertThat(text(shrunk(claim, 200))).isEqualTo("w = 0, x = 1: left 0, right 1");
  }

  @Test
  void staysInsideTheDomain() {
    at("x", Rational.of(717, 256));
    Fixtures.Claim claim =
        equation(power(X, 2), times(number(2), X)).declare("x", Fixtures.interval(2, 4));
    assertThat(text(shrunk(claim, 200))).isEqualTo("x = 3: left 9, right 6");
  }

  @Test
  void staysInsideTheAssumptions() {
    at("w", Rational.of(1, 4)).at("x", Rational.of(3, 4));
    Fixtures.Claim claim = equation(power(W, 2), X).assume(sum(W, X), Relation.EQUAL, number(1));
    Counterexample found = shrunk(claim, 200);
    assertThat(found.point().text()).isEqualTo("w = 0, x = 1");
  }

  @Test
  void triesMatricesOfSpecialFormAsAWhole() {
    at("Q", 2, 2, Rational.of(3, 5), Rational.of(-4, 5), Rational.of(4, 5), Rational.of(3, 5));
    Shape square = Shape.matrix(Size.fixed(2), Size.fixed(2));
    Expr.Ref q = variable("Q", square);
    Fixtures.Claim claim =
        equation(new Expr.Trace(q), number(0))
            .declare("Q", square, new Domain.Special(Domain.Kind.ORTHOGONAL));
    assertThat(text(shrunk(claim, 200))).isEqualTo("Q = [1, 0; 0, 1]: left 2, right 0");
  }

  @Test
  void keepsAnUndefinedSideUndefined() {
    at("x", Rational.of(-391, 128));
    Expr log = apply(ElementaryFunction.LOG, X);
    Instance instance =
        equation(apply(ElementaryFunction.LOG, power(X, 2)), times(number(2), log)).instance();
    Certifier certifier = new Certifier(instance);
    Counterexample first =
        new Counterexample(
            instance, new Point(values), 0, "", "", new Certificate.RightUndefined(""));
    assertThat(text(Shrinker.shrink(first, certifier::moved, 100)))
        .isEqualTo("x = −1: left 0, right undefined");
  }

  @Test
  void asksNoMoreOftenThanItMay() {
    at("w", Rational.of(-117, 256)).at("x", Rational.of(391, 128));
    Expr square = times(W, power(X, 2));
    shrunk(equation(negative(square), square), 3);
    assertThat(asked).isEqualTo(3);
  }

  @Test
  void returnsTheFirstWhereNothingSimplerStands() {
    at("x", Rational.of(391, 128));
    Counterexample first =
        new Counterexample(
            equation(X, X).instance(), new Point(values), 0, "", "", new Certificate.Enclosed());
    assertThat(Shrinker.shrink(first, (c, p) -> Optional.empty(), 100)).isEqualTo(first);
  }

  @Test
  void prefersWhatIsCertainAndThenTheFirstInstance() {
    Instance instance = equation(X, X).instance();
    Point nowhere = new Point(values);
    Counterexample numerical =
        new Counterexample(instance, nowhere, 0, "a", "", new Certificate.Integrated(1, 1, 1e-9));
    Counterexample certain =
        new Counterexample(instance, nowhere, 0, "b", "", new Certificate.Jet(2));
    Counterexample later =
        new Counterexample(instance, nowhere, 0, "c", "", new Certificate.Enclosed());
    assertThat(Shrinker.simplest(List.of(numerical, certain, later))).contains(certain);
    assertThat(Shrinker.simplest(List.of(numerical))).contains(numerical);
    assertThat(Shrinker.simplest(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "7, 2, 1, 4",
    "5, 2, 1, 3",
    "-5, 2, 1, -2",
    "-7, 3, 1, -2",
    "-1, 3, 1, 0",
    "1, 3, 2, 1",
    "3, 1, 10, 30"
  })
  void roundsToTheNearestOnAGrid(long numerator, long denominator, long grid, long units) {
    assertThat(Simplicity.rounded(Rational.of(numerator, denominator), grid))
        .isEqualTo(Rational.of(units, grid));
  }

  @Test
  void ordersNumbersAsPeopleDo() {
    List<Rational> ordered =
        List.of(
            Rational.ZERO,
            Rational.ONE,
            Rational.of(-1),
            Rational.of(2),
            Rational.of(-2),
            Rational.of(1, 2),
            Rational.of(-1, 2),
            Rational.of(391, 128));
    assertThat(ordered.stream().map(Simplicity::weight).toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }
}
