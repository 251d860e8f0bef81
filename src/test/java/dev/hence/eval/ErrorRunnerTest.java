package dev.hence.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorRunnerTest {
  private static final int OUTPUTS = 40;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void boundsTheErrorOfEveryOutput(long seed) {
    Program program = RandomPrograms.of(seed, 250, OUTPUTS);
    double[] inputs = RandomPrograms.inputs(seed);
    double[] outputs = new double[OUTPUTS];
    double[] bounds = new double[OUTPUTS];
    program.errorRunner().run(inputs, outputs, bounds);
    List<Enclosure> exact = enclosures(program, inputs);
    int informative = 0;
    for (int i = 0; i < OUTPUTS; i++) {
      if (bounds[i] == Double.POSITIVE_INFINITY) {
        continue;
      }
      Rational value = Rational.of(outputs[i]);
      Rational bound = Rational.of(bounds[i]);
      assertThat(exact.get(i).lower()).as("output %d", i).isGreaterThan(value.minus(bound));
      assertThat(exact.get(i).upper()).as("output %d", i).isLessThan(value.plus(bound));
      if (bounds[i] < 1e-9 * (1 + Math.abs(outputs[i]))) {
        informative++;
      }
    }
    assertThat(informative).as("bounds that say something").isGreaterThan(OUTPUTS / 2);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void bothRunnersAgree(long seed) {
    Program program = RandomPrograms.of(seed, 250, OUTPUTS);
    double[] inputs = RandomPrograms.inputs(seed);
    double[] plain = new double[OUTPUTS];
    double[] bounded = new double[OUTPUTS];
    program.runner().run(inputs, plain);
    program.errorRunner().run(inputs, bounded, new double[OUTPUTS]);
    assertThat(bounded).containsExactly(plain);
    List<Double> boxed = program.run(new Doubles(), Arrays.stream(inputs).boxed().toList());
    assertThat(boxed).containsExactlyElementsOf(Arrays.stream(plain).boxed().toList());
  }

  private static List<Enclosure> enclosures(Program program, double[] inputs) {
    Enclosures field = new Enclosures(60);
    return program.run(
        field, Arrays.stream(inputs).mapToObj(x -> field.of(Rational.of(x))).toList());
  }

  @Test
  void showsCancellation() {
    Tape tape = new Tape(20);
    Tape.Node big = tape.add(tape.of(100_000_000), tape.input(0));
    Tape.Node small = tape.subtract(big, tape.of(100_000_000));
    double[] outputs = new double[1];
    double[] bounds = new double[1];
    tape.program(List.of(small)).errorRunner().run(new double[] {1e-9}, outputs, bounds);
    assertThat(Math.abs(outputs[0] - 1e-9)).isLessThanOrEqualTo(bounds[0]);
    assertThat(bounds[0]).isBetween(1e-9, 1e-7);
  }

  @Test
  void operationsThatDoublesCarryOutExactlyHaveTinyBounds() {
    Tape tape = new Tape(20);
    Tape.Node sum = tape.add(tape.input(0), tape.of(Rational.of(1, 4)));
    double[] outputs = new double[1];
    double[] bounds = new double[1];
    tape.program(List.of(sum)).errorRunner().run(new double[] {0.5}, outputs, bounds);
    assertThat(outputs[0]).isEqualTo(0.75);
    assertThat(bounds[0]).isLessThan(1.2e-16);
  }

  @Test
  void saysWhereDoublesCannotTell() {
    Tape tape = new Tape(30);
    Tape.Node x = tape.input(0);
    Tape.Node third = tape.of(Rational.of(1, 3));
    Tape.Node zero = tape.subtract(tape.multiply(x, third), tape.divide(x, tape.of(3)));
    double[] outputs = new double[3];
    double[] bounds = new double[3];
    ErrorRunner runner =
        tape.program(
                List.of(
                    tape.divide(tape.one(), zero),
                    tape.select(zero, tape.of(5), tape.of(7)),
                    tape.divide(tape.one(), tape.apply(ElementaryFunction.EXP, x))))
            .errorRunner();
    runner.run(new double[] {1000}, outputs, bounds);
    assertThat(bounds[0]).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(bounds[1]).isBetween(2.0, 2.1);
    assertThat(runner.kinks()).isEqualTo(1);
    assertThat(outputs[2]).as("the overflow is swallowed").isZero();
    assertThat(bounds[2]).as("but not unnoticed").isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void underflowIsNoLicenceToClaimZero() {
    // 1e103⁻³ = 1e−309, but 1e309 overflows and its reciprocal is 0.
    Tape tape = new Tape(30);
    Tape.Node cube = tape.power(tape.input(0), -3);
    double[] outputs = new double[1];
    double[] bounds = new double[1];
    tape.program(List.of(cube)).errorRunner().run(new double[] {1e103}, outputs, bounds);
    assertThat(outputs[0]).isZero();
    assertThat(bounds[0]).isBetween(1e-309, 1e-307);
  }

  @Test
  void aConditionSmallerThanItsErrorDecidesNothing() {
    // (10⁸ + x) − 10⁸ − 1.4x at x = 1e−8 comes out as 9e−10; it is −4e−9.
    Tape tape = new Tape(30);
    Tape.Node x = tape.input(0);
    Tape.Node big = tape.of(100_000_000);
    Tape.Node rough = tape.subtract(tape.add(big, x), big);
    Tape.Node condition = tape.subtract(rough, tape.multiply(x, tape.of(Rational.of(14, 10))));
    double[] outputs = new double[2];
    double[] bounds = new double[2];
    ErrorRunner runner =
        tape.program(List.of(condition, tape.select(condition, tape.of(5), tape.of(7))))
            .errorRunner();
    runner.run(new double[] {1e-8}, outputs, bounds);
    assertThat(outputs[0]).isPositive();
    assertThat(outputs[1]).isEqualTo(5);
    assertThat(bounds[1]).as("the exact value is 7").isGreaterThanOrEqualTo(2);
    assertThat(runner.kinks()).isEqualTo(1);
  }
}
