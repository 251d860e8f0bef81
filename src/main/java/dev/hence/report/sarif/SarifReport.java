package dev.hence.report.sarif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hence.json.JsonText;
import dev.hence.report.record.DefectRecord;
import dev.hence.report.record.Details;
import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.InferredRecord;
import dev.hence.report.record.Place;
import dev.hence.report.record.ProblemRecord;
import dev.hence.report.record.QuestionRecord;
import dev.hence.report.record.RunRecord;
import dev.hence.report.record.Sort;
import dev.hence.report.record.StatementRecord;
import dev.hence.report.record.UnopenedRecord;
import java.util.List;

/**
 * A result for each step that does not pass and for each problem, with the edits that would mend a
 * step as fixes. What passes is no result: code scanning would show it as an alert.
 */
public final class SarifReport {
  private static final List<Rule> RULES = Rule.all();
  private static final List<String> IDS = RULES.stream().map(Rule::id).toList();

  /** Where Hence is found: the page of its coordinates. */
  private static final String ADDRESS = "https://central.sonatype.com/artifact/dev.hence/hence";

  private final ArrayNode results;
  private final Fingerprints fingerprints = new Fingerprints();

  private SarifReport(ArrayNode results) {
    this.results = results;
  }

  /** The log file, with a line feed at its end. */
  public static String of(RunRecord run) {
    ObjectNode root = JsonText.object();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
    ObjectNode node = root.putArray("runs").addObject();
    tool(node.putObject("tool").putObject("driver"), run.version());
    run.shard()
        .ifPresent(
            s ->
                node.putObject("automationDetails")
                    .put("id", "hence/shard-%d-of-%d/".formatted(s.index(), s.count())));
    invocation(node.putArray("invocations").addObject(), run);
    node.putObject("originalUriBaseIds")
        .putObject(ArtifactUri.ROOT)
        .putObject("description")
        .put("text", "The folder in which Hence was started.");
    node.put("columnKind", "unicodeCodePoints");
    SarifReport report = new SarifReport(node.putArray("results"));
    run.documents().forEach(report::document);
    run.unopened().forEach(report::unopened);
    return JsonText.of(root);
  }

  private static void tool(ObjectNode driver, String version) {
    driver.put("name", "Hence").put("semanticVersion", version);
    driver.put("informationUri", ADDRESS);
    driver.putObject("shortDescription").put("text", "Checks mathematical derivations.");
    ArrayNode rules = driver.putArray("rules");
    for (Rule rule : RULES) {
      ObjectNode node = rules.addObject().put("id", rule.id()).put("name", rule.name());
      node.putObject("shortDescription").put("text", rule.text());
      node.putObject("fullDescription").put("text", rule.text());
      node.putObject("help").put("text", rule.help());
      node.putObject("defaultConfiguration").put("level", rule.level());
    }
  }

  /** A fault of Hence is no result about a document, and makes the run unsuccessful. */
  private static void invocation(ObjectNode node, RunRecord run) {
    node.put("executionSuccessful", run.defects().isEmpty());
    if (!run.defects().isEmpty()) {
      ArrayNode notifications = node.putArray("toolExecutionNotifications");
      for (DefectRecord defect : run.defects()) {
        ObjectNode notification = notifications.addObject().put("level", "error");
        text(
            notification.putObject("message"),
            "Internal error, " + defect.place() + ": " + defect.message());
      }
    }
  }

  private void document(DocumentRecord document) {
    document.statements().stream()
        .filter(s -> s.sort() == Sort.STEP)
        .filter(s -> !s.answer().passed() || s.answer().saysNothing())
        .forEach(s -> step(document.file(), s));
    document.problems().forEach(p -> problem(document.file(), p));
    document.inferred().forEach(i -> inferred(document.file(), i));
    document.questions().forEach(q -> question(document.file(), q));
  }

  /** What was inferred is a note at the words that say it: no alert, and not silent. */
  private void inferred(String file, InferredRecord inferred) {
    String message = "Inferred, because no header says it: " + inferred.line();
    location(result(Rule.INFERRED.id(), file, inferred.line(), message), file, inferred.place());
  }

  private void question(String file, QuestionRecord question) {
    String answers = String.join("\n", question.answers());
    String message = question.text() + " " + question.blocks() + "\n" + answers;
    location(result(Rule.ASKED.id(), file, question.text(), message), file, question.place());
  }

  private void step(String file, StatementRecord step) {
    Rule rule = Rule.of(step.answer());
    String message = step.id() + " " + Details.verdict(step) + ": " + Details.text(step);
    ObjectNode result = result(rule.id(), file, step.text(), message);
    ObjectNode location = location(result, file, step.place());
    location.putArray("logicalLocations").addObject().put("name", step.id()).put("kind", "element");
    if (!step.answer().passed()) {
      Fixes.write(result, file, step.answer().diagnosis());
    }
  }

  private void problem(String file, ProblemRecord problem) {
    String help = problem.help().isEmpty() ? "" : "\nhelp: " + problem.help();
    String about = problem.message() + "\n" + problem.excerpt().line().strip();
    location(result(problem.id(), file, about, problem.message() + help), file, problem.place());
  }

  private void unopened(UnopenedRecord unopened) {
    String help = unopened.help().isEmpty() ? "" : "\nhelp: " + unopened.help();
    ObjectNode result =
        result(unopened.id(), unopened.file(), unopened.message(), unopened.message() + help);
    location(result, unopened.file(), Place.START);
  }

  private ObjectNode result(String rule, String file, String about, String message) {
    ObjectNode result = results.addObject().put("ruleId", rule);
    int index = IDS.indexOf(rule);
    if (index >= 0) {
      result.put("ruleIndex", index).put("level", RULES.get(index).level());
    }
    text(result.putObject("message"), message);
    String name = file.replace('\\', '/');
    result
        .putObject("partialFingerprints")
        .put("henceResult/v1", fingerprints.of(rule, name, about));
    return result;
  }

  /** What looks like a link, {@code [a](b)}, would be read as one. */
  static void text(ObjectNode node, String text) {
    node.put("text", text.replace("](", "] ("));
  }

  /**
   * A place. The lines of a notebook's cell are none of its file: a result there stands at the
   * beginning of the file, and says in which cell it belongs.
   */
  private static ObjectNode location(ObjectNode result, String file, Place place) {
    ObjectNode location = result.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    ArtifactUri.write(physical.putObject("artifactLocation"), file);
    if (place.cell().isEmpty()) {
      region(physical.putObject("region"), place);
    } else {
      physical.putObject("region").put("startLine", 1);
      location.putObject("message").put("text", place.toString());
    }
    return location;
  }

  static void region(ObjectNode region, Place place) {
    region.put("startLine", place.line()).put("startColumn", place.column());
    region.put("endLine", place.endLine()).put("endColumn", place.endColumn());
  }
}
