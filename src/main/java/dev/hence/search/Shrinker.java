package dev.hence.search;

import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Shrinks counterexamples to simple numbers: whole points at once, then entry by entry, as long as
 * they remain counterexamples and the number of attempts allows.
 *
 * @param <C> what there is to a point: a counterexample, or the point alone
 */
public final class Shrinker<C> {
  /** What is tried for an entry, the simplest first. */
  private static final List<Rational> SIMPLE =
      List.of(
          Rational.ZERO,
          Rational.ONE,
          Rational.of(-1),
          Rational.of(2),
          Rational.of(-2),
          Rational.of(1, 2),
          Rational.of(-1, 2),
          Rational.of(3),
          Rational.of(-3));

  private final Function<C, Point> point;
  private final BiFunction<C, Point, Optional<C>> moved;
  private final int attempts;
  private int tried;
  private C best;

  private Shrinker(
      C first, Function<C, Point> point, BiFunction<C, Point, Optional<C>> moved, int attempts) {
    this.best = first;
    this.point = point;
    this.moved = moved;
    this.attempts = attempts;
  }

  /**
   * The simplest counterexample that was found.
   *
   * @param moved the counterexample at another point, if it stands there; certified
   * @param attempts how often that may be asked
   */
  public static Counterexample shrink(
      Counterexample first,
      BiFunction<Counterexample, Point, Optional<Counterexample>> moved,
      int attempts) {
    return new Shrinker<>(first, Counterexample::point, moved, attempts).shrunk();
  }

  /**
   * The simplest point that was found.
   *
   * @param still whether something is still so at another point
   * @param attempts how often that may be asked
   */
  public static Point shrink(Point first, Predicate<Point> still, int attempts) {
    return new Shrinker<>(
            first,
            Function.<Point>identity(),
            (best, candidate) -> Optional.of(candidate).filter(still),
            attempts)
        .shrunk();
  }

  private C shrunk() {
    shrink();
    return best;
  }

  private Point at() {
    return point.apply(best);
  }

  /**
   * The counterexample from the first of some instances that has one, the certain ones before those
   * that are numerical only.
   *
   * @param found in the order of the instances, the simplest instance first
   */
  public static Optional<Counterexample> simplest(List<Counterexample> found) {
    return found.stream()
        .filter(c -> !(c.certificate() instanceof Certificate.Integrated))
        .filter(c -> !(c.certificate() instanceof Certificate.Settled))
        .filter(c -> !(c.certificate() instanceof Certificate.Extrapolated))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private void shrink() {
    whole();
    boolean simpler = true;
    while (simpler && tried < attempts) {
      boolean whole = variables();
      simpler = entries() || whole;
    }
  }

  /** Tries a point; takes it if it is simpler and still refutes. */
  private boolean take(Point candidate) {
    if (tried >= attempts || Simplicity.compare(candidate, at()) >= 0) {
      return false;
    }
    tried++;
    Optional<C> found = moved.apply(best, candidate);
    found.ifPresent(counterexample -> best = counterexample);
    return found.isPresent();
  }

  /** All entries rounded: to integers, to halves, to tenths. */
  private void whole() {
    for (long grid : new long[] {1, 2, 10}) {
      Point rounded = at();
      for (Variable variable : rounded.values().sequencedKeySet()) {
        rounded =
            rounded.with(
                variable,
                rounded.of(variable).stream().map(e -> Simplicity.rounded(e, grid)).toList());
      }
      if (take(rounded)) {
        return;
      }
    }
  }

  /** Whole variables at once: some must keep their form, as a one-hot vector or a rotation does. */
  private boolean variables() {
    boolean simpler = false;
    for (Variable variable : at().values().sequencedKeySet()) {
      for (List<Rational> entries : forms(variable)) {
        if (take(at().with(variable, entries))) {
          simpler = true;
          break;
        }
      }
    }
    return simpler;
  }

  private static List<List<Rational>> forms(Variable variable) {
    int n = variable.size();
    if (n == 1) {
      return List.of();
    }
    List<List<Rational>> forms = new ArrayList<>();
    forms.add(IntStream.range(0, n).mapToObj(k -> Rational.ZERO).toList());
    forms.add(ones(n, k -> k == 0));
    int columns = variable.columns();
    if (columns > 1) {
      forms.add(ones(n, k -> k / columns == k % columns));
    }
    forms.add(ones(n, k -> true));
    forms.add(IntStream.range(0, n).mapToObj(k -> Rational.of(1, n)).toList());
    return forms;
  }

  private static List<Rational> ones(int n, IntPredicate one) {
    return IntStream.range(0, n).mapToObj(k -> one.test(k) ? Rational.ONE : Rational.ZERO).toList();
  }

  private boolean entries() {
    boolean simpler = false;
    for (Variable variable : at().values().sequencedKeySet()) {
      for (int k = 0; k < variable.size(); k++) {
        simpler |= entry(variable, k);
      }
    }
    return simpler;
  }

  private boolean entry(Variable variable, int k) {
    Rational now = at().of(variable).get(k);
    List<Rational> candidates = new ArrayList<>(SIMPLE);
    for (long grid : new long[] {1, 2, 10}) {
      candidates.add(Simplicity.rounded(now, grid));
    }
    for (Rational candidate : candidates) {
      List<Rational> entries = new ArrayList<>(at().of(variable));
      entries.set(k, candidate);
      if (take(at().with(variable, entries))) {
        return true;
      }
    }
    return false;
  }
}
