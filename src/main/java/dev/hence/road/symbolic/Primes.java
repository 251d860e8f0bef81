package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** Positive rationals as products of small primes. */
final class Primes {
  private static final int LARGEST = 1000;

  private Primes() {}

  /** The exponents of the primes; what no prime below {@value #LARGEST} divides stays whole. */
  static Map<BigInteger, Integer> factors(Rational positive) {
    Map<BigInteger, Integer> factors = new TreeMap<>();
    split(positive.numerator(), 1, factors);
    split(positive.denominator(), -1, factors);
    return factors;
  }

  private static void split(BigInteger number, int sign, Map<BigInteger, Integer> factors) {
    BigInteger rest = number;
    for (int p = 2; p <= LARGEST && rest.bitLength() > 1; p++) {
      BigInteger prime = BigInteger.valueOf(p);
      BigInteger[] parts = rest.divideAndRemainder(prime);
      while (parts[1].signum() == 0) {
        factors.merge(prime, sign, Integer::sum);
        rest = parts[0];
        parts = rest.divideAndRemainder(prime);
      }
    }
    if (rest.bitLength() > 1) {
      factors.merge(rest, sign, Integer::sum);
    }
  }
}
