package dev.hence.verdict;

import dev.hence.algebra.Decision;
import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What follows from what, where all of it speaks of one real variable and of numbers. */
final class OneNumber {
  private final Scope scope;
  private final Function<Expr, Optional<Expr>> formulas;

  /**
   * Statements in a scope.
   *
   * @param formulas what a name stands for, if it stands for something
   */
  OneNumber(Scope scope, Function<Expr, Optional<Expr>> formulas) {
    this.scope = scope;
    this.formulas = formulas;
  }

  /** Statements in a scope, in which names stand for what defines them. */
  static OneNumber in(Scope scope) {
    return new OneNumber(scope, e -> formula(e, scope));
  }

  /** Whether nothing but numbers, names and operations on numbers stands in a condition. */
  boolean isAlgebraic(Condition c) {
    return isAlgebraic(c.left()) && isAlgebraic(c.right());
  }

  private boolean isAlgebraic(Expr e) {
    boolean here =
        switch (e) {
          case Expr.Literal l -> true;
          case Expr.Ref r ->
              r.indices().isEmpty() && r.shape().isScalar() && !scope.isState(r.name());
          case Expr.Add a -> true;
          case Expr.Negate n -> true;
          case Expr.Multiply m -> true;
          case Expr.Divide d -> true;
          case Expr.Power p -> true;
          case Expr.Root r -> true;
          case Expr.Apply f -> true;
          case Expr.Abs a -> true;
          default -> false;
        };
    return here
        && formulas.apply(e).map(this::isAlgebraic).orElse(true)
        && Trees.children(e).stream().allMatch(this::isAlgebraic);
  }

  /**
   * Whether a condition holds wherever its sides are defined and others hold; those that are not
   * algebraic, or speak of other variables, are left out.
   */
  boolean follows(Condition wanted, List<Condition> known) {
    Set<Name> names = names(Stream.of(wanted));
    List<Condition> premises = new ArrayList<>();
    for (Condition c : known) {
      if (!c.isUniversal()
          && names.containsAll(names(Stream.of(c)))
          && isAlgebraic(c)
          && isDecidable(c)) {
        premises.add(c);
      }
    }
    names.forEach(name -> interval(name).ifPresent(premises::addAll));
    return switch (Decision.of(premises, List.of(), wanted, formulas)) {
      case Decision.Holds h -> !h.partial();
      case Decision.Vacuous v -> true;
      case Decision.Fails f -> false;
      case Decision.Open o -> false;
    };
  }

  private boolean isDecidable(Condition c) {
    return !(Decision.of(List.of(), List.of(), c, formulas) instanceof Decision.Open);
  }

  private static Optional<Expr> formula(Expr e, Scope scope) {
    return e instanceof Expr.Ref r && r.indices().isEmpty()
        ? scope
            .definition(r)
            .map(Definition::lambda)
            .filter(l -> l.parameters().isEmpty() && l.indices().isEmpty())
            .map(l -> l.body())
            .filter(body -> !Trees.any(body, r::equals))
        : Optional.empty();
  }

  /** The names of variables in conditions, in the order in which they are met. */
  Set<Name> names(Stream<Condition> conditions) {
    Set<Name> names = new LinkedHashSet<>();
    conditions.forEach(
        c -> {
          collect(c.left(), names);
          collect(c.right(), names);
        });
    return names;
  }

  private void collect(Expr e, Set<Name> names) {
    if (e instanceof Expr.Ref r) {
      formulas.apply(r).ifPresentOrElse(f -> collect(f, names), () -> names.add(r.name()));
    }
    Trees.children(e).forEach(child -> collect(child, names));
  }

  /** What the declared domain says of a variable; empty if it is no interval. */
  Optional<List<Condition>> interval(Name name) {
    Expr variable = new Expr.Ref(name, List.of(), Shape.SCALAR);
    return scope
        .variable(name, 0)
        .map(Declaration.Variable::domain)
        .filter(Domain.Interval.class::isInstance)
        .map(domain -> ends(variable, (Domain.Interval) domain));
  }

  /** An interval as conditions. */
  private static List<Condition> ends(Expr variable, Domain.Interval interval) {
    Stream<Condition> lower =
        interval.lower().stream()
            .map(
                end ->
                    new Condition(
                        variable,
                        interval.lowerIncluded() ? Relation.GREATER_OR_EQUAL : Relation.GREATER,
                        new Expr.Literal(end)));
    Stream<Condition> upper =
        interval.upper().stream()
            .map(
                end ->
                    new Condition(
                        variable,
                        interval.upperIncluded() ? Relation.LESS_OR_EQUAL : Relation.LESS,
                        new Expr.Literal(end)));
    return Stream.concat(lower, upper).toList();
  }
}
