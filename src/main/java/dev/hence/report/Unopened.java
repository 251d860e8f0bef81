package dev.hence.report;

import dev.hence.problem.ProblemId;
import dev.hence.text.Position;
import java.util.Optional;

/**
 * A file or directory in which nothing could be read.
 *
 * @param position where the reading ended, for a file that is not text
 */
public record Unopened(
    String name, ProblemId id, Optional<Position> position, String message, String help) {
  /** {@code notes.md}, or {@code notes.md:3:14}. */
  public String place() {
    return position.map(p -> name + ":" + p).orElse(name);
  }
}
