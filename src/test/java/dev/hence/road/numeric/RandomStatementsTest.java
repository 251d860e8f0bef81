package dev.hence.road.numeric;

import static dev.hence.verdict.Fixtures.apply;
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

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Judge;
import dev.hence.verdict.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions made at random: what is true of all of them is never refuted, what is false is. */
class RandomStatementsTest {
  private final List<Expr.Ref> variables = List.of(variable("x"), variable("y"), variable("z"));

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  private Expr expression(Random random, int depth) {
    if (depth == 0) {
      return random.nextInt(4) == 0
          ? number(random.nextInt(-3, 4), random.nextInt(1, 4))
          : variables.get(random.nextInt(variables.size()));
    }
    Expr a = expression(random, depth - 1);
    return switch (random.nextInt(8)) {
      case 0, 1 -> sum(a, expression(random, depth - 1));
      case 2, 3 -> times(a, expression(random, depth - 1));
      case 4 -> over(a, sum(number(2), power(expression(random, depth - 1), 2)));
      case 5 -> new Expr.Abs(a);
      case 6 -> power(a, random.nextInt(0, 4));
      default -> {
        ElementaryFunction[] all = ElementaryFunction.values();
        yield apply(all[random.nextInt(all.length)], a);
      }
    };
  }

  private static Outcome outcome(Expr left, Expr right) {
    Instance instance = equation(left, right).instance();
    List<Evidence> evidence = NumericRoad.examine(instance, Settings.DEFAULT);
    return Judge.judge(instance.step(), List.of(instance), evidence).outcome();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theBinomialFormulaIsNeverRefuted(int seed) {
    Random random = new Random(seed);
    Expr a = expression(random, 3);
    Expr b = expression(random, 3);
    Expr left = times(sum(a, b), minus(a, b));
    Expr right = sum(power(a, 2), negative(power(b, 2)));
    assertThat(outcome(left, right)).isIn(Outcome.CONFIRMED, Outcome.UNDECIDED);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theProductRuleIsNeverRefuted(int seed) {
    Random random = new Random(seed);
    Expr a = expression(random, 3);
    Expr b = expression(random, 2);
    Expr.Ref x = variables.getFirst();
    Expr left = new Expr.Derivative(times(a, b), x);
    Expr right = sum(times(new Expr.Derivative(a, x), b), times(a, new Expr.Derivative(b, x)));
    assertThat(outcome(left, right)).isIn(Outcome.CONFIRMED, Outcome.UNDECIDED);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aTinyTermIsNeverOverlooked(int seed) {
    Random random = new Random(seed);
    Expr a = expression(random, 4);
    Expr tiny = new Expr.Literal(Rational.of(new BigDecimal("1e-25")));
    assertThat(outcome(a, sum(a, times(tiny, sum(number(1), power(variables.getFirst(), 2))))))
        .isIn(Outcome.REFUTED, Outcome.UNDECIDED);
  }
}
