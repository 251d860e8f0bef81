package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import java.util.List;
import java.util.Optional;

/**
 * Names that are declared beside a family of which they are members: {@code w_0 \in \mathbb{R}} and
 * {@code w_k \in \mathbb{R}} with k = 0, 1, …; {@code \theta^{(0)}}, {@code K_{11}}. Such a name is
 * no variable of its own, or the member would have two values.
 */
final class Members {
  private Members() {}

  /**
   * A scope in which a name is a member, if it is one.
   *
   * @throws Misread if it is declared otherwise than its family
   */
  static Scope without(Syntax name, Scope scope, Ledger ledger) {
    Optional<Declaration.Variable> alone =
        Pattern.of(name, Context.of(scope, ledger.scratch()))
            .filter(p -> p.parameters().isEmpty() && p.indices().isEmpty())
            .flatMap(p -> scope.variable(p.name(), 0));
    if (alone.isEmpty()) {
      return scope;
    }
    Scope others = scope.without(alone.get().name().key(0));
    Optional<Declaration.Variable> family = family(name, others, ledger);
    if (family.isEmpty()) {
      return scope;
    }
    boolean same =
        alone.get().shape().equals(family.get().shape())
            && alone.get().domain().equals(family.get().domain());
    if (!same) {
      throw new Misread(
          ProblemId.DECLARED_TWICE,
          name.span(),
          "this is a member of the family "
              + family.get().name()
              + ", which another entry declares differently",
          "declare the family alone, or let its index begin later");
    }
    return others;
  }

  /** The family of which a name would be a member if it were not declared itself. */
  private static Optional<Declaration.Variable> family(Syntax name, Scope scope, Ledger ledger) {
    try {
      return new Formulas(Context.of(scope, ledger.scratch())).expr(name) instanceof Expr.Ref r
              && !r.indices().isEmpty()
          ? scope.variable(r.name(), r.indices().size()).filter(f -> holds(f, r.indices(), scope))
          : Optional.empty();
    } catch (Misread noMember) {
      return Optional.empty();
    }
  }

  private static boolean holds(Declaration.Variable family, List<Expr> indices, Scope scope) {
    for (int k = 0; k < indices.size(); k++) {
      Range range = scope.ranges().get(family.indices().get(k));
      boolean inside =
          range != null
              && indices.get(k) instanceof Expr.Literal n
              && !isBeyond(range.lower(), n.value(), 1)
              && !isBeyond(range.upper(), n.value(), -1);
      if (!inside) {
        return false;
      }
    }
    return true;
  }

  /** Whether an end that is a number lies on the given side of another. */
  private static boolean isBeyond(Expr end, Rational number, int side) {
    return end instanceof Expr.Literal l && l.value().compareTo(number) == side;
  }
}
