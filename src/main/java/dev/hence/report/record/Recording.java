package dev.hence.report.record;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.UnicodePrinter;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.StatementReport;
import dev.hence.report.StatementText;
import dev.hence.text.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the record of a run. */
public final class Recording {
  private Recording() {}

  /**
   * What a run reported.
   *
   * @param version of Hence
   */
  public static RunRecord of(RunReport report, String version) {
    return new RunRecord(
        version,
        report.asked(),
        report.shard().map(s -> new ShardRecord(s.index(), s.count(), elsewhere(report))),
        report.derivations().stream().map(Recording::document).toList(),
        report.unopened().stream()
            .map(u -> new UnopenedRecord(u.name(), u.id().code(), u.message(), u.help()))
            .toList(),
        report.defects().stream().map(DefectRecord::of).toList());
  }

  private static int elsewhere(RunReport report) {
    return (int)
        report.derivations().stream()
            .flatMap(d -> d.elsewhere().stream())
            .filter(s -> s instanceof Statement.Step || s instanceof Statement.Unread)
            .count();
  }

  /** What was answered to one document. */
  public static DocumentRecord document(DerivationReport report) {
    SourceText source = report.derivation().source();
    Map<String, Integer> positions = positions(report);
    Map<String, String> because = report.derivation().because();
    return new DocumentRecord(
        source.name(),
        report.derivation().title(),
        report.derivation().sources(),
        definitions(report),
        report.derivation().assumptions(),
        report.derivation().inferred().stream().map(i -> InferredRecord.of(i, source)).toList(),
        report.derivation().questions().stream().map(q -> QuestionRecord.of(q, source)).toList(),
        report.statements().stream()
            .map(s -> StatementRecording.of(s, positions.get(s.statement().id()), source))
            .map(s -> s.waitingFor(Optional.ofNullable(because.get(s.id()))))
            .toList(),
        report.elsewhere().stream().map(Statement::id).toList(),
        report.problems().stream().map(p -> ProblemRecord.of(p, source)).toList());
  }

  /**
   * What was answered to one statement.
   *
   * @param position of the statement among those of its document
   */
  public static StatementRecord statement(StatementReport report, int position, SourceText source) {
    return StatementRecording.of(report, position, source);
  }

  private static Map<String, Integer> positions(DerivationReport report) {
    Map<String, Integer> positions = new HashMap<>();
    report.derivation().statements().forEach(s -> positions.put(s.id(), positions.size()));
    return positions;
  }

  private static List<DefinitionRecord> definitions(DerivationReport report) {
    Scope scope =
        report.derivation().statements().stream()
            .reduce(Scope.EMPTY, (known, s) -> scope(s, known), (first, second) -> second);
    SourceText source = report.derivation().source();
    return report.derivation().definitions().stream()
        .map(d -> definition(d, scope, source))
        .toList();
  }

  private static DefinitionRecord definition(Definition d, Scope scope, SourceText source) {
    return new DefinitionRecord(
        UnicodePrinter.print(d.name()), Place.of(d.span(), source), StatementText.of(d, scope));
  }

  private static Scope scope(Statement statement, Scope known) {
    return switch (statement) {
      case Statement.Step step -> step.scope();
      case Statement.Given given -> given.scope();
      case Statement.NoStatement none -> known;
      case Statement.Unread unread -> known;
    };
  }

  /** What was answered to one statement of a document. */
  public static StatementRecord statement(StatementReport report, DerivationReport in) {
    List<String> ids = in.derivation().statements().stream().map(Statement::id).toList();
    return StatementRecording.of(
        report, ids.indexOf(report.statement().id()), in.derivation().source());
  }
}
