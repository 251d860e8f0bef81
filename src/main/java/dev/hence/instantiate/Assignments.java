package dev.hence.instantiate;

import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.FreeLetters;
import dev.hence.expr.Range;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values of the free index letters for which a step speaks at given sizes: all combinations
 * within the ranges that satisfy the step's conditions on integers and for which every member
 * exists.
 *
 * <p>Of more than {@value OrderPatterns#LIMIT} some are taken, see {@link OrderPatterns}. Beyond
 * {@value #LOOKED_AT} combinations, letters take evenly spaced values, both ends of their ranges
 * included.
 *
 * @param list in the order of the letters' values
 * @param why what stands in the way where the list is empty, a clause for people
 */
record Assignments(List<SortedMap<String, Integer>> list, String why) {
  static final int LOOKED_AT = 4096;

  Assignments {
    list = List.copyOf(list);
  }

  /**
   * The assignments of a step.
   *
   * @param needs of the step; each of its free letters has a range
   * @param combinations of index values that are looked at, at most
   */
  static Assignments of(Statement.Step step, Needs needs, Place start, int combinations) {
    List<String> letters = needs.letters();
    Stream<Condition> assumed =
        step.scope().assumptions().stream()
            .filter(c -> FreeLetters.of(List.of(c.left(), c.right())).isEmpty());
    List<Condition> conditions =
        Stream.concat(assumed, step.conditions().stream()).filter(c -> speaks(c, start)).toList();
    List<Place> places =
        places(step, letters, start, combinations).stream()
            .filter(p -> conditions.stream().allMatch(c -> p.holds(c).orElse(true)))
            .toList();
    if (places.isEmpty()) {
      String what = letters.isEmpty() ? "" : "for any " + String.join(", ", letters);
      return new Assignments(List.of(), ("the conditions do not hold " + what).strip());
    }
    Members members = new Members(step.scope(), start);
    Optional<String> inDynamics = members.missingInDynamics(needs.movingStates(step.scope()));
    if (inDynamics.isPresent()) {
      return new Assignments(List.of(), inDynamics.get());
    }
    List<Expr> parts = Needs.parts(step);
    List<SortedMap<String, Integer>> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Place place : places) {
      firstMissing(members, parts, place)
          .ifPresentOrElse(
              missing::add,
              () -> found.add(Collections.unmodifiableSortedMap(new TreeMap<>(place.letters()))));
    }
    return new Assignments(
        OrderPatterns.select(found, letters), found.isEmpty() ? missing.getFirst() : "");
  }

  /**
   * Whether a condition speaks of letters, sizes or names with a value: any other is looked at
   * point by point.
   */
  private static boolean speaks(Condition condition, Place start) {
    return Stream.of(condition.left(), condition.right())
        .anyMatch(side -> Trees.any(side, e -> isChosen(e, start)));
  }

  private static boolean isChosen(Expr expr, Place start) {
    return expr instanceof Expr.Index
        || expr instanceof Expr.SizeOf
        || (expr instanceof Expr.Ref r
            && start.data().containsKey(r.name().key(r.indices().size())));
  }

  private static Optional<String> firstMissing(Members members, List<Expr> parts, Place place) {
    for (Expr part : parts) {
      Optional<String> missing = members.missing(part, place.letters());
      if (missing.isPresent()) {
        return missing;
      }
    }
    return Optional.empty();
  }

  private static List<Place> places(
      Statement.Step step, List<String> letters, Place start, int combinations) {
    int most = letters.isEmpty() ? 1 : (int) Math.pow(combinations + 0.5, 1.0 / letters.size());
    List<Place> places = List.of(start);
    for (String letter : letters) {
      Range range = step.scope().ranges().get(letter);
      places =
          places.stream()
              .flatMap(
                  place ->
                      values(place.value(range.lower()), place.value(range.upper()), most)
                          .mapToObj(value -> place.with(letter, value)))
              .toList();
    }
    return places;
  }

  /** The integers of a range, or as many of them as allowed, evenly spaced. */
  private static IntStream values(OptionalInt lower, OptionalInt upper, int most) {
    if (lower.isEmpty() || upper.isEmpty() || lower.getAsInt() > upper.getAsInt()) {
      return IntStream.empty();
    }
    long count = (long) upper.getAsInt() - lower.getAsInt() + 1;
    return count <= most
        ? IntStream.rangeClosed(lower.getAsInt(), upper.getAsInt())
        : IntStream.range(0, most)
            .map(k -> (int) (lower.getAsInt() + k * (count - 1) / Math.max(1, most - 1)));
  }
}
