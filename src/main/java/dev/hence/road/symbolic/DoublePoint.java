package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** A random point of the domain in doubles, and what terms are there, about. */
final class DoublePoint {
  private static final double ULP = Math.ulp(1.0);

  private final SplittableRandom random;
  private final double scale;
  private final Map<Term, Value> values = new HashMap<>();
  private final Map<String, double[]> waves = new HashMap<>();

  /** A value and how far rounding may have moved it, roughly; NaN where undefined. */
  record Value(double value, double error) {
    static final Value UNDEFINED = new Value(Double.NaN, Double.NaN);

    static Value rounded(double value, double error) {
      return new Value(value, error + ULP * Math.abs(value));
    }

    boolean finite() {
      return Double.isFinite(value) && Double.isFinite(error);
    }

    Value plus(Value other) {
      return rounded(value + other.value, error + other.error);
    }

    Value times(Value other) {
      return rounded(
          value * other.value,
          Math.abs(value) * other.error + error * Math.abs(other.value) + error * other.error);
    }

    /** f(value) for a function with this slope. */
    Value mapped(double image, double slope) {
      return rounded(image, Math.abs(slope) * error + 2 * ULP * Math.abs(image));
    }
  }

  /**
   * @param scale how far from 0 unbounded symbols are drawn
   */
  DoublePoint(SplittableRandom random, double scale) {
    this.random = random;
    this.scale = scale;
  }

  /** Gives atoms the values of what they stand for. */
  void assign(Map<Term.Symbol, Term> definitions) {
    definitions.forEach((atom, term) -> values.put(atom, of(term)));
  }

  Value of(Term term) {
    Value known = values.get(term);
    if (known == null) {
      known = compute(term);
      values.put(term, known);
    }
    return known;
  }

  private Value compute(Term term) {
    return switch (term) {
      case Term.Constant c -> Value.rounded(c.value().toDouble(), 0);
      case Term.Pi pi -> Value.rounded(Math.PI, 0);
      case Term.Symbol s -> new Value(draw(s.domain()), 0);
      case Term.Sum s -> {
        Value sum = Value.rounded(s.constant().toDouble(), 0);
        for (Term addend : s.addends()) {
          sum = sum.plus(of(addend));
        }
        yield sum;
      }
      case Term.Product p -> {
        Value product = Value.rounded(p.coefficient().toDouble(), 0);
        for (Term factor : p.factors()) {
          product = product.times(of(factor));
        }
        yield product;
      }
      case Term.Power p -> power(of(p.base()), p.exponent());
      case Term.OddRoot r -> oddRoot(of(r.base()), r.index());
      case Term.Apply a -> DoubleFunctions.apply(a.function(), of(a.argument()));
      case Term.Select s -> {
        Value on = of(s.on());
        yield Math.abs(on.value()) <= on.error() || Double.isNaN(on.value())
            ? Value.UNDEFINED
            : on.value() > 0 ? of(s.above()) : of(s.below());
      }
      case Term.Opaque o -> opaque(o);
    };
  }

  private static Value power(Value base, Rational exponent) {
    double k = exponent.toDouble();
    double image =
        exponent.isInteger() || base.value() >= 0 ? Math.pow(base.value(), k) : Double.NaN;
    return base.mapped(image, k * Math.pow(base.value(), k - 1));
  }

  private static Value oddRoot(Value base, int index) {
    double root = Math.signum(base.value()) * Math.pow(Math.abs(base.value()), 1.0 / index);
    return base.mapped(root, root / (index * base.value()));
  }

  /** A sum of sine waves, whose partial derivatives are sums of sine waves. */
  private Value opaque(Term.Opaque opaque) {
    int n = opaque.arguments().size();
    double[] wave =
        waves.computeIfAbsent(
            opaque.name() + "/" + n, name -> random.doubles(3L * (n + 1), 0.3, 1.3).toArray());
    int order = opaque.orders().stream().mapToInt(Integer::intValue).sum();
    double sum = 0;
    double error = 0;
    for (int m = 0; m < 3; m++) {
      double phase = wave[m * (n + 1) + n] + order * Math.PI / 2;
      double amplitude = 1;
      for (int slot = 0; slot < n; slot++) {
        Value argument = of(opaque.arguments().get(slot));
        phase += wave[m * (n + 1) + slot] * argument.value();
        amplitude *= Math.pow(wave[m * (n + 1) + slot], opaque.orders().get(slot));
        error += argument.error() * 2;
      }
      sum += amplitude * Math.sin(phase);
      error += 8 * ULP * amplitude * (1 + Math.abs(phase));
    }
    return Value.rounded(sum, error);
  }

  private double draw(Domain domain) {
    Range range = domain.range();
    boolean below = range.low().infinity() == 0;
    boolean above = range.high().infinity() == 0;
    double low = range.low().value().toDouble();
    double high = range.high().value().toDouble();
    if (domain.integer()) {
      long first = below ? (long) Math.ceil(low) : above ? (long) high - 6 : -3;
      long last = above ? (long) Math.floor(high) : first + 6;
      return first <= last ? random.nextLong(first, last + 1) : Double.NaN;
    }
    double size = scale * (0.05 + random.nextDouble());
    if (below && above) {
      return low + (high - low) * (0.02 + 0.96 * random.nextDouble());
    }
    double away = random.nextBoolean() ? size : -size;
    return below ? low + size : above ? high - size : away;
  }
}
