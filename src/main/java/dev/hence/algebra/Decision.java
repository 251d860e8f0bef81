package dev.hence.algebra;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether a relation holds wherever others hold, all of them in one real variable. The line is cut
 * at every number at which a sign may change. Between two neighbours all signs stay what they are
 * at one number between; so each of these numbers, and one between each two, decide for all.
 */
public final class Decision {
  /** What is found. */
  public sealed interface Answer {}

  /**
   * It holds.
   *
   * @param points single numbers at which the premises hold
   * @param pieces intervals on which they do
   * @param partial whether the left side has no value on some of them, where nothing is said
   */
  public record Holds(int points, int pieces, boolean partial) implements Answer {}

  /** The premises hold nowhere. */
  public record Vacuous() implements Answer {}

  /**
   * It fails.
   *
   * @param variable the variable, if there is one
   * @param at a number at which it does
   * @param undefined whether it fails since its right side has no value, there and around
   */
  public record Fails(Optional<Name> variable, RealNumber at, boolean undefined)
      implements Answer {}

  /** It was not decided. */
  public record Open(String reason) implements Answer {}

  /** The largest degree of what is cut at. */
  private static final int LARGEST_DEGREE = 120;

  private final Translation translation;
  private final List<Relating> premises;
  private final List<Relating> excluded;
  private final Relating conclusion;

  private Decision(
      List<Condition> premises,
      List<Condition> excluded,
      Condition conclusion,
      Function<Expr, Optional<Expr>> unfolding) {
    translation = new Translation(unfolding);
    this.premises = premises.stream().map(translation::of).toList();
    this.excluded = excluded.stream().map(translation::of).toList();
    this.conclusion = translation.of(conclusion);
  }

  /**
   * Decides.
   *
   * @param excluded further premises, which may contradict the others without a loss
   * @param unfolding the formula of what is defined
   */
  public static Answer of(
      List<Condition> premises,
      List<Condition> excluded,
      Condition conclusion,
      Function<Expr, Optional<Expr>> unfolding) {
    try {
      return new Decision(premises, excluded, conclusion, unfolding).answer();
    } catch (Undecided undecided) {
      return new Open(undecided.getMessage());
    }
  }

  private Answer answer() {
    List<Place> roots = roots();
    int points = 0;
    int pieces = 0;
    int defined = 0;
    boolean partial = false;
    Optional<Fails> failure = Optional.empty();
    for (int k = 0; k <= 2 * roots.size(); k++) {
      boolean piece = k % 2 == 0;
      Place place = piece ? between(roots, k / 2) : roots.get(k / 2);
      Signs signs = new Signs(translation.radicals(), place);
      if (premises.stream().allMatch(p -> p.holds(signs))) {
        points += piece ? 0 : 1;
        pieces += piece ? 1 : 0;
        Look look = look(signs, place, piece);
        partial |= look.isPartial();
        defined += look.isSettled() ? 1 : 0;
        failure = simpler(failure, look.failure());
      }
    }
    if (failure.isPresent()) {
      return failure.get();
    }
    if (points + pieces == 0) {
      return new Vacuous();
    }
    return defined == 0
        ? new Open("the left side has no value where the premises hold")
        : new Holds(points, pieces, partial);
  }

  /**
   * What is seen at one place at which the premises hold.
   *
   * @param isSettled whether the step says something there, or an alternative to it holds
   * @param isPartial whether the left side has no value there
   */
  private record Look(boolean isSettled, boolean isPartial, Optional<Fails> failure) {}

  private Look look(Signs signs, Place place, boolean piece) {
    if (excluded.stream().anyMatch(p -> !p.holds(signs))) {
      return new Look(true, false, Optional.empty());
    }
    if (conclusion.isLeftDefined(signs)) {
      return new Look(true, false, failure(signs, place, piece));
    }
    if (!piece) {
      throw new Undecided("at a number at which the premises hold the left side has no value");
    }
    return new Look(false, true, Optional.empty());
  }

  private Optional<Fails> failure(Signs signs, Place place, boolean piece) {
    boolean undefined = !conclusion.isRightDefined(signs);
    if (undefined && !piece) {
      throw new Undecided("the right side has no value at single points");
    }
    return conclusion.holds(signs)
        ? Optional.empty()
        : Optional.of(new Fails(translation.variable(), RealNumber.of(place), undefined));
  }

  /** A rational number before others, and of these the simplest. */
  private static Optional<Fails> simpler(Optional<Fails> a, Optional<Fails> b) {
    return Stream.of(a, b)
        .flatMap(Optional::stream)
        .min(Comparator.comparingInt(fails -> fails.at().size()));
  }

  /** All numbers at which a sign may change, in ascending order. */
  private List<Place> roots() {
    IntegerPolynomial all = IntegerPolynomial.ONE;
    for (Multinomial each : changing()) {
      for (IntegerPolynomial norm : translation.radicals().norms(each)) {
        IntegerPolynomial once = norm.squareFree();
        all = all.times(once.dividedBy(once.gcd(all))).primitive();
        if (all.degree() > LARGEST_DEGREE) {
          throw new Undecided("too many roots");
        }
      }
    }
    return RealRoots.of(all);
  }

  private List<Multinomial> changing() {
    List<Fraction> all = new ArrayList<>();
    Stream.of(premises, excluded, List.of(conclusion))
        .flatMap(List::stream)
        .forEach(
            r -> {
              all.add(r.difference());
              r.left().forEach(need -> all.add(need.of()));
              r.right().forEach(need -> all.add(need.of()));
            });
    for (int k = 1; k <= translation.radicals().size(); k++) {
      all.add(translation.radicals().at(k).of());
    }
    return all.stream()
        .flatMap(f -> Stream.of(f.numerator(), f.denominator()))
        .filter(p -> !p.isZero())
        .toList();
  }

  /** A simple number between two neighbours, or beyond the outer ones. */
  private static Place between(List<Place> roots, int k) {
    if (roots.isEmpty()) {
      return new Place.Exact(Rational.ONE);
    }
    if (k == 0) {
      return new Place.Exact(whole(roots.getFirst().near(4).lower(), -1));
    }
    if (k == roots.size()) {
      return new Place.Exact(whole(roots.getLast().near(4).upper(), 1));
    }
    int bits = 4;
    Interval below = roots.get(k - 1).near(bits);
    Interval above = roots.get(k).near(bits);
    while (below.upper().compareTo(above.lower()) >= 0) {
      bits *= 2;
      below = roots.get(k - 1).near(bits);
      above = roots.get(k).near(bits);
    }
    return new Place.Exact(
        Simplest.between(/* lower= */ below.upper(), /* upper= */ above.lower()));
  }

  /** An integer beyond a number. */
  private static Rational whole(Rational value, int direction) {
    BigInteger floor =
        value.numerator().divide(value.denominator()).add(BigInteger.valueOf(2L * direction));
    return new Rational(floor, BigInteger.ONE);
  }
}
