package dev.hence.read.prose;

import dev.hence.text.Span;

/** A piece of a sentence. */
sealed interface Item {
  Span span();

  /**
   * A word in small letters.
   *
   * @param joined whether a hyphen joins it to what stands before it
   */
  record Word(String text, boolean joined, Span span) implements Item {}

  /** Inline mathematics. */
  record Inline(Formula formula, Span span) implements Item {}

  /** A comma, a colon, a semicolon or a parenthesis. */
  record Sign(char sign, Span span) implements Item {}

  /** A display that stands in the sentence. */
  record Shown(int number, Formula formula, Span span) implements Item {}
}
