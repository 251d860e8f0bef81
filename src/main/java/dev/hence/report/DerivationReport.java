package dev.hence.report;

import dev.hence.claim.Derivation;
import dev.hence.problem.Problem;
import java.util.List;

/**
 * The answers to one document.
 *
 * @param statements in the order of the document
 * @param problems everything that is wrong with the document, whether it was met while reading or
 *     while trying it
 */
public record DerivationReport(
    Derivation derivation, List<StatementReport> statements, List<Problem> problems) {
  public DerivationReport {
    statements = List.copyOf(statements);
    problems = List.copyOf(problems);
  }

  /** Whether every statement passed and nothing is wrong with the document. */
  public boolean passed() {
    return problems.isEmpty() && statements.stream().allMatch(StatementReport::passed);
  }
}
