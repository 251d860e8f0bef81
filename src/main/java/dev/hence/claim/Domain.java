package dev.hence.claim;

import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import java.util.List;
import java.util.Optional;

/** The set in which the entries of a declared variable lie, or the variable as a whole. */
public sealed interface Domain {
  Domain REALS = new Interval(Optional.empty(), false, Optional.empty(), false);
  Domain POSITIVE = new Interval(Optional.of(Rational.ZERO), false, Optional.empty(), false);

  /** Every entry in an interval; an absent end is infinite. */
  record Interval(
      Optional<Rational> lower,
      boolean lowerIncluded,
      Optional<Rational> upper,
      boolean upperIncluded)
      implements Domain {
    public boolean contains(Rational value) {
      boolean above = lower.isEmpty() || value.compareTo(lower.get()) >= (lowerIncluded ? 0 : 1);
      boolean below = upper.isEmpty() || value.compareTo(upper.get()) <= (upperIncluded ? 0 : -1);
      return above && below;
    }
  }

  /** Every entry one of finitely many numbers. */
  record Finite(List<Rational> values) implements Domain {
    public Finite {
      values = List.copyOf(values);
    }
  }

  /** Every entry an integer from a number on, or any integer. */
  record Integers(Optional<Integer> from) implements Domain {}

  /**
   * Every entry one of the labels of a range, such as {1, …, C}: an integer that may stand as an
   * index. What depends on it is looked at label by label.
   */
  record Labels(Range range) implements Domain {}

  /** The variable as a whole is of a special kind. */
  record Special(Kind kind) implements Domain {}

  /** Kinds of vectors and matrices. */
  enum Kind {
    SIMPLEX,
    ONE_HOT,
    SYMMETRIC,
    POSITIVE_SEMIDEFINITE,
    POSITIVE_DEFINITE,
    INVERTIBLE,
    ORTHOGONAL,
    ORTHONORMAL_COLUMNS
  }
}
