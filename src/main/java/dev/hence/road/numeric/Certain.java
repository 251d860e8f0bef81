package dev.hence.road.numeric;

import dev.hence.eval.Enclosure;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;

/** What an enclosure of left − right says about a relation between the two. */
enum Certain {
  HOLDS,
  VIOLATED,
  OPEN;

  static Certain of(Relation relation, Enclosure difference) {
    if (difference.excludesZero()) {
      return apart(relation, difference.sign());
    }
    return difference.isExactZero() ? equal(relation) : OPEN;
  }

  /** What it says of two numbers that may differ by a tolerance. */
  static Certain within(Rational tolerance, Enclosure difference) {
    Rational least = tolerance.negate();
    if (difference.upper().compareTo(tolerance) <= 0 && difference.lower().compareTo(least) >= 0) {
      return HOLDS;
    }
    boolean outside =
        difference.lower().compareTo(tolerance) > 0 || difference.upper().compareTo(least) < 0;
    return outside ? VIOLATED : OPEN;
  }

  private static Certain apart(Relation relation, int sign) {
    return switch (relation) {
      case EQUAL -> VIOLATED;
      case NOT_EQUAL -> HOLDS;
      case LESS, LESS_OR_EQUAL -> sign < 0 ? HOLDS : VIOLATED;
      case GREATER, GREATER_OR_EQUAL -> sign > 0 ? HOLDS : VIOLATED;
      case APPROXIMATELY -> OPEN;
    };
  }

  private static Certain equal(Relation relation) {
    return equalitySuffices(relation)
        ? HOLDS
        : relation == Relation.APPROXIMATELY ? OPEN : VIOLATED;
  }

  /** Whether sides that are equal satisfy a relation. */
  static boolean equalitySuffices(Relation relation) {
    return switch (relation) {
      case EQUAL, LESS_OR_EQUAL, GREATER_OR_EQUAL -> true;
      case NOT_EQUAL, LESS, GREATER, APPROXIMATELY -> false;
    };
  }
}
