package dev.hence.report.trace;

import dev.hence.report.StatementReport;
import java.util.List;

/**
 * What was found out about one statement.
 *
 * @param argument why it holds, told line by line; empty where no one has told it
 */
public record Answer(StatementReport report, List<Passage> argument) {
  public Answer {
    argument = List.copyOf(argument);
  }
}
