package dev.hence.eval;

import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Enclosures of π and log 2, kept for multiples of some precision: what is asked for before must
 * not show in what is asked for later.
 */
final class BallConstants {
  private static final int GUARD = 32;

  private static final int STEP = 256;

  /** π = 16 arctan(1/5) − 4 arctan(1/239) (Machin). */
  private static final BallConstants PI =
      new BallConstants(false, new int[][] {{16, 5}, {-4, 239}});

  /** log 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749) (Gourdon and Sebah). */
  private static final BallConstants LOG_2 =
      new BallConstants(true, new int[][] {{18, 26}, {-2, 4801}, {8, 8749}});

  private final boolean hyperbolic;
  private final int[][] terms;
  private final Map<Integer, Ball> known = new ConcurrentHashMap<>();

  private BallConstants(boolean hyperbolic, int[][] terms) {
    this.hyperbolic = hyperbolic;
    this.terms = terms;
  }

  static Ball pi(int bits) {
    return PI.at(bits);
  }

  static Ball log2(int bits) {
    return LOG_2.at(bits);
  }

  private Ball at(int bits) {
    int kept = Math.ceilDiv(bits, STEP) * STEP;
    return known.computeIfAbsent(kept, this::compute).round(bits);
  }

  private Ball compute(int bits) {
    BigInteger sum = BigInteger.ZERO;
    for (int[] term : terms) {
      sum = sum.add(inverseTangent(term[1], bits + GUARD).multiply(BigInteger.valueOf(term[0])));
    }
    // At most 32 times the error of a series, each of whose terms is off by less than 3 units.
    long error = 32L * 3 * (bits + GUARD);
    return new Ball(sum.shiftRight(GUARD), (error >> GUARD) + 2, -bits);
  }

  /** arctan(1/x) or artanh(1/x), times 2 to the bits; x at least 5, so a bit a term and more. */
  private BigInteger inverseTangent(int x, int bits) {
    BigInteger square = BigInteger.valueOf((long) x * x);
    BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(x));
    BigInteger sum = BigInteger.ZERO;
    for (int n = 1; power.signum() != 0; n += 2) {
      BigInteger term = power.divide(BigInteger.valueOf(n));
      sum = hyperbolic || n % 4 == 1 ? sum.add(term) : sum.subtract(term);
      power = power.divide(square);
    }
    return sum;
  }
}
