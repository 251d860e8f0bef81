package dev.hence.report.trace;

import dev.hence.report.StatementReport;
import java.util.List;

/**
 * What was found out about one statement.
 *
 * @param lines the way from its left side to its right side; none where no one has told it
 */
public record Answer(StatementReport report, List<Line> lines) {
  public Answer {
    lines = List.copyOf(lines);
  }

  /**
   * One line of an argument.
   *
   * @param math in LaTeX that Hence reads; the first line is the left side, the last the right side
   * @param reason why it equals the line before; empty for the first
   */
  public record Line(String math, String reason) {}
}
