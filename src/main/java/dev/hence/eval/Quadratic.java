package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A polynomial of degree 2 at most in some inputs, or what has a value everywhere and is not known
 * to be one.
 *
 * @param terms the coefficients, none of them 0, by the pair of inputs that they belong to, the
 *     smaller one first; {@link #NONE} stands for no input
 */
record Quadratic(Optional<Map<Pair, Rational>> terms) {
  static final int NONE = -1;
  static final Quadratic UNKNOWN = new Quadratic(Optional.empty());

  /** Two inputs, a ≤ b. */
  record Pair(int a, int b) implements Comparable<Pair> {
    static Pair of(int a, int b) {
      return new Pair(Math.min(a, b), Math.max(a, b));
    }

    @Override
    public int compareTo(Pair other) {
      return a != other.a ? Integer.compare(a, other.a) : Integer.compare(b, other.b);
    }
  }

  static Quadratic of(Rational value) {
    return of(new Pair(NONE, NONE), value);
  }

  static Quadratic input(int k) {
    return of(new Pair(NONE, k), Rational.ONE);
  }

  private static Quadratic of(Pair pair, Rational value) {
    Map<Pair, Rational> terms = new TreeMap<>();
    put(terms, pair, value);
    return new Quadratic(Optional.of(terms));
  }

  private static void put(Map<Pair, Rational> terms, Pair pair, Rational value) {
    Rational sum = terms.getOrDefault(pair, Rational.ZERO).plus(value);
    if (sum.signum() == 0) {
      terms.remove(pair);
    } else {
      terms.put(pair, sum);
    }
  }

  boolean isZero() {
    return terms.isPresent() && terms.get().isEmpty();
  }

  /** The value of what depends on no input. */
  Optional<Rational> constant() {
    return terms.flatMap(
        t ->
            t.isEmpty()
                ? Optional.of(Rational.ZERO)
                : t.size() == 1
                    ? Optional.ofNullable(t.get(new Pair(NONE, NONE)))
                    : Optional.empty());
  }

  Quadratic plus(Quadratic other) {
    if (terms.isEmpty() || other.terms.isEmpty()) {
      return UNKNOWN;
    }
    Map<Pair, Rational> sum = new TreeMap<>(terms.get());
    other.terms.get().forEach((pair, value) -> put(sum, pair, value));
    return new Quadratic(Optional.of(sum));
  }

  /** What is multiplied by 0 is 0, whatever it is: it has a value. */
  Quadratic times(Quadratic other) {
    if (isZero() || other.isZero()) {
      return of(Rational.ZERO);
    }
    if (terms.isEmpty() || other.terms.isEmpty()) {
      return UNKNOWN;
    }
    Map<Pair, Rational> product = new TreeMap<>();
    for (Map.Entry<Pair, Rational> p : terms.get().entrySet()) {
      for (Map.Entry<Pair, Rational> q : other.terms.get().entrySet()) {
        Optional<Pair> both = both(p.getKey(), q.getKey());
        if (both.isEmpty()) {
          return UNKNOWN;
        }
        put(product, both.get(), p.getValue().times(q.getValue()));
      }
    }
    return new Quadratic(Optional.of(product));
  }

  private static Optional<Pair> both(Pair p, Pair q) {
    if (p.b == NONE || q.b == NONE) {
      return Optional.of(p.b == NONE ? q : p);
    }
    return p.a == NONE && q.a == NONE ? Optional.of(Pair.of(p.b, q.b)) : Optional.empty();
  }
}
