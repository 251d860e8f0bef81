package dev.hence.road.numeric;

import dev.hence.eval.EvaluationException;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Tells in doubles alone that a statement about one state will not do. Nothing is certified: it
 * serves to drop most of many candidates before the others are examined.
 */
final class Sieve {
  /** Points that are looked at. */
  private static final int POINTS = 12;

  private final PointLook look;

  private Sieve(PointLook look) {
    this.look = look;
  }

  /** Whether the sides clearly differ at one of a few points. */
  static boolean drops(Instance instance, long seed) {
    if (instance.step().approach().isPresent()
        || instance.step().tolerance().isPresent()
        || instance.interpretation().horizon().isPresent()
        || instance.assignments().isEmpty()) {
      return false;
    }
    try {
      Sieve sieve = new Sieve(new PointLook(instance, Seeds.of(seed, instance)));
      return IntStream.range(0, POINTS).anyMatch(sieve::dropsAt);
    } catch (EvaluationException examinedElsewhere) {
      return false;
    }
  }

  private boolean dropsAt(int k) {
    Point point = look.points().point(k);
    BitSet entries = look.points().speaking(point).map(look::entries).orElseGet(BitSet::new);
    if (entries.isEmpty()) {
      return false;
    }
    look.screen().run(point);
    return entries.stream().anyMatch(look.screen()::isClearlyFalse);
  }
}
