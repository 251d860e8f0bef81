package dev.hence.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hence.json.JsonText;
import dev.hence.report.Asked;
import dev.hence.report.record.DefinitionRecord;
import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.InferredRecord;
import dev.hence.report.record.Place;
import dev.hence.report.record.QuestionRecord;
import dev.hence.report.record.RunRecord;
import dev.hence.report.record.ShardRecord;
import dev.hence.report.record.Sort;
import dev.hence.report.record.StatementRecord;
import dev.hence.report.record.UnopenedRecord;
import java.math.BigDecimal;
import java.util.List;

/**
 * A run as JSON. Keys come in a fixed order and nothing depends on time or place, so equal runs
 * give equal bytes. {@code report.schema.json} beside this class describes the keys; keys may be
 * added, none changes its meaning without another number of the format.
 */
public final class JsonReport {
  /** The number of the format. */
  static final int FORMAT = 1;

  private JsonReport() {}

  /** The report with a line feed at its end. */
  public static String of(RunRecord run) {
    ObjectNode root = JsonText.object();
    root.put("hence", run.version()).put("format", FORMAT);
    asked(root.putObject("asked"), run.asked());
    run.shard().ifPresent(s -> shard(root.putObject("shard"), s));
    ArrayNode derivations = root.putArray("derivations");
    run.documents().forEach(d -> document(derivations.addObject(), d, run.shard().isPresent()));
    run.unopened().forEach(u -> unopened(derivations.addObject(), u));
    if (!run.defects().isEmpty()) {
      ArrayNode defects = root.putArray("internalErrors");
      run.defects()
          .forEach(d -> defects.addObject().put("place", d.place()).put("message", d.message()));
    }
    root.put("passed", run.passed());
    return JsonText.of(root);
  }

  private static void asked(ObjectNode node, Asked asked) {
    asked.seed().ifPresentOrElse(seed -> node.put("seed", seed), () -> node.putNull("seed"));
    node.put("budget", BigDecimal.valueOf(asked.budget().toMillis(), 3).doubleValue());
    node.put("require", asked.required().text());
    StatementJson.strings(node.putArray("only"), asked.only());
  }

  private static void shard(ObjectNode node, ShardRecord shard) {
    node.put("index", shard.index()).put("count", shard.count());
    node.put("elsewhere", shard.elsewhere());
  }

  private static void document(ObjectNode node, DocumentRecord document, boolean shard) {
    node.put("file", document.file()).put("opened", true);
    node.put("title", document.title());
    StatementJson.strings(node.putArray("sources"), document.sources());
    ArrayNode definitions = node.putArray("definitions");
    document.definitions().forEach(d -> definition(definitions.addObject(), d));
    StatementJson.strings(node.putArray("assumptions"), document.assumptions());
    inferred(node, document);
    ArrayNode steps = node.putArray("steps");
    ArrayNode others = node.putArray("noStatements");
    for (StatementRecord statement : document.statements()) {
      if (statement.sort() == Sort.NO_STATEMENT) {
        StatementJson.noStatement(others.addObject(), statement);
      } else {
        StatementJson.write(steps.addObject(), statement);
      }
    }
    if (shard) {
      StatementJson.strings(node.putArray("elsewhere"), document.elsewhere());
    }
    ArrayNode problems = node.putArray("problems");
    document.problems().forEach(p -> StatementJson.problem(problems.addObject(), p));
  }

  /** What was inferred, and what is asked; nothing where the header says all. */
  private static void inferred(ObjectNode node, DocumentRecord document) {
    if (!document.inferred().isEmpty()) {
      ArrayNode inferred = node.putArray("inferred");
      for (InferredRecord entry : document.inferred()) {
        ObjectNode one = inferred.addObject().put("key", entry.key()).put("entry", entry.entry());
        place(one, entry.place());
      }
    }
    if (!document.questions().isEmpty()) {
      ArrayNode questions = node.putArray("questions");
      for (QuestionRecord question : document.questions()) {
        ObjectNode one = questions.addObject().put("name", question.name());
        one.put("question", question.text());
        one.put("waiting", question.waiting());
        StatementJson.strings(one.putArray("answers"), question.answers());
        place(one, question.place());
      }
    }
  }

  private static void definition(ObjectNode node, DefinitionRecord definition) {
    node.put("name", definition.name()).put("text", definition.text());
    place(node, definition.place());
  }

  /** Where something is, in a notebook its lines in its cell. */
  static void place(ObjectNode node, Place place) {
    place.cell().ifPresent(cell -> node.put("cell", cell));
    node.put("line", place.line()).put("column", place.column());
    node.put("endLine", place.endLine()).put("endColumn", place.endColumn());
  }

  /** A file that could not be opened is a derivation of which nothing but the problem is known. */
  private static void unopened(ObjectNode node, UnopenedRecord unopened) {
    node.put("file", unopened.file()).put("opened", false);
    node.put("title", "");
    List.of("sources", "definitions", "assumptions", "steps", "noStatements")
        .forEach(node::putArray);
    ObjectNode problem = node.putArray("problems").addObject().put("id", unopened.id());
    place(problem, Place.START);
    problem.put("message", unopened.message()).put("help", unopened.help());
  }
}
