package dev.hence.instantiate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.model.Dimensions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Variables whose values are integers that stand where only an integer can: as an index, at the end
 * of a sum, as the power of a matrix, or beside an index in a condition. Such a variable is no
 * number that is drawn; it takes its values one by one, a family by patterns: its members go
 * through the values from each of the first five on, or all have the same of the first three.
 */
final class Labels {
  private static final int ROUND = 5;
  private static final int MOST_MEMBERS = 64;

  /** How many patterns there are. */
  static final int PATTERNS = ROUND + 3;

  /** Larger whole numbers, by patterns beyond those: a step is not said to hold for them. */
  private static final List<Integer> LARGER = List.of(5, -8, 12, 21);

  private final Scope scope;
  private final Place place;

  Labels(Scope scope, Dimensions dimensions) {
    this.scope = scope;
    this.place = Place.of(dimensions);
  }

  /** Keys of those variables that a step needs value by value. */
  static Set<String> among(Collection<String> keys, List<Expr> parts, Scope scope) {
    Set<String> whole = IntegerUses.of(parts, scope);
    Set<String> labels = new HashSet<>();
    for (String key : keys) {
      Declaration.Variable variable = scope.variables().get(key);
      boolean label =
          switch (variable.domain()) {
            case Domain.Labels l -> true;
            case Domain.Finite f ->
                f.values().stream().allMatch(Rational::isInteger) && whole.contains(key);
            case Domain.Integers i -> whole.contains(key);
            case Domain.Interval i -> false;
            case Domain.Special s -> false;
          };
      if (label && variable.shape().isScalar()) {
        labels.add(key);
      }
    }
    return labels;
  }

  /** Whether a variable is one number out of infinitely many. */
  static boolean isUnbounded(Declaration.Variable variable) {
    return variable.domain() instanceof Domain.Integers && variable.indices().isEmpty();
  }

  /** A pattern of larger numbers. */
  static int larger(int turn) {
    return PATTERNS + turn % LARGER.size();
  }

  /** A pattern of a number that is a power of 2. */
  static int power(int exponent) {
    return PATTERNS + LARGER.size() + exponent;
  }

  /** Whether a pattern says anything here that no earlier one does. */
  boolean has(Declaration.Variable variable, int pattern) {
    if (pattern >= PATTERNS) {
      return isUnbounded(variable);
    }
    int values = values(variable.domain()).size();
    boolean shift = pattern < ROUND;
    return shift
        ? pattern < values
        : members(variable).size() > 1 && values > 1 && pattern - ROUND < values;
  }

  /** The values by a pattern, as a formula. */
  Lambda lambda(Declaration.Variable variable, int pattern) {
    List<List<Integer>> members = members(variable);
    return new Lambda(variable.indices(), List.of(), chosen(variable, members, 0, pattern));
  }

  /** Cases by the index at a depth; inside, by those that follow. */
  private Expr chosen(
      Declaration.Variable variable, List<List<Integer>> members, int depth, int pattern) {
    if (depth == variable.indices().size()) {
      return number(value(variable, members.getFirst(), pattern));
    }
    List<Integer> firsts = members.stream().map(m -> m.get(depth)).distinct().toList();
    Expr result = null;
    for (int first : firsts.reversed()) {
      List<List<Integer>> inside = members.stream().filter(m -> m.get(depth) == first).toList();
      Expr then = chosen(variable, inside, depth + 1, pattern);
      Expr index = new Expr.Index(variable.indices().get(depth));
      result =
          result == null
              ? then
              : new Expr.Cases(new Condition(index, Relation.EQUAL, number(first)), then, result);
    }
    return result;
  }

  private static Expr number(int value) {
    return new Expr.Literal(Rational.of(value));
  }

  /** For people: the value, or those of the members. */
  String text(Declaration.Variable variable, int pattern) {
    List<String> texts =
        members(variable).stream()
            .map(m -> Integer.toString(value(variable, m, pattern)).replace('-', '−'))
            .toList();
    return variable.indices().isEmpty() ? texts.getFirst() : "(" + String.join(", ", texts) + ")";
  }

  private int value(Declaration.Variable variable, List<Integer> member, int pattern) {
    if (pattern >= power(0)) {
      return 1 << (pattern - power(0));
    }
    if (pattern >= PATTERNS) {
      int larger = LARGER.get(pattern - PATTERNS);
      return variable.domain() instanceof Domain.Integers i && i.from().isPresent()
          ? i.from().get() + Math.abs(larger)
          : larger;
    }
    List<Integer> values = values(variable.domain());
    int at = member.stream().mapToInt(i -> i - 1).sum();
    int position = pattern < ROUND ? at + pattern : pattern - ROUND;
    return values.get(Math.floorMod(position, values.size()));
  }

  private List<Integer> values(Domain domain) {
    return switch (domain) {
      case Domain.Labels l -> range(l.range(), place);
      case Domain.Finite f -> f.values().stream().map(Rational::intValueExact).toList();
      case Domain.Integers i ->
          i.from()
              .map(from -> IntStream.range(from, from + ROUND).boxed().toList())
              .orElse(List.of(0, 1, 2, -1, -2));
      case Domain.Interval i -> List.of();
      case Domain.Special s -> List.of();
    };
  }

  private static List<Integer> range(Range range, Place place) {
    OptionalInt lower = place.value(range.lower());
    OptionalInt upper = place.value(range.upper());
    return lower.isEmpty() || upper.isEmpty()
        ? List.of()
        : IntStream.rangeClosed(lower.getAsInt(), upper.getAsInt())
            .limit(MOST_MEMBERS)
            .boxed()
            .toList();
  }

  /** The indices of all members; one without indices for a plain name. */
  private List<List<Integer>> members(Declaration.Variable variable) {
    List<Place> found = List.of(place);
    for (String letter : scope.ordered(variable.indices())) {
      List<Place> longer = new ArrayList<>();
      for (Place shorter : found) {
        Optional.ofNullable(scope.ranges().get(letter)).stream()
            .flatMap(r -> range(r, shorter).stream())
            .forEach(k -> longer.add(shorter.with(letter, k)));
      }
      found = longer;
    }
    return found.stream()
        .limit(MOST_MEMBERS)
        .map(p -> variable.indices().stream().map(p.letters()::get).toList())
        .toList();
  }

  /** How many members a family has. */
  int count(Declaration.Variable variable) {
    return members(variable).size();
  }
}
