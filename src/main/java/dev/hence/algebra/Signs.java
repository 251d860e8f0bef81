package dev.hence.algebra;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * The signs of expressions at one place, exactly. That A + B·√u vanishes is known from its norm A²
 * − B²·u and from whether A − B·√u vanishes too; that neither of two numbers vanishes shows in
 * bounds that are precise enough.
 */
final class Signs {
  private static final int FIRST = 64;
  private static final int LAST = 1 << 14;

  private final Radicals radicals;
  private final Place place;

  /** Of what the radicals are taken; unknown at first. */
  private final List<Integer> known = new ArrayList<>();

  Signs(Radicals radicals, Place place) {
    this.radicals = radicals;
    this.place = place;
  }

  /** The sign of a quotient whose denominator is not 0 here. */
  int of(Fraction fraction) {
    return of(fraction.numerator()) * of(fraction.denominator());
  }

  /**
   * @throws Undecided if more precision is needed than there is
   */
  int of(Multinomial p) {
    int sign = p.value(values(p, FIRST), FIRST).sign();
    if (sign != 0) {
      return sign;
    }
    if (isZero(p)) {
      return 0;
    }
    for (int bits = 2 * FIRST; bits <= LAST; bits *= 2) {
      int found = p.value(values(p, bits), bits).sign();
      if (found != 0) {
        return found;
      }
    }
    throw new Undecided("a number too close to 0");
  }

  /** Enclosures of the variable and of the radicals that occur. */
  private List<Interval> values(Multinomial p, int bits) {
    List<Interval> values = new ArrayList<>(List.of(place.near(bits)));
    for (int k = 1; k <= p.last(); k++) {
      values.add(value(k, values, bits));
    }
    return values;
  }

  private Interval value(int k, List<Interval> before, int bits) {
    Radicals.Radical radical = radicals.at(k);
    if (sign(k) == 0) {
      return Interval.of(Rational.ZERO);
    }
    Interval below = radical.of().denominator().value(before, bits);
    if (!below.excludesZero()) {
      return values(k, 2 * bits);
    }
    Interval of = radical.of().numerator().value(before, bits).dividedBy(below).rounded(2 * bits);
    return radical.absolute() ? (sign(k) < 0 ? of.negate() : of) : of.root(bits);
  }

  private Interval values(int k, int bits) {
    if (bits > LAST) {
      throw new Undecided("a divisor too close to 0");
    }
    return values(Multinomial.of(k), bits).get(k);
  }

  /** The sign of that of which a radical is taken; below a root, what is negative has none. */
  private int sign(int k) {
    while (known.size() < k) {
      Radicals.Radical next = radicals.at(known.size() + 1);
      known.add(of(next.of().denominator()) == 0 ? 0 : of(next.of()));
    }
    return known.get(k - 1);
  }

  private boolean isZero(Multinomial written) {
    Multinomial p = plain(written);
    int top = p.last();
    if (top == 0) {
      return p.isZero() || place.isRootOf(p.inVariable());
    }
    Fraction square = radicals.at(top).of();
    Multinomial reduced = radicals.reduced(p, top);
    Multinomial a = reduced.coefficient(top, 0);
    Multinomial b = reduced.coefficient(top, 1);
    if (b.isZero()) {
      return isZero(a);
    }
    Multinomial norm =
        a.times(a).times(square.denominator()).minus(b.times(b).times(square.numerator()));
    if (!isZero(norm)) {
      return false;
    }
    return (isZero(a) && isZero(b)) || isFirstZero(a, b.times(Multinomial.of(top)));
  }

  /** Of A + C and A − C just one vanishes: whether it is the first. */
  private boolean isFirstZero(Multinomial a, Multinomial c) {
    Multinomial sum = a.plus(c);
    Multinomial difference = a.minus(c);
    for (int bits = FIRST; bits <= LAST; bits *= 2) {
      if (sum.value(values(sum, bits), bits).excludesZero()) {
        return false;
      }
      if (difference.value(values(difference, bits), bits).excludesZero()) {
        return true;
      }
    }
    throw new Undecided("two numbers too close to 0");
  }

  /** Without absolute values and without roots of 0, times a number that is not 0. */
  private Multinomial plain(Multinomial written) {
    Multinomial p = written;
    for (int k = p.last(); k > 0; k--) {
      if (p.degree(k) > 0 && sign(k) == 0) {
        p = p.coefficient(k, 0);
      } else if (p.degree(k) > 0 && radicals.at(k).absolute()) {
        Fraction of = radicals.at(k).of();
        p = Radicals.substituted(p, k, sign(k) < 0 ? of.negate() : of);
      }
    }
    return p;
  }
}
