package dev.hence.mutant;

import java.math.BigInteger;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * The sine of a decimal by its series, in fixed-point numbers. {@link ApfloatMath#sin} goes through
 * logarithms of complex numbers, which takes many times as long.
 */
final class Sine {
  /** Behind the binary point: twenty decimals more than are asked for. */
  private static final int BITS = 234;

  /** Of larger numbers too few digits are left behind the point. */
  private static final long LARGE = 10;

  /** Digits in which the turn is taken away. */
  private static final long WIDE = 2 * Table.DIGITS;

  private static final Apfloat UNIT = new Apfloat(BigInteger.ONE.shiftLeft(BITS), WIDE);
  private static final Apfloat PART = new Apfloat(1, WIDE).divide(UNIT).precision(Table.DIGITS);
  private static final BigInteger HALF_TURN = fixed(ApfloatMath.pi(WIDE));
  private static final BigInteger TURN = HALF_TURN.shiftLeft(1);

  private Sine() {}

  static Apfloat of(Apfloat x) {
    return x.scale() > LARGE
        ? ApfloatMath.sin(x)
        : new Apfloat(series(withoutTurns(fixed(x))), Table.DIGITS).multiply(PART);
  }

  private static BigInteger fixed(Apfloat x) {
    return x.multiply(UNIT).truncate().toBigInteger();
  }

  /** The same angle between −π and π. */
  private static BigInteger withoutTurns(BigInteger angle) {
    return angle.add(HALF_TURN).mod(TURN).subtract(HALF_TURN);
  }

  /** x − x³/3! + x⁵/5! − …, until a term is 0. */
  private static BigInteger series(BigInteger x) {
    BigInteger square = x.multiply(x).shiftRight(BITS);
    BigInteger sum = x;
    BigInteger term = x;
    for (long k = 2; term.signum() != 0; k += 2) {
      // Towards zero, so that a negative term ends at 0 too.
      term = term.multiply(square).divide(BigInteger.valueOf(-k * (k + 1)).shiftLeft(BITS));
      sum = sum.add(term);
    }
    return sum;
  }
}
