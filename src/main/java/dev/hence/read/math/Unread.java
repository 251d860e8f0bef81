package dev.hence.read.math;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.text.Span;

/**
 * Leaves the lexer or the parser at the first thing that cannot be read. It never leaves this
 * package: {@link MathParser} reports the problem it carries.
 */
final class Unread extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  Unread(ProblemId id, Span span, String message, String help) {
    super(message, null, false, false);
    this.problem = Problem.of(id, span, message, help);
  }

  Problem problem() {
    return problem;
  }
}
