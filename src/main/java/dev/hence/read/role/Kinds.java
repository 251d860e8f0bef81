package dev.hence.read.role;

import dev.hence.claim.Dependence;
import dev.hence.claim.Kind;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.read.role.Moments.Timed;
import java.util.stream.Stream;

/** Of what kind a claim is, where neither its words nor its signs say it. */
final class Kinds {
  private Kinds() {}

  /**
   * The kind of a claim.
   *
   * @param mean whether a mean was read in it
   */
  static Kind of(Relation relation, Timed timed, boolean mean, Scope scope) {
    if (timed.approach().isPresent()) {
      return Kind.LIMIT;
    }
    if (relation == Relation.APPROXIMATELY) {
      return Kind.APPROXIMATION;
    }
    if (relation.isInequality()) {
      return Kind.INEQUALITY;
    }
    if (timed.horizon().isEmpty()) {
      return mean || leadsToMeans(timed, scope) ? Kind.EXPECTATION : Kind.POINTWISE;
    }
    return timed.closed() ? Kind.CLOSED_FORM : Kind.TRAJECTORY;
  }

  private static boolean leadsToMeans(Timed timed, Scope scope) {
    Dependence reach = new Dependence(scope);
    return Stream.of(timed.sides().left(), timed.sides().right())
        .anyMatch(side -> reach.any(side, e -> e instanceof Expr.Expectation));
  }
}
