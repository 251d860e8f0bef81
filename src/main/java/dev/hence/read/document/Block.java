package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.Optional;

/** A piece of a document that a checker must know of, in the order of the file. */
public sealed interface Block {
  /** Where it stands, delimiters included. */
  Span span();

  /**
   * The title of a section.
   *
   * @param level from 1
   * @param text as written, without the marks of the heading
   */
  record Heading(int level, String text, Span span) implements Block {}

  /** Words between other blocks; what they say is not looked at. */
  record Prose(Span span) implements Block {}

  /** A code block that is no display. */
  record Code(Span span) implements Block {}

  /**
   * {@code <!-- hence: … -->}.
   *
   * @param text what stands behind the colon, without white space at its ends
   */
  record Steering(MathText text, Span span) implements Block {}

  /**
   * A display.
   *
   * @param math what stands between the delimiters; the environment itself if that is the delimiter
   * @param label that stands beside the mathematics, as programs for Markdown have it
   */
  record Formula(MathText math, Optional<String> label, Span span) implements Block {}

  /** A display whose macros cannot be expanded. */
  record Unreadable(Problem problem, Span span) implements Block {}
}
