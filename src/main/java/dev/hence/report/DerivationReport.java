package dev.hence.report;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import java.util.List;

/**
 * The answers to one document.
 *
 * @param statements in the order of the document
 * @param elsewhere what was left to other shards
 * @param problems everything that is wrong with the document, whether it was met while reading or
 *     while trying it
 */
public record DerivationReport(
    Derivation derivation,
    List<StatementReport> statements,
    List<Statement> elsewhere,
    List<Problem> problems) {
  public DerivationReport {
    statements = List.copyOf(statements);
    elsewhere = List.copyOf(elsewhere);
    problems = List.copyOf(problems);
  }

  /** A report on all that was asked. */
  public DerivationReport(
      Derivation derivation, List<StatementReport> statements, List<Problem> problems) {
    this(derivation, statements, List.of(), problems);
  }

  /** Whether every statement passed and nothing is wrong with the document. */
  public boolean passed() {
    return problems.isEmpty() && statements.stream().allMatch(StatementReport::passed);
  }
}
