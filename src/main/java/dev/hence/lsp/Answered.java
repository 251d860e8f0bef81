package dev.hence.lsp;

import dev.hence.claim.Statement;
import dev.hence.report.record.Answer;
import dev.hence.report.record.StatementRecord;
import dev.hence.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;

/**
 * A statement with its answer, as an editor shows it.
 *
 * @param record the answer in words
 */
record Answered(Statement statement, StatementRecord record) {
  /** The name under which diagnostics are shown. */
  static final String SOURCE = "hence";

  /** What is to be said of the line; nothing where it has the verdict that is expected of it. */
  List<Diagnostic> diagnostics(Lines lines) {
    Answer answer = record.answer();
    if (statement instanceof Statement.Unread
        || !record.isStep()
        || (answer.passed() && !answer.saysNothing())) {
      return List.of();
    }
    Diagnostic diagnostic = new Diagnostic(lines.range(statement.span()), message());
    diagnostic.setSeverity(severity(answer));
    diagnostic.setSource(SOURCE);
    diagnostic.setCode(answer.outcome().text());
    return List.of(diagnostic);
  }

  private static DiagnosticSeverity severity(Answer answer) {
    if (answer.passed()) {
      return DiagnosticSeverity.Hint;
    }
    return switch (answer.outcome()) {
      case REFUTED, PROVED, VERIFIED, CONFIRMED -> DiagnosticSeverity.Error;
      case CONFLICTED -> DiagnosticSeverity.Warning;
      case UNDECIDED, GIVEN, UNREAD -> DiagnosticSeverity.Information;
    };
  }

  /** {@code refuted: w = 0: left 1/2, right −1/2}. */
  private String message() {
    Answer answer = record.answer();
    String expected =
        answer.expectsRefutation() && answer.outcome() != Outcome.REFUTED
            ? ", but expected to be refuted"
            : "";
    String why = answer.counterexample().map(c -> c.text()).orElse(answer.reason());
    String instance =
        answer.counterexample().map(c -> c.instance()).filter(i -> !i.isEmpty()).orElse("");
    return answer.outcome().text()
        + expected
        + (why.isEmpty() ? "" : ": " + why)
        + (instance.isEmpty() ? "" : " (" + instance + ")");
  }

  /** The statement as it was understood, its verdict, and what belongs to that, in Markdown. */
  String hover() {
    Answer answer = record.answer();
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add("```text\n" + record.id() + "  " + record.text().replace("`", "'") + "\n```");
    String reach = answer.reach().isEmpty() ? "" : ", " + escaped(answer.reach());
    String verdict =
        switch (record.sort()) {
          case GIVEN, NO_STATEMENT -> record.kind();
          case STEP, UNREAD -> answer.outcome().text();
        };
    paragraphs.add("**" + verdict + "**" + reach);
    answer.counterexample().ifPresent(c -> paragraphs.add("false at " + escaped(c.text())));
    answer.sideConditions().forEach(c -> paragraphs.add("if " + escaped(c)));
    if (!answer.reason().isEmpty()) {
      paragraphs.add(escaped(answer.reason()));
    }
    answer.notes().forEach(note -> paragraphs.add(escaped(note)));
    return String.join("\n\n", paragraphs);
  }

  /** Text of the document must not become marks, links or tags. */
  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1");
  }
}
