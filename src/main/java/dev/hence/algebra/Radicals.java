package dev.hence.algebra;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The square roots and absolute values that were met, each of an expression in the variable and in
 * those before it.
 */
final class Radicals {
  /** A larger radicand is not taken apart. */
  private static final BigInteger LARGEST = BigInteger.valueOf(1_000_000_000L);

  /** More of them make too many branches. */
  private static final int MOST = 6;

  /**
   * The root of an expression, or its absolute value.
   *
   * @param of that expression
   */
  record Radical(boolean absolute, Fraction of) {}

  private final List<Radical> list = new ArrayList<>();

  /** By place, from 1 on. */
  Radical at(int place) {
    return list.get(place - 1);
  }

  int size() {
    return list.size();
  }

  Multinomial absolute(Fraction of) {
    return radical(new Radical(true, of));
  }

  /** The square root of a positive rational number is a product of roots of primes. */
  Fraction root(Fraction of) {
    if (of.numerator().last() > 0
        || of.denominator().last() > 0
        || of.numerator().degree(Multinomial.VARIABLE) > 0
        || of.denominator().degree(Multinomial.VARIABLE) > 0
        || of.numerator().isZero()) {
      return Fraction.of(radical(new Radical(false, of)));
    }
    Rational value = constant(of.numerator()).dividedBy(constant(of.denominator()));
    BigInteger rest = value.numerator().multiply(value.denominator());
    if (rest.signum() < 0 || rest.compareTo(LARGEST) > 0) {
      return Fraction.of(radical(new Radical(false, of)));
    }
    Fraction product = Fraction.of(new Rational(BigInteger.ONE, value.denominator()));
    for (long p = 2; p * p <= rest.longValue(); p++) {
      BigInteger prime = BigInteger.valueOf(p);
      BigInteger square = prime.multiply(prime);
      while (rest.mod(square).signum() == 0) {
        rest = rest.divide(square);
        product = product.times(Fraction.of(Rational.of(p)));
      }
      if (rest.mod(prime).signum() == 0) {
        rest = rest.divide(prime);
        product = product.times(Fraction.of(prime(p)));
      }
    }
    return rest.equals(BigInteger.ONE)
        ? product
        : product.times(Fraction.of(prime(rest.longValueExact())));
  }

  private Multinomial prime(long p) {
    return radical(new Radical(false, Fraction.of(Rational.of(p))));
  }

  static Rational constant(Multinomial number) {
    return number.terms().getOrDefault(List.of(), Rational.ZERO);
  }

  private Multinomial radical(Radical radical) {
    int at = list.indexOf(radical);
    if (at < 0) {
      if (list.size() == MOST) {
        throw new Undecided("more than " + MOST + " roots and absolute values");
      }
      at = list.size();
      list.add(radical);
    }
    return Multinomial.of(at + 1);
  }

  /**
   * The same with every square of one root replaced, times a power of the denominator of what it is
   * taken of.
   */
  Multinomial reduced(Multinomial p, int place) {
    int half = p.degree(place) / 2;
    Fraction square = at(place).of();
    Multinomial sum = Multinomial.ZERO;
    for (int power = 0; power <= p.degree(place); power++) {
      Multinomial factor =
          square.numerator().power(power / 2).times(square.denominator().power(half - power / 2));
      Multinomial odd = power % 2 == 0 ? Multinomial.ONE : Multinomial.of(place);
      sum = sum.plus(p.coefficient(place, power).times(factor).times(odd));
    }
    return sum;
  }

  /**
   * Polynomials of which one vanishes wherever an expression does, but for places where a
   * denominator does: the products of its conjugates, one for each choice of the signs of absolute
   * values. Those that vanish everywhere are left out.
   *
   * @throws Undecided if a product of conjugates vanishes everywhere
   */
  List<IntegerPolynomial> norms(Multinomial p) {
    List<Multinomial> branches = List.of(p);
    for (int place = size(); place > 0; place--) {
      List<Multinomial> next = new ArrayList<>();
      for (Multinomial branch : branches) {
        if (branch.degree(place) == 0) {
          next.add(branch);
        } else if (at(place).absolute()) {
          next.add(substituted(branch, place, at(place).of()));
          next.add(substituted(branch, place, at(place).of().negate()));
        } else {
          next.add(norm(branch, place));
        }
      }
      branches = next;
    }
    return branches.stream().filter(b -> !b.isZero()).map(Multinomial::inVariable).toList();
  }

  private Multinomial norm(Multinomial p, int place) {
    Multinomial reduced = reduced(p, place);
    Multinomial a = reduced.coefficient(place, 0);
    Multinomial b = reduced.coefficient(place, 1);
    Fraction of = at(place).of();
    Multinomial norm = a.times(a).times(of.denominator()).minus(b.times(b).times(of.numerator()));
    if (norm.isZero() && !reduced.isZero()) {
      throw new Undecided("roots that depend on each other");
    }
    return norm;
  }

  /** A multiple by a power of the denominator of what is put in, which may be negative. */
  static Multinomial substituted(Multinomial p, int place, Fraction value) {
    int degree = p.degree(place);
    Multinomial sum = Multinomial.ZERO;
    for (int power = 0; power <= degree; power++) {
      sum =
          sum.plus(
              p.coefficient(place, power)
                  .times(value.numerator().power(power))
                  .times(value.denominator().power(degree - power)));
    }
    return sum;
  }
}
