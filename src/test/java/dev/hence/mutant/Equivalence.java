package dev.hence.mutant;

import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import java.util.Optional;

/** The rules by which a mutant is recognised as true all the same. */
final class Equivalence {
  private Equivalence() {}

  /** The rule that applies, in words. */
  static Optional<String> rule(Mutant mutant) {
    if (isSame(mutant)) {
      return Optional.of("it says the same: order, signs, symmetry");
    }
    if (isTautology(mutant.step())) {
      return Optional.of("its two sides are the same");
    }
    if (showsBySigns(mutant.step())) {
      return Optional.of("an inequality that signs alone show");
    }
    if (movesAPointThatDoesNotMatter(mutant)) {
      return Optional.of("another point, on which the step says that nothing depends");
    }
    return Optional.empty();
  }

  private static boolean isSame(Mutant mutant) {
    Statement.Step a = mutant.original();
    Statement.Step b = mutant.step();
    return Normal.of(a.left(), a.scope()).equals(Normal.of(b.left(), b.scope()))
        && Normal.of(a.right(), a.scope()).equals(Normal.of(b.right(), b.scope()));
  }

  private static boolean isTautology(Statement.Step step) {
    return step.relation() == Relation.EQUAL
        && Normal.of(step.left(), step.scope()).equals(Normal.of(step.right(), step.scope()));
  }

  /** E ≥ 0 or E ≤ 0 where E is made of squares, norms and signs. */
  private static boolean showsBySigns(Statement.Step step) {
    boolean zero = step.right().equals(new Expr.Literal(Rational.ZERO));
    return zero
        && switch (step.relation()) {
          case GREATER_OR_EQUAL -> isNonnegative(step.left());
          case LESS_OR_EQUAL ->
              step.left() instanceof Expr.Negate n
                  ? isNonnegative(n.body())
                  : step.left() instanceof Expr.Multiply m
                      && m.right() instanceof Expr.Negate below
                      && isNonnegative(m.left())
                      && isNonnegative(below.body());
          case EQUAL, LESS, GREATER, NOT_EQUAL, APPROXIMATELY -> false;
        };
  }

  private static boolean isNonnegative(Expr expr) {
    return switch (expr) {
      case Expr.Norm n -> true;
      case Expr.Literal l -> l.value().signum() >= 0;
      case Expr.Power p ->
          isNonnegative(p.base()) || p.exponent().equals(new Expr.Literal(Rational.of(2)));
      case Expr.Multiply m -> isNonnegative(m.left()) && isNonnegative(m.right());
      case Expr.Add a -> a.terms().stream().allMatch(Equivalence::isNonnegative);
      default -> false;
    };
  }

  /** A step that says that α_j(x) is a number without x, or does not depend on x. */
  private static boolean movesAPointThatDoesNotMatter(Mutant mutant) {
    boolean saysSo =
        mutant.original().kind() == Kind.INDEPENDENCE
            || mutant.original().label().equals(Optional.of("18"));
    return saysSo && mutant.slip() == Slip.POINT && mutant.step().left() instanceof Expr.Call;
  }
}
