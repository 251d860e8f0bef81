package dev.hence.road.symbolic;

/** Keeps texts for people short. */
final class Texts {
  private static final int LONGEST = 120;

  private Texts() {}

  /** The text, its end replaced by … where it is too long. */
  static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
