package dev.hence.instantiate;

import dev.hence.claim.Approach;
import dev.hence.claim.Declaration;
import dev.hence.claim.Kind;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.FreeLetters;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The choices that must be made before a step can be evaluated, each list in the order of the
 * scope.
 *
 * @param functions the functions without a formula
 * @param variables the declared variables
 * @param sizes the named sizes, also those that only say which members of a family exist
 * @param evaluated of the sizes, those whose value enters the evaluation
 * @param shapes all shapes that occur
 * @param letters the free index letters; a letter comes after those that its range depends on
 * @param sizeConditions assumptions that speak of the sizes alone
 * @param labels keys of the variables that are looked at value by value
 * @param timed whether the step speaks of the dynamics
 */
record Needs(
    List<Declaration.Function> functions,
    List<Declaration.Variable> variables,
    List<String> sizes,
    Set<String> evaluated,
    List<Shape> shapes,
    List<String> letters,
    List<Condition> sizeConditions,
    Set<String> labels,
    boolean timed) {
  Needs {
    functions = List.copyOf(functions);
    variables = List.copyOf(variables);
    sizes = List.copyOf(sizes);
    evaluated = Set.copyOf(evaluated);
    shapes = List.copyOf(shapes);
    letters = List.copyOf(letters);
    sizeConditions = List.copyOf(sizeConditions);
    labels = Set.copyOf(labels);
  }

  static Needs of(Statement.Step step) {
    Scope scope = step.scope();
    List<Expr> parts = parts(step);
    Reach reach = new Reach(scope);
    reach.timed =
        step.kind() == Kind.TRAJECTORY
            || step.kind() == Kind.CLOSED_FORM
            || (step.approach().isPresent() && step.horizon().isPresent());
    parts.forEach(reach::add);
    List<String> letters = letters(parts, scope);
    letters.stream().map(scope.ranges()::get).filter(Objects::nonNull).forEach(reach::add);
    addAssumptions(reach, scope);
    return new Needs(
        scope.functions().entrySet().stream()
            .filter(e -> reach.functions.contains(e.getKey()))
            .map(e -> e.getValue())
            .toList(),
        scope.variables().entrySet().stream()
            .filter(e -> reach.variables.contains(e.getKey()))
            .map(e -> e.getValue())
            .toList(),
        sizes(reach, scope),
        reach.sizes,
        List.copyOf(reach.shapes),
        letters,
        scope.assumptions().stream().filter(c -> isAboutSizes(c, reach)).toList(),
        labels(step, Labels.among(reach.variables, parts, scope)),
        reach.timed);
  }

  /** What goes to infinity in a limit does not take its values one by one. */
  private static Set<String> labels(Statement.Step step, Set<String> labels) {
    Set<String> taken = new HashSet<>(labels);
    step.approach().ifPresent(a -> taken.remove(a.parameter().name().key(0)));
    return taken;
  }

  /** The states that move along with the step; none if it does not speak of the dynamics. */
  List<Declaration.Variable> movingStates(Scope scope) {
    return timed ? variables.stream().filter(v -> scope.isState(v.name())).toList() : List.of();
  }

  /** Both sides, the conditions, and what a limit adds to them. */
  static List<Expr> parts(Statement.Step step) {
    List<Expr> parts = new ArrayList<>(List.of(step.left(), step.right()));
    for (Condition condition : step.conditions()) {
      parts.add(condition.left());
      parts.add(condition.right());
    }
    step.approach().ifPresent(approach -> addApproach(approach, parts));
    return parts;
  }

  private static void addApproach(Approach approach, List<Expr> parts) {
    parts.add(approach.parameter());
    parts.add(approach.gauge());
    approach.remainder().ifPresent(parts::add);
    if (approach.target() instanceof Approach.Value value) {
      parts.add(value.value());
    }
  }

  /** The assumptions about what was met, and about what these bring in. */
  private static void addAssumptions(Reach reach, Scope scope) {
    reach.addVelocities();
    List<Condition> open = new ArrayList<>(scope.assumptions());
    boolean more = true;
    while (more) {
      List<Condition> concerned = open.stream().filter(reach::concerns).toList();
      for (Condition condition : concerned) {
        reach.add(condition.left());
        reach.add(condition.right());
      }
      reach.addVelocities();
      more = open.removeAll(concerned);
    }
  }

  private static List<String> letters(List<Expr> parts, Scope scope) {
    SequencedSet<String> ordered = new LinkedHashSet<>();
    FreeLetters.of(parts).forEach(letter -> addLetter(letter, scope, Set.of(), ordered));
    return List.copyOf(ordered);
  }

  private static void addLetter(
      String letter, Scope scope, Set<String> above, SequencedSet<String> ordered) {
    Range range = scope.ranges().get(letter);
    if (range != null && !above.contains(letter)) {
      Set<String> path = new LinkedHashSet<>(above);
      path.add(letter);
      FreeLetters.of(List.of(range.lower(), range.upper()))
          .forEach(other -> addLetter(other, scope, path, ordered));
    }
    ordered.add(letter);
  }

  private static boolean isAboutSizes(Condition condition, Reach reach) {
    return Stream.of(condition.left(), condition.right())
        .noneMatch(end -> Trees.any(end, e -> !isSizeArithmetic(e, reach)));
  }

  private static boolean isSizeArithmetic(Expr expr, Reach reach) {
    return switch (expr) {
      case Expr.SizeOf s ->
          s.size().keys().stream()
              .allMatch(key -> reach.sizes.contains(key) || reach.memberSizes.contains(key));
      case Expr.Literal l -> true;
      case Expr.Add a -> true;
      case Expr.Negate n -> true;
      case Expr.Multiply m -> true;
      default -> false;
    };
  }

  private static List<String> sizes(Reach reach, Scope scope) {
    SequencedSet<String> order = declaredSizes(scope);
    order.addAll(reach.sizes);
    order.addAll(reach.memberSizes);
    order.removeIf(name -> !reach.sizes.contains(name) && !reach.memberSizes.contains(name));
    return List.copyOf(order);
  }

  /** The named sizes in what a scope declares, in its order. */
  static SequencedSet<String> declaredSizes(Scope scope) {
    SequencedSet<String> order = new LinkedHashSet<>();
    scope.variables().values().forEach(v -> addSizes(v.shape(), order));
    for (Declaration.Function function : scope.functions().values()) {
      function.parameters().forEach(p -> addSizes(p.shape(), order));
      addSizes(function.shape(), order);
    }
    order.addAll(sizesIn(scope.ranges().values()));
    return order;
  }

  private static void addSizes(Shape shape, SequencedSet<String> order) {
    shape.sizes().forEach(size -> order.addAll(size.keys()));
  }

  /** The named sizes in the ends of ranges. */
  static SequencedSet<String> sizesIn(Collection<Range> ranges) {
    Reach reach = new Reach(Scope.EMPTY);
    ranges.forEach(reach::add);
    return reach.sizes;
  }
}
