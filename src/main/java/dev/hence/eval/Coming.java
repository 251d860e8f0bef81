package dev.hence.eval;

import java.util.Collections;
import java.util.List;

/**
 * How the variable of a limit comes to its target, in a parameter s > 0 that goes to 0.
 *
 * @param below whether a number comes from below
 * @param powers the power of s that is the distance; for a vector that comes along a curve one for
 *     each entry, else one alone, along a ray
 */
public record Coming(boolean below, List<Integer> powers) {
  public Coming {
    powers = List.copyOf(powers);
  }

  /** A number, or a vector along a ray, at the distance s. */
  public static Coming straight(boolean below) {
    return new Coming(below, List.of(1));
  }

  /** The same with s to the power of {@code root} as s. */
  public Coming rooted(int root) {
    return new Coming(below, powers.stream().map(p -> p * root).toList());
  }

  /** The power with which an entry comes. */
  public int power(int entry) {
    return powers.size() == 1 ? powers.getFirst() : powers.get(entry);
  }

  /** Whether the entries of a vector come with different powers. */
  public boolean isCurve() {
    return powers.size() > 1;
  }

  /** The highest of the powers. */
  public int highest() {
    return Collections.max(powers);
  }
}
