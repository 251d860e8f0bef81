package dev.hence.proof;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * A step that speaks of numbers n which are declared to be whole: the same step with index letters
 * that run through them, so that n can be the end of a sum, an index, and what an induction goes
 * by. Nothing else about the statement changes.
 *
 * <p>A name is left as it is where anything binds it, or a letter that is written alike: what
 * stands inside of that speaks of something else.
 */
final class Counted {
  private final Scope scope;
  private final Set<String> bound = new HashSet<>();

  private Counted(Statement.Step step) {
    this.scope = step.scope();
    List<Expr> spoken = new ArrayList<>(List.of(step.left(), step.right()));
    for (Range range : scope.ranges().values()) {
      spoken.addAll(List.of(range.lower(), range.upper()));
    }
    for (Definition definition : scope.definitions().values()) {
      spoken.add(definition.lambda().body());
      bind(definition.lambda());
      bind(definition.shape());
    }
    spoken.forEach(side -> Trees.walk(side, this::bind));
    bound.addAll(scope.ranges().keySet());
    scope.variables().values().forEach(v -> bind(v.indices(), List.of(), v.shape()));
    scope.functions().values().forEach(f -> bind(f.indices(), f.parameters(), f.shape()));
    step.horizon().ifPresent(this::bind);
    scope.dynamics().ifPresent(this::bind);
  }

  static Statement.Step of(Statement.Step step) {
    boolean counts = step.scope().variables().values().stream().anyMatch(Counted::counts);
    return counts ? new Counted(step).counted(step) : step;
  }

  private Statement.Step counted(Statement.Step step) {
    List<Declaration.Variable> numbers =
        scope.variables().values().stream()
            .filter(Counted::counts)
            .filter(v -> !bound.contains(v.name().latex()))
            .filter(v -> scope.definition(v.name(), 0).isEmpty())
            .toList();
    Statement.Step counted = step;
    for (Declaration.Variable number : numbers) {
      Expr.Ref name = new Expr.Ref(number.name(), List.of(), number.shape());
      counted =
          counted.within(
              letters(counted.left(), name),
              letters(counted.right(), name),
              letters(counted.scope(), number, name));
    }
    return counted;
  }

  private static boolean counts(Declaration.Variable v) {
    return v.indices().isEmpty()
        && v.shape().isScalar()
        && v.domain() instanceof Domain.Integers n
        && n.from().isPresent();
  }

  // What is bound

  private void bind(Name name) {
    bound.add(name.latex());
  }

  private void bind(Shape shape) {
    shape.sizes().forEach(size -> bound.addAll(size.letters()));
  }

  private void bind(Lambda lambda) {
    bound.addAll(lambda.indices());
    lambda.parameters().forEach(p -> bind(p.name()));
  }

  private void bind(Collection<String> indices, List<Parameter> parameters, Shape shape) {
    bound.addAll(indices);
    parameters.forEach(p -> bind(p.name()));
    bind(shape);
  }

  /** All that moves, and all that it is said to depend on. */
  private void bind(Dynamics dynamics) {
    for (Lambda lambda : dynamics.velocities().values()) {
      bind(lambda);
      bindNames(lambda.body());
    }
    for (Lambda lambda : dynamics.starts().values()) {
      bind(lambda);
      bindNames(lambda.body());
    }
    dynamics.endings().values().forEach(ending -> bindNames(ending.value()));
    dynamics.parameters().values().forEach(names -> names.forEach(this::bind));
    dynamics.velocities().keySet().forEach(this::bind);
    dynamics.arbitrary().forEach(this::bind);
    bind(Name.TIME);
  }

  private void bindNames(Expr expr) {
    Trees.walk(
        expr,
        e -> {
          if (e instanceof Expr.Ref r) {
            bind(r.name());
          }
        });
  }

  private void bind(Expr expr) {
    bind(expr.shape());
    switch (expr) {
      case Expr.Index i -> bound.add(i.letter());
      case Expr.SizeOf s -> bound.addAll(s.size().letters());
      case Expr.Sum s -> bound.add(s.letter());
      case Expr.Family f -> bound.addAll(f.letters());
      case Expr.Expectation e -> {
        bind(e.variable());
        bound.addAll(e.letters());
        bound.addAll(e.lettersBound());
      }
      case Expr.Integral i -> bind(i.variable());
      case Expr.Derivative d -> bind(d.variable().name());
      case Expr.Substituted s -> bind(s.variable().name());
      default -> {
        // binds nothing
      }
    }
  }

  // Letters in place of names

  private static Expr letters(Expr expr, Expr.Ref name) {
    Expr letter = new Expr.Index(name.name().latex());
    return Trees.map(expr, e -> e.equals(name) ? letter : e);
  }

  private static Scope letters(Scope scope, Declaration.Variable number, Expr.Ref name) {
    LinkedHashMap<String, Definition> definitions = new LinkedHashMap<>();
    scope.definitions().forEach((key, d) -> definitions.put(key, letters(d, name)));
    LinkedHashMap<String, Range> ranges = new LinkedHashMap<>();
    scope
        .ranges()
        .forEach(
            (letter, range) ->
                ranges.put(
                    letter, new Range(letters(range.lower(), name), letters(range.upper(), name))));
    int first = ((Domain.Integers) number.domain()).from().orElseThrow();
    Size last = Size.endless(number.name().latex());
    ranges.put(
        number.name().latex(),
        new Range(new Expr.Literal(Rational.of(first)), SizeForm.expr(last)));
    LinkedHashMap<String, Declaration.Variable> others = new LinkedHashMap<>(scope.variables());
    others.remove(number.name().key(0));
    return new Scope(
        others, scope.functions(), ranges, definitions, scope.dynamics(), scope.assumptions());
  }

  private static Definition letters(Definition definition, Expr.Ref name) {
    Lambda lambda = definition.lambda();
    return new Definition(
        definition.name(),
        new Lambda(lambda.indices(), lambda.parameters(), letters(lambda.body(), name)),
        definition.shape(),
        definition.span());
  }
}
