package dev.hence.road.numeric;

import dev.hence.expr.Relation;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks at a statement about one state at sampled points, and sums up what was seen. */
final class PointCheck {
  /**
   * How often more points are drawn than are wanted, where restrictions refuse most of them;
   * without restrictions a quarter of it.
   */
  private static final int PATIENCE = 16;

  /** Agreement at fewer points than this is none, unless the domain itself has fewer. */
  private static final int LEAST = 16;

  /** How many operations are not many yet. */
  private static final int LARGE = 4_000;

  /** So many more are certified where they lie on branches on which no certified point lies. */
  private static final int MOST_WAYS = 8;

  /** So many points must have functions that are no polynomials of degree 2. */
  private static final int LEAST_BENT = 4;

  /** A violation this large, also relative to the sizes of the terms, is none of rounding. */
  private static final double CLEARLY = 1e-4;

  /** The points with small entries come first. */
  private static final int FIRST = 7;

  private final Instance instance;
  private final Settings settings;
  private final Budget budget;
  private final PointLook look;
  private final Points points;
  private final long seed;
  private final BranchSearch branches;
  private final LandmarkSearch landmarks;

  private final Set<Point> drawn = new HashSet<>();
  private final SequencedSet<Point> good = new LinkedHashSet<>();
  private final SequencedSet<Point> certified = new LinkedHashSet<>();

  /** Some of the points that were lost, with entries that are not special. */
  private final SequencedSet<Point> outside = new LinkedHashSet<>();

  private final Map<Finding.Loss, Integer> lost = new EnumMap<>(Finding.Loss.class);
  private int spoken;

  /** How often a good point was met again, where the assumptions leave few. */
  private int again;

  /** A point where the step fails, if the assumptions hold near it. */
  private Optional<Point> doubt = Optional.empty();

  /** A point where doubles say that the step fails, and no enclosure tells. */
  private Optional<Point> unclear = Optional.empty();

  private int further;
  private double worst;
  private Optional<Evidence.Search> search = Optional.empty();

  PointCheck(Instance instance, Settings settings, Budget budget) {
    this.instance = instance;
    this.settings = settings;
    this.budget = budget;
    seed = Seeds.of(settings.seed(), instance);
    look = new PointLook(instance, seed);
    points = look.points();
    branches = new BranchSearch(look, seed, budget);
    landmarks = new LandmarkSearch(look, look.landmarks(), branches.possible(), budget);
  }

  Evidence.Numeric evidence() {
    Relation relation = instance.step().relation();
    if (look.width() > 1 && (relation.isInequality() || relation == Relation.NOT_EQUAL)) {
      return open("the sides of " + relation.text() + " are not numbers");
    }
    if (points.isImpossible()) {
      return new Evidence.Unsatisfied(instance, "its functions are not such as is assumed");
    }
    return sampled(0, FIRST)
        .or(() -> searched(test -> branches.beside(List.copyOf(good), test)))
        .or(() -> sampled(FIRST, tries()))
        .or(() -> searched(test -> landmarks.beside(List.copyOf(good), test)))
        .or(() -> searched(test -> branches.mixed(List.copyOf(good), test)))
        .or(() -> searched(test -> branches.sought(List.copyOf(good), test)))
        .or(this::certifiedAtLast)
        .or(this::searched)
        .map(this::refutation)
        .orElseGet(this::agreement);
  }

  private Evidence.Numeric refutation(Evidence.Counterexample found) {
    return points.isCheckable()
        ? found
        : open(
            "the sides differ at "
                + found.point().text()
                + ", where an assumption about times cannot be checked");
  }

  private Evidence.NumericOpen open(String reason) {
    return new Evidence.NumericOpen(instance, reason);
  }

  private int tries() {
    return settings.points() * (points.isRestricted() ? PATIENCE : PATIENCE / 4);
  }

  private Optional<Evidence.Counterexample> sampled(int from, int to) {
    for (int k = from; k < to && !enough(); k++) {
      budget.check();
      Point point = points.point(k);
      boolean fresh = drawn.add(point);
      again += !fresh && points.premises().move() && good.contains(point) ? 1 : 0;
      Optional<BitSet> speaks = fresh ? points.speaking(point) : Optional.empty();
      if (fresh && speaks.isEmpty() && doubt.isEmpty()) {
        doubt = points.doubtful(point).filter(s -> isViolated(point, s)).map(s -> point);
      }
      if (speaks.isPresent()) {
        spoken++;
        boolean certify = certified.size() < settings.certified() && isGeneric(k);
        PointLook.Seen seen = look.at(point, look.entries(speaks.get()), certify);
        if (seen instanceof PointLook.Seen.Refuted refuted) {
          if (isCertain(point)) {
            return Optional.of(refuted.counterexample());
          }
          doubt = isViolated(point, speaks.get()) ? Optional.of(point) : doubt;
          continue;
        }
        note(point, seen, certify);
        boolean kink = seen instanceof PointLook.Seen.Lost(var loss) && loss == Finding.Loss.KINK;
        if (kink && isGeneric(k)) {
          unclear = unclear.or(() -> unclear(point, speaks.get()));
        }
        if (seen instanceof PointLook.Seen.Lost && isGeneric(k) && outside.size() < LEAST) {
          outside.add(point);
        }
      }
    }
    return Optional.empty();
  }

  /** Of large programs fewer points are looked at, for each is dear. */
  private int wanted() {
    int share =
        (int) ((long) settings.points() * LARGE / Math.max(1, look.program().program().size()));
    return Math.clamp(share, Math.min(LEAST, settings.points()), settings.points());
  }

  /** Where many points are lost, more are drawn; where the same are met again, no more. */
  private boolean enough() {
    boolean many = spoken >= wanted() && good.size() - further >= LEAST;
    return many || again >= settings.points();
  }

  /**
   * Whether a point at which the sides differ refutes: what is said of functions everywhere must be
   * shown of those at the point.
   */
  private boolean isCertain(Point point) {
    return points.isCertain(point);
  }

  /** Whether the sides differ there by more than Newton's method in doubles leaves open. */
  private boolean isViolated(Point point, BitSet speaks) {
    look.screen().run(point);
    return look.entries(speaks).stream()
        .anyMatch(
            c ->
                look.screen().violation(c) > CLEARLY
                    && Math.abs(look.screen().difference(c)) > CLEARLY);
  }

  /**
   * A point that is lost, though doubles say that the sides differ widely there. Of points of
   * moderate size alone: beyond, a quadrature in doubles misses steps of the integrand.
   */
  private Optional<Point> unclear(Point point, BitSet speaks) {
    look.screen().run(point);
    return look.entries(speaks).stream().anyMatch(look.screen()::failsWidely)
        ? Optional.of(point)
        : Optional.empty();
  }

  /** Special points hide terms that vanish there. */
  private static boolean isGeneric(int k) {
    return k == 0 || Scale.ofPoint(k) == Scale.MODERATE;
  }

  private void note(Point point, PointLook.Seen seen, boolean certify) {
    switch (seen) {
      case PointLook.Seen.Good g -> {
        worst = Math.max(worst, g.worst());
        good.add(point);
        branches.note(point);
        landmarks.note(point);
        if (certify) {
          certified.add(point);
        }
      }
      case PointLook.Seen.Lost l -> {
        lost.merge(l.loss(), 1, Integer::sum);
        noteOutside(point, l);
      }
      case PointLook.Seen.Refuted r -> throw new IllegalStateException("noted a refutation");
    }
  }

  /** Looks where branches are taken that the sampled points did not take, or not together. */
  private Optional<Evidence.Counterexample> searched(Predicate<Predicate<Point>> search) {
    AtomicReference<Optional<Evidence.Counterexample>> found =
        new AtomicReference<>(Optional.empty());
    boolean stopped =
        search.test(
            point -> {
              found.set(further(point));
              return found.get().isPresent();
            });
    return stopped ? found.get() : Optional.empty();
  }

  private Optional<Evidence.Counterexample> further(Point point) {
    Optional<BitSet> speaks = drawn.add(point) ? points.speaking(point) : Optional.empty();
    if (speaks.isEmpty()) {
      return Optional.empty();
    }
    PointLook.Seen seen = look.at(point, look.entries(speaks.get()), false);
    if (seen instanceof PointLook.Seen.Refuted refuted && isCertain(point)) {
      return Optional.of(refuted.counterexample());
    }
    if (seen instanceof PointLook.Seen.Good) {
      further++;
      note(point, seen, false);
    } else if (seen instanceof PointLook.Seen.Lost l) {
      noteOutside(point, l);
    }
    return Optional.empty();
  }

  /** Where the left side has no value, a branch has nothing to say. */
  private void noteOutside(Point point, PointLook.Seen.Lost seen) {
    if (seen.loss() == Finding.Loss.DOMAIN) {
      landmarks.note(point);
    }
  }

  /** Certifies at further points if the first ones did not serve, or were on other branches. */
  private Optional<Evidence.Counterexample> certifiedAtLast() {
    BitSet shown = new BitSet();
    certified.forEach(point -> shown.or(ways(point)));
    int most = settings.certified() + MOST_WAYS;
    for (Point point : good) {
      BitSet more = ways(point);
      more.andNot(shown);
      boolean wanted = certified.size() < settings.certified() || !more.isEmpty();
      if (wanted && certified.size() < most && !certified.contains(point)) {
        shown.or(more);
        budget.check();
        switch (again(point)) {
          case PointLook.Seen.Good g -> certified.add(point);
          case PointLook.Seen.Lost l -> {}
          case PointLook.Seen.Refuted r when isCertain(point) -> {
            return Optional.of(r.counterexample());
          }
          case PointLook.Seen.Refuted r -> {}
        }
      }
    }
    return Optional.empty();
  }

  /** What a point takes of choices, and then of branches without one. */
  private BitSet ways(Point point) {
    BitSet ways = branches.taken(point);
    int beyond = branches.outcomes();
    landmarks.met(point).stream().forEach(k -> ways.set(beyond + k));
    return ways;
  }

  private PointLook.Seen again(Point point) {
    return at(point, true);
  }

  private PointLook.Seen screened(Point point) {
    return at(point, false);
  }

  private PointLook.Seen at(Point point, boolean certify) {
    return points
        .speaking(point)
        .map(speaks -> look.at(point, look.entries(speaks), certify))
        .orElseGet(() -> new PointLook.Seen.Lost(Finding.Loss.DOMAIN));
  }

  /** Looks for a violation of an inequality by optimisation. */
  private Optional<Evidence.Counterexample> searched() {
    Relation relation = instance.step().relation();
    if (!relation.isInequality() && relation != Relation.NOT_EQUAL) {
      return Optional.empty();
    }
    if (points.speakOfFunctions()) {
      return Optional.empty(); // Functions cannot be climbed among those that are as is said.
    }
    look.decideTouches();
    ViolationSearch violations = new ViolationSearch(look, seed, settings.isThorough(), budget);
    Optional<Evidence.Counterexample> found =
        violations.first(
            List.copyOf(good),
            candidate ->
                screened(candidate) instanceof PointLook.Seen.Refuted refuted
                        && isCertain(candidate)
                    ? Optional.of(refuted.counterexample())
                    : Optional.empty());
    search = violations.summary();
    return found;
  }

  private Evidence.Numeric agreement() {
    if (doubt.isPresent()) {
      return open(
          "numerical, not certified: the assumptions seem to hold near "
              + doubt.get().text()
              + ", where the sides differ");
    }
    if (unclear.isPresent()) {
      return open(
          "numerical, not certified: the sides differ at "
              + unclear.get().text()
              + ", where branches meet");
    }
    if (points.speakOfFunctions()
        && spoken > 0
        && good.stream().filter(p -> !points.isCertain(p)).count() < LEAST_BENT) {
      return open("of functions as they are assumed, only polynomials of degree 2 were found");
    }
    if (spoken == 0) {
      return open("no point was found at which the assumptions hold: " + points.premises().tried());
    }
    if (good.isEmpty()) {
      return isUndefined()
          ? new Evidence.Undefined(instance, spoken)
          : open("no evaluable point: " + losses());
    }
    if (good.size() + again < Math.min(LEAST, (drawn.size() + 3) / 4)) {
      return open(
          "only "
              + good.size()
              + " of "
              + (spoken + further)
              + " points could be evaluated: "
              + losses());
    }
    if (certified.isEmpty()) {
      return open("the sides agree in doubles, but at no point with certainty");
    }
    List<String> untaken =
        Stream.concat(branches.untaken().stream(), landmarks.untaken().stream())
            .distinct()
            .toList();
    return new Evidence.PointAgreement(
        instance, good.size(), certified.size(), lost(), worst, untaken, search);
  }

  /** Whether the left side has no entry with a value, exactly, at every point that is looked at. */
  private boolean isUndefined() {
    Evidence.Lost counted = lost();
    boolean domain = counted.kink() == 0 && counted.overflow() == 0;
    int enough = Math.min(LEAST, Math.max(1, drawn.size())); // one point, where nothing varies
    return domain && outside.size() >= enough && outside.stream().allMatch(this::isOutside);
  }

  private boolean isOutside(Point point) {
    budget.check();
    return points
        .speaking(point)
        .filter(speaks -> look.isUndefined(point, look.entries(speaks)))
        .isPresent();
  }

  private Evidence.Lost lost() {
    return new Evidence.Lost(
        lost.getOrDefault(Finding.Loss.DOMAIN, 0),
        lost.getOrDefault(Finding.Loss.KINK, 0),
        lost.getOrDefault(Finding.Loss.OVERFLOW, 0));
  }

  private String losses() {
    Evidence.Lost counted = lost();
    return counted.domain()
        + " outside the domain, "
        + counted.kink()
        + " at a kink, "
        + counted.overflow()
        + " too large";
  }
}
