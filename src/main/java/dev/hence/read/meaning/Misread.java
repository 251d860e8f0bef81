package dev.hence.read.meaning;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.text.Span;

/** Ends the reading of one clause with the problem that stopped it. Never leaves this package. */
final class Misread extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  Misread(ProblemId id, Span span, String message, String help) {
    super(message, null, false, false);
    this.problem = Problem.of(id, span, message, help);
  }

  Problem problem() {
    return problem;
  }
}
