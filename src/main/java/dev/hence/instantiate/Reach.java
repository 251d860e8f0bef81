package dev.hence.instantiate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * All that expressions lead to: through definitions, and through the dynamics where they speak of
 * time.
 */
final class Reach {
  private final Scope scope;
  private final Set<String> expanded = new HashSet<>();
  private final SequencedSet<Name> states = new LinkedHashSet<>();

  /** Keys of the declared variables. */
  final SequencedSet<String> variables = new LinkedHashSet<>();

  /** Keys of the functions without a formula. */
  final SequencedSet<String> functions = new LinkedHashSet<>();

  /** Named sizes that evaluation needs. */
  final SequencedSet<String> sizes = new LinkedHashSet<>();

  /** Named sizes in the ranges of families' indices: they say which members exist. */
  final SequencedSet<String> memberSizes = new LinkedHashSet<>();

  final SequencedSet<Shape> shapes = new LinkedHashSet<>();

  /** Whether a time derivative, another time or an integral occurs. */
  boolean timed;

  Reach(Scope scope) {
    this.scope = scope;
  }

  /** Adds what an expression leads to. */
  void add(Expr expr) {
    visit(expr, Set.of());
  }

  /** Adds a range whose ends are evaluated. */
  void add(Range range) {
    add(range.lower());
    add(range.upper());
  }

  /** Adds the velocities of the states met, and of those that they bring in. */
  void addVelocities() {
    if (!timed || scope.dynamics().isEmpty()) {
      return;
    }
    Set<Name> done = new HashSet<>();
    while (!done.containsAll(states)) {
      for (Name state : List.copyOf(states)) {
        if (done.add(state)) {
          add(scope.dynamics().get().velocities().get(state).body());
        }
      }
    }
  }

  /** Whether an assumption restricts something that was met. */
  boolean concerns(Condition condition) {
    Reach other = new Reach(scope);
    other.add(condition.left());
    other.add(condition.right());
    return other.variables.stream().anyMatch(variables::contains)
        || other.functions.stream().anyMatch(functions::contains);
  }

  private void visit(Expr expr, Set<String> bound) {
    switch (expr) {
      case Expr.Ref r -> ref(r, bound);
      case Expr.Call c -> call(c, bound);
      case Expr.SizeOf s -> s.size().keys().forEach(this::size);
      case Expr.Identity i -> shape(i.shape());
      case Expr.Filled f -> shape(f.shape());
      case Expr.Diagonal d -> within(d, d.shape(), bound);
      case Expr.Stack s -> within(s, s.shape(), bound);
      case Expr.Family f -> within(f, f.shape(), bound);
      case Expr.TimeDerivative t -> timed(t, bound);
      case Expr.At a -> timed(a, bound);
      case Expr.Integral i -> {
        timed = true;
        visit(i.lower(), bound);
        visit(i.upper(), bound);
        visit(i.body(), plus(bound, List.of(i.variable())));
      }
      case Expr.Expectation e -> {
        List<Expr> parts = Trees.children(e);
        parts.subList(0, parts.size() - 1).forEach(part -> visit(part, bound));
        visit(e.body(), with(bound, List.of(e.variable().key(e.letters().size()))));
      }
      case Expr.Substituted s -> {
        visit(s.value(), bound);
        boolean plain = s.variable().indices().isEmpty();
        visit(s.body(), plain ? plus(bound, List.of(s.variable().name())) : bound);
      }
      default -> children(expr, bound);
    }
  }

  private void children(Expr expr, Set<String> bound) {
    Trees.children(expr).forEach(child -> visit(child, bound));
  }

  private void within(Expr expr, Shape shape, Set<String> bound) {
    shape(shape);
    children(expr, bound);
  }

  private void timed(Expr expr, Set<String> bound) {
    timed = true;
    children(expr, bound);
  }

  private void ref(Expr.Ref ref, Set<String> bound) {
    within(ref, ref.shape(), bound);
    int indices = ref.indices().size();
    if (bound.contains(ref.name().key(indices))) {
      return;
    }
    scope
        .definition(ref.name(), indices)
        .ifPresentOrElse(
            d -> expand(ref.name().key(indices), d.lambda(), bound),
            () -> scope.variable(ref.name(), indices).ifPresent(this::variable));
  }

  private void variable(Declaration.Variable variable) {
    variables.add(variable.name().key(variable.indices().size()));
    members(variable.indices());
    if (variable.domain() instanceof Domain.Labels labels) {
      add(labels.range());
    }
    if (scope.isState(variable.name())) {
      states.add(variable.name());
    }
  }

  private void call(Expr.Call call, Set<String> bound) {
    within(call, call.shape(), bound);
    int indices = call.indices().size();
    String key = call.function().key(indices);
    scope
        .definition(call.function(), indices)
        .ifPresentOrElse(
            d -> expand(key, d.lambda(), bound),
            () -> scope.function(call.function(), indices).ifPresent(f -> function(key, f)));
  }

  private void function(String key, Declaration.Function function) {
    functions.add(key);
    members(function.indices());
    shape(function.shape());
    function.parameters().forEach(parameter -> shape(parameter.shape()));
  }

  private void expand(String key, Lambda lambda, Set<String> bound) {
    List<Name> names = lambda.parameters().stream().map(p -> p.name()).toList();
    Set<String> inside = plus(bound, names);
    if (expanded.add(key + inside.stream().sorted().toList())) {
      visit(lambda.body(), inside);
    }
  }

  private void members(List<String> letters) {
    for (String letter : letters) {
      Optional.ofNullable(scope.ranges().get(letter))
          .ifPresent(
              range ->
                  List.of(range.lower(), range.upper())
                      .forEach(end -> Trees.walk(end, this::memberSize)));
    }
  }

  private void memberSize(Expr expr) {
    if (expr instanceof Expr.SizeOf s) {
      memberSizes.addAll(s.size().keys());
    }
  }

  private void shape(Shape shape) {
    shapes.add(shape);
    shape.sizes().forEach(size -> size.keys().forEach(this::size));
  }

  private void size(String name) {
    sizes.add(name);
  }

  private static Set<String> plus(Set<String> keys, List<Name> others) {
    return with(keys, others.stream().map(name -> name.key(0)).toList());
  }

  private static Set<String> with(Set<String> keys, List<String> others) {
    Set<String> more = new HashSet<>(keys);
    more.addAll(others);
    return more;
  }
}
