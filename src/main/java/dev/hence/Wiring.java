package dev.hence;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.instantiate.Instantiator;
import dev.hence.instantiate.UnknownTrials;
import dev.hence.read.Declarations;
import dev.hence.read.Reader;
import dev.hence.road.general.GeneralRoad;
import dev.hence.road.numeric.Allowance;
import dev.hence.road.numeric.Convergence;
import dev.hence.road.numeric.Course;
import dev.hence.road.numeric.NumericRoad;
import dev.hence.road.numeric.Settings.Search;
import dev.hence.road.symbolic.SymbolicRoad;
import dev.hence.search.Shrinker;
import dev.hence.text.SourceText;
import dev.hence.time.Deadline;
import dev.hence.verdict.Certifier;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Judge;
import dev.hence.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The parts that Hence is made of. No other class names them all. */
final class Wiring {
  /** How often the shrinker may ask whether a simpler point still refutes. */
  private static final int SHRINKING = 400;

  /** Of computing, for one figure. */
  private static final Allowance FIGURE = Allowance.ofTime(Duration.ofSeconds(2));

  private Wiring() {}

  static Machinery standard() {
    return new Machinery(
        new Pages(),
        Instantiator::instances,
        (instance, seed, time) -> numeric(instance, seed, Search.BRIEF, time),
        (instance, seed, time) -> numeric(instance, seed, Search.THOROUGH, time),
        (instance, seed, time) -> List.of(SymbolicRoad.examine(instance, time)),
        GeneralRoad::prove,
        new Bench(),
        Wiring::shrink,
        Mending::edits);
  }

  private static List<Evidence> numeric(
      Instance instance, long seed, Search search, Duration time) {
    return NumericRoad.examine(instance, settings(seed, search, Allowance.ofTime(time)));
  }

  /** What the numeric road hears of an instance with little work. */
  static List<Evidence> brief(Instance instance, long seed, Allowance allowance) {
    return NumericRoad.examine(instance, settings(seed, Search.BRIEF, allowance));
  }

  private static dev.hence.road.numeric.Settings settings(
      long seed, Search search, Allowance allowance) {
    dev.hence.road.numeric.Settings usual = dev.hence.road.numeric.Settings.DEFAULT;
    return new dev.hence.road.numeric.Settings(
        seed, usual.points(), usual.certified(), usual.trajectories(), search, allowance);
  }

  /** The course of a step about times, for a figure. */
  static Optional<Course> course(
      Instance instance, List<Expr> parts, Optional<Course.Start> from, long seed) {
    return NumericRoad.course(instance, parts, from, settings(seed, Search.BRIEF, FIGURE));
  }

  /** How the difference of the sides of a claim of an order becomes small, for a figure. */
  static Optional<Convergence> convergence(
      Instance instance, Optional<Counterexample> from, long seed) {
    return NumericRoad.convergence(instance, from, settings(seed, Search.BRIEF, FIGURE));
  }

  private static Counterexample shrink(Counterexample found, Duration time) {
    Certifier certifier = new Certifier(found.instance());
    Deadline deadline = Deadline.in(time);
    return Shrinker.shrink(
        found,
        (c, point) ->
            deadline.passed() ? Optional.<Counterexample>empty() : certifier.moved(c, point),
        SHRINKING);
  }

  /** The reader. */
  private static final class Pages implements Machinery.Reading {
    @Override
    public Derivation read(SourceText source) {
      return UnknownTrials.told(Reader.read(source));
    }

    @Override
    public Derivation infer(SourceText source) {
      return UnknownTrials.told(Reader.read(source, Declarations.INFERRED));
    }
  }

  /** The judge. */
  private static final class Bench implements Machinery.Court {
    @Override
    public Verdict judge(Statement.Step step, List<Instance> instances, List<Evidence> evidence) {
      return Judge.judge(step, instances, evidence);
    }

    @Override
    public Verdict untried(Statement.Step step, String reason) {
      return Judge.untried(step, reason);
    }

    @Override
    public Verdict given(Statement.Given given) {
      return Judge.given(given);
    }

    @Override
    public Verdict none(Statement.NoStatement none) {
      return Judge.none(none);
    }

    @Override
    public Verdict unread(Statement.Unread unread) {
      return Judge.unread(unread);
    }
  }
}
