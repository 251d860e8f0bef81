package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
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
  private final Scope scope;

  Demands(Scope scope) {
    this.scope = scope;
  }

  /** What is known with the definition, and with what was declared of its name. */
  Scope with(Definition definition) {
    Name name = definition.name();
    List<String> indices = definition.lambda().indices();
    Optional<Domain> declared =
        definition.lambda().parameters().isEmpty() && definition.shape().isScalar()
            ? scope
                .variable(name, indices.size())
                .filter(v -> !v.assumed())
                .map(Declaration.Variable::domain)
            : Optional.empty();
    Scope known = scope.with(definition);
    Expr value =
        new Expr.Ref(
            name, indices.stream().<Expr>map(Expr.Index::new).toList(), definition.shape());
    for (Condition condition : declared.map(set -> demands(value, set)).orElse(List.of())) {
      known = known.assuming(condition);
    }
    return known;
  }

  private static List<Condition> demands(Expr value, Domain set) {
    List<Condition> demands = new ArrayList<>();
    if (set instanceof Domain.Interval interval) {
      interval
          .lower()
          .ifPresent(
              end ->
                  demands.add(
                      condition(
                          value,
                          interval.lowerIncluded() ? Relation.GREATER_OR_EQUAL : Relation.GREATER,
                          end)));
      interval
          .upper()
          .ifPresent(
              end ->
                  demands.add(
                      condition(
                          value,
                          interval.upperIncluded() ? Relation.LESS_OR_EQUAL : Relation.LESS,
                          end)));
    }
    return demands;
  }

  private static Condition condition(Expr value, Relation relation, Rational end) {
    return new Condition(value, relation, new Expr.Literal(end));
  }
}
