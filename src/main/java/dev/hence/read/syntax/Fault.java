package dev.hence.read.syntax;

import dev.hence.problem.ProblemId;
import dev.hence.text.Span;

/**
 * The first place at which a statement cannot be read.
 *
 * @param readSoFar what of the statement had been read, as written; may be empty
 * @param message what did not fit there
 * @param help what would mend it, or empty
 */
public record Fault(ProblemId id, Span span, String readSoFar, String message, String help) {}
