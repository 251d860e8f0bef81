package dev.hence.report.trace;

import dev.hence.report.StatementReport;
import java.util.List;

/**
 * The answer to one statement, with the argument for it.
 *
 * @param argument why it holds, told line by line; empty where no one has told it
 */
public record Answer(StatementReport report, List<Passage> argument) {
  public Answer {
    argument = List.copyOf(argument);
  }
}
