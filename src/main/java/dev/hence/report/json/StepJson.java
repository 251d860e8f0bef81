package dev.hence.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hence.claim.Expectation;
import dev.hence.claim.Statement;
import dev.hence.report.HoldsTo;
import dev.hence.report.Measured;
import dev.hence.report.Reach;
import dev.hence.report.StatementReport;
import dev.hence.report.StatementText;
import dev.hence.text.SourceText;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Outcome;
import dev.hence.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** One statement as JSON. */
final class StepJson {
  private StepJson() {}

  static void write(ObjectNode node, StatementReport report, SourceText source) {
    Statement statement = report.statement();
    Verdict verdict = report.verdict();
    node.put("id", statement.id());
    node.put("label", statement.label().orElse(null));
    JsonReport.place(node, statement.span(), source);
    node.put("statement", StatementText.of(statement, source));
    node.put("kind", kind(statement));
    node.put("verdict", outcome(report).text());
    node.put("expected", expected(statement));
    node.put("passed", report.passed());
    node.put("reach", Reach.text(verdict));
    node.put("measured", report.holds() ? Measured.of(verdict).text() : "");
    node.put("holdsTo", HoldsTo.of(report).orElse(null));
    node.put("reason", reason(report));
    strings(node.putArray("sideConditions"), verdict.sideConditions());
    counterexample(node, verdict.refutation());
    strings(node.putArray("passedOver"), report.passedOver());
    ArrayNode diagnosis = node.putArray("diagnosis");
    for (Edit edit : report.diagnosis()) {
      ObjectNode entry =
          diagnosis.addObject().put("edit", edit.what()).put("mended", edit.mended());
      JsonReport.place(entry, edit.span(), source);
    }
    ArrayNode evidence = node.putArray("evidence");
    verdict.evidence().forEach(e -> EvidenceJson.write(evidence.addObject(), e));
  }

  private static Outcome outcome(StatementReport report) {
    return switch (report.statement()) {
      case Statement.Step step -> report.verdict().outcome();
      case Statement.Given given -> Outcome.GIVEN;
      case Statement.NoStatement none -> Outcome.GIVEN;
      case Statement.Unread unread -> Outcome.UNREAD;
    };
  }

  private static String kind(Statement statement) {
    return switch (statement) {
      case Statement.Step step -> step.kind().text();
      case Statement.Given given -> given.what();
      case Statement.NoStatement none -> "no statement";
      case Statement.Unread unread -> "unread";
    };
  }

  private static String expected(Statement statement) {
    return switch (statement) {
      case Statement.Step step -> text(step.expected());
      case Statement.Given given -> "given";
      case Statement.NoStatement none -> "given";
      case Statement.Unread unread -> text(unread.expected());
    };
  }

  private static String text(Expectation expectation) {
    return expectation.refuted() ? "refuted" : "holds";
  }

  private static String reason(StatementReport report) {
    return report.statement() instanceof Statement.Unread unread
        ? unread.problem().message()
        : report.verdict().reason();
  }

  private static void counterexample(ObjectNode node, Optional<Counterexample> counterexample) {
    if (counterexample.isEmpty()) {
      node.putNull("counterexample");
      return;
    }
    Counterexample c = counterexample.get();
    ObjectNode entry = node.putObject("counterexample");
    entry.put("instance", c.instance().label());
    EvidenceJson.values(entry.putObject("values"), c.point());
    entry.put("left", c.left()).put("right", c.right());
  }

  static void strings(ArrayNode array, List<String> strings) {
    strings.forEach(array::add);
  }
}
