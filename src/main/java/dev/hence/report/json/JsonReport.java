package dev.hence.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hence.claim.Definition;
import dev.hence.claim.Statement;
import dev.hence.expr.UnicodePrinter;
import dev.hence.problem.Problem;
import dev.hence.report.Defect;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.StatementReport;
import dev.hence.report.Unopened;
import dev.hence.text.Position;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.List;

/**
 * A run as JSON. Keys come in a fixed order and nothing depends on time or place, so equal runs
 * give equal bytes. The README documents the keys; keys may be added, none changes its meaning.
 */
public final class JsonReport {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withArrayEmptySeparator("")
          .withObjectEmptySeparator("");
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private JsonReport() {}

  /**
   * The report with a line feed at its end.
   *
   * @param version the version of Hence
   */
  public static String of(RunReport report, String version) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("hence", version);
    ArrayNode derivations = root.putArray("derivations");
    report.derivations().forEach(d -> derivation(derivations.addObject(), d));
    report.unopened().forEach(u -> unopened(derivations.addObject(), u));
    if (!report.defects().isEmpty()) {
      ArrayNode defects = root.putArray("internalErrors");
      report.defects().forEach(d -> defect(defects.addObject(), d));
    }
    root.put("passed", report.passed());
    return text(root);
  }

  private static String text(ObjectNode root) {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(SEPARATORS);
    printer.indentObjectsWith(INDENT);
    printer.indentArraysWith(INDENT);
    try {
      return escaped(MAPPER.writer(printer).writeValueAsString(root)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Control characters beyond ASCII, lone surrogates and marks that turn the writing direction,
   * escaped too: JSON allows them, but reports are also read in terminals. They can stand in
   * strings only.
   */
  private static String escaped(String json) {
    StringBuilder safe = new StringBuilder(json.length());
    for (int c : json.codePoints().toArray()) {
      boolean unsafe =
          switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n';
            case Character.FORMAT,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR,
                Character.SURROGATE ->
                true;
            default -> false;
          };
      if (unsafe) {
        Character.toString(c).chars().forEach(u -> safe.append("\\u%04X".formatted(u)));
      } else {
        safe.appendCodePoint(c);
      }
    }
    return safe.toString();
  }

  private static void derivation(ObjectNode node, DerivationReport report) {
    SourceText source = report.derivation().source();
    node.put("file", source.name());
    node.put("title", report.derivation().title());
    ArrayNode sources = node.putArray("sources");
    report.derivation().sources().forEach(sources::add);
    ArrayNode definitions = node.putArray("definitions");
    for (Definition definition : report.derivation().definitions()) {
      Position position = source.position(definition.span().start());
      ObjectNode entry = definitions.addObject();
      entry.put("name", UnicodePrinter.print(definition.name()));
      position.cell().ifPresent(cell -> entry.put("cell", cell));
      entry.put("line", position.line());
    }
    ArrayNode assumptions = node.putArray("assumptions");
    report.derivation().assumptions().forEach(assumptions::add);
    ArrayNode steps = node.putArray("steps");
    ArrayNode passedOver = node.putArray("noStatements");
    for (StatementReport statement : report.statements()) {
      if (statement.statement() instanceof Statement.NoStatement none) {
        noStatement(passedOver.addObject(), none, source);
      } else {
        StepJson.write(steps.addObject(), statement, source);
      }
    }
    ArrayNode problems = node.putArray("problems");
    report.problems().forEach(p -> problem(problems.addObject(), p, source));
  }

  private static void noStatement(
      ObjectNode node, Statement.NoStatement statement, SourceText source) {
    node.put("id", statement.id());
    place(node, statement.span(), source);
    node.put("reason", statement.why());
  }

  private static void problem(ObjectNode node, Problem problem, SourceText source) {
    node.put("id", problem.id().code());
    place(node, problem.span(), source);
    node.put("message", problem.message());
    node.put("help", problem.help());
  }

  /** Line and column of the beginning of a span, in a notebook those in its cell. */
  static void place(ObjectNode node, Span span, SourceText source) {
    Position position = source.position(span.start());
    position.cell().ifPresent(cell -> node.put("cell", cell));
    node.put("line", position.line()).put("column", position.column());
  }

  /** A file that could not be opened is a derivation of which nothing but the problem is known. */
  private static void unopened(ObjectNode node, Unopened unopened) {
    node.put("file", unopened.name());
    node.put("title", "");
    List.of("sources", "definitions", "assumptions", "steps", "noStatements")
        .forEach(node::putArray);
    node.putArray("problems")
        .addObject()
        .put("id", unopened.id().code())
        .put("line", 1)
        .put("column", 1)
        .put("message", unopened.message())
        .put("help", unopened.help());
  }

  private static void defect(ObjectNode node, Defect defect) {
    node.put("place", defect.place()).put("message", defect.summary());
  }
}
