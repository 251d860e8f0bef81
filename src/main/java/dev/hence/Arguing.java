package dev.hence;

import dev.hence.argument.Arguments;
import dev.hence.argument.Sources;
import dev.hence.claim.Statement;
import dev.hence.expr.Relation;
import dev.hence.proof.Proof;
import dev.hence.report.StatementReport;
import dev.hence.report.trace.Passage;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Tells proved equations and inequalities line by line.
 *
 * @param road how a line is proved from the one before
 * @param sources where definitions and dynamics stand in the document
 */
record Arguing(Machinery.GeneralRoad road, Sources sources) implements Tracing.Telling {
  /** Of computing, for one step. */
  private static final Duration BUDGET = Duration.ofSeconds(2);

  @Override
  public List<Passage> tell(StatementReport report) {
    return report.statement() instanceof Statement.Step step
            && (step.relation() == Relation.EQUAL || step.relation().isInequality())
        ? proof(report).map(proof -> passages(step, proof)).orElse(List.of())
        : List.of();
  }

  private static Optional<Proof> proof(StatementReport report) {
    return report.verdict().outcome() == Outcome.PROVED
        ? report.verdict().evidence().stream()
            .filter(Evidence.Proof.class::isInstance)
            .map(e -> ((Evidence.Proof) e).proof())
            .findFirst()
        : Optional.empty();
  }

  private List<Passage> passages(Statement.Step step, Proof proof) {
    return Passages.of(
        step, Arguments.of(step, proof, sources, claim -> road.prove(claim), BUDGET));
  }
}
