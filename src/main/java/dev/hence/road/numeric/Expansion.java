package dev.hence.road.numeric;

import dev.hence.claim.Approach;
import dev.hence.eval.Coming;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.Result;
import dev.hence.eval.Series;
import dev.hence.eval.SeriesField;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The sides of a claim about a limit, at one point, as series in the distance s of the parameter to
 * its target, in two precisions.
 */
final class Expansion {
  private static final Enclosures LOW = new Enclosures(60);
  private static final Enclosures HIGH = new Enclosures(200);

  /** How much an enclosure of 0 must shrink from one precision to the next. */
  private static final BigDecimal SHRINKING = new BigDecimal("1e-60");

  /** Parameters sᵐ, for fractional powers. */
  private static final int[] ROOTS = {1, 2, 6};

  /** Known up to s⁵ and, where that does not suffice, further. */
  private static final int[] ORDERS = {6, 12, 24};

  /** What the series of one entry of left − right says. */
  sealed interface Seen {
    /**
     * Everything that should vanish does, as far as can be seen.
     *
     * @param exponent of the first coefficient that certainly does not; empty if none was seen
     */
    record Vanishes(Optional<Rational> exponent) implements Seen {}

    /** A coefficient that should vanish does not. */
    record Refuted(Rational exponent, Enclosure left, Enclosure right) implements Seen {}

    /** Small, but not as small as ≈ should be. */
    record Coarse(Rational exponent) implements Seen {}

    /** There is no series, or it does not tell. */
    record Unknown(Finding.Loss loss, boolean series) implements Seen {}
  }

  private final ApproachClaim claim;
  private final Point point;
  private final Coming coming;
  private final int root;
  private final SeriesField<Enclosure> field;
  private final SeriesField<Enclosure> finer;
  private final List<Result<Series<Enclosure>>> low;
  private Optional<List<Result<Series<Enclosure>>>> high = Optional.empty();

  private Expansion(ApproachClaim claim, Point point, Coming coming, int root, int order) {
    this.claim = claim;
    this.point = point;
    this.coming = coming.rooted(root);
    this.root = root;
    field = new SeriesField<>(LOW, order);
    finer = new SeriesField<>(HIGH, order);
    low = run(field);
  }

  private List<Result<Series<Enclosure>>> run(SeriesField<Enclosure> in) {
    return claim.program().run(in, point::of, coming);
  }

  /**
   * What some entries say, in the first parameter and to the first order that tell of all of them.
   *
   * @param components the entries
   */
  static List<Seen> of(ApproachClaim claim, Point point, Coming coming, List<Integer> components) {
    List<Seen> last = List.of();
    for (int m : ROOTS) {
      boolean further = true;
      for (int k = 0; k < ORDERS.length && further; k++) {
        List<Attempt> attempts =
            attempts(claim, point, coming, m, ORDERS[k] * m * coming.highest(), components);
        last = attempts.stream().map(Attempt::seen).toList();
        if (attempts.stream().noneMatch(a -> a.wantsOrders() || a.wantsRoots())) {
          return last;
        }
        further = attempts.stream().anyMatch(Attempt::wantsOrders);
      }
    }
    return last;
  }

  /** What became of one entry, and what might help where it does not tell. */
  private record Attempt(Seen seen, boolean wantsOrders, boolean wantsRoots) {
    static Attempt failed(EvaluationException e) {
      boolean none = e.reason() == EvaluationException.Reason.UNSUPPORTED;
      return new Attempt(
          new Seen.Unknown(loss(e), !none),
          e.reason() == EvaluationException.Reason.INDETERMINATE,
          none);
    }
  }

  private static List<Attempt> attempts(
      ApproachClaim claim,
      Point point,
      Coming coming,
      int root,
      int order,
      List<Integer> components) {
    try {
      Expansion expansion = new Expansion(claim, point, coming, root, order);
      return components.stream().map(expansion::attempt).toList();
    } catch (EvaluationException e) {
      return components.stream().map(c -> Attempt.failed(e)).toList();
    }
  }

  private Attempt attempt(int component) {
    try {
      return new Attempt(seen(component), false, false);
    } catch (EvaluationException e) {
      return Attempt.failed(e);
    }
  }

  private static Finding.Loss loss(EvaluationException e) {
    return switch (e.reason()) {
      case KINK, INDETERMINATE -> Finding.Loss.KINK;
      case OVERFLOW -> Finding.Loss.OVERFLOW;
      case DOMAIN, INEXACT, UNSUPPORTED -> Finding.Loss.DOMAIN;
    };
  }

  private Series<Enclosure> difference(
      SeriesField<Enclosure> in, List<Result<Series<Enclosure>>> results, int component) {
    Series<Enclosure> left = results.get(claim.left(component)).get();
    return claim.right(component).isPresent()
        ? in.subtract(left, results.get(claim.right(component).getAsInt()).get())
        : left;
  }

  /**
   * @throws EvaluationException {@code INDETERMINATE} if a higher order may tell
   */
  private Seen seen(int component) {
    Series<Enclosure> difference = difference(field, low, component);
    int bound = bound(component);
    for (int k = 0; k < difference.coefficients().size(); k++) {
      int exponent = difference.valuation() + k;
      if (difference.coefficients().get(k).excludesZero()) {
        return exponent < bound ? refuted(component, exponent) : vanishes(exponent);
      }
      if (exponent < bound && !shrinks(component, exponent)) {
        return new Seen.Unknown(Finding.Loss.KINK, true);
      }
    }
    if (difference.order() < bound) {
      throw new EvaluationException(
          EvaluationException.Reason.INDETERMINATE, "the series does not reach far enough");
    }
    return new Seen.Vanishes(Optional.empty());
  }

  private Seen vanishes(int exponent) {
    Rational power = Rational.of(exponent, root);
    boolean coarse =
        claim.approach().strength() == Approach.Strength.NEAR
            && claim.kept().stream()
                .map(low::get)
                .anyMatch(kept -> exponent <= seenFrom(kept.get(), Integer.MIN_VALUE));
    return coarse ? new Seen.Coarse(power) : new Seen.Vanishes(Optional.of(power));
  }

  /** Below this power everything must vanish. */
  private int bound(int component) {
    return switch (claim.approach().strength()) {
      case BIG -> certain(low.get(claim.gauge(component)).get());
      case LITTLE -> certain(low.get(claim.gauge(component)).get()) + 1;
      case NEAR -> nearBound(component);
    };
  }

  private static int certain(Series<Enclosure> series) {
    if (series.isZeroSoFar() || !series.leading().excludesZero()) {
      throw new EvaluationException(
          EvaluationException.Reason.INDETERMINATE, "the order of the gauge is not known");
    }
    return series.valuation();
  }

  /** The first power whose coefficient is certainly not 0. */
  private static int seenFrom(Series<Enclosure> series, int otherwise) {
    for (int k = 0; k < series.coefficients().size(); k++) {
      if (series.coefficients().get(k).excludesZero()) {
        return series.valuation() + k;
      }
    }
    return otherwise;
  }

  /** Left − right must be small beside the sides; beside nothing, it must go to 0. */
  private int nearBound(int component) {
    if (claim.isBesideNothing()) {
      return 1;
    }
    int least = Integer.MAX_VALUE;
    for (int k : claim.siblings(component)) {
      for (int place : List.of(claim.left(k), claim.right(k).getAsInt())) {
        Series<Enclosure> side = low.get(place).get();
        least = Math.min(least, seenFrom(side, side.order()));
      }
    }
    return least == Integer.MAX_VALUE ? 1 : least + 1;
  }

  private Seen refuted(int component, int exponent) {
    Series<Enclosure> left = low.get(claim.left(component)).get();
    Series<Enclosure> right =
        claim.right(component).isPresent()
            ? low.get(claim.right(component).getAsInt()).get()
            : field.zero();
    return new Seen.Refuted(
        Rational.of(exponent, root),
        field.coefficient(left, exponent),
        field.coefficient(right, exponent));
  }

  /** Whether a coefficient that may be 0 becomes smaller in a higher precision. */
  private boolean shrinks(int component, int exponent) {
    Enclosure before = field.coefficient(difference(field, low, component), exponent);
    if (before.isExactZero()) {
      return true;
    }
    if (high.isEmpty()) {
      high = Optional.of(run(finer));
    }
    Enclosure now = finer.coefficient(difference(finer, high.get(), component), exponent);
    return now.containsZero() && now.radius().compareTo(before.radius().multiply(SHRINKING)) <= 0;
  }
}
