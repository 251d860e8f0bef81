package dev.hence;

import dev.hence.cache.Cache;
import dev.hence.cache.Found;
import dev.hence.claim.Statement;
import dev.hence.instantiate.Instances;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The evidence of earlier runs about steps, where it is kept. What is remembered is judged as if it
 * had just been found; where the judge does not make of it what it should lead to, it is worth
 * nothing, and the step is checked anew.
 */
final class Memory {
  static final Memory NONE = new Memory(Optional.empty());

  private final Optional<Cache> cache;

  private Memory(Optional<Cache> cache) {
    this.cache = cache;
  }

  static Memory of(Settings settings) {
    return settings.cache().map(folder -> new Memory(Optional.of(Cache.in(folder)))).orElse(NONE);
  }

  List<String> notices() {
    return cache.map(Cache::notices).orElse(List.of());
  }

  /** A verdict and what was found for it. */
  record Remembered(Verdict verdict, Found found) {}

  /** What is remembered of one step. */
  Recollection of(
      Statement.Step step,
      List<Statement.Step> earlier,
      Instances instances,
      long seed,
      Duration budget) {
    return new Recollection(
        step, earlier, instances, cache.map(c -> new Place(c, c.key(step, earlier, seed, budget))));
  }

  /** The place in the cache of the evidence for one step. */
  private record Place(Cache cache, String key) {}

  /** What is remembered of one step, and what is to be. */
  record Recollection(
      Statement.Step step,
      List<Statement.Step> earlier,
      Instances instances,
      Optional<Place> place) {
    /** The verdict of a court on what is remembered, if that stands. */
    Optional<Remembered> judged(Machinery.Court court) {
      return place.flatMap(
          p ->
              p.cache()
                  .recall(p.key(), step, earlier, instances.all())
                  .flatMap(found -> judged(p, court, found)));
    }

    /** What is read may be anything, so that evaluating it may end in any exception. */
    private Optional<Remembered> judged(Place place, Machinery.Court court, Found found) {
      try {
        List<Instance> heard = instances.heard(found.evidence());
        Verdict verdict = court.judge(step, heard, found.evidence());
        if (leads(verdict)) {
          return Optional.of(new Remembered(verdict, found));
        }
        place.cache().doubt(place.key(), "its evidence does not stand");
      } catch (RuntimeException e) {
        place.cache().doubt(place.key(), "its evidence cannot be judged");
      }
      return Optional.empty();
    }

    /** The same, after it was kept, unless it leaves something open. */
    Remembered kept(Remembered answer) {
      if (leads(answer.verdict())) {
        place.ifPresent(
            p -> p.cache().keep(p.key(), step, earlier, instances.all(), answer.found()));
      }
      return answer;
    }
  }

  /** Whether evidence led to all that it can lead to: a proof to proved, nothing to an open end. */
  private static boolean leads(Verdict verdict) {
    boolean proof = verdict.evidence().stream().anyMatch(Evidence.Proof.class::isInstance);
    boolean counterexample =
        verdict.evidence().stream().anyMatch(Evidence.Counterexample.class::isInstance);
    return switch (verdict.outcome()) {
      case PROVED, REFUTED -> true;
      case VERIFIED, CONFIRMED -> !proof && !counterexample;
      case GIVEN, UNDECIDED, UNREAD, CONFLICTED -> false;
    };
  }
}
