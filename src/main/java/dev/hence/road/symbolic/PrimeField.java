package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * Integers modulo a prime p just below 2^50 with p ≡ 3 (mod 4) and p − 1 prime to 3·5·7·11·13, so
 * that square roots of squares and roots of odd index are powers.
 *
 * @param p the prime
 */
record PrimeField(long p) {
  private static final int[] GAPS = {
    161, 377, 545, 665, 821, 1085, 1205, 1505, 1877, 2345, 2561, 2897, 2921, 3221, 3437, 3701, 3737,
    3941, 4145, 4157, 4517, 4601, 4625, 5465
  };

  /** One of {@value #COUNT} fields, by number modulo that count. */
  static PrimeField number(int n) {
    return new PrimeField((1L << 50) - GAPS[n % COUNT]);
  }

  static final int COUNT = 24;

  long plus(long a, long b) {
    long sum = a + b;
    return sum >= p ? sum - p : sum;
  }

  /** The quotient by doubles is off by at most one. */
  long times(long a, long b) {
    long quotient = (long) ((double) a * (double) b / (double) p);
    long rest = a * b - quotient * p;
    return rest < 0 ? rest + p : rest >= p ? rest - p : rest;
  }

  long power(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long e = exponent; e > 0; e >>= 1) {
      result = (e & 1) == 1 ? times(result, square) : result;
      square = times(square, square);
    }
    return result;
  }

  /** 1/a, or nothing for 0. */
  OptionalLong inverse(long a) {
    return a == 0 ? OptionalLong.empty() : OptionalLong.of(power(a, p - 2));
  }

  OptionalLong of(Rational value) {
    BigInteger modulus = BigInteger.valueOf(p);
    long above = value.numerator().mod(modulus).longValue();
    long below = value.denominator().mod(modulus).longValue();
    return below == 1
        ? OptionalLong.of(above)
        : inverse(below).stream().map(b -> times(above, b)).findAny();
  }

  /** A root of the given degree, if there is one; an even one is itself a square. */
  OptionalLong root(long a, int degree) {
    long root = a;
    int odd = degree;
    for (; odd % 2 == 0; odd /= 2) {
      long next = power(root, (p + 1) / 4);
      if (times(next, next) != root) {
        return OptionalLong.empty();
      }
      root = power(next, (p - 1) / 2) == p - 1 ? p - next : next;
    }
    BigInteger order = BigInteger.valueOf(p - 1);
    BigInteger index = BigInteger.valueOf(odd);
    return index.gcd(order).equals(BigInteger.ONE)
        ? OptionalLong.of(power(root, index.modInverse(order).longValue()))
        : OptionalLong.empty();
  }
}
