package dev.hence.road.numeric;

import dev.hence.claim.Beginnings;
import dev.hence.claim.Domain;
import dev.hence.eval.Program;
import dev.hence.eval.Variable;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Certifier;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Membership;
import dev.hence.verdict.Numbers;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks at a statement about trajectories along a few of them, and sums up what was seen. */
final class TrajectoryCheck {
  /** Why nothing is said of a step that fails where a state has left its declared domain. */
  static final String BEYOND =
      "the flow leaves the domain that is declared for the state, and beyond it the step fails: "
          + "declare the domain of the initial state, or assume that the state stays inside";

  /** How often a trajectory of no use is replaced. */
  private static final int PATIENCE = 4;

  /** How many points are drawn for one at which a restricted step is hoped to speak. */
  private static final int RESTRICTED = 64;

  /** Points at which the jets are computed; an inequality fails in a part of them only. */
  private static final int JETS = 2;

  private static final int JETS_OF_AN_INEQUALITY = 48;

  /** Points at which it is looked whether the right side is defined: for numbers of all signs. */
  private static final int SIGNS = 8;

  /** Trajectories followed at most, those included that are looked for to take a branch. */
  private static final int MOST = 40;

  /** Ends earlier than this would compare little more than the initial states. */
  private static final Rational SHORTEST = Rational.of(1, 64);

  /** At so many times it is looked whether a trajectory that refutes is one that is spoken of. */
  private static final int MOMENTS = 16;

  /** The first sampled points of moderate size. */
  private static final int FIRST_MODERATE = 8;

  private static final List<Rational> ENDS =
      List.of(Rational.of(1, 2), Rational.ONE, Rational.of(2));

  private final Instance instance;
  private final Settings settings;
  private final Budget budget;
  private final TrajectoryStatement statement;
  private final Certifier certifier;
  private final long seed;
  private final LeftOut leftOut = new LeftOut();
  private final List<Point> useful = new ArrayList<>();
  private final Set<Name> moved = new HashSet<>();
  private int spoken;
  private int good;

  /** Whether the step fails where a state has left its declared domain. */
  private boolean failsBeyond;

  private double worst;

  TrajectoryCheck(Instance instance, Settings settings, Budget budget) {
    this.instance = instance;
    this.settings = settings;
    this.budget = budget;
    seed = Seeds.of(settings.seed(), instance);
    statement = new TrajectoryStatement(instance, seed);
    certifier = new Certifier(instance);
  }

  Evidence.Numeric evidence() {
    Relation relation = instance.step().relation();
    if (statement.width() > 1 && (relation.isInequality() || relation == Relation.NOT_EQUAL)) {
      return open("the sides of " + relation.text() + " are not numbers");
    }
    return jets()
        .or(this::undefined)
        .map(Evidence.Numeric.class::cast)
        .orElseGet(() -> followed(this::decided));
  }

  /** Follows trajectories only; where a side is off, that is a disagreement and no refutation. */
  Evidence.Numeric confirmation() {
    return followed(
        (trajectory, doubted) -> Optional.of(disagreement(trajectory, doubted, "not looked into")));
  }

  /** Whether it fails where a state has left its declared domain, of those that have one. */
  boolean failsBeyond() {
    if (statement.isConfined()) {
      followed((trajectory, doubted) -> Optional.empty());
    }
    return failsBeyond;
  }

  /** One trajectory. */
  private record Trajectory(Point point, BitSet speaks, Rational end) {}

  private Evidence.NumericOpen open(String reason) {
    return new Evidence.NumericOpen(instance, reason);
  }

  /** The jets at a point of small integers and at others of moderate size. */
  private Optional<Evidence.Counterexample> jets() {
    JetCheck jets = new JetCheck(statement, budget);
    Points points = statement.points();
    boolean inequality = instance.step().relation().isInequality() && settings.isThorough();
    int wanted = inequality ? JETS_OF_AN_INEQUALITY : JETS;
    int seen = 0;
    for (int k = 0; jets.applies() && k < PATIENCE * wanted && seen < wanted; k++) {
      Scale scale = k == 0 ? Scale.ofPoint(0) : inequality ? mixed(k) : Scale.MODERATE;
      Point point = points.point(k == 0 ? 0 : FIRST_MODERATE - 1 + k, scale);
      Optional<BitSet> speaks = points.speaking(point);
      if (speaks.isPresent()) {
        seen++;
        Optional<Evidence.Counterexample> found = jets.at(point, speaks.get());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return instance.step().relation().isStrict() && jets.applies()
        ? atRest(jets)
        : Optional.empty();
  }

  /** A strict inequality often fails where nothing moves: at a state, and with data, of zeros. */
  private Optional<Evidence.Counterexample> atRest(JetCheck jets) {
    Point point = statement.points().point(0, Scale.SMALL);
    List<Variable> all = List.copyOf(point.values().sequencedKeySet());
    List<Variable> states = List.copyOf(statement.program().states().sequencedKeySet());
    return Stream.concat(Stream.of(states, all), states.stream().map(List::of))
        .map(variables -> zeroed(point, variables))
        .flatMap(
            zeros -> statement.points().speaking(zeros).flatMap(s -> jets.at(zeros, s)).stream())
        .findFirst();
  }

  private Point zeroed(Point point, List<Variable> variables) {
    Point zeros = point;
    for (Variable variable : variables) {
      List<Rational> none = Collections.nCopies(variable.size(), Rational.ZERO);
      Domain domain = statement.points().sampler().domain(variable);
      if (point.values().containsKey(variable) && Membership.holds(domain, variable, none)) {
        zeros = zeros.with(variable, none);
      }
    }
    return statement.points().solved(zeros);
  }

  /** A state near which the right side is undefined at small times, and the left side is not. */
  private Optional<Evidence.Counterexample> undefined() {
    if (rightHasValues()) {
      return Optional.empty();
    }
    Points points = statement.points();
    for (int k = 0; k < SIGNS; k++) {
      budget.check();
      Point point = points.point(FIRST_MODERATE - 1 + k, Scale.MODERATE);
      BitSet speaks = points.speaking(point).orElseGet(BitSet::new);
      for (int c = 0; c < statement.components(); c++) {
        if (speaks.get(c / statement.width())) {
          Optional<Evidence.Counterexample> found = undefined(point, c);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the right side is made of nothing that may lack a value. */
  private boolean rightHasValues() {
    Program sides = statement.program().sides();
    Program integrands = statement.program().integrands();
    return IntStream.range(statement.components(), 2 * statement.components())
            .allMatch(sides::isTotal)
        && IntStream.range(0, integrands.outputs()).allMatch(integrands::isTotal);
  }

  private Optional<Evidence.Counterexample> undefined(Point point, int component) {
    Evidence.Counterexample proposed =
        new Evidence.Counterexample(
            instance,
            point,
            component,
            "",
            "undefined",
            new Evidence.Certificate.RightUndefined(""));
    return certifier.moved(proposed, point);
  }

  /** Every second point is of small integers, where people look first. */
  private static Scale mixed(int k) {
    return k % 2 == 0 ? Scale.SMALL : Scale.ofTrajectory(FIRST_MODERATE - 1 + k);
  }

  /**
   * @param decide what becomes of a trajectory along which the sides differ; nothing if they agree
   *     after all
   */
  private Evidence.Numeric followed(
      BiFunction<Trajectory, TrajectoryLook.Seen.Suspicious, Optional<Evidence.Numeric>> decide) {
    Following following =
        new Following(
            decide,
            new TrajectoryLook(statement, budget),
            new TrajectoryBranches(statement, seed, budget),
            this);
    int wanted = settings.trajectories();
    int draws = wanted * PATIENCE * (statement.points().isRestricted() ? RESTRICTED : 1);
    for (int k = 0; k < draws && spoken < wanted * PATIENCE && good < wanted; k++) {
      budget.check();
      Point point = statement.points().point(FIRST_MODERATE + k, Scale.MODERATE);
      Optional<Evidence.Numeric> decided = following.along(point);
      if (decided.isPresent()) {
        return decided.get();
      }
    }
    return following
        .whereBranchesAreTaken()
        .or(following::whereViolated)
        .orElseGet(() -> agreement(following.branches().untaken()));
  }

  /** Follows trajectories and keeps what they show. */
  private record Following(
      BiFunction<Trajectory, TrajectoryLook.Seen.Suspicious, Optional<Evidence.Numeric>> decide,
      TrajectoryLook look,
      TrajectoryBranches branches,
      TrajectoryCheck check) {

    /** What decides the statement on the trajectory from a point. */
    Optional<Evidence.Numeric> along(Point point) {
      Optional<BitSet> speaks = check.statement.points().speaking(point);
      if (speaks.isEmpty()) {
        return Optional.empty();
      }
      return to(new Trajectory(point, speaks.get(), check.end(check.spoken++)));
    }

    private Optional<Evidence.Numeric> to(Trajectory trajectory) {
      return switch (look.follow(
          trajectory.point(), trajectory.speaks(), trajectory.end().toDouble())) {
        case TrajectoryLook.Seen.Good g -> {
          check.note(g.residual());
          check.noteMoved(g.inputs());
          check.useful.add(trajectory.point());
          branches.note(trajectory.point(), g.inputs());
          yield Optional.empty();
        }
        case TrajectoryLook.Seen.Unusable u -> {
          Optional<Trajectory> shorter = u.time().flatMap(lost -> check.earlier(trajectory, lost));
          if (shorter.isEmpty()) {
            check.leftOut.add(u);
          }
          yield shorter.flatMap(this::to);
        }
        case TrajectoryLook.Seen.Beyond b -> {
          check.failsBeyond = true;
          check.leftOut.add(
              new TrajectoryLook.Seen.Unusable("the state leaves its declared domain"));
          yield Optional.empty();
        }
        case TrajectoryLook.Seen.Suspicious s -> decide.apply(trajectory, s);
      };
    }

    /** The same where a sweep over many trajectories sees an inequality violated. */
    Optional<Evidence.Numeric> whereViolated() {
      if (!check.statement.relation().isInequality() || !check.settings.isThorough()) {
        return Optional.empty();
      }
      Points points = check.statement.points();
      return new TrajectorySweep(check.statement, check.budget)
          .first(
              (point, end) ->
                  points.speaking(point).flatMap(s -> to(new Trajectory(point, s, end))));
    }

    /** The same from initial states that take branches which no trajectory has taken. */
    Optional<Evidence.Numeric> whereBranchesAreTaken() {
      AtomicReference<Optional<Evidence.Numeric>> found = new AtomicReference<>(Optional.empty());
      branches.sought(
          List.copyOf(check.useful),
          point -> {
            found.set(along(point));
            return found.get().isPresent() || check.spoken > MOST;
          });
      return found.get();
    }
  }

  /** The trajectory to well before it gets lost, where the end may be so early. */
  private Optional<Trajectory> earlier(Trajectory trajectory, double lost) {
    Rational end = SHORTEST;
    if (lost < 2 * end.toDouble() || trajectory.end().toDouble() <= end.toDouble()) {
      return Optional.empty();
    }
    while (4 * end.toDouble() <= lost) {
      end = end.times(Rational.of(2));
    }
    boolean allowed = statement.ends() instanceof Domain.Interval i && i.contains(end);
    boolean isEarlier = end.toDouble() < trajectory.end().toDouble();
    return allowed && isEarlier
        ? Optional.of(new Trajectory(trajectory.point(), trajectory.speaks(), end))
        : Optional.empty();
  }

  private void note(double residual) {
    good++;
    worst = Math.max(worst, residual);
  }

  /** Keeps what did not stay where it began. */
  private void noteMoved(double[] inputs) {
    statement
        .program()
        .states()
        .forEach(
            (variable, places) -> {
              for (int k = 0; k < variable.size(); k++) {
                if (inputs[places.start() + k] != inputs[places.end() + k]) {
                  moved.add(variable.name());
                }
              }
            });
  }

  /** What begins with a given value, and kept it on all trajectories. */
  private List<String> resting() {
    return statement.program().states().sequencedKeySet().stream()
        .map(Variable::name)
        .filter(name -> Beginnings.isFree(name) && !moved.contains(name))
        .map(name -> Beginnings.given(name).toString())
        .distinct()
        .toList();
  }

  private Evidence.Numeric agreement(List<String> untaken) {
    if (spoken == 0) {
      return open("no sampled initial state satisfies the assumptions");
    }
    if (failsBeyond) {
      return open(BEYOND);
    }
    if (good == 0) {
      return open("no trajectory could be used: " + String.join("; ", leftOut.remarks()));
    }
    return new Evidence.TrajectoryAgreement(
        instance,
        good,
        Stream.of(Integration.values()).map(Integration::method).distinct().toList(),
        Stream.of(Integration.values()).map(Integration::relative).distinct().toList(),
        worst,
        leftOut.remarks(),
        untaken,
        resting());
  }

  /** Whether what restricts the states holds at times all over a trajectory. */
  private boolean isAllowedAllTheTime(Trajectory trajectory) {
    TrajectoryLook look = new TrajectoryLook(statement, budget);
    double end = trajectory.end().toDouble();
    return IntStream.range(1, MOMENTS)
        .mapToObj(k -> look.follow(trajectory.point(), trajectory.speaks(), end * k / MOMENTS))
        .noneMatch(TrajectoryLook.Seen.Unusable.class::isInstance);
  }

  /** By a jet at the same initial state, or in high precision. */
  private Optional<Evidence.Numeric> decided(
      Trajectory trajectory, TrajectoryLook.Seen.Suspicious doubted) {
    JetCheck jets = new JetCheck(statement, budget);
    Optional<Evidence.Counterexample> found =
        jets.applies() ? jets.at(trajectory.point(), trajectory.speaks()) : Optional.empty();
    if (found.isPresent()) {
      return Optional.of(found.get());
    }
    if (statement.isRestrictedAlongTheWay() && !isAllowedAllTheTime(trajectory)) {
      leftOut.add(
          new TrajectoryLook.Seen.Unusable("the conditions do not clearly hold all the time"));
      return Optional.empty();
    }
    HighPrecision precision = new HighPrecision(statement, budget);
    return switch (precision.decide(trajectory.point(), trajectory.end(), doubted)) {
      case HighPrecision.Outcome.Refutes r -> Optional.of(r.counterexample());
      case HighPrecision.Outcome.Agrees a -> {
        note(a.residual());
        yield Optional.empty();
      }
      case HighPrecision.Outcome.Unclear u ->
          Optional.of(disagreement(trajectory, doubted, u.why()));
    };
  }

  private Evidence.Disagreement disagreement(
      Trajectory trajectory, TrajectoryLook.Seen.Suspicious doubted, String why) {
    return new Evidence.Disagreement(
        instance,
        "from %s to t = %s: left %s, right %s, estimated error %s (%s)"
            .formatted(
                trajectory.point().text(),
                Numbers.text(trajectory.end()),
                Numbers.text(doubted.left()),
                Numbers.text(doubted.right()),
                Numbers.text(doubted.error()),
                why));
  }

  /** Ends of different size, inside the declared domain. */
  private Rational end(int k) {
    Domain domain = statement.ends();
    List<Rational> allowed =
        ENDS.stream().filter(e -> !(domain instanceof Domain.Interval i) || i.contains(e)).toList();
    if (domain instanceof Domain.Interval && !allowed.isEmpty()) {
      return allowed.get(k % allowed.size());
    }
    Variable time = new Variable(new Name("T"), List.of(), 1, 1);
    return new Draw(Seeds.random(seed, Long.MIN_VALUE + k), Scale.MODERATE)
        .entries(time, domain)
        .getFirst();
  }
}
