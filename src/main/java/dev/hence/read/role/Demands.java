package dev.hence.read.role;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Formulas for names that are declared already: what was declared stays, as an assumption about the
 * formula. Where no point satisfies it nothing is decided.
 */
final class Demands {
  private Demands() {}

  /** A scope with a definition, and with what was declared of its name. */
  static Scope with(Definition definition, Scope scope) {
    List<String> indices = definition.lambda().indices();
    boolean number = definition.lambda().parameters().isEmpty() && definition.shape().isScalar();
    Optional<Domain> declared =
        scope
            .variable(definition.name(), indices.size())
            .filter(v -> number && !v.assumed())
            .map(Declaration.Variable::domain);
    List<Expr> letters = indices.stream().<Expr>map(Expr.Index::new).toList();
    Expr value = new Expr.Ref(definition.name(), letters, definition.shape());
    Scope known = scope.with(definition);
    for (Condition condition : declared.map(set -> demands(value, set)).orElse(List.of())) {
      known = known.assuming(condition);
    }
    return known;
  }

  private static List<Condition> demands(Expr value, Domain set) {
    if (!(set instanceof Domain.Interval i)) {
      return List.of();
    }
    List<Condition> demands = new ArrayList<>();
    i.lower().ifPresent(end -> demands.add(condition(value, above(i.lowerIncluded()), end)));
    i.upper()
        .ifPresent(end -> demands.add(condition(value, above(i.upperIncluded()).mirrored(), end)));
    return demands;
  }

  private static Relation above(boolean included) {
    return included ? Relation.GREATER_OR_EQUAL : Relation.GREATER;
  }

  private static Condition condition(Expr value, Relation relation, Rational end) {
    return new Condition(value, relation, new Expr.Literal(end));
  }
}
