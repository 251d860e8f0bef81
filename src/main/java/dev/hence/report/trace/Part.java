package dev.hence.report.trace;

import java.util.List;
import java.util.Optional;

/** A piece of a trace. */
public sealed interface Part {
  /**
   * The title of a section, as the author wrote it.
   *
   * @param level from 1
   */
  record Heading(int level, String text) implements Part {}

  /**
   * Words of the author.
   *
   * @param text as written, with formulas in it
   * @param tex whether it is LaTeX, and Markdown otherwise
   */
  record Prose(String text, boolean tex) implements Part {}

  /**
   * A display of the author with the answers to what it says.
   *
   * @param math what stands between its delimiters, macros expanded; the environment itself if that
   *     is the delimiter
   * @param label that stands beside the mathematics
   * @param steering the comments that steer it, in their order
   */
  record Display(String math, Optional<String> label, List<String> steering, List<Answer> answers)
      implements Part {
    public Display {
      steering = List.copyOf(steering);
      answers = List.copyOf(answers);
    }
  }

  /**
   * The argument for a step.
   *
   * @param display that says it
   */
  record Argument(Display display, Answer answer) implements Part {}

  /**
   * A picture of what a step says.
   *
   * @param id of the step
   */
  record Illustration(String id, Figure figure) implements Part {}
}
