package dev.hence.algebra;

import dev.hence.expr.Relation;
import java.util.List;

/**
 * A relation between two expressions.
 *
 * @param left what the left side needs to have a value
 * @param right what the right side needs
 * @param difference left − right
 */
record Relating(List<Need> left, List<Need> right, Fraction difference, Relation relation) {
  Relating {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /** What an expression must be so that another has a value. */
  record Need(Fraction of, Relation relation) {
    boolean isMet(Signs signs) {
      return signs.of(of.denominator()) != 0 && holds(relation, signs.of(of));
    }
  }

  boolean isLeftDefined(Signs signs) {
    return left.stream().allMatch(need -> need.isMet(signs));
  }

  boolean isRightDefined(Signs signs) {
    return right.stream().allMatch(need -> need.isMet(signs));
  }

  /** Whether it holds at a place; not where a side has no value. */
  boolean holds(Signs signs) {
    return isLeftDefined(signs) && isRightDefined(signs) && holds(relation, signs.of(difference));
  }

  private static boolean holds(Relation relation, int sign) {
    return switch (relation) {
      case EQUAL -> sign == 0;
      case NOT_EQUAL -> sign != 0;
      case LESS -> sign < 0;
      case LESS_OR_EQUAL -> sign <= 0;
      case GREATER -> sign > 0;
      case GREATER_OR_EQUAL -> sign >= 0;
      case APPROXIMATELY -> throw new Undecided("≈");
    };
  }
}
