package dev.hence.claim;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Trees;
import dev.hence.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * On which of the inferred entries a step rests: on those that declare or define a name that it
 * leads to, on an inferred motion if it speaks of a name that moves, and on every inferred
 * assumption.
 */
public final class Grounds {
  private final Statement.Step step;
  private final Scope scope;
  private final Set<Span> places = new HashSet<>();
  private final Set<String> letters = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  private Grounds(Statement.Step step) {
    this.step = step;
    this.scope = step.scope();
  }

  /** Those of the inferred entries on which a statement rests, in their order. */
  public static List<Inferred> of(Statement statement, List<Inferred> inferred) {
    if (inferred.isEmpty() || !(statement instanceof Statement.Step step)) {
      return List.of();
    }
    Grounds grounds = new Grounds(step);
    grounds.walk();
    return inferred.stream().filter(grounds::holds).toList();
  }

  private boolean holds(Inferred entry) {
    return switch (entry.key()) {
      case "assume" -> true;
      case Inferred.GIVEN, Inferred.UNTAKEN -> false;
      default -> places.contains(entry.place()) || letters.contains(entry.name());
    };
  }

  private void walk() {
    visit(step.left());
    visit(step.right());
    step.conditions().forEach(this::visit);
    step.excluded().forEach(this::visit);
    if (step.kind() == Kind.TRAJECTORY || step.kind() == Kind.CLOSED_FORM) {
      scope.dynamics().ifPresent(this::moves);
    }
  }

  private void visit(Condition condition) {
    visit(condition.left());
    visit(condition.right());
  }

  private void visit(Expr expr) {
    Trees.walk(expr, this::node);
  }

  private void node(Expr node) {
    switch (node) {
      case Expr.Ref r -> name(r.name(), r.indices().size());
      case Expr.Call c -> name(c.function(), c.indices().size());
      case Expr.Index i -> letter(i.letter());
      case Expr.At a -> scope.dynamics().ifPresent(this::moves);
      case Expr.TimeDerivative t -> scope.dynamics().ifPresent(this::moves);
      default -> {
        // says no name of its own
      }
    }
  }

  private void letter(String letter) {
    Range range = scope.ranges().get(letter);
    if (range != null && letters.add(letter)) {
      visit(range.lower());
      visit(range.upper());
    }
  }

  private void name(Name name, int indices) {
    if (!seen.add(name.key(indices))) {
      return;
    }
    scope
        .variable(name, indices)
        .ifPresent(
            v -> {
              places.add(v.span());
              v.indices().forEach(this::letter);
            });
    scope.function(name, indices).ifPresent(f -> places.add(f.span()));
    Optional<Definition> definition = scope.definition(name, indices);
    definition.ifPresent(
        d -> {
          places.add(d.span());
          visit(d.lambda().body());
        });
    scope.dynamics().filter(d -> d.moves(name)).ifPresent(this::moves);
  }

  private void moves(Dynamics dynamics) {
    if (places.add(dynamics.span())) {
      dynamics
          .velocities()
          .forEach(
              (name, velocity) -> {
                name(name, velocity.indices().size());
                visit(velocity.body());
              });
    }
  }
}
