package dev.hence.mutant;

import dev.hence.claim.Kind;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.claim.Trial;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.FreeLetters;
import dev.hence.expr.Range;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** Says whether a step holds, at drawn points and at a few sizes, in decimals of 50 digits. */
public final class Oracle {
  /** What the oracle found. */
  public enum Finding {
    /** The step held at as many points as were asked for. */
    HOLDS,
    /** It failed at one. */
    FAILS,
    /** It says something that the oracle does not know, or has too few points. */
    UNJUDGED
  }

  /** At so many points a step must hold. */
  public static final int POINTS = 200;

  /** How many points are drawn for one at which the step speaks and has values. */
  private static final int PATIENCE = 5;

  /** Relative to the sides; difference quotients err by much less. */
  private static final Apfloat TOLERANCE = new Apfloat("1e-14", Table.DIGITS);

  private final Statement.Step step;
  private final long seed;

  private Oracle(Statement.Step step, long seed) {
    this.step = step;
    this.seed = seed;
  }

  /** Looks at a step about one state; of others it knows nothing. */
  public static Finding of(Statement.Step step, long seed) {
    boolean known =
        (step.kind() == Kind.POINTWISE || step.kind() == Kind.INEQUALITY)
            && step.approach().isEmpty()
            && step.round().isEmpty()
            && step.horizon().isEmpty()
            && step.relation() != Relation.APPROXIMATELY;
    try {
      return known ? new Oracle(step, seed).finding() : Finding.UNJUDGED;
    } catch (Unjudged unknown) {
      return Finding.UNJUDGED;
    }
  }

  private Finding finding() {
    int held = 0;
    for (int k = 0; k < PATIENCE * POINTS && held < POINTS; k++) {
      Optional<Boolean> holds = at(k);
      if (holds.isPresent()) {
        if (!holds.get()) {
          return Finding.FAILS;
        }
        held++;
      }
    }
    return held == POINTS ? Finding.HOLDS : Finding.UNJUDGED;
  }

  /** Whether it holds at a drawn point; empty where it does not speak or has no value. */
  private Optional<Boolean> at(int k) {
    Scope scope = step.scope();
    Point point = new Point(scope, seed * 1_000_003 + k);
    Place place = new Place(scope, point, Map.of(), sizes(k), Map.of(), Optional.empty());
    try {
      Optional<Place> lettered = lettered(place, k);
      if (lettered.isEmpty()) {
        return Optional.empty();
      }
      Meaning meaning = new Meaning(lettered.get());
      for (Condition condition : step.conditions()) {
        if (!meaning.holds(condition)) {
          return Optional.empty();
        }
      }
      for (Condition assumption : scope.assumptions()) {
        if (assumption.relation() == Relation.EQUAL || !meaning.holds(assumption)) {
          throwIfEqual(assumption);
          return Optional.empty();
        }
      }
      return Optional.of(holds(meaning.of(step.left()), meaning.of(step.right())));
    } catch (ArithmeticException undefined) {
      return Optional.empty();
    }
  }

  private static void throwIfEqual(Condition assumption) {
    if (assumption.relation() == Relation.EQUAL) {
      throw new Unjudged("an assumed equation");
    }
  }

  /** Values for the free index letters, each after those on which its range depends. */
  private Optional<Place> lettered(Place place, int k) {
    Place with = place;
    List<String> free = List.copyOf(FreeLetters.of(List.of(step.left(), step.right())));
    int turn = k;
    for (String letter : step.scope().ordered(free)) {
      Range range = step.scope().ranges().get(letter);
      if (range == null) {
        throw new Unjudged("the letter " + letter);
      }
      Meaning meaning = new Meaning(with);
      int lower = meaning.number(range.lower()).intValue();
      int upper = meaning.number(range.upper()).intValue();
      if (upper < lower) {
        return Optional.empty();
      }
      with = with.with(letter, lower + turn % (upper - lower + 1));
      turn = turn / 2 + 1;
    }
    return Optional.of(with);
  }

  /** Small sizes, different ones at different points; what the author asks to be tried is kept. */
  private Map<String, Integer> sizes(int k) {
    Map<String, Integer> sizes = new HashMap<>();
    int turn = k;
    for (String key : keys()) {
      sizes.put(key, 2 + turn % 3);
      turn += 1 + k / 3;
    }
    for (Map.Entry<String, Trial.Entry> entry : step.trial().entries().entrySet()) {
      List<String> values = entry.getValue().values();
      String value = values.get(k % values.size());
      if (!value.matches("\\d{1,2}") || !sizes.containsKey(entry.getKey())) {
        throw new Unjudged("a try of " + entry.getKey());
      }
      sizes.put(entry.getKey(), Integer.parseInt(value));
    }
    return sizes;
  }

  /** The sizes of all that is declared. */
  private Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    Scope scope = step.scope();
    scope.variables().values().forEach(v -> add(v.shape(), keys));
    scope.functions().values().forEach(f -> add(f.shape(), keys));
    scope.functions().values().forEach(f -> f.parameters().forEach(p -> add(p.shape(), keys)));
    scope.ranges().values().forEach(r -> List.of(r.lower(), r.upper()).forEach(e -> add(e, keys)));
    add(step.left(), keys);
    add(step.right(), keys);
    return keys;
  }

  private static void add(Shape shape, Set<String> keys) {
    shape.sizes().forEach(size -> add(size, keys));
  }

  private static void add(Expr expr, Set<String> keys) {
    Trees.walk(
        expr,
        e -> {
          if (e instanceof Expr.SizeOf s) {
            add(s.size(), keys);
          }
        });
  }

  private static void add(Size size, Set<String> keys) {
    size.terms().stream()
        .flatMap(term -> term.parts().stream())
        .filter(Size.Part.Named.class::isInstance)
        .map(part -> ((Size.Part.Named) part).key())
        .forEach(keys::add);
  }

  private boolean holds(Table left, Table right) {
    if (left.rows() != right.rows() || left.columns() != right.columns()) {
      throw new Unjudged("sides of different shapes");
    }
    boolean equal = true;
    Apfloat gap = Table.ZERO;
    for (int k = 0; k < left.entries().size(); k++) {
      Apfloat a = left.entries().get(k);
      Apfloat b = right.entries().get(k);
      gap = a.subtract(b);
      Apfloat size =
          ApfloatMath.max(Table.ONE, ApfloatMath.max(ApfloatMath.abs(a), ApfloatMath.abs(b)));
      equal &= ApfloatMath.abs(gap).compareTo(size.multiply(TOLERANCE)) <= 0;
    }
    return switch (step.relation()) {
      case EQUAL -> equal;
      case NOT_EQUAL -> !equal;
      case LESS -> !equal && gap.signum() < 0;
      case LESS_OR_EQUAL -> equal || gap.signum() < 0;
      case GREATER -> !equal && gap.signum() > 0;
      case GREATER_OR_EQUAL -> equal || gap.signum() > 0;
      case APPROXIMATELY -> throw new Unjudged("≈");
    };
  }
}
