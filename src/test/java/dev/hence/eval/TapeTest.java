package dev.hence.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TapeTest {
  private final Tape tape = new Tape(1000);
  private final Tape.Node x = tape.input(0);
  private final Tape.Node y = tape.input(1);

  @Test
  void sharesEqualInstructionsInEitherOrderOfCommutingOperands() {
    assertThat(tape.add(y, x)).isEqualTo(tape.add(x, y));
    assertThat(tape.multiply(y, x)).isEqualTo(tape.multiply(x, y));
    assertThat(tape.subtract(y, x)).isNotEqualTo(tape.subtract(x, y));
    assertThat(tape.divide(y, x)).isNotEqualTo(tape.divide(x, y));
    assertThat(tape.size()).isEqualTo(8);
  }

  @Test
  void sharesWholeSubexpressions() {
    Tape.Node once = tape.apply(ElementaryFunction.TANH, tape.multiply(x, y));
    int size = tape.size();
    Tape.Node again = tape.apply(ElementaryFunction.TANH, tape.multiply(y, x));
    assertThat(again).isEqualTo(once);
    assertThat(tape.size()).isEqualTo(size);
  }

  @Test
  void foldsConstantsExactly() {
    Tape.Node third = tape.divide(tape.one(), tape.of(3));
    assertThat(tape.constant(tape.multiply(third, tape.of(3)))).contains(Rational.ONE);
    assertThat(tape.constant(tape.root(tape.of(Rational.of(4, 9)), 2))).contains(Rational.of(2, 3));
    assertThat(tape.constant(tape.apply(ElementaryFunction.EXP, tape.zero())))
        .contains(Rational.ONE);
    assertThat(tape.constant(tape.apply(ElementaryFunction.EXP, tape.one()))).isEmpty();
  }

  @Test
  void knowsWhichOutputsAlwaysHaveAValue() {
    Tape.Node product = tape.multiply(tape.apply(ElementaryFunction.TANH, x), y);
    Tape.Node quotient = tape.divide(x, y);
    Tape.Node half = tape.divide(x, tape.of(2));
    Tape.Node log = tape.add(product, tape.apply(ElementaryFunction.LOG, x));
    Program program = tape.program(List.of(product, quotient, half, log));
    assertThat(IntStream.range(0, 4).filter(program::isTotal)).containsExactly(0, 2);
  }

  @Test
  void keepsOperandsThatAlgebraWouldDrop() {
    Tape.Node product = tape.multiply(tape.zero(), tape.apply(ElementaryFunction.LOG, x));
    assertThat(tape.isZero(product)).isFalse();
    double[] output = new double[1];
    tape.program(List.of(product)).runner().run(new double[] {-1, 0}, output);
    assertThat(output[0]).isNaN();
  }

  @Test
  void leavesDivisionByZeroToTheRun() {
    Program program = tape.program(List.of(tape.divide(tape.one(), tape.zero())));
    assertThatThrownBy(() -> program.run(new Rationals(), List.of(Rational.ONE, Rational.ONE)))
        .isInstanceOfSatisfying(
            EvaluationException.class,
            e -> assertThat(e.reason()).isEqualTo(EvaluationException.Reason.DOMAIN));
  }

  @Test
  void refusesToGrowBeyondItsLimit() {
    Tape small = new Tape(3);
    Tape.Node z = small.multiply(small.input(0), small.input(1));
    assertThat(small.multiply(small.input(1), small.input(0))).isEqualTo(z);
    assertThatThrownBy(() -> small.negate(z))
        .isInstanceOfSatisfying(
            EvaluationException.class,
            e -> assertThat(e.reason()).isEqualTo(EvaluationException.Reason.UNSUPPORTED));
  }

  @Test
  void aProgramHoldsOnlyWhatItsOutputsNeed() {
    Tape.Node wanted = tape.add(x, y);
    tape.apply(ElementaryFunction.SIN, tape.multiply(x, y));
    Program program = tape.program(List.of(wanted, x, tape.of(7)));
    assertThat(program.size()).isEqualTo(1);
    double[] outputs = new double[3];
    program.runner().run(new double[] {2, 3}, outputs);
    assertThat(outputs).containsExactly(5, 2, 7);
  }

  @Test
  void runsInAnotherField() {
    Tape.Node f = tape.divide(tape.power(x, 3), tape.subtract(x, y));
    assertThat(
            tape.program(List.of(f, tape.power(x, -2)))
                .run(new Rationals(), List.of(Rational.of(2), Rational.of(1, 2))))
        .containsExactly(Rational.of(16, 3), Rational.of(1, 4));
  }

  @Test
  void aBranchThatIsNotTakenMayHaveNoValue() {
    Tape.Node f = tape.select(x, tape.divide(tape.one(), x), tape.root(x, 2));
    Program program = tape.program(1 + 1, List.of(f));
    assertThat(program.run(new Rationals(), List.of(Rational.of(4), Rational.ZERO)))
        .containsExactly(Rational.of(1, 4));
    assertThatThrownBy(() -> program.run(new Rationals(), List.of(Rational.of(-4), Rational.ZERO)))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("even root");
  }

  @Test
  void countsKinksInDoubles() {
    Program program = tape.program(List.of(tape.select(x, x, tape.negate(x))));
    Runner runner = program.runner();
    double[] outputs = new double[1];
    runner.run(new double[] {0, 0}, outputs);
    assertThat(runner.kinks()).isEqualTo(1);
    runner.run(new double[] {-3, 0}, outputs);
    assertThat(runner.kinks()).isZero();
    assertThat(outputs[0]).isEqualTo(3);
    runner.run(new double[] {Double.NaN, 0}, outputs);
    assertThat(outputs[0]).isNaN();
  }

  @Test
  void aPointOutsideTheDomainIsNotHiddenByAReciprocal() {
    Tape.Node f = tape.divide(tape.one(), tape.divide(tape.one(), x));
    double[] outputs = new double[1];
    tape.program(2, List.of(f)).runner().run(new double[] {0, 0}, outputs);
    assertThat(outputs[0]).isNaN();
  }

  @Test
  void exponentiatesAMatrixOnceForAllItsEntries() {
    List<Tape.Node> rotation =
        tape.matrixExponential(2, List.of(tape.zero(), tape.negate(x), x, tape.zero()));
    int size = tape.size();
    assertThat(tape.matrixExponential(2, List.of(tape.zero(), tape.negate(x), x, tape.zero())))
        .isEqualTo(rotation);
    assertThat(tape.size()).isEqualTo(size);
    double[] outputs = new double[2];
    tape.program(List.of(rotation.get(0), rotation.get(2)))
        .runner()
        .run(new double[] {2, 0}, outputs);
    assertThat(outputs[0]).isCloseTo(Math.cos(2), within(1e-14));
    assertThat(outputs[1]).isCloseTo(Math.sin(2), within(1e-14));
  }

  @Test
  void remembersWhereADerivativeExists() {
    Tape.Node log = tape.apply(ElementaryFunction.LOG, x);
    Tape.Node slope = tape.given(tape.divide(tape.one(), x), log);
    Program program = tape.program(List.of(slope));
    double[] output = new double[1];
    program.runner().run(new double[] {2, 0}, output);
    assertThat(output[0]).isEqualTo(0.5);
    program.runner().run(new double[] {-2, 0}, output);
    assertThat(output[0]).isNaN();
    assertThatThrownBy(() -> program.run(new Enclosures(20), List.of(exactly(-2), exactly(0))))
        .isInstanceOfSatisfying(
            EvaluationException.class,
            e -> assertThat(e.reason()).isEqualTo(EvaluationException.Reason.DOMAIN));
  }

  @Test
  void needsNoReminderWhereThereIsAlwaysAValue() {
    Tape.Node value = tape.apply(ElementaryFunction.TANH, tape.multiply(x, y));
    assertThat(tape.given(y, value)).isEqualTo(y);
    assertThat(tape.given(y, tape.divide(x, y))).isNotEqualTo(y);
    assertThat(tape.given(y, tape.power(x, -1))).isNotEqualTo(y);
    assertThat(tape.given(y, tape.divide(x, tape.of(2)))).isEqualTo(y);
  }

  private static Enclosure exactly(long value) {
    return new Enclosures(20).of(value);
  }

  /** Each derivative within another triples the work, also where no node is new. */
  @Test
  void refusesDerivativesNestedTooDeep() {
    Tape tape = new Tape(1000);
    assertThatThrownBy(() -> nested(tape, tape.input(0), 20))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("nested too deep");
  }

  private static <S> S nested(Field<S> field, S x, int depth) {
    if (depth == 0) {
      return field.apply(ElementaryFunction.TANH, x);
    }
    DualField<S> dual = new DualField<>(field, 1);
    return dual.partial(nested(dual, dual.variable(x, 0), depth - 1), 0);
  }
}
