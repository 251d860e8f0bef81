package dev.hence.read.tex;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;

/** A macro that cannot be expanded. It never leaves the package. */
final class MacroFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  MacroFault(ProblemId id, TexToken use, String message, String help) {
    super(message, null, false, false);
    this.problem = Problem.of(id, use.place(), message, help);
  }

  Problem problem() {
    return problem;
  }
}
