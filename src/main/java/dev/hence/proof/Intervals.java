package dev.hence.proof;

import dev.hence.claim.Domain.Interval;
import dev.hence.expr.Rational;
import java.util.List;
import java.util.Optional;

/** Arithmetic of intervals with rational, open or closed, or infinite ends. */
final class Intervals {
  static final Interval ALL = new Interval(Optional.empty(), false, Optional.empty(), false);
  static final Interval NONNEGATIVE = from(Rational.ZERO, true);
  static final Interval POSITIVE = from(Rational.ZERO, false);
  static final Interval UNIT = between(Rational.ZERO, Rational.ONE, true);

  private Intervals() {}

  /** An end of an interval; its infinity is −1 or 1 where it is no number. */
  private record End(int infinity, Rational value, boolean included) {
    static End lower(Interval i) {
      return new End(
          i.lower().isPresent() ? 0 : -1, i.lower().orElse(Rational.ZERO), i.lowerIncluded());
    }

    static End upper(Interval i) {
      return new End(
          i.upper().isPresent() ? 0 : 1, i.upper().orElse(Rational.ZERO), i.upperIncluded());
    }

    private boolean isZero() {
      return infinity == 0 && value.signum() == 0;
    }

    private int sign() {
      return infinity != 0 ? infinity : value.signum();
    }

    /** 0 times anything is 0, and is reached where that 0 is. */
    End times(End other) {
      if (isZero() || other.isZero()) {
        boolean reached = (isZero() && included) || (other.isZero() && other.included);
        return new End(0, Rational.ZERO, reached);
      }
      if (infinity != 0 || other.infinity != 0) {
        return new End(sign() * other.sign(), Rational.ZERO, false);
      }
      return new End(0, value.times(other.value), included && other.included);
    }

    int compareTo(End other) {
      return infinity != 0 || other.infinity != 0
          ? Integer.compare(infinity, other.infinity)
          : value.compareTo(other.value);
    }

    Optional<Rational> number() {
      return infinity == 0 ? Optional.of(value) : Optional.empty();
    }
  }

  static Interval point(Rational value) {
    return between(value, value, true);
  }

  static Interval between(Rational lower, Rational upper, boolean included) {
    return new Interval(Optional.of(lower), included, Optional.of(upper), included);
  }

  static Interval from(Rational lower, boolean included) {
    return new Interval(Optional.of(lower), included, Optional.empty(), false);
  }

  static boolean isNonnegative(Interval i) {
    return i.lower().filter(lower -> lower.signum() >= 0).isPresent();
  }

  static boolean isPositive(Interval i) {
    return isNonnegative(i) && !i.contains(Rational.ZERO);
  }

  static Interval negative(Interval i) {
    return new Interval(
        i.upper().map(Rational::negate),
        i.upperIncluded(),
        i.lower().map(Rational::negate),
        i.lowerIncluded());
  }

  static Interval plus(Interval a, Interval b) {
    return new Interval(
        a.lower().flatMap(x -> b.lower().map(x::plus)),
        a.lowerIncluded() && b.lowerIncluded(),
        a.upper().flatMap(x -> b.upper().map(x::plus)),
        a.upperIncluded() && b.upperIncluded());
  }

  static Interval times(Interval a, Interval b) {
    List<End> products =
        List.of(
            End.lower(a).times(End.lower(b)),
            End.lower(a).times(End.upper(b)),
            End.upper(a).times(End.lower(b)),
            End.upper(a).times(End.upper(b)));
    return hull(products);
  }

  private static Interval hull(List<End> ends) {
    End least = ends.getFirst();
    End most = ends.getFirst();
    for (End end : ends) {
      int below = end.compareTo(least);
      int above = end.compareTo(most);
      least = below < 0 || (below == 0 && end.included()) ? end : least;
      most = above > 0 || (above == 0 && end.included()) ? end : most;
    }
    return new Interval(least.number(), least.included(), most.number(), most.included());
  }

  /** The powers of the numbers of an interval; with a negative exponent of those that are not 0. */
  static Interval power(Interval base, int exponent) {
    if (exponent < 0) {
      return inverse(power(base, -exponent));
    }
    Interval product = point(Rational.ONE);
    Interval factor = exponent % 2 == 0 ? magnitude(base) : base;
    for (int k = 0; k < exponent; k++) {
      product = times(product, factor);
    }
    return product;
  }

  /** The absolute values of the numbers of an interval. */
  static Interval magnitude(Interval i) {
    if (isNonnegative(i)) {
      return i;
    }
    Interval mirrored = negative(i);
    if (isNonnegative(mirrored)) {
      return mirrored;
    }
    Interval both = hull(List.of(End.upper(i), End.upper(mirrored)));
    return new Interval(Optional.of(Rational.ZERO), true, both.upper(), both.upperIncluded());
  }

  private static Interval inverse(Interval i) {
    if (isNonnegative(i)) {
      Optional<Rational> upper = i.lower().filter(x -> x.signum() > 0).map(Rational.ONE::dividedBy);
      Optional<Rational> lower = i.upper().filter(x -> x.signum() > 0).map(Rational.ONE::dividedBy);
      return new Interval(
          Optional.of(lower.orElse(Rational.ZERO)),
          lower.isPresent() && i.upperIncluded(),
          upper,
          upper.isPresent() && i.lowerIncluded());
    }
    Interval mirrored = negative(i);
    return isNonnegative(mirrored) ? negative(inverse(mirrored)) : ALL;
  }

  static Interval hull(Interval a, Interval b) {
    Interval all = hull(List.of(End.lower(a), End.lower(b), End.upper(a), End.upper(b)));
    return all;
  }
}
