package dev.hence.road.numeric;

import dev.hence.expr.Relation;

/** What a difference left − right that is known up to an error says about a relation. */
enum Fit {
  /** The relation holds within the error. */
  GOOD,
  /** It may or may not hold. */
  UNCLEAR,
  /** It fails by more than the error. */
  BAD;

  static Fit of(Relation relation, double difference, double error) {
    return switch (relation) {
      case EQUAL -> Math.abs(difference) <= error ? GOOD : BAD;
      case LESS_OR_EQUAL -> difference <= error ? GOOD : BAD;
      case GREATER_OR_EQUAL -> -difference <= error ? GOOD : BAD;
      case LESS -> strictly(difference, error);
      case GREATER -> strictly(-difference, error);
      case NOT_EQUAL -> Math.abs(difference) > error ? GOOD : UNCLEAR;
      case APPROXIMATELY -> UNCLEAR;
    };
  }

  private static Fit strictly(double difference, double error) {
    return difference < -error ? GOOD : difference > error ? BAD : UNCLEAR;
  }

  /** By how much a relation is violated; 0 if it is not. */
  static double violation(Relation relation, double difference) {
    return switch (relation) {
      case EQUAL, APPROXIMATELY -> Math.abs(difference);
      case LESS, LESS_OR_EQUAL -> Math.max(0, difference);
      case GREATER, GREATER_OR_EQUAL -> Math.max(0, -difference);
      case NOT_EQUAL -> 0;
    };
  }

  /** Whether a relation holds whatever the error, or for an equation as far as can be seen. */
  static boolean clearly(Relation relation, double difference, double error) {
    return switch (relation) {
      case EQUAL -> Math.abs(difference) <= error;
      case NOT_EQUAL -> Math.abs(difference) > error;
      case LESS, LESS_OR_EQUAL -> difference < -error;
      case GREATER, GREATER_OR_EQUAL -> difference > error;
      case APPROXIMATELY -> false;
    };
  }
}
