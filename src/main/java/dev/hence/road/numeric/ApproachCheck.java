package dev.hence.road.numeric;

import dev.hence.claim.Approach;
import dev.hence.claim.ApproachText;
import dev.hence.claim.Kind;
import dev.hence.eval.Coming;
import dev.hence.expr.Notation;
import dev.hence.expr.Rational;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Certifier;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Goals;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Numbers;
import dev.hence.verdict.Point;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks at a claim about a limit at some points: the series of left − right in the parameter, and
 * beside it the order that is observed as the parameter becomes smaller.
 */
final class ApproachCheck {
  /** At so many points the series must be as claimed. */
  private static final int WANTED = 6;

  /** How often a point of no use is replaced. */
  private static final int PATIENCE = 8;

  /** Agreement at fewer points is none. */
  private static final int LEAST = 3;

  /** The first sampled points of moderate size. */
  private static final int FIRST_MODERATE = 8;

  /** A series and what is observed may differ by that much. */
  private static final double CLOSE = 0.25;

  private final Instance instance;
  private final Budget budget;
  private final ApproachClaim claim;
  private final Refinement refinement;
  private final Map<Finding.Loss, Integer> lost = new EnumMap<>(Finding.Loss.class);
  private final Set<Point> drawn = new LinkedHashSet<>();
  private int spoken;
  private int good;
  private int observedOnly;
  private Optional<Rational> vanishing = Optional.empty();
  private Optional<Double> observed = Optional.empty();

  ApproachCheck(Instance instance, Settings settings, Budget budget) {
    this.instance = instance;
    this.budget = budget;
    long seed = Seeds.of(settings.seed(), instance);
    claim = new ApproachClaim(instance, seed);
    refinement = new Refinement(claim, seed);
  }

  Evidence.Numeric evidence() {
    for (int k = 0; k < WANTED * PATIENCE && good + observedOnly < WANTED; k++) {
      budget.check();
      Point point =
          k < 2
              ? claim.points().point(k)
              : claim.points().point(FIRST_MODERATE + k, Scale.MODERATE);
      if (!drawn.add(point)) {
        continue;
      }
      for (boolean below : new boolean[] {false, true}) {
        Optional<Evidence.Numeric> decided = at(point, below);
        if (decided.isPresent()) {
          return decided.get();
        }
      }
    }
    return agreement();
  }

  /** What a point, approached from one side, decides. */
  private Optional<Evidence.Numeric> at(Point point, boolean below) {
    Coming coming = Coming.straight(below);
    Optional<BitSet> speaks = speaking(point, coming);
    if (speaks.isEmpty()) {
      return Optional.empty();
    }
    spoken++;
    Optional<Rational> least = Optional.empty();
    boolean series = true;
    List<Integer> components = components(speaks.get());
    List<Expansion.Seen> seen = Expansion.of(claim, point, coming, components);
    for (int k = 0; k < seen.size(); k++) {
      int component = components.get(k);
      switch (seen.get(k)) {
        case Expansion.Seen.Refuted r -> {
          return Optional.of(counterexample(point, coming, component, r));
        }
        case Expansion.Seen.Coarse coarse -> {
          return Optional.of(coarse(coarse.exponent()));
        }
        case Expansion.Seen.Unknown u -> {
          Optional<Evidence.Numeric> refuted =
              u.loss() == Finding.Loss.DOMAIN ? undefined(point, component) : Optional.empty();
          refuted = refuted.or(() -> growing(point, below, component));
          if (refuted.isPresent()) {
            return refuted;
          }
          if (u.series()) {
            lost.merge(u.loss(), 1, Integer::sum);
            return Optional.empty();
          }
          series = false;
        }
        case Expansion.Seen.Vanishes v ->
            least = claim.isOpen(component) ? least : least(least, v.exponent());
      }
    }
    return series ? certified(point, below, least) : refined(point, below);
  }

  private List<Integer> components(BitSet speaking) {
    return IntStream.range(0, claim.components())
        .filter(c -> speaking.get(claim.assignment(c)))
        .boxed()
        .toList();
  }

  /** Where rays tell nothing of curves: a curve along which left − right is not as claimed. */
  private Optional<Evidence.Numeric> alongCurves() {
    int entries = Goals.parameter(instance).orElseThrow().size();
    for (List<Integer> powers : Curves.of(entries)) {
      for (Point point : drawn) {
        budget.check();
        Optional<Evidence.Numeric> refuted = along(point, new Coming(false, powers));
        if (refuted.isPresent()) {
          return refuted;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Evidence.Numeric> along(Point point, Coming curve) {
    Optional<BitSet> speaks = speaking(point, curve);
    if (speaks.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> components = components(speaks.get());
    List<Expansion.Seen> seen = Expansion.of(claim, point, curve, components);
    for (int k = 0; k < seen.size(); k++) {
      if (seen.get(k) instanceof Expansion.Seen.Refuted r) {
        return Optional.of(counterexample(point, curve, components.get(k), r));
      }
    }
    return Optional.empty();
  }

  /** A difference without a series may grow exponentially, or have logarithms. */
  private Optional<Evidence.Numeric> growing(Point point, boolean below, int component) {
    if (claim.isOpen(component) || !claim.points().isCheckable()) {
      return Optional.empty();
    }
    return standing(point, component, new Evidence.Certificate.Growth(below))
        .or(() -> standing(point, component, new Evidence.Certificate.Slow(below)));
  }

  /** Where there is no series, the right side may be undefined all around. */
  private Optional<Evidence.Numeric> undefined(Point point, int component) {
    return claim.isOpen(component) || !claim.points().isCheckable()
        ? Optional.empty()
        : standing(point, component, new Evidence.Certificate.RightUndefined(""));
  }

  private Optional<Evidence.Numeric> standing(
      Point point, int component, Evidence.Certificate certificate) {
    Evidence.Counterexample proposed =
        new Evidence.Counterexample(instance, point, component, "", "", certificate);
    return new Certifier(instance).moved(proposed, point).map(c -> (Evidence.Numeric) c);
  }

  private static Optional<Rational> least(Optional<Rational> a, Optional<Rational> b) {
    return a.isEmpty() || (b.isPresent() && b.get().compareTo(a.get()) < 0) ? b.or(() -> a) : a;
  }

  /** For which assignments the step speaks near the target. */
  private Optional<BitSet> speaking(Point point, Coming coming) {
    List<Point> near = Goals.near(instance, point, coming);
    if (near.isEmpty()) {
      return Optional.empty();
    }
    BitSet all = new BitSet();
    all.set(0, instance.assignments().size());
    for (Point p : near) {
      claim.points().speaking(p).ifPresentOrElse(all::and, all::clear);
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private Evidence.Numeric counterexample(
      Point point, Coming coming, int component, Expansion.Seen.Refuted refuted) {
    if (!claim.points().isCheckable()) {
      return open("the sides differ, but an assumption about times cannot be checked");
    }
    List<String> texts = Numbers.apart(refuted.left(), refuted.right());
    return new Evidence.Counterexample(
        instance,
        point,
        component,
        texts.get(0),
        texts.get(1),
        new Evidence.Certificate.Coefficient(refuted.exponent(), coming));
  }

  private Evidence.NumericOpen coarse(Rational exponent) {
    return open(
        "the difference is of the order of "
            + ApproachText.power(claim.approach(), exponent, new UnicodePrinter(Notation.UNKNOWN))
            + ", no smaller than a term that the right side keeps");
  }

  /** Notes a point at which the series is as claimed, unless what is observed says otherwise. */
  private Optional<Evidence.Numeric> certified(
      Point point, boolean below, Optional<Rational> exponent) {
    good++;
    vanishing = least(vanishing, exponent);
    Optional<Double> seen = refinement.order(point, below);
    if (seen.isPresent()) {
      double least = seen.get();
      observed = Optional.of(observed.map(o -> Math.min(o, least)).orElse(least));
      if (exponent.isPresent() && Math.abs(least - exponent.get().toDouble()) > CLOSE) {
        return Optional.of(
            new Evidence.Disagreement(
                instance,
                "at "
                    + point.text()
                    + ": by its series the difference is of order "
                    + exponent.get()
                    + ", observed is "
                    + Numbers.text(least)));
      }
    }
    return Optional.empty();
  }

  /** Where there is no series, by what is observed alone. */
  private Optional<Evidence.Numeric> refined(Point point, boolean below) {
    return switch (refinement.decide(point, below)) {
      case Refinement.Decision.Fits fits -> {
        observedOnly++;
        observed = Optional.of(observed.map(o -> Math.min(o, fits.order())).orElse(fits.order()));
        yield Optional.empty();
      }
      case Refinement.Decision.Doubts doubts -> Optional.of(open(doubts.why()));
      case Refinement.Decision.Lost l -> {
        lost.merge(l.loss(), 1, Integer::sum);
        yield Optional.empty();
      }
    };
  }

  private Evidence.NumericOpen open(String reason) {
    return new Evidence.NumericOpen(instance, reason);
  }

  private Evidence.Numeric agreement() {
    if (spoken == 0) {
      return open("no sampled point near the target satisfies the assumptions");
    }
    if (good + observedOnly < LEAST && good + observedOnly < spoken) {
      return open("only " + (good + observedOnly) + " of " + spoken + " points could be evaluated");
    }
    boolean doubtful =
        instance.step().kind() == Kind.LIMIT
            && claim.approach().strength() == Approach.Strength.LITTLE
            && good == 0
            && observed.isEmpty();
    if (doubtful) {
      return open("nothing was observed");
    }
    if (!claim.approach().parameter().shape().isScalar() && !Uniform.holds(instance)) {
      return alongCurves()
          .orElseGet(
              () -> open("it holds along rays, and nothing bounds the difference along curves"));
    }
    return new Evidence.OrderAgreement(
        instance,
        good + observedOnly,
        observedOnly > 0 ? Optional.empty() : vanishing,
        observed.map(o -> new Evidence.Observed(o, Refinement.SIZES)),
        lost());
  }

  private Evidence.Lost lost() {
    return new Evidence.Lost(
        lost.getOrDefault(Finding.Loss.DOMAIN, 0),
        lost.getOrDefault(Finding.Loss.KINK, 0),
        lost.getOrDefault(Finding.Loss.OVERFLOW, 0));
  }
}
