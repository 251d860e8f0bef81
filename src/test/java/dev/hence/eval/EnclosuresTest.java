package dev.hence.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnclosuresTest {
  private static final int DIGITS = 60;
  private static final Rational TINY = Rational.of(new BigDecimal("1e-20"));

  private final Enclosures field = new Enclosures(DIGITS);

  static Stream<Arguments> functionsAndSeeds() {
    return Stream.of(ElementaryFunction.values())
        .flatMap(f -> IntStream.range(0, 3).mapToObj(seed -> Arguments.of(f, seed)));
  }

  /** An argument of a random order of magnitude inside the domain of the function. */
  private static Rational argument(ElementaryFunction function, Random random) {
    long n = random.nextLong(1_000_000_007);
    Rational fraction = Rational.of(n, 1_000_000_007);
    Rational signed = random.nextBoolean() ? fraction : fraction.negate();
    int magnitude = random.nextInt(-25, 3);
    return switch (function) {
      case LOG, SQRT -> fraction.plus(TINY).times(Rational.of(10).power(2 * magnitude));
      case ARCSIN, ARCCOS ->
          random.nextBoolean()
              ? signed.times(Rational.of(10).power(Math.min(0, magnitude)))
              : Rational.ONE.minus(fraction.times(Rational.of(10).power(Math.min(0, magnitude))));
      case ARTANH ->
          random.nextBoolean()
              ? signed.times(Rational.of(10).power(Math.min(0, magnitude)))
              : Rational.ONE.minus(fraction.plus(TINY).times(Rational.of(1, 2)));
      case ARCOSH -> Rational.ONE.plus(fraction.times(Rational.of(10).power(magnitude)));
      case EXP, SIN, COS, TAN, ARCTAN, SINH, COSH, TANH, ARSINH, ERF ->
          signed.times(Rational.of(10).power(magnitude));
    };
  }

  private static void assertEncloses(Enclosure enclosure, Rational reference) {
    // The reference is computed to 120 digits, of which a few may be lost near zeros.
    Rational slack = reference.power(2).plus(Rational.ONE).times(Rational.of(10).power(-100));
    assertThat(enclosure.lower()).isLessThanOrEqualTo(reference.plus(slack));
    assertThat(enclosure.upper()).isGreaterThanOrEqualTo(reference.minus(slack));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("functionsAndSeeds")
  void enclosesElementaryFunctionsTightly(ElementaryFunction function, int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 8; i++) {
      Rational x = argument(function, random);
      Enclosure y = field.apply(function, field.of(x));
      Rational reference = Reference.value(function, x, 120);
      assertEncloses(y, reference);
      Rational width = y.upper().minus(y.lower());
      Rational size = reference.signum() < 0 ? reference.negate() : reference;
      assertThat(width)
          .as("width of %s at %s", function, x)
          .isLessThan(size.plus(Rational.ONE).times(Rational.of(10).power(-DIGITS)));
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("functionsAndSeeds")
  void enclosesTheValuesAtAllPointsOfAnInterval(ElementaryFunction function, int seed) {
    Random random = new Random(seed + 1000);
    for (int i = 0; i < 6; i++) {
      Rational a = argument(function, random);
      Rational b = argument(function, random);
      Rational closer = a.plus(b.minus(a).times(Rational.of(10).power(-random.nextInt(30))));
      Rational low = a.compareTo(closer) < 0 ? a : closer;
      Rational high = a.compareTo(closer) < 0 ? closer : a;
      Enclosure y;
      try {
        y = field.apply(function, field.between(low, high));
      } catch (EvaluationException e) {
        // The tangent has a pole inside, or the outward rounding of an end leaves the domain.
        assertThat(e.reason()).isEqualTo(EvaluationException.Reason.INDETERMINATE);
        continue;
      }
      for (Rational t :
          List.of(Rational.ZERO, Rational.of(random.nextInt(100), 100), Rational.ONE)) {
        Rational x = low.plus(high.minus(low).times(t));
        assertEncloses(y, Reference.value(function, x, 120));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 1000001})
  void enclosesSineAndCosineNearTheirExtrema(int quarters) {
    for (int power = 1; power < 70; power += 11) {
      Rational nearby =
          Reference.pi(120).times(Rational.of(quarters, 2)).plus(Rational.of(10).power(-power));
      Enclosure x = field.between(nearby.minus(TINY), nearby.plus(TINY));
      for (ElementaryFunction f : List.of(ElementaryFunction.SIN, ElementaryFunction.COS)) {
        Enclosure y = field.apply(f, x);
        assertEncloses(y, Reference.value(f, nearby, 140));
        assertEncloses(y, Reference.value(f, nearby.plus(TINY), 140));
        assertThat(y.upper()).isLessThanOrEqualTo(Rational.ONE);
        assertThat(y.lower()).isGreaterThanOrEqualTo(Rational.of(-1));
      }
    }
  }

  @Test
  void refusesTheTangentAcrossAPoleButNotBesideIt() {
    Rational pole = Reference.pi(120).dividedBy(Rational.of(2));
    Rational beside = pole.minus(Rational.of(2).times(TINY));
    fails(
        EvaluationException.Reason.INDETERMINATE,
        () -> field.apply(ElementaryFunction.TAN, field.between(beside, pole.plus(TINY))));
    Enclosure y = field.apply(ElementaryFunction.TAN, field.between(beside.minus(TINY), beside));
    assertThat(y.contains(Reference.value(ElementaryFunction.TAN, beside, 120))).isTrue();
    assertThat(y.excludesZero()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 200, 500})
  void reachesTheDigitsAskedFor(int digits) {
    Enclosures fine = new Enclosures(digits);
    Enclosure e = fine.apply(ElementaryFunction.EXP, fine.one());
    assertThat(e.radius()).isLessThan(BigDecimal.ONE.scaleByPowerOfTen(-digits));
    Rational reference = Reference.value(ElementaryFunction.EXP, Rational.ONE, digits + 50);
    assertThat(e.contains(reference)).isTrue();
  }

  @Test
  void separatesRamanujansConstantFromAnInteger() {
    // exp(π √163) = 262537412640768743.99999999999925…
    Enclosure root = field.root(field.of(Rational.of(163)), 2);
    Enclosure constant = field.apply(ElementaryFunction.EXP, field.multiply(field.pi(), root));
    Enclosure difference = field.subtract(field.of(262537412640768744L), constant);
    assertThat(difference.excludesZero()).isTrue();
    assertThat(difference.sign()).isEqualTo(1);
    assertThat(difference.toDouble()).isBetween(7.4e-13, 7.6e-13);
  }

  @Test
  void seesAPerturbationOf1e20() {
    Enclosure x = field.of(Rational.of(7, 3));
    Enclosure one =
        field.add(
            field.power(field.apply(ElementaryFunction.SIN, x), 2),
            field.power(field.apply(ElementaryFunction.COS, x), 2));
    assertThat(field.subtract(one, field.one()).containsZero()).isTrue();
    Enclosure perturbed = field.add(one, field.of(TINY));
    assertThat(field.subtract(perturbed, field.one()).excludesZero()).isTrue();
  }

  @Test
  void recognisesZeroWhereRationalsCancel() {
    Enclosure third = field.divide(field.one(), field.of(3));
    Enclosure rest = field.subtract(field.multiply(third, field.of(3)), field.one());
    assertThat(rest.isExactZero()).isTrue();
    assertThat(field.isZero(field.apply(ElementaryFunction.LOG, field.one()))).isTrue();
    Enclosure pi = field.pi();
    Enclosure unknown = field.subtract(pi, pi);
    assertThat(unknown.containsZero()).isTrue();
    assertThat(unknown.isExactZero()).isFalse();
    assertThat(field.isZero(field.multiply(pi, field.zero()))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(ElementaryFunction.class)
  void neverHangsOnExtremeArguments(ElementaryFunction function) {
    for (String text : List.of("1e7", "-1e7", "1e30", "-1e30", "1e-30", "1e-300", "1e3000")) {
      Rational x = Rational.of(new BigDecimal(text));
      try {
        Enclosure y = field.apply(function, field.of(x));
        BigDecimal size = new BigDecimal(y.upper().numerator()).abs().max(BigDecimal.ONE);
        assertThat(y.radius()).isLessThan(size.scaleByPowerOfTen(-20));
      } catch (EvaluationException e) {
        assertThat(e.reason())
            .isIn(
                EvaluationException.Reason.DOMAIN,
                EvaluationException.Reason.OVERFLOW,
                EvaluationException.Reason.UNSUPPORTED);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ElementaryFunction.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"LOG", "SQRT", "ARCOSH"})
  void isContinuousAtZeroHoweverSmallTheArgument(ElementaryFunction function) {
    Enclosure tiny = field.power(field.of(Rational.of(3, 10)), 100_000_000);
    Enclosure around0 = field.subtract(field.pi(), field.pi());
    double atZero = DoubleFunctions.apply(function, 0);
    for (Enclosure x : List.of(tiny, field.negate(tiny), around0, field.power(around0, 1000))) {
      Enclosure y = field.apply(function, x);
      assertThat(y.toDouble()).isCloseTo(atZero, within(1e-60));
      assertThat(y.radius()).isLessThan(new BigDecimal("1e-60"));
    }
    Enclosure y = field.apply(function, field.between(Rational.ZERO, Rational.of(1, 3)));
    assertThat(Math.abs(y.toDouble() - atZero)).isBetween(0.01, 1.0);
  }

  @Test
  void takesLogarithmsOfHowSmallANumberEver() {
    Enclosure tiny = field.power(field.of(Rational.of(3, 10)), 100_000_000);
    Enclosure log = field.apply(ElementaryFunction.LOG, tiny);
    assertThat(log.toDouble()).isCloseTo(1e8 * Math.log(0.3), within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -50, -923, -40_000})
  void keepsSmallExponentialsApartFromZero(int x) {
    Enclosure y = field.apply(ElementaryFunction.EXP, field.of(x));
    assertThat(y.sign()).isEqualTo(1);
    BigDecimal size =
        new BigDecimal(y.upper().numerator())
            .divide(new BigDecimal(y.upper().denominator()), new java.math.MathContext(5));
    assertThat(y.radius()).isLessThan(size.scaleByPowerOfTen(-DIGITS));
    Enclosure back = field.apply(ElementaryFunction.LOG, y);
    assertThat(back.contains(Rational.of(x))).isTrue();
    assertThat(field.apply(ElementaryFunction.COSH, field.of(x)).sign()).isEqualTo(1);
  }

  @Test
  void evaluatesTheSineOfALargeArgument() {
    Rational x = Rational.of(new BigDecimal("1e30"));
    Enclosure y = field.apply(ElementaryFunction.SIN, field.of(x));
    assertThat(y.contains(Reference.value(ElementaryFunction.SIN, x, 150))).isTrue();
    assertThat(y.radius()).isLessThan(new BigDecimal("1e-60"));
  }

  @Test
  void losesNoDigitsToLargeFractions() {
    Rational x = Rational.of(10).power(30).dividedBy(Rational.of(3));
    Enclosure sine = field.apply(ElementaryFunction.SIN, field.of(x));
    assertThat(sine.radius()).isLessThan(new BigDecimal("1e-60"));
    assertThat(sine.contains(Reference.value(ElementaryFunction.SIN, x, 150))).isTrue();
    Enclosure product =
        field.multiply(
            field.apply(ElementaryFunction.EXP, field.of(Rational.of(100_000, 3))),
            field.apply(ElementaryFunction.EXP, field.of(Rational.of(-100_000, 3))));
    assertThat(product.contains(Rational.ONE)).isTrue();
    assertThat(product.radius()).isLessThan(new BigDecimal("1e-66"));
  }

  @Test
  void namesTheReasonForHavingNoValue() {
    Enclosure around0 = field.between(TINY.negate(), TINY);
    Enclosure negative = field.negate(field.pi());
    fails(EvaluationException.Reason.DOMAIN, () -> field.divide(field.one(), field.zero()));
    fails(EvaluationException.Reason.INDETERMINATE, () -> field.divide(field.one(), around0));
    fails(EvaluationException.Reason.DOMAIN, () -> field.power(field.zero(), -1));
    fails(EvaluationException.Reason.INDETERMINATE, () -> field.power(around0, -1));
    fails(EvaluationException.Reason.DOMAIN, () -> field.apply(ElementaryFunction.LOG, negative));
    fails(
        EvaluationException.Reason.INDETERMINATE,
        () -> field.apply(ElementaryFunction.LOG, around0));
    fails(EvaluationException.Reason.DOMAIN, () -> field.root(negative, 2));
    fails(EvaluationException.Reason.INDETERMINATE, () -> field.root(around0, 4));
    fails(EvaluationException.Reason.DOMAIN, () -> field.power(negative, field.pi()));
    fails(
        EvaluationException.Reason.DOMAIN, () -> field.apply(ElementaryFunction.ARCSIN, negative));
    fails(
        EvaluationException.Reason.OVERFLOW,
        () -> field.apply(ElementaryFunction.EXP, field.of(2_000_000)));
    fails(EvaluationException.Reason.KINK, () -> field.select(field.zero(), negative, around0));
    fails(
        EvaluationException.Reason.INDETERMINATE, () -> field.select(around0, negative, negative));
    fails(EvaluationException.Reason.INDETERMINATE, around0::sign);
  }

  private static void fails(EvaluationException.Reason reason, ThrowingCallable evaluation) {
    assertThatThrownBy(evaluation)
        .isInstanceOfSatisfying(
            EvaluationException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "-8, 3", "1/7, 5", "-3/11, 7", "5, 2", "5, 4", "1e-40, 3"})
  void rootsUndoPowers(String text, int n) {
    Rational x = rational(text);
    Enclosure root = field.root(field.of(x), n);
    assertThat(field.power(root, n).contains(x)).isTrue();
    assertThat(field.power(root, n).radius()).isLessThan(new BigDecimal("1e-58"));
    Enclosure wide = field.between(x.minus(TINY), x.plus(TINY));
    assertThat(field.power(field.root(wide, n), n).contains(x.plus(TINY))).isTrue();
  }

  private static Rational rational(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Rational.of(new BigDecimal(text))
        : Rational.of(
            Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
  }

  @Test
  void oddRootsPassThroughZero() {
    Enclosure root = field.root(field.between(Rational.of(-8), Rational.of(27)), 3);
    assertThat(root.contains(Rational.of(-2))).isTrue();
    assertThat(root.contains(Rational.of(3))).isTrue();
    assertThat(root.contains(Rational.of(31, 10))).isFalse();
  }

  @Test
  void realPowersAgreeWithRootsAndExponentials() {
    Enclosure power = field.power(field.of(2), field.of(Rational.of(1, 2)));
    assertThat(field.subtract(power, field.root(field.of(2), 2)).containsZero()).isTrue();
    assertThat(field.power(field.of(4), field.of(Rational.of(-3, 2))).contains(Rational.of(1, 8)))
        .isTrue();
    Enclosure e = field.apply(ElementaryFunction.EXP, field.one());
    Enclosure difference =
        field.subtract(field.power(e, field.pi()), field.apply(ElementaryFunction.EXP, field.pi()));
    assertThat(difference.containsZero()).isTrue();
    assertThat(difference.radius()).isLessThan(new BigDecimal("1e-57"));
  }

  @Test
  void givesTheSameBallWhateverWasAskedBefore() {
    Enclosure before = new Enclosures(13).pi();
    new Enclosures(700).pi();
    assertThat(new Enclosures(13).pi()).isEqualTo(before);
  }

  @Test
  void writesTheDigitsThatMeanSomething() {
    Enclosures coarse = new Enclosures(1);
    assertThat(coarse.pi()).hasToString("3.1415926536 ± 2E-10");
    assertThat(field.of(Rational.of(1, 3))).hasToString("1/3");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void exponentiatesMatrices(int seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(4);
    List<Enclosure> a =
        IntStream.range(0, n * n)
            .mapToObj(i -> field.of(Rational.of(random.nextInt(-50, 50), 7)))
            .toList();
    List<Enclosure> product =
        FiniteExponential.multiply(
            field,
            n,
            field.matrixExponential(n, a),
            field.matrixExponential(n, a.stream().map(field::negate).toList()));
    List<Enclosure> fine = new Enclosures(100).matrixExponential(n, a);
    List<Enclosure> coarse = field.matrixExponential(n, a);
    for (int i = 0; i < n * n; i++) {
      assertThat(product.get(i).contains(i % (n + 1) == 0 ? Rational.ONE : Rational.ZERO)).isTrue();
      assertThat(coarse.get(i).contains(fine.get(i).lower())).isTrue();
      BigDecimal scale = BigDecimal.valueOf(1 + Math.abs(coarse.get(i).toDouble()));
      assertThat(fine.get(i).radius()).isLessThan(scale.scaleByPowerOfTen(-95));
    }
  }

  @Test
  void exponentiatesARotationAndKeepsZeros() {
    Enclosure t = field.of(Rational.of(9, 4));
    List<Enclosure> rotation =
        field.matrixExponential(
            3,
            List.of(
                field.zero(),
                field.negate(t),
                field.zero(),
                t,
                field.zero(),
                field.zero(),
                field.zero(),
                field.zero(),
                field.one()));
    Rational sine = Reference.value(ElementaryFunction.SIN, Rational.of(9, 4), 100);
    assertThat(rotation.get(3).contains(sine)).isTrue();
    assertThat(rotation.get(3).radius()).isLessThan(new BigDecimal("1e-59"));
    assertThat(rotation.get(2).isExactZero()).isTrue();
    assertThat(rotation.get(8).contains(Reference.value(ElementaryFunction.EXP, Rational.ONE, 100)))
        .isTrue();
  }
}
