package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hence.expr.Rational;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TermsTest {
  private final Terms t = new Terms();
  private final Term.Symbol x = t.symbol("x");
  private final Term.Symbol y = t.symbol("y");
  private final Term.Symbol p = t.symbol("p", Domain.POSITIVE);

  @Test
  void equalStructureIsTheSameObject() {
    assertThat(t.sum(x, y)).isSameAs(t.sum(y, x));
    assertThat(t.product(x, y, x)).isSameAs(t.product(t.power(x, 2), y));
    assertThat(t.sum(x, x, y)).isSameAs(t.sum(t.product(t.constant(2), x), y));
    assertThat(t.tanh(t.sum(x, y))).isSameAs(t.tanh(t.sum(y, x)));
    assertThat(t.minus(x, x)).isSameAs(t.zero());
    assertThat(t.sqrt(t.constant(Rational.of(9, 4)))).isSameAs(t.constant(Rational.of(3, 2)));
    assertThat(t.product(p, t.power(p, -1))).isSameAs(t.one());
    assertThat(t.power(t.sqrt(p), 2)).isSameAs(p);
  }

  @Test
  void keepsWhatMayBeUndefined() {
    assertThat(t.product(x, t.power(x, -1))).hasToString("x·x^-1");
    assertThat(t.product(t.zero(), t.power(x, -1))).hasToString("0·x^-1");
    assertThat(t.minus(t.log(x), t.log(x))).hasToString("0·log(x)");
    assertThat(t.power(t.sqrt(x), 2)).hasToString("√x^2");
    assertThat(t.power(t.power(x, -1), -1)).hasToString("x^-1^-1");
    assertThat(t.power(t.zero(), -1)).hasToString("0^-1");
  }

  @Test
  void picksNoBranch() {
    assertThat(t.sqrt(t.power(x, 2))).isNotSameAs(x);
    assertThat(t.log(t.power(x, 2))).hasToString("log(x^2)");
    assertThat(t.apply(Elementary.ARCTAN, t.apply(Elementary.TAN, x)))
        .hasToString("arctan(tan(x))");
  }

  @Test
  void refusesAnEvenOddRootAndTwoDomains() {
    assertThatThrownBy(() -> t.oddRoot(x, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> t.symbol("p", Domain.REAL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverFoldsAnEnormousPower() {
    assertThat(t.power(t.constant(3), 2_000_000_000)).hasToString("3^2000000000");
  }

  /** A term beside the value of what was written, computed without the factory. */
  private record Written(Term term, ToDoubleFunction<DoublePoint> value) {}

  private Written written(SplittableRandom random, int depth) {
    if (depth == 0) {
      if (random.nextInt(3) == 0) {
        int k = random.nextInt(-2, 3);
        return new Written(t.constant(k), point -> k);
      }
      Term.Symbol symbol = List.of(x, y, p).get(random.nextInt(3));
      return new Written(symbol, point -> point.of(symbol).value());
    }
    Written a = written(random, random.nextInt(depth));
    Written b = written(random, depth - 1);
    int k = random.nextInt(-2, 4);
    return switch (random.nextInt(7)) {
      case 0 ->
          new Written(
              t.sum(a.term(), b.term()),
              point -> a.value().applyAsDouble(point) + b.value().applyAsDouble(point));
      case 1 ->
          new Written(
              t.minus(a.term(), b.term()),
              point -> a.value().applyAsDouble(point) - b.value().applyAsDouble(point));
      case 2 ->
          new Written(
              t.product(a.term(), b.term()),
              point -> a.value().applyAsDouble(point) * b.value().applyAsDouble(point));
      case 3 ->
          new Written(t.power(b.term(), k), point -> Math.pow(b.value().applyAsDouble(point), k));
      case 4 ->
          new Written(
              t.power(b.term(), Rational.of(k, 2)),
              point ->
                  k % 2 != 0 && b.value().applyAsDouble(point) < 0
                      ? Double.NaN
                      : Math.pow(b.value().applyAsDouble(point), k / 2.0));
      case 5 -> new Written(t.log(b.term()), point -> Math.log(b.value().applyAsDouble(point)));
      default -> new Written(t.abs(b.term()), point -> Math.abs(b.value().applyAsDouble(point)));
    };
  }

  @Test
  void foldingKeepsValuesAndDomain() {
    int compared = 0;
    for (long seed = 0; seed < 8000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Written written = written(random, 2 + random.nextInt(4));
      for (int i = 0; i < 4; i++) {
        DoublePoint point = new DoublePoint(random.split(), 2);
        double expected = written.value().applyAsDouble(point);
        DoublePoint.Value actual = point.of(written.term());
        String what = "seed " + seed + ": " + written.term();
        if (Double.isNaN(expected)) {
          assertThat(actual.finite()).describedAs(what).isFalse();
        } else if (Double.isFinite(expected) && actual.finite()) {
          double slack = 1e-9 * Math.max(1, Math.abs(expected)) + 1e4 * actual.error();
          assertThat(actual.value()).describedAs(what).isCloseTo(expected, Offset.offset(slack));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(10_000);
  }

  /** A range holds every value it is asked about. */
  @Test
  void rangesHoldTheValues() {
    for (long seed = 0; seed < 4000; seed++) {
      RandomTerms random = new RandomTerms(seed);
      Term term = random.next(1 + (int) (seed % 5));
      for (int i = 0; i < 4; i++) {
        DoublePoint.Value value = new DoublePoint(new SplittableRandom(seed + i), 1.5).of(term);
        if (value.finite()) {
          double slack = 1e-12 + 10 * value.error();
          Range range = term.range();
          String what = "seed " + seed + ": " + term + " in " + range;
          if (range.low().infinity() == 0) {
            assertThat(value.value() + slack)
                .describedAs(what)
                .isGreaterThanOrEqualTo(range.low().value().toDouble());
          }
          if (range.high().infinity() == 0) {
            assertThat(value.value() - slack)
                .describedAs(what)
                .isLessThanOrEqualTo(range.high().value().toDouble());
          }
        }
        if (term.total()) {
          assertThat(value.value()).describedAs("total, seed %d: %s", seed, term).isNotNaN();
        }
      }
    }
  }
}
