package dev.hence;

import dev.hence.claim.Statement;
import dev.hence.instantiate.Instantiator;
import dev.hence.read.Reader;
import dev.hence.road.numeric.NumericRoad;
import dev.hence.search.Shrinker;
import dev.hence.verdict.Certifier;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Judge;
import dev.hence.verdict.Verdict;
import java.time.Duration;
import java.util.List;

/** Which parts Hence is made of: the one place that names them all. */
final class Wiring {
  private static final int SHRINKING_ATTEMPTS = 400;

  private Wiring() {}

  static Machinery standard() {
    return new Machinery(
        Reader::read,
        Instantiator::instances,
        Wiring::numeric,
        (instance, seed, time) -> List.of(new Evidence.SymbolicOpen(instance, "not tried")),
        new Court(),
        Wiring::shrink,
        (step, counterexample, time) -> List.of());
  }

  private static List<Evidence> numeric(Instance instance, long seed, Duration time) {
    dev.hence.road.numeric.Settings usual = dev.hence.road.numeric.Settings.DEFAULT;
    return NumericRoad.examine(
        instance,
        new dev.hence.road.numeric.Settings(
            seed, usual.points(), usual.certified(), usual.trajectories(), time));
  }

  private static Counterexample shrink(Counterexample counterexample, Duration time) {
    Certifier certifier = new Certifier(counterexample.instance());
    return Shrinker.shrink(counterexample, certifier::moved, SHRINKING_ATTEMPTS);
  }

  /** The judge. */
  private static final class Court implements Machinery.Court {
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
