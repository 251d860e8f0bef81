package dev.hence.read.syntax;

import dev.hence.text.Span;
import java.util.function.BiFunction;

/**
 * The characters of one display and where they stand in the file.
 *
 * @param place the span in the file of the characters from one offset to another
 */
public record Source(String text, BiFunction<Integer, Integer, Span> place) {
  /** A text whose offsets are those in the file. */
  public static Source of(String text) {
    return new Source(text, Span::new);
  }

  /** A text all of which stands for one place in the file. */
  static Source at(String text, Span span) {
    return new Source(text, (from, to) -> span);
  }

  Span span(int from, int to) {
    return place.apply(from, to);
  }
}
