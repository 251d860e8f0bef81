package dev.hence.road.general;

import java.util.Arrays;

/** A product of powers of the generators of a ring, by their numbers. */
final class Exponents implements Comparable<Exponents> {
  private final int[] powers;
  private final int degree;

  Exponents(int[] powers) {
    this.powers = powers.clone();
    this.degree = Arrays.stream(powers).sum();
  }

  static Exponents one(int generators) {
    return new Exponents(new int[generators]);
  }

  int of(int generator) {
    return powers[generator];
  }

  int degree() {
    return degree;
  }

  Exponents times(Exponents other) {
    int[] sum = powers.clone();
    Arrays.setAll(sum, k -> powers[k] + other.powers[k]);
    return new Exponents(sum);
  }

  boolean divides(Exponents other) {
    for (int k = 0; k < powers.length; k++) {
      if (powers[k] > other.powers[k]) {
        return false;
      }
    }
    return true;
  }

  /** What is left of it when a divisor is taken out. */
  Exponents over(Exponents divisor) {
    int[] rest = powers.clone();
    Arrays.setAll(rest, k -> powers[k] - divisor.powers[k]);
    return new Exponents(rest);
  }

  Exponents lcm(Exponents other) {
    int[] most = powers.clone();
    Arrays.setAll(most, k -> Math.max(powers[k], other.powers[k]));
    return new Exponents(most);
  }

  boolean isCoprimeTo(Exponents other) {
    for (int k = 0; k < powers.length; k++) {
      if (powers[k] > 0 && other.powers[k] > 0) {
        return false;
      }
    }
    return true;
  }

  /** By degree, and then the less of the last generators the larger. */
  @Override
  public int compareTo(Exponents other) {
    if (degree != other.degree) {
      return Integer.compare(degree, other.degree);
    }
    for (int k = powers.length - 1; k >= 0; k--) {
      if (powers[k] != other.powers[k]) {
        return Integer.compare(other.powers[k], powers[k]);
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Exponents e && Arrays.equals(powers, e.powers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(powers);
  }
}
