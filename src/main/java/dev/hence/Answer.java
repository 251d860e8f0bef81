package dev.hence;

import dev.hence.problem.Problem;
import dev.hence.report.Defect;
import dev.hence.report.StatementReport;
import java.util.List;
import java.util.Optional;

/**
 * The answer to one statement, and what else came up.
 *
 * @param problems met while trying it
 * @param defect a fault of Hence itself that it met
 */
public record Answer(StatementReport report, List<Problem> problems, Optional<Defect> defect) {
  public Answer {
    problems = List.copyOf(problems);
  }

  Answer with(StatementReport other) {
    return new Answer(other, problems, defect);
  }
}
