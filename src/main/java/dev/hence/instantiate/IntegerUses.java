package dev.hence.instantiate;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import dev.hence.verdict.Signs;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the variables that stand where only an integer can, also in definitions: as an index, at
 * the end of a range, as the power of a matrix. So they do as the power of a number that may be
 * negative, for (−1)ᵏ has a value at whole k only.
 */
final class IntegerUses {
  private final Scope scope;
  private final Signs signs;
  private final Set<String> found = new HashSet<>();
  private final Set<String> expanded = new HashSet<>();

  private IntegerUses(Scope scope) {
    this.scope = scope;
    this.signs = new Signs(scope);
  }

  /** Their keys. */
  static Set<String> of(List<Expr> parts, Scope scope) {
    IntegerUses uses = new IntegerUses(scope);
    parts.forEach(uses::visit);
    return uses.found;
  }

  private void visit(Expr expr) {
    switch (expr) {
      case Expr.Ref r -> {
        r.indices().forEach(this::integer);
        expand(scope.definition(r.name(), r.indices().size()));
      }
      case Expr.Call c -> {
        c.indices().forEach(this::integer);
        expand(scope.definition(c.function(), c.indices().size()));
      }
      case Expr.Entry e -> e.indices().forEach(this::integer);
      case Expr.Sum s -> {
        range(s.range());
        s.conditions().forEach(this::condition);
      }
      case Expr.Family f -> f.ranges().forEach(this::range);
      case Expr.Expectation e -> e.ranges().forEach(this::range);
      case Expr.Cases c when isEquation(c.condition()) -> condition(c.condition());
      case Expr.Power p when !p.base().shape().isScalar() || !signs.isPositive(p.base()) ->
          integer(p.exponent());
      default -> {}
    }
    Trees.children(expr).forEach(this::visit);
  }

  private void expand(Optional<Definition> definition) {
    definition
        .filter(d -> expanded.add(d.name().key(d.lambda().indices().size())))
        .ifPresent(d -> visit(d.lambda().body()));
  }

  private static boolean isEquation(Condition condition) {
    return condition.relation() == Relation.EQUAL || condition.relation() == Relation.NOT_EQUAL;
  }

  private void range(Range range) {
    integer(range.lower());
    integer(range.upper());
  }

  private void condition(Condition condition) {
    integer(condition.left());
    integer(condition.right());
  }

  /** An expression in a place for integers. */
  private void integer(Expr expr) {
    switch (expr) {
      case Expr.Ref r -> found.add(r.name().key(r.indices().size()));
      case Expr.Add a -> a.terms().forEach(this::integer);
      case Expr.Negate n -> integer(n.body());
      case Expr.Multiply m -> {
        integer(m.left());
        integer(m.right());
      }
      default -> {}
    }
  }
}
