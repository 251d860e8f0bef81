package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.text.Span;
import java.util.Optional;

/** Ends the reading of one clause with the problem that stopped it. Never leaves this package. */
final class Misread extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;
  private final transient Optional<Declaration.Function> reshaped;

  Misread(ProblemId id, Span span, String message, String help) {
    this(Problem.of(id, span, message, help), Optional.empty());
  }

  private Misread(Problem problem, Optional<Declaration.Function> reshaped) {
    super(problem.message(), null, false, false);
    this.problem = problem;
    this.reshaped = reshaped;
  }

  /** The same, which would not be if a function were declared so. */
  Misread unless(Optional<Declaration.Function> declared) {
    return new Misread(problem, declared);
  }

  /** What a function would have to be, of which too little was said, for this not to be. */
  Optional<Declaration.Function> reshaped() {
    return reshaped;
  }

  Problem problem() {
    return problem;
  }
}
