package dev.hence.road.numeric;

import dev.hence.verdict.Instance;
import java.util.SplittableRandom;

/** Random numbers that depend on the settings and on what is asked, and on nothing else. */
final class Seeds {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Seeds() {}

  /** The seed of an instance: the same for the same text, wherever it stands in a document. */
  static long of(long seed, Instance instance) {
    var step = instance.step();
    String text = step.left() + step.relation().text() + step.right() + instance.label();
    return mixed(seed ^ hash(text));
  }

  /** Numbers for one purpose; what is drawn for another does not change them. */
  static SplittableRandom random(long seed, long purpose) {
    return new SplittableRandom(mixed(seed + purpose * 0x9e3779b97f4a7c15L));
  }

  /** Fowler, Noll and Vo's hash FNV-1a over the characters. */
  private static long hash(String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  /** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
  private static long mixed(long x) {
    long y = (x ^ (x >>> 33)) * 0xff51afd7ed558ccdL;
    y = (y ^ (y >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return y ^ (y >>> 33);
  }
}
