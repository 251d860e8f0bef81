package dev.hence.road.symbolic;

import dev.hence.time.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two terms over atoms look equal at random points modulo primes near 2^50. A hint for the
 * choice of a method, never evidence.
 *
 * <p>A polynomial of degree n that is not 0 looks like 0 with a probability of about (n/2^50)² over
 * two points (Schwartz and Zippel).
 */
final class Screen {
  private static final int POINTS = 2;
  private static final int MOST_TRIES = 2000;

  private final List<ModularPoint> points;

  private Screen(List<ModularPoint> points) {
    this.points = points;
  }

  /** Points at which nothing is known of the atoms. */
  static Screen free() {
    return new Screen(List.of(ModularPoint.free(1), ModularPoint.free(2)));
  }

  /** Points at which the relations hold; nothing if none was found. */
  static Optional<Screen> on(List<Relation> relations, Deadline deadline) {
    List<ModularPoint> points = new ArrayList<>();
    for (int seed = 1; seed <= MOST_TRIES && points.size() < POINTS && !deadline.passed(); seed++) {
      ModularPoint.on(relations, seed).ifPresent(points::add);
    }
    return points.size() == POINTS ? Optional.of(new Screen(points)) : Optional.empty();
  }

  boolean equal(Term left, Term right) {
    return points.stream().allMatch(point -> point.of(left) == point.of(right));
  }

  /** Whether they look equal when these subterms may have any value. */
  boolean equal(Term left, Term right, Set<Term> freed) {
    return points.stream()
        .map(point -> point.with(freed))
        .allMatch(point -> point.of(left) == point.of(right));
  }
}
