package dev.hence.algebra;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A polynomial in one variable with integer coefficients.
 *
 * @param coefficients that of the power k at place k; the last is not 0, and 0 has none
 */
record IntegerPolynomial(List<BigInteger> coefficients) {
  static final IntegerPolynomial ZERO = new IntegerPolynomial(List.of());
  static final IntegerPolynomial ONE = new IntegerPolynomial(List.of(BigInteger.ONE));

  IntegerPolynomial {
    int length = coefficients.size();
    while (length > 0 && coefficients.get(length - 1).signum() == 0) {
      length--;
    }
    coefficients = List.copyOf(coefficients.subList(0, length));
  }

  /** A positive multiple of a polynomial with rational coefficients, with no common divisor. */
  static IntegerPolynomial of(List<Rational> coefficients) {
    BigInteger scale = BigInteger.ONE;
    for (Rational c : coefficients) {
      scale = scale.divide(scale.gcd(c.denominator())).multiply(c.denominator());
    }
    BigInteger common = scale;
    return new IntegerPolynomial(
            coefficients.stream()
                .map(c -> c.numerator().multiply(common.divide(c.denominator())))
                .toList())
        .primitive();
  }

  int degree() {
    return coefficients.size() - 1;
  }

  boolean isZero() {
    return coefficients.isEmpty();
  }

  BigInteger lead() {
    return coefficients.getLast();
  }

  IntegerPolynomial primitive() {
    BigInteger common = BigInteger.ZERO;
    for (BigInteger c : coefficients) {
      common = common.gcd(c);
    }
    BigInteger content = common;
    return content.signum() == 0 || content.equals(BigInteger.ONE)
        ? this
        : new IntegerPolynomial(coefficients.stream().map(c -> c.divide(content)).toList());
  }

  IntegerPolynomial times(IntegerPolynomial other) {
    if (isZero() || other.isZero()) {
      return ZERO;
    }
    BigInteger[] product = zeros(coefficients.size() + other.coefficients.size() - 1);
    for (int i = 0; i < coefficients.size(); i++) {
      for (int j = 0; j < other.coefficients.size(); j++) {
        product[i + j] =
            product[i + j].add(coefficients.get(i).multiply(other.coefficients.get(j)));
      }
    }
    return new IntegerPolynomial(List.of(product));
  }

  private static BigInteger[] zeros(int length) {
    BigInteger[] zeros = new BigInteger[length];
    java.util.Arrays.fill(zeros, BigInteger.ZERO);
    return zeros;
  }

  IntegerPolynomial derivative() {
    List<BigInteger> derived = new ArrayList<>();
    for (int k = 1; k < coefficients.size(); k++) {
      derived.add(coefficients.get(k).multiply(BigInteger.valueOf(k)));
    }
    return new IntegerPolynomial(derived);
  }

  /** The remainder of a multiple of this, without its content. */
  private IntegerPolynomial remainder(IntegerPolynomial divisor) {
    BigInteger[] rest = coefficients.toArray(BigInteger[]::new);
    for (int k = rest.length - 1; k >= divisor.degree(); k--) {
      BigInteger top = rest[k];
      if (top.signum() != 0) {
        BigInteger common = top.gcd(divisor.lead());
        BigInteger scale = divisor.lead().divide(common);
        BigInteger factor = top.divide(common);
        for (int i = 0; i < k; i++) {
          rest[i] = rest[i].multiply(scale);
        }
        for (int i = 0; i <= divisor.degree(); i++) {
          int at = k - divisor.degree() + i;
          BigInteger taken = factor.multiply(divisor.coefficients.get(i));
          rest[at] = at == k ? BigInteger.ZERO : rest[at].subtract(taken);
        }
      }
    }
    return new IntegerPolynomial(List.of(rest)).primitive();
  }

  /** The greatest common divisor, but for a number. */
  IntegerPolynomial gcd(IntegerPolynomial other) {
    IntegerPolynomial a = primitive();
    IntegerPolynomial b = other.primitive();
    while (!b.isZero()) {
      IntegerPolynomial rest = a.degree() < b.degree() ? a : a.remainder(b);
      a = b;
      b = rest;
    }
    return a;
  }

  /** The quotient by a divisor, but for a number. */
  IntegerPolynomial dividedBy(IntegerPolynomial divisor) {
    List<Rational> rest =
        new ArrayList<>(coefficients.stream().map(IntegerPolynomial::whole).toList());
    List<Rational> quotient = new ArrayList<>();
    Rational lead = whole(divisor.lead());
    for (int k = degree() - divisor.degree(); k >= 0; k--) {
      Rational factor = rest.get(k + divisor.degree()).dividedBy(lead);
      quotient.addFirst(factor);
      for (int i = 0; i <= divisor.degree(); i++) {
        Rational taken = factor.times(whole(divisor.coefficients.get(i)));
        rest.set(k + i, rest.get(k + i).minus(taken));
      }
    }
    return of(quotient);
  }

  private static Rational whole(BigInteger value) {
    return new Rational(value, BigInteger.ONE);
  }

  /** The polynomial that has every root once. */
  IntegerPolynomial squareFree() {
    return degree() < 2 ? primitive() : dividedBy(gcd(derivative())).primitive();
  }

  /** The sign of the value at a number. */
  int sign(Rational at) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger power = BigInteger.ONE;
    for (int k = degree(); k >= 0; k--) {
      sum = sum.multiply(at.numerator()).add(coefficients.get(k).multiply(power));
      power = power.multiply(at.denominator());
    }
    return sum.signum();
  }
}
