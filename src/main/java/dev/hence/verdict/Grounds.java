package dev.hence.verdict;

import dev.hence.eval.Enclosure;
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
