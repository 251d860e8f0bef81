package dev.hence.proof;

import dev.hence.expr.Size;
import java.util.Map;

/** A bound index letter and the integers that it runs through, both ends included. */
public record Letter(String name, Size lower, Size upper) {
  /** A letter that numbers the entries of one side of a vector or matrix. */
  public static Letter entry(String name, Size size) {
    return new Letter(name, Size.fixed(1), size);
  }

  /** With integers in place of the letters of its ends; itself if they speak of none. */
  Letter with(Map<String, Size> letters) {
    boolean speaks = lower.speaksOfAny(letters.keySet()) || upper.speaksOfAny(letters.keySet());
    return speaks ? new Letter(name, lower.with(letters), upper.with(letters)) : this;
  }

  Letter renamed(String other) {
    return new Letter(other, lower, upper);
  }

  /** Whether both run through the same integers. */
  public boolean sameRange(Letter other) {
    return lower.equals(other.lower) && upper.equals(other.upper);
  }
}
