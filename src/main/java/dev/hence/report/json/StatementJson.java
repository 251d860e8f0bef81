package dev.hence.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hence.report.record.Answer;
import dev.hence.report.record.CounterexampleRecord;
import dev.hence.report.record.EditRecord;
import dev.hence.report.record.EvidenceRecord;
import dev.hence.report.record.ProblemRecord;
import dev.hence.report.record.StatementRecord;
import java.util.List;

/** One statement as JSON. */
final class StatementJson {
  private StatementJson() {}

  static void write(ObjectNode node, StatementRecord statement) {
    Answer answer = statement.answer();
    node.put("id", statement.id());
    node.put("label", statement.label().orElse(null));
    node.put("position", statement.position());
    JsonReport.place(node, statement.place());
    node.put("statement", statement.text());
    node.put("kind", statement.kind());
    node.put("verdict", answer.outcome().text());
    node.put("expected", expected(statement));
    node.put("passed", answer.passed());
    node.put("reach", answer.reach());
    node.put("measured", answer.measured().full());
    node.put("measuredBriefly", answer.measured().brief());
    node.put("holdsTo", answer.holdsTo().orElse(null));
    node.put("reason", answer.reason());
    strings(node.putArray("sideConditions"), answer.sideConditions());
    answer
        .counterexample()
        .ifPresentOrElse(
            c -> counterexample(node.putObject("counterexample"), c),
            () -> node.putNull("counterexample"));
    strings(node.putArray("passedOver"), answer.passedOver());
    strings(node.putArray("notes"), answer.notes());
    if (!answer.inferred().isEmpty()) {
      strings(node.putArray("inferred"), answer.inferred());
    }
    node.put("search", answer.search().orElse(null));
    ArrayNode diagnosis = node.putArray("diagnosis");
    answer.diagnosis().forEach(e -> edit(diagnosis.addObject(), e));
    statement.problem().ifPresent(p -> problem(node.putObject("problem"), p));
    statement.because().ifPresent(b -> node.put("because", b));
    ArrayNode evidence = node.putArray("evidence");
    answer.evidence().forEach(e -> evidence(evidence.addObject(), e));
  }

  private static String expected(StatementRecord statement) {
    return switch (statement.sort()) {
      case STEP, UNREAD -> statement.answer().expectsRefutation() ? "refuted" : "holds";
      case GIVEN, NO_STATEMENT -> "given";
    };
  }

  /** A display without a statement, which has no verdict. */
  static void noStatement(ObjectNode node, StatementRecord statement) {
    node.put("id", statement.id());
    node.put("label", statement.label().orElse(null));
    node.put("position", statement.position());
    JsonReport.place(node, statement.place());
    node.put("statement", statement.text());
    node.put("reason", statement.answer().reason());
  }

  private static void counterexample(ObjectNode node, CounterexampleRecord c) {
    node.put("instance", c.instance());
    ValueJson.write(node.putObject("values"), c.values());
    node.put("left", c.left()).put("right", c.right());
    node.put("point", c.point()).put("sides", c.sides()).put("certificate", c.certificate());
  }

  private static void edit(ObjectNode node, EditRecord edit) {
    node.put("edit", edit.what()).put("mended", edit.mended());
    node.put("order", edit.order().orElse(null));
    JsonReport.place(node, edit.place());
    node.put("token", edit.token().orElse(null));
    ArrayNode replacements = node.putArray("replacements");
    for (EditRecord.Replacement replacement : edit.replacements()) {
      ObjectNode one = replacements.addObject();
      JsonReport.place(one, replacement.place());
      one.put("text", replacement.text());
    }
  }

  /** {@code road}, {@code instance}, {@code result}, what belongs to that, and it in words. */
  private static void evidence(ObjectNode node, EvidenceRecord evidence) {
    node.put("road", evidence.road()).put("instance", evidence.instance());
    node.put("result", evidence.result());
    ValueJson.write(node, evidence.details());
    node.put("text", evidence.text());
  }

  static void problem(ObjectNode node, ProblemRecord problem) {
    node.put("id", problem.id());
    JsonReport.place(node, problem.place());
    node.put("message", problem.message());
    node.put("help", problem.help());
    node.putObject("excerpt")
        .put("before", problem.excerpt().before())
        .put("marked", problem.excerpt().marked())
        .put("after", problem.excerpt().after());
  }

  static void strings(ArrayNode array, List<String> strings) {
    strings.forEach(array::add);
  }
}
