package dev.hence.road.numeric;

import dev.hence.eval.EvaluationException;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tells in doubles alone that a statement will not do. Nothing is certified: it serves to drop most
 * of many candidates before the others are examined.
 */
final class Sieve {
  /** Points that are looked at. */
  private static final int POINTS = 12;

  /**
   * So many points of moderate size must speak against a statement whose rounding bounds leave it
   * open, as those of integrals do.
   */
  private static final int WIDE = 3;

  private final PointLook look;
  private final Slack slack = new Slack();

  /** At how many points the relation failed widely. */
  private int wide;

  private Sieve(PointLook look) {
    this.look = look;
  }

  /**
   * The least gap between the sides at a few points, relative to the larger of them; none where the
   * relation clearly fails at one.
   */
  static Optional<Slack> slack(Instance instance, long seed) {
    if (instance.step().approach().isPresent()
        || instance.step().tolerance().isPresent()
        || instance.assignments().isEmpty()) {
      return Optional.of(new Slack());
    }
    try {
      return instance.interpretation().horizon().isPresent()
          ? TrajectorySieve.slack(instance, seed)
          : new Sieve(new PointLook(instance, Seeds.of(seed, instance))).slack();
    } catch (EvaluationException examinedElsewhere) {
      return Optional.of(new Slack());
    }
  }

  private Optional<Slack> slack() {
    return IntStream.range(0, POINTS).anyMatch(this::dropsAt)
        ? Optional.empty()
        : Optional.of(slack);
  }

  private boolean dropsAt(int k) {
    Point point = look.points().point(k);
    BitSet entries = look.points().speaking(point).map(look::entries).orElseGet(BitSet::new);
    if (entries.isEmpty()) {
      return false;
    }
    look.screen().run(point);
    entries.stream()
        .forEach(entry -> slack.see(look.screen().left(entry), look.screen().right(entry)));
    boolean moderate = Scale.ofPoint(k) == Scale.SMALL || Scale.ofPoint(k) == Scale.MODERATE;
    wide += moderate && entries.stream().anyMatch(look.screen()::failsWidely) ? 1 : 0;
    return wide == WIDE || entries.stream().anyMatch(look.screen()::isClearlyFalse);
  }
}
