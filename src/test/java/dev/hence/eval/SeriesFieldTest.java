package dev.hence.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesFieldTest {
  private static final int ORDER = 8;

  private final SeriesField<Rational> field = new SeriesField<>(new Rationals(), ORDER);
  private final Series<Rational> t = field.variable();
  private final Series<Rational> one = field.one();

  private static List<Rational> rationals(String text) {
    return Arrays.stream(text.trim().split("\\s+"))
        .map(part -> part.split("/"))
        .map(
            part ->
                Rational.of(Long.parseLong(part[0]), part.length > 1 ? Long.parseLong(part[1]) : 1))
        .toList();
  }

  private List<Rational> coefficients(Series<Rational> series) {
    return IntStream.range(0, ORDER).mapToObj(k -> field.coefficient(series, k)).toList();
  }

  static Stream<Arguments> knownSeries() {
    return Stream.of(
        Arguments.of(ElementaryFunction.EXP, "1 1 1/2 1/6 1/24 1/120 1/720 1/5040"),
        Arguments.of(ElementaryFunction.SIN, "0 1 0 -1/6 0 1/120 0 -1/5040"),
        Arguments.of(ElementaryFunction.COS, "1 0 -1/2 0 1/24 0 -1/720 0"),
        Arguments.of(ElementaryFunction.TAN, "0 1 0 1/3 0 2/15 0 17/315"),
        Arguments.of(ElementaryFunction.ARCSIN, "0 1 0 1/6 0 3/40 0 5/112"),
        Arguments.of(ElementaryFunction.ARCTAN, "0 1 0 -1/3 0 1/5 0 -1/7"),
        Arguments.of(ElementaryFunction.SINH, "0 1 0 1/6 0 1/120 0 1/5040"),
        Arguments.of(ElementaryFunction.COSH, "1 0 1/2 0 1/24 0 1/720 0"),
        Arguments.of(ElementaryFunction.TANH, "0 1 0 -1/3 0 2/15 0 -17/315"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("knownSeries")
  void knowsTheSeriesOfTheTextbook(ElementaryFunction function, String expected) {
    Series<Rational> series = field.apply(function, t);
    assertThat(coefficients(series)).isEqualTo(rationals(expected));
    assertThat(series.order()).isEqualTo(ORDER);
  }

  @Test
  void knowsLogarithmRootsAndPowers() {
    Series<Rational> onePlusT = field.add(one, t);
    assertThat(coefficients(field.apply(ElementaryFunction.LOG, onePlusT)))
        .isEqualTo(rationals("0 1 -1/2 1/3 -1/4 1/5 -1/6 1/7"));
    assertThat(coefficients(field.apply(ElementaryFunction.SQRT, onePlusT)))
        .isEqualTo(rationals("1 1/2 -1/8 1/16 -5/128 7/256 -21/1024 33/2048"));
    assertThat(coefficients(field.root(onePlusT, 3)).subList(0, 4))
        .isEqualTo(rationals("1 1/3 -1/9 5/81"));
    assertThat(coefficients(field.power(onePlusT, field.of(Rational.of(-3, 2)))).subList(0, 4))
        .isEqualTo(rationals("1 -3/2 15/8 -35/16"));
    assertThat(coefficients(field.power(onePlusT, onePlusT)).subList(0, 5))
        .isEqualTo(rationals("1 1 1 1/2 1/3"));
  }

  /** Expanding at a point other than 0: f(x + T) has the coefficients f⁽ᵏ⁾(x)/k!. */
  @ParameterizedTest
  @EnumSource(ElementaryFunction.class)
  void agreesWithNestedDualNumbersAwayFromZero(ElementaryFunction function) {
    Enclosures enclosures = new Enclosures(60);
    SeriesField<Enclosure> series = new SeriesField<>(enclosures, 3);
    Enclosure x = enclosures.of(Rational.of(function == ElementaryFunction.ARCOSH ? 12 : 2, 5));
    Series<Enclosure> y = series.apply(function, series.add(series.constant(x), series.variable()));
    DualField<Enclosure> first = new DualField<>(enclosures, 1);
    DualField<Dual<Enclosure>> second = new DualField<>(first, 1);
    Dual<Dual<Enclosure>> z = second.apply(function, second.variable(first.variable(x, 0), 0));
    assertSame(enclosures, series.coefficient(y, 0), z.value().value());
    assertSame(enclosures, series.coefficient(y, 1), first.partial(z.value(), 0));
    Enclosure twice = enclosures.multiply(enclosures.of(2), series.coefficient(y, 2));
    assertSame(enclosures, twice, first.partial(second.partial(z, 0), 0));
  }

  private static void assertSame(Enclosures field, Enclosure a, Enclosure b) {
    Enclosure difference = field.subtract(a, b);
    assertThat(difference.containsZero()).isTrue();
    assertThat(difference.radius()).isLessThan(new java.math.BigDecimal("1e-57"));
  }

  @Test
  void polynomialsStayExact() {
    Series<Rational> square = field.power(field.add(one, t), 2);
    assertThat(square.isExact()).isTrue();
    assertThat(square.coefficients()).isEqualTo(rationals("1 2 1"));
    assertThat(field.divide(square, field.power(t, 3)).isExact()).isTrue();
    assertThat(field.power(field.add(one, t), ORDER).order()).isEqualTo(ORDER);
    assertThat(field.subtract(t, t).isExact()).isTrue();
    assertThat(field.isZero(field.subtract(t, t))).isTrue();
  }

  @Test
  void theGeometricSeriesIsAQuotient() {
    Series<Rational> geometric = field.divide(one, field.subtract(one, t));
    assertThat(coefficients(geometric)).containsOnly(Rational.ONE);
    assertThat(geometric.order()).isEqualTo(ORDER);
  }

  @Test
  void aQuotientOfSeriesThatStartAtTLosesAnOrder() {
    Series<Rational> sine = field.apply(ElementaryFunction.SIN, t);
    Series<Rational> quotient = field.divide(sine, field.apply(ElementaryFunction.TANH, t));
    assertThat(quotient.order()).isEqualTo(ORDER - 1);
    assertThat(quotient.coefficients().subList(0, 3)).isEqualTo(rationals("1 0 1/6"));
    assertThat(field.divide(sine, t).order()).isEqualTo(ORDER - 1);
    unknown(() -> field.coefficient(quotient, ORDER - 1));
  }

  @Test
  void polesCancel() {
    Series<Rational> pole = field.divide(one, field.apply(ElementaryFunction.SIN, t));
    assertThat(pole.valuation()).isEqualTo(-1);
    assertThat(field.coefficient(pole, 1)).isEqualTo(Rational.of(1, 6));
    assertThat(pole.order()).isEqualTo(ORDER - 2);
    Series<Rational> regular = field.subtract(pole, field.divide(one, t));
    assertThat(regular.valuation()).isEqualTo(1);
    assertThat(regular.leading()).isEqualTo(Rational.of(1, 6));
    Series<Rational> product = field.multiply(pole, pole);
    assertThat(product.valuation()).isEqualTo(-2);
    assertThat(product.order()).isEqualTo(ORDER - 3);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void obeysTheLawsOfAField(long seed) {
    Random random = new Random(seed);
    Series<Rational> a = random(random);
    Series<Rational> b = random(random);
    Series<Rational> c = random(random);
    agree(
        field.multiply(a, field.add(b, c)), field.add(field.multiply(a, b), field.multiply(a, c)));
    agree(field.multiply(field.multiply(a, b), c), field.multiply(a, field.multiply(b, c)));
    agree(field.multiply(field.divide(a, b), b), a);
    agree(field.power(a, -2), field.divide(one, field.multiply(a, a)));
    agree(
        field.derivative(field.multiply(a, b)),
        field.add(field.multiply(field.derivative(a), b), field.multiply(a, field.derivative(b))));
  }

  private Series<Rational> random(Random random) {
    int valuation = random.nextInt(-2, 3);
    int count = random.nextInt(1, 6);
    List<Rational> coefficients =
        IntStream.range(0, count).mapToObj(k -> Rational.of(random.nextInt(1, 9), 3)).toList();
    int order = random.nextBoolean() ? Series.EXACT : valuation + count + random.nextInt(3);
    return field.series(valuation, coefficients, order);
  }

  /** Two ways to one value agree in all coefficients that both know, and know at least two. */
  private void agree(Series<Rational> a, Series<Rational> b) {
    int known = Math.min(ORDER, Math.min(a.order(), b.order()));
    int from = Math.min(a.start(), b.start());
    assertThat(known).isGreaterThan(from);
    for (int k = from; k < known; k++) {
      assertThat(field.coefficient(a, k)).isEqualTo(field.coefficient(b, k));
    }
  }

  /**
   * Whatever coefficients lie beyond the order of the operands, the ones that a result claims to
   * know do not depend on them.
   */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void claimsNoCoefficientThatDependsOnUnknownOnes(long seed) {
    Random random = new Random(seed);
    Series<Rational> a = cut(random(random));
    Series<Rational> b = cut(random(random));
    Series<Rational> a1 = continued(a, random);
    Series<Rational> b1 = continued(b, random);
    agreeWhereFirstKnows(field.multiply(a, b), field.multiply(a1, b1));
    agreeWhereFirstKnows(field.divide(a, b), field.divide(a1, b1));
    agreeWhereFirstKnows(field.add(a, b), field.add(a1, b1));
    agreeWhereFirstKnows(field.power(a, 3), field.power(a1, 3));
    agreeWhereFirstKnows(field.power(a, -1), field.power(a1, -1));
    Series<Rational> square = field.power(a, 2);
    Series<Rational> square1 = field.power(a1, 2);
    agreeWhereFirstKnows(field.root(square, 2), field.root(square1, 2));
    Series<Rational> small = field.multiply(a, field.power(t, 1 - a.valuation()));
    Series<Rational> small1 = field.multiply(a1, field.power(t, 1 - a.valuation()));
    for (ElementaryFunction f :
        List.of(ElementaryFunction.EXP, ElementaryFunction.TANH, ElementaryFunction.ARCSIN)) {
      agreeWhereFirstKnows(field.apply(f, small), field.apply(f, small1));
    }
  }

  private Series<Rational> cut(Series<Rational> a) {
    return field.series(a.valuation(), a.coefficients(), a.degree() + 1);
  }

  private Series<Rational> continued(Series<Rational> a, Random random) {
    List<Rational> more =
        Stream.concat(
                a.coefficients().stream(),
                IntStream.range(0, 12).mapToObj(k -> Rational.of(random.nextInt(1, 99), 7)))
            .toList();
    return field.series(a.valuation(), more, Series.EXACT);
  }

  private void agreeWhereFirstKnows(Series<Rational> a, Series<Rational> b) {
    assertThat(a.order()).as("at least one coefficient").isGreaterThan(a.start());
    assertThat(b.order()).isGreaterThanOrEqualTo(a.order());
    for (int k = Math.min(a.start(), b.start()); k < a.order(); k++) {
      assertThat(field.coefficient(a, k)).as("T^%d", k).isEqualTo(field.coefficient(b, k));
    }
  }

  @Test
  void distinguishesZeroFromZeroSoFar() {
    fails(EvaluationException.Reason.DOMAIN, () -> field.divide(t, field.zero()));
    Series<Rational> exponential = field.apply(ElementaryFunction.EXP, t);
    Series<Rational> zero =
        field.subtract(field.multiply(exponential, exponential), field.power(exponential, 2));
    assertThat(zero.isZeroSoFar()).isTrue();
    assertThat(field.isZero(zero)).isFalse();
    fails(EvaluationException.Reason.INDETERMINATE, () -> field.divide(t, zero));
    fails(EvaluationException.Reason.INDETERMINATE, () -> field.root(zero, 2));
    fails(EvaluationException.Reason.INDETERMINATE, () -> field.select(zero, t, one));
    fails(EvaluationException.Reason.KINK, () -> field.select(field.zero(), t, one));
  }

  @Test
  void mayDivideOnlyByWhatIsCertainlyNotZero() {
    Enclosures enclosures = new Enclosures(60);
    SeriesField<Enclosure> series = new SeriesField<>(enclosures, 4);
    Enclosure unsure = enclosures.subtract(enclosures.pi(), enclosures.pi());
    Series<Enclosure> divisor = series.add(series.constant(unsure), series.variable());
    fails(EvaluationException.Reason.INDETERMINATE, () -> series.divide(series.one(), divisor));
    fails(EvaluationException.Reason.INDETERMINATE, () -> series.divide(series.zero(), divisor));
  }

  @Test
  void refusesWhatIsNoLaurentSeries() {
    Series<Rational> pole = field.divide(one, t);
    fails(EvaluationException.Reason.UNSUPPORTED, () -> field.apply(ElementaryFunction.EXP, pole));
    fails(EvaluationException.Reason.UNSUPPORTED, () -> field.apply(ElementaryFunction.LOG, t));
    fails(EvaluationException.Reason.UNSUPPORTED, () -> field.apply(ElementaryFunction.SQRT, t));
    fails(
        EvaluationException.Reason.UNSUPPORTED,
        () -> field.apply(ElementaryFunction.ARCSIN, field.subtract(one, t)));
    fails(EvaluationException.Reason.UNSUPPORTED, () -> field.integral(pole));
    fails(
        EvaluationException.Reason.DOMAIN, () -> field.apply(ElementaryFunction.LOG, field.of(-1)));
    unknown(() -> field.apply(ElementaryFunction.EXP, field.series(0, List.of(), 0)));
  }

  @Test
  void rootsOfEvenPowersAreForPositiveT() {
    Series<Rational> square = field.power(field.multiply(t, field.add(one, t)), 2);
    Series<Rational> root = field.root(square, 2);
    assertThat(root.valuation()).isEqualTo(1);
    assertThat(root.coefficients()).isEqualTo(rationals("1 1"));
    assertThat(root.order()).isEqualTo(ORDER);
  }

  @Test
  void selectLooksAtSmallPositiveT() {
    Series<Rational> condition = field.subtract(field.power(t, 2), field.power(t, 3));
    assertThat(field.select(condition, one, t)).isEqualTo(one);
    assertThat(field.select(field.negate(condition), one, t)).isEqualTo(t);
  }

  @Test
  void selectOnATapeKeepsBothBranches() {
    Tape tape = new Tape(100);
    SeriesField<Tape.Node> series = new SeriesField<>(tape, 3);
    Series<Tape.Node> x = series.add(series.constant(tape.input(0)), series.variable());
    Series<Tape.Node> relu = series.select(x, x, series.zero());
    Program program =
        tape.program(List.of(series.coefficient(relu, 0), series.coefficient(relu, 1)));
    assertThat(program.run(new Rationals(), List.of(Rational.of(5)))).isEqualTo(rationals("5 1"));
    assertThat(program.run(new Rationals(), List.of(Rational.of(-5)))).isEqualTo(rationals("0 0"));
  }

  @Test
  void integralAndDerivativeUndoEachOther() {
    Series<Rational> sine = field.apply(ElementaryFunction.SIN, t);
    Series<Rational> back = field.integral(field.derivative(sine));
    assertThat(back).isEqualTo(sine);
    assertThat(field.derivative(sine).order()).isEqualTo(ORDER - 1);
  }

  @Test
  void exponentiatesANilpotentStartExactly() {
    List<Series<Rational>> rotation =
        field.matrixExponential(2, List.of(field.zero(), field.negate(t), t, field.zero()));
    assertThat(coefficients(rotation.get(0)))
        .isEqualTo(coefficients(field.apply(ElementaryFunction.COS, t)));
    assertThat(coefficients(rotation.get(2)))
        .isEqualTo(coefficients(field.apply(ElementaryFunction.SIN, t)));
  }

  @Test
  void exponentiatesMatricesThatDoNotCommuteWithTheirDerivative() {
    // d/dT exp(A + T B) at 0 is the Fréchet derivative, here by dual numbers.
    Enclosures enclosures = new Enclosures(60);
    SeriesField<Enclosure> series = new SeriesField<>(enclosures, 3);
    DualField<Enclosure> dual = new DualField<>(enclosures, 1);
    int[] a = {1, 2, 3, 4};
    int[] b = {0, 1, 1, -1};
    List<Series<Enclosure>> bySeries =
        series.matrixExponential(
            2,
            IntStream.range(0, 4)
                .mapToObj(i -> series.polynomial(List.of(enclosures.of(a[i]), enclosures.of(b[i]))))
                .toList());
    List<Dual<Enclosure>> byDuals =
        dual.matrixExponential(
            2,
            IntStream.range(0, 4)
                .mapToObj(i -> dual.dual(enclosures.of(a[i]), List.of(enclosures.of(b[i]))))
                .toList());
    for (int i = 0; i < 4; i++) {
      assertSame(enclosures, series.coefficient(bySeries.get(i), 0), byDuals.get(i).value());
      assertSame(
          enclosures, series.coefficient(bySeries.get(i), 1), dual.partial(byDuals.get(i), 0));
    }
  }

  private static void unknown(ThrowingCallable evaluation) {
    fails(EvaluationException.Reason.INDETERMINATE, evaluation);
  }

  private static void fails(EvaluationException.Reason reason, ThrowingCallable evaluation) {
    assertThatThrownBy(evaluation)
        .isInstanceOfSatisfying(
            EvaluationException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
