package dev.hence.verdict;

import dev.hence.eval.Enclosure;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;

/** What a difference left − right that is known for certain says about a relation. */
final class Grounds {
  private Grounds() {}

  static boolean holds(Relation relation, Enclosure difference) {
    boolean less = difference.excludesZero() && difference.sign() < 0;
    boolean greater = difference.excludesZero() && difference.sign() > 0;
    boolean equal = difference.isExactZero();
    return switch (relation) {
      case EQUAL -> equal;
      case NOT_EQUAL -> less || greater;
      case LESS -> less;
      case LESS_OR_EQUAL -> less || equal;
      case GREATER -> greater;
      case GREATER_OR_EQUAL -> greater || equal;
      case APPROXIMATELY -> false;
    };
  }

  /** Whether numbers whose difference is enclosed surely differ by no more than a tolerance. */
  static boolean within(Rational tolerance, Enclosure difference) {
    return difference.lower().compareTo(tolerance.negate()) >= 0
        && difference.upper().compareTo(tolerance) <= 0;
  }

  /** Whether they surely differ by more. */
  static boolean beyond(Rational tolerance, Enclosure difference) {
    return difference.lower().compareTo(tolerance) > 0
        || difference.upper().compareTo(tolerance.negate()) < 0;
  }

  static boolean fails(Relation relation, Enclosure difference) {
    return switch (relation) {
      case EQUAL -> holds(Relation.NOT_EQUAL, difference);
      case NOT_EQUAL -> holds(Relation.EQUAL, difference);
      case LESS -> holds(Relation.GREATER_OR_EQUAL, difference);
      case LESS_OR_EQUAL -> holds(Relation.GREATER, difference);
      case GREATER -> holds(Relation.LESS_OR_EQUAL, difference);
      case GREATER_OR_EQUAL -> holds(Relation.LESS, difference);
      case APPROXIMATELY -> false;
    };
  }
}
