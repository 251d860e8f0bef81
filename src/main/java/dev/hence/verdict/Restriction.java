package dev.hence.verdict;

import dev.hence.claim.Scope;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Rationals;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A condition under which an instance speaks.
 *
 * @param condition a relation between two values
 * @param assignments the index values for which it is said
 * @param eachForItself whether it restricts the step for the same index values only, as the
 *     conditions of a step do; an assumption must hold for all of its index values
 */
public record Restriction(
    Condition condition, List<SortedMap<String, Integer>> assignments, boolean eachForItself) {
  public Restriction {
    assignments = List.copyOf(assignments);
  }

  /**
   * The assumptions of the scope, then the conditions of the step. An assumption about a function
   * or a size for which nothing was chosen concerns nothing that the step speaks of, and so does
   * one about names that the step does not lead to: they are left out.
   *
   * @throws EvaluationException {@code UNSUPPORTED} if an index of an assumption has no range
   */
  public static List<Restriction> of(Instance instance) {
    List<Restriction> restrictions = new ArrayList<>();
    List<Condition> assumptions =
        instance.step().scope().assumptions().stream()
            .filter(assumption -> concerns(instance, assumption))
            .toList();
    for (Condition assumption : Mentions.concerning(instance, assumptions)) {
      restrictions.add(new Restriction(assumption, everywhere(instance, assumption), false));
    }
    for (Condition condition : instance.step().conditions()) {
      restrictions.add(new Restriction(condition, instance.assignments(), true));
    }
    return restrictions;
  }

  /**
   * The same of the state at the end of a trajectory: an inequality between states, such as x &gt;
   * 0 or ‖∇L‖² ≥ 2μL, is said of all states that a trajectory passes through. An equation is said
   * of the first one only, for what moves does not satisfy it for long.
   */
  public Optional<Restriction> atEnd(Instance instance) {
    Optional<Name> end = instance.interpretation().horizon();
    boolean ordered = condition.relation().isInequality() && !condition.isUniversal();
    return ordered && speaksOfStates(instance)
        ? end.map(name -> at(new Expr.Ref(name, List.of(), Shape.SCALAR)))
        : Optional.empty();
  }

  /** The same of the initial state, where a side takes the state without saying when. */
  public Restriction atStart() {
    return at(new Expr.Literal(Rational.ZERO));
  }

  private Restriction at(Expr time) {
    Condition there =
        new Condition(
            new Expr.At(condition.left(), time),
            condition.relation(),
            new Expr.At(condition.right(), time));
    return new Restriction(there, assignments, eachForItself);
  }

  /** Whether a side takes what moves without saying when. */
  private boolean speaksOfStates(Instance instance) {
    Scope scope = instance.step().scope();
    return Stream.of(condition.left(), condition.right())
        .anyMatch(side -> speaksOfStates(side, scope, new HashSet<>()));
  }

  private static boolean speaksOfStates(Expr expr, Scope scope, Set<String> seen) {
    if (expr instanceof Expr.At) {
      return false;
    }
    boolean here = expr instanceof Expr.Ref r && scope.isState(r.name());
    boolean behind =
        scope
            .definition(expr)
            .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
            .filter(d -> speaksOfStates(d.lambda().body(), scope, seen))
            .isPresent();
    return here
        || behind
        || Trees.children(expr).stream().anyMatch(e -> speaksOfStates(e, scope, seen));
  }

  private static boolean concerns(Instance instance, Condition assumption) {
    return Stream.concat(
            Stream.of(assumption.left(), assumption.right()),
            letters(assumption).stream()
                .flatMap(letter -> Stream.ofNullable(instance.step().scope().ranges().get(letter)))
                .flatMap(range -> Stream.of(range.lower(), range.upper())))
        .allMatch(instance.interpretation()::covers);
  }

  private static Set<String> letters(Condition assumption) {
    Set<String> letters = new TreeSet<>();
    collect(assumption.left(), Set.of(), letters);
    collect(assumption.right(), Set.of(), letters);
    return letters;
  }

  private static List<SortedMap<String, Integer>> everywhere(
      Instance instance, Condition assumption) {
    List<SortedMap<String, Integer>> all = List.of(new TreeMap<>());
    for (String letter : letters(assumption)) {
      Range range = instance.step().scope().ranges().get(letter);
      if (range == null) {
        throw new EvaluationException(
            EvaluationException.Reason.UNSUPPORTED,
            "an assumption about " + letter + ", which has no range");
      }
      int lower = integer(instance, range.lower());
      int upper = integer(instance, range.upper());
      List<SortedMap<String, Integer>> longer = new ArrayList<>();
      for (SortedMap<String, Integer> shorter : all) {
        for (int value = lower; value <= upper; value++) {
          SortedMap<String, Integer> assignment = new TreeMap<>(shorter);
          assignment.put(letter, value);
          longer.add(assignment);
        }
      }
      all = longer;
    }
    return all;
  }

  /** The letters that nothing inside binds. */
  private static void collect(Expr expr, Set<String> bound, Set<String> free) {
    if (expr instanceof Expr.Index index && !bound.contains(index.letter())) {
      free.add(index.letter());
    }
    Set<String> inside = new TreeSet<>(bound);
    if (expr instanceof Expr.Sum sum) {
      inside.add(sum.letter());
    } else if (expr instanceof Expr.Family family) {
      inside.addAll(family.letters());
    } else if (expr instanceof Expr.Expectation mean) {
      inside.addAll(mean.lettersBound());
    }
    Trees.children(expr).forEach(child -> collect(child, inside, free));
  }

  private static int integer(Instance instance, Expr expr) {
    PointProgram program =
        PointProgram.compile(instance.interpretation(), List.of(new TreeMap<>()), List.of(expr));
    if (!program.variables().isEmpty()) {
      throw new EvaluationException(
          EvaluationException.Reason.UNSUPPORTED, "a range that ends at a variable");
    }
    Rational value = program.program().run(new Rationals(), List.<Rational>of()).getFirst();
    return value.intValueExact();
  }
}
