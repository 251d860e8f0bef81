package dev.hence.campaign.tree;

import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * Exponential, sine and cosine by their series, with the arithmetic of Apfloat: some 40 digits are
 * right, a hundred times sooner than Apfloat's own functions, which are made for thousands.
 */
final class Series {
  private static final int TERMS = 60;
  private static final int HALVINGS = 8;
  private static final Apfloat[] INVERSE_FACTORIALS = inverseFactorials();
  private static final Apfloat TURN =
      ApfloatMath.pi(Grid.DIGITS + 10).multiply(new Apfloat(2, Grid.DIGITS + 10));
  private static final Apfloat TINY = new Apfloat("1e-60", Grid.DIGITS);
  private static final Apfloat ONE = new Apfloat(1, Grid.DIGITS);
  private static final Apfloat TWO = new Apfloat(2, Grid.DIGITS);
  private static final double LARGEST = 4_000;

  private Series() {}

  private static Apfloat[] inverseFactorials() {
    Apfloat[] result = new Apfloat[TERMS];
    Apfloat value = new Apfloat(1, Grid.DIGITS);
    for (int k = 0; k < TERMS; k++) {
      value = k == 0 ? value : value.divide(new Apfloat(k, Grid.DIGITS));
      result[k] = value;
    }
    return result;
  }

  private static void bounded(Apfloat x) {
    if (Math.abs(x.doubleValue()) > LARGEST) {
      throw new UndefinedException("too large for the oracle: " + x.precision(5));
    }
  }

  static Apfloat exp(Apfloat x) {
    bounded(x);
    int halvings =
        HALVINGS
            + (int) Math.max(0, Math.ceil(Math.log(Math.abs(x.doubleValue()) + 1) / Math.log(2)));
    Apfloat small = x.divide(new Apfloat(1L << halvings, Grid.DIGITS));
    Apfloat value = series(small, 0, 1);
    for (int k = 0; k < halvings; k++) {
      value = value.multiply(value);
    }
    return value;
  }

  /** Σ s^j x^(first + step j)/(first + step j)! with s = −1 for steps of two, else 1. */
  private static Apfloat series(Apfloat x, int first, int step) {
    Apfloat factor = step == 1 ? x : x.multiply(x).negate();
    Apfloat power = first == 0 ? ONE : x;
    Apfloat sum = Apfloat.ZERO;
    for (int k = first; k < TERMS; k += step) {
      Apfloat term = power.multiply(INVERSE_FACTORIALS[k]);
      sum = sum.add(term);
      if (term.signum() == 0 || ApfloatMath.abs(term).compareTo(TINY) < 0) {
        break;
      }
      power = power.multiply(factor);
    }
    return sum;
  }

  /** Between −π and π. */
  private static Apfloat turned(Apfloat x) {
    bounded(x);
    long turns = Math.round(x.doubleValue() / (2 * Math.PI));
    return turns == 0 ? x : x.subtract(TURN.multiply(new Apfloat(turns, Grid.DIGITS)));
  }

  static Apfloat sin(Apfloat x) {
    return series(turned(x), 1, 2);
  }

  static Apfloat cos(Apfloat x) {
    return series(turned(x), 0, 2);
  }

  static Apfloat tan(Apfloat x) {
    return sin(x).divide(cos(x));
  }

  static Apfloat sinh(Apfloat x) {
    Apfloat e = exp(x);
    return e.subtract(ONE.divide(e)).divide(TWO);
  }

  static Apfloat cosh(Apfloat x) {
    Apfloat e = exp(x);
    return e.add(ONE.divide(e)).divide(TWO);
  }

  static Apfloat tanh(Apfloat x) {
    Apfloat e = exp(x.multiply(TWO));
    return e.subtract(ONE).divide(e.add(ONE));
  }
}
