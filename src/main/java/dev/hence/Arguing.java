package dev.hence;

import dev.hence.argument.Argument;
import dev.hence.argument.Arguments;
import dev.hence.argument.Line;
import dev.hence.argument.Sources;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Relation;
import dev.hence.expr.TexPrinter;
import dev.hence.proof.Proof;
import dev.hence.report.StatementReport;
import dev.hence.report.trace.Answer;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells proved equations line by line.
 *
 * @param road how a line is proved from the one before
 * @param sources where definitions and dynamics stand in the document
 */
record Arguing(Machinery.GeneralRoad road, Sources sources) implements Tracing.Telling {
  /** Of computing, for one step. */
  private static final Duration BUDGET = Duration.ofSeconds(2);

  private static final int MOST_REASONS = 3;

  @Override
  public List<Answer.Line> tell(StatementReport report) {
    return report.statement() instanceof Statement.Step step && step.relation() == Relation.EQUAL
        ? proof(report).map(proof -> lines(step, proof)).orElse(List.of())
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

  private List<Answer.Line> lines(Statement.Step step, Proof proof) {
    Argument argument = Arguments.of(step, proof, sources, road::prove, BUDGET);
    TexPrinter printer = new TexPrinter(new ScopeNotation(step.scope()));
    return argument.lines().size() > 2
        ? argument.lines().stream().map(line -> line(line, printer)).toList()
        : List.of();
  }

  private static Answer.Line line(Line line, TexPrinter printer) {
    return new Answer.Line(printer.print(line.expr()), words(line.because()));
  }

  /** As a remark behind a line begins: {@code by the chain rule}, {@code by cancelling K}. */
  private static String words(String reason) {
    if (reason.isEmpty()) {
      return reason;
    }
    boolean several = reason.contains("rule, ") || reason.contains(", rearranging");
    List<String> all =
        several ? Stream.of(reason.split(", ")).distinct().toList() : List.of(reason);
    List<String> first = all.subList(0, Math.min(all.size(), MOST_REASONS));
    String told = String.join(", ", first) + (all.size() > first.size() ? " and more" : "");
    return told.startsWith("by ") ? told : (told.endsWith("rule") ? "by the " : "by ") + told;
  }
}
