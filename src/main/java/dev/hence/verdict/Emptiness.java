package dev.hence.verdict;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds steps that say nothing: both sides the same, a claim that repeats a declaration or a
 * definition, a derivative by something that does not occur. They hold, and nothing is shown.
 */
final class Emptiness {
  private static final String MARK = "says nothing: ";

  private final Statement.Step step;
  private final Scope scope;

  private Emptiness(Statement.Step step) {
    this.step = step;
    this.scope = step.scope();
  }

  /** Why a step says nothing, if it does. */
  static Optional<String> of(Statement.Step step) {
    if (step.approach().isPresent()) {
      return Optional.empty();
    }
    return new Emptiness(step).why().map(MARK::concat);
  }

  private Optional<String> why() {
    boolean equality =
        switch (step.relation()) {
          case EQUAL, LESS_OR_EQUAL, GREATER_OR_EQUAL -> true;
          case NOT_EQUAL, LESS, GREATER, APPROXIMATELY -> false;
        };
    if (equality && step.left().equals(step.right())) {
      return Optional.of("both sides are the same");
    }
    if (isSaid(step.left(), step.relation(), step.right())) {
      return Optional.of("it repeats an assumption");
    }
    if (isDeclared(step.left(), step.relation(), step.right())
        || isDeclared(step.right(), step.relation().mirrored(), step.left())) {
      return Optional.of("it repeats a declaration");
    }
    if (step.relation() == Relation.EQUAL) {
      return equation();
    }
    return Optional.empty();
  }

  private Optional<String> equation() {
    if (isDefinition(step.left(), step.right()) || isDefinition(step.right(), step.left())) {
      return Optional.of("it repeats a definition");
    }
    Optional<Expr.Ref> absent =
        isZero(step.right())
            ? absent(step.left())
            : isZero(step.left()) ? absent(step.right()) : Optional.empty();
    return absent.map(
        v ->
            "a derivative by "
                + new UnicodePrinter(new ScopeNotation(scope)).print(v)
                + ", which does not occur");
  }

  private boolean isSaid(Expr left, Relation relation, Expr right) {
    Condition claim = new Condition(left, relation, right);
    Condition mirrored = new Condition(right, relation.mirrored(), left);
    return scope.assumptions().stream().anyMatch(c -> c.equals(claim) || c.equals(mirrored))
        || step.conditions().stream().anyMatch(c -> c.equals(claim) || c.equals(mirrored));
  }

  /** Whether it is said that a name lies in an interval of which it has been declared. */
  private boolean isDeclared(Expr left, Relation relation, Expr right) {
    if (!(left instanceof Expr.Ref ref) || !(right instanceof Expr.Literal bound)) {
      return false;
    }
    return scope
        .variable(ref.name(), ref.indices().size())
        .map(Declaration.Variable::domain)
        .filter(domain -> domain instanceof Domain.Interval i && isEnd(i, relation, bound.value()))
        .isPresent();
  }

  private static boolean isEnd(Domain.Interval i, Relation relation, Rational bound) {
    boolean lower = i.lower().filter(bound::equals).isPresent();
    boolean upper = i.upper().filter(bound::equals).isPresent();
    return switch (relation) {
      case GREATER -> lower && !i.lowerIncluded();
      case GREATER_OR_EQUAL -> lower && i.lowerIncluded();
      case LESS -> upper && !i.upperIncluded();
      case LESS_OR_EQUAL -> upper && i.upperIncluded();
      case NOT_EQUAL, EQUAL, APPROXIMATELY -> false;
    };
  }

  private boolean isDefinition(Expr name, Expr formula) {
    List<Expr> indices;
    List<Expr> arguments;
    switch (name) {
      case Expr.Ref r -> {
        indices = r.indices();
        arguments = List.of();
      }
      case Expr.Call c when c.slots().isEmpty() -> {
        indices = c.indices();
        arguments = c.arguments();
      }
      default -> {
        return false;
      }
    }
    return scope
        .definition(name)
        .flatMap(d -> placed(d, indices, arguments))
        .filter(formula::equals)
        .isPresent();
  }

  /** The formula at some arguments, unless it differentiates by what is no name there. */
  private static Optional<Expr> placed(
      Definition definition, List<Expr> indices, List<Expr> arguments) {
    Map<Expr, Expr> values = new HashMap<>();
    for (int k = 0; k < indices.size(); k++) {
      values.put(new Expr.Index(definition.lambda().indices().get(k)), indices.get(k));
    }
    List<Parameter> parameters = definition.lambda().parameters();
    for (int k = 0; k < arguments.size() && k < parameters.size(); k++) {
      Parameter p = parameters.get(k);
      values.put(new Expr.Ref(p.name(), List.of(), p.shape()), arguments.get(k));
    }
    Expr body = definition.lambda().body();
    boolean moves =
        Trees.any(
            body,
            e ->
                switch (e) {
                  case Expr.Derivative d -> !isName(values, d.variable());
                  case Expr.Substituted at -> !isName(values, at.variable());
                  default -> false;
                });
    return moves ? Optional.empty() : Optional.of(Trees.map(body, e -> values.getOrDefault(e, e)));
  }

  private static boolean isName(Map<Expr, Expr> values, Expr.Ref variable) {
    return values.getOrDefault(variable, variable) instanceof Expr.Ref;
  }

  private static boolean isZero(Expr expr) {
    return (expr instanceof Expr.Literal l && l.value().signum() == 0)
        || (expr instanceof Expr.Filled f && f.value().signum() == 0);
  }

  /** The variable of a derivative in whose body it does not occur. */
  private Optional<Expr.Ref> absent(Expr expr) {
    return expr instanceof Expr.Derivative d
            && !occurs(d.variable().name(), d.body(), new HashSet<>())
        ? Optional.of(d.variable())
        : Optional.empty();
  }

  private boolean occurs(Name name, Expr expr, Set<String> seen) {
    boolean here = expr instanceof Expr.Ref r && r.name().equals(name);
    boolean behind =
        scope
            .definition(expr)
            .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
            .filter(d -> occurs(name, d.lambda().body(), seen))
            .isPresent();
    return here
        || behind
        || Trees.children(expr).stream().anyMatch(part -> occurs(name, part, seen));
  }
}
