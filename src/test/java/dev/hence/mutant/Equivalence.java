package dev.hence.mutant;

import dev.hence.claim.Derivation;
import dev.hence.claim.Kind;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.search.Normal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules by which a mutant is recognised as true all the same. */
public final class Equivalence {
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);

  private final List<Statement.Step> independences;

  private Equivalence(List<Statement.Step> independences) {
    this.independences = independences;
  }

  /** The rules for the mutants of a derivation. */
  public static Equivalence in(Derivation derivation) {
    List<Statement.Step> independences = new ArrayList<>();
    for (Statement statement : derivation.statements()) {
      if (statement instanceof Statement.Step step
          && step.kind() == Kind.INDEPENDENCE
          && !step.expected().refuted()) {
        independences.add(step);
      }
    }
    return new Equivalence(List.copyOf(independences));
  }

  /** The rule that applies, in words. */
  public Optional<String> rule(Mutant mutant) {
    if (isSame(mutant)) {
      return Optional.of("says the same: the order of +, ·, ⟨,⟩, signs, symmetric kernels");
    }
    if (isTautology(mutant.step())) {
      return Optional.of("both sides say the same");
    }
    if (isShownBySigns(mutant.step())) {
      return Optional.of("an inequality that signs alone show");
    }
    if (movesAPointThatDoesNotMatter(mutant)) {
      return Optional.of("another point, where the derivation says that none matters");
    }
    return Optional.empty();
  }

  private static boolean isSame(Mutant mutant) {
    return isSame(mutant.original().left(), mutant.step().left(), mutant.step().scope())
        && isSame(mutant.original().right(), mutant.step().right(), mutant.step().scope());
  }

  private static boolean isSame(Expr a, Expr b, Scope scope) {
    return Normal.of(a, scope).equals(Normal.of(b, scope));
  }

  private static boolean isTautology(Statement.Step step) {
    return step.relation() == Relation.EQUAL && isSame(step.left(), step.right(), step.scope());
  }

  /** E ≥ 0 or −E ≤ 0 where E is made of squares and norms. */
  private static boolean isShownBySigns(Statement.Step step) {
    return step.right().equals(ZERO)
        && switch (step.relation()) {
          case GREATER_OR_EQUAL -> isNonnegative(step.left());
          case LESS_OR_EQUAL -> isNonpositive(step.left());
          case EQUAL, LESS, GREATER, NOT_EQUAL, APPROXIMATELY -> false;
        };
  }

  private static boolean isNonpositive(Expr expr) {
    return switch (expr) {
      case Expr.Negate n -> isNonnegative(n.body());
      case Expr.Multiply m -> isNonnegative(m.left()) && isNonpositive(m.right());
      default -> false;
    };
  }

  private static boolean isNonnegative(Expr expr) {
    return switch (expr) {
      case Expr.Norm n -> true;
      case Expr.Literal l -> l.value().signum() >= 0;
      case Expr.Power p -> isNonnegative(p.base());
      case Expr.Multiply m -> isNonnegative(m.left()) && isNonnegative(m.right());
      default -> false;
    };
  }

  /** α_j(x') for α_j(x), where the derivation says that α_j(x) does not depend on x. */
  private boolean movesAPointThatDoesNotMatter(Mutant mutant) {
    return mutant.slip() == Slip.POINT
        && mutant.step().right().equals(mutant.original().right())
        && independences.stream()
            .anyMatch(
                step ->
                    step.left().equals(mutant.original().left())
                        && values(step).equals(values(mutant.original())));
  }

  /** What a step is tried on, wherever that was said. */
  private static Map<String, List<String>> values(Statement.Step step) {
    Map<String, List<String>> values = new HashMap<>();
    step.trial().entries().forEach((name, entry) -> values.put(name, entry.values()));
    return values;
  }
}
