package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.expr.Rational;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DifferentiationTest {
  /** Central differences, extrapolated (Richardson), against the derivative by rule. */
  @Test
  void agreesWithFiniteDifferences() {
    int compared = 0;
    for (long seed = 0; seed < 6000; seed++) {
      RandomTerms random = new RandomTerms(seed);
      Term term = random.next(1 + (int) (seed % 4));
      Term.Symbol symbol = random.symbols().get((int) (seed % 5));
      Term derivative = Differentiation.derivative(random.terms, term, symbol);
      DoublePoint start = new DoublePoint(new SplittableRandom(seed), 1.5);
      random.symbols().forEach(start::of);
      double at = start.of(symbol).value();
      DoublePoint.Value actual = point(random, symbol, at, seed).of(derivative);
      double coarse = slope(random, term, symbol, at, 2e-3, seed);
      double fine = slope(random, term, symbol, at, 1e-3, seed);
      double size = Math.max(1, Math.abs(fine));
      if (actual.finite() && Math.abs(coarse - fine) < 1e-7 * size) {
        assertThat(actual.value())
            .describedAs("seed %d: d(%s)/d%s = %s", seed, term, symbol, derivative)
            .isCloseTo(fine, Offset.offset(1e-5 * size));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(3000);
  }

  /** The same random point for a seed, but for one symbol. */
  private static DoublePoint point(RandomTerms random, Term.Symbol symbol, double at, long seed) {
    DoublePoint point = new DoublePoint(new SplittableRandom(seed), 1.5);
    random.symbols().forEach(point::of);
    point.of(
        random.terms.opaque("g", List.of(0, 0), List.of(random.terms.one(), random.terms.one())));
    point.assign(Map.of(symbol, random.terms.constant(Rational.of(at))));
    return point;
  }

  private static double slope(
      RandomTerms random, Term term, Term.Symbol symbol, double at, double step, long seed) {
    double wide = difference(random, term, symbol, at, step, seed);
    double narrow = difference(random, term, symbol, at, step / 2, seed);
    return (4 * narrow - wide) / 3;
  }

  private static double difference(
      RandomTerms random, Term term, Term.Symbol symbol, double at, double step, long seed) {
    double above = point(random, symbol, at + step, seed).of(term).value();
    double below = point(random, symbol, at - step, seed).of(term).value();
    return (above - below) / (2 * step);
  }

  @Test
  void followsAFlow() {
    Terms t = new Terms();
    Term.Symbol a = t.symbol("a");
    Term.Symbol b = t.symbol("b");
    Differentiation d = Differentiation.along(t, Map.of(a, t.negate(a), b, t.product(a, b)));
    assertThat(d.of(t.product(a, b))).hasToString("−a·b + b·a^2");
    assertThat(d.of(t.symbol("c"))).isSameAs(t.zero());
  }

  @Test
  void partialDerivativesOfUnknownFunctionsCommute() {
    Terms t = new Terms();
    Term.Symbol x = t.symbol("x");
    Term.Symbol y = t.symbol("y");
    Term g = t.opaque("g", List.of(0, 0), List.of(t.product(x, y), y));
    Term xy = Differentiation.derivative(t, Differentiation.derivative(t, g, x), y);
    assertThat(Differentiation.derivative(t, g, x)).hasToString("y·g^{1,0}(x·y, y)");
    assertThat(xy).hasToString("g^{1,0}(x·y, y) + y·(x·g^{2,0}(x·y, y) + g^{1,1}(x·y, y))");
  }

  @Test
  void sharesSubterms() {
    Terms t = new Terms();
    Term.Symbol x = t.symbol("x");
    Term nested = x;
    for (int i = 0; i < 60; i++) {
      nested = t.tanh(t.product(nested, nested));
    }
    Term second = Differentiation.derivative(t, Differentiation.derivative(t, nested, x), x);
    assertThat(second.id()).isLessThan(20_000);
  }
}
