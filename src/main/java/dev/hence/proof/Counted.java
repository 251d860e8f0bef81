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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A step that speaks of numbers n which are declared to be whole: the same step with index letters
 * that run through them, so that n can be the end of a sum, an index, and what an induction goes
 * by. So with sizes that end sums or stand as numbers and do nothing else: no shape, no range of an
 * index letter and no assumption speaks of them. Nothing else about the statement changes.
 *
 * <p>A name is left as it is where anything binds it, or a letter that is written alike: what
 * stands inside of that speaks of something else.
 */
final class Counted {
  private final Scope scope;
  private final Set<String> bound = new HashSet<>();

  /** The sizes that are more than numbers, and all that the sides and definitions speak of. */
  private final Set<String> held = new HashSet<>();

  private final Set<String> sizes = new LinkedHashSet<>();

  private Counted(Statement.Step step) {
    this.scope = step.scope();
    List<Expr> spoken = new ArrayList<>(List.of(step.left(), step.right()));
    for (Range range : scope.ranges().values()) {
      spoken.addAll(List.of(range.lower(), range.upper()));
      hold(List.of(range.lower(), range.upper()));
    }
    scope.assumptions().forEach(a -> hold(List.of(a.left(), a.right())));
    step.conditions().forEach(c -> hold(List.of(c.left(), c.right())));
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
    boolean sized =
        Trees.any(step.left(), Counted::endsAtSize) || Trees.any(step.right(), Counted::endsAtSize);
    return counts || sized ? new Counted(step).counted(step) : step;
  }

  /** Whether it is a sum over indices up to a size. */
  private static boolean endsAtSize(Expr expr) {
    return expr instanceof Expr.Sum s
        && SizeForm.of(s.range().upper()).filter(end -> !end.keys().isEmpty()).isPresent();
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
      int first = ((Domain.Integers) number.domain()).from().orElseThrow();
      Scope others = counted.scope();
      LinkedHashMap<String, Declaration.Variable> left = new LinkedHashMap<>(others.variables());
      left.remove(number.name().key(0));
      Scope without =
          new Scope(
              left,
              others.functions(),
              others.ranges(),
              others.definitions(),
              others.dynamics(),
              others.assumptions());
      Expr letter = new Expr.Index(number.name().latex());
      counted =
          letters(counted, without, number.name().latex(), first, e -> e.equals(name) ? letter : e);
    }
    for (String size : sizes) {
      if (!held.contains(size) && !bound.contains(size)) {
        counted = letters(counted, counted.scope(), size, 1, e -> withLetter(e, size));
      }
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
    for (Size size : shape.sizes()) {
      bound.addAll(size.letters());
      held.addAll(size.keys());
    }
  }

  private void hold(List<Expr> said) {
    for (Expr expr : said) {
      Trees.walk(
          expr,
          e -> {
            if (e instanceof Expr.SizeOf s) {
              held.addAll(s.size().keys());
            }
          });
    }
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
      case Expr.SizeOf s -> {
        bound.addAll(s.size().letters());
        sizes.addAll(s.size().keys());
      }
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

  private static Statement.Step letters(
      Statement.Step step, Scope scope, String letter, int first, UnaryOperator<Expr> named) {
    UnaryOperator<Expr> all = e -> Trees.map(e, named);
    return step.within(
        all.apply(step.left()), all.apply(step.right()), letters(scope, letter, first, all));
  }

  /** A size, if it speaks of a name, with the letter that is written alike in its place. */
  private static Expr withLetter(Expr expr, String name) {
    return expr instanceof Expr.SizeOf s && s.size().keys().contains(name)
        ? SizeForm.expr(withLetter(s.size(), name))
        : expr;
  }

  private static Size withLetter(Size size, String name) {
    Size sum = Size.fixed(0);
    for (Size.Term term : size.terms()) {
      List<Size.Part> parts =
          term.parts().stream()
              .map(
                  part ->
                      part instanceof Size.Part.Named n && n.key().equals(name)
                          ? new Size.Part.Letter(name)
                          : part)
              .toList();
      sum = sum.plus(new Size(List.of(new Size.Term(term.coefficient(), parts))));
    }
    return sum;
  }

  private static Scope letters(Scope scope, String letter, int first, UnaryOperator<Expr> letters) {
    LinkedHashMap<String, Definition> definitions = new LinkedHashMap<>();
    scope.definitions().forEach((key, d) -> definitions.put(key, letters(d, letters)));
    LinkedHashMap<String, Range> ranges = new LinkedHashMap<>();
    scope
        .ranges()
        .forEach(
            (name, range) ->
                ranges.put(
                    name, new Range(letters.apply(range.lower()), letters.apply(range.upper()))));
    ranges.put(
        letter,
        new Range(new Expr.Literal(Rational.of(first)), SizeForm.expr(Size.endless(letter))));
    return new Scope(
        scope.variables(),
        scope.functions(),
        ranges,
        definitions,
        scope.dynamics(),
        scope.assumptions());
  }

  private static Definition letters(Definition definition, UnaryOperator<Expr> letters) {
    Lambda lambda = definition.lambda();
    return new Definition(
        definition.name(),
        new Lambda(lambda.indices(), lambda.parameters(), letters.apply(lambda.body())),
        definition.shape(),
        definition.span());
  }
}
