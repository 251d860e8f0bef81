package dev.hence.report.console;

import dev.hence.report.console.Paint.Colour;
import dev.hence.report.record.Answer;
import dev.hence.report.record.DefectRecord;
import dev.hence.report.record.Details;
import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.InferredRecord;
import dev.hence.report.record.QuestionRecord;
import dev.hence.report.record.RunRecord;
import dev.hence.report.record.Sort;
import dev.hence.report.record.StatementRecord;
import dev.hence.report.record.UnopenedRecord;
import dev.hence.report.record.Visible;
import dev.hence.verdict.Outcome;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A run as text: one line for each statement, a summary, then what is to be said of every step that
 * does not simply hold, and every problem.
 */
public final class ConsoleReport {
  /**
   * How to write.
   *
   * @param width columns of the terminal; what belongs into a line is cut to it
   * @param verbose whether to tell the evidence, the definitions and the defaults taken
   * @param stackTraces whether to show where in Hence a defect was met
   */
  public record Options(int width, boolean colour, boolean verbose, boolean stackTraces) {}

  private static final int LEAST = 24;

  /** Columns of "line 1234". */
  private static final int PLACE = 10;

  private final Options options;
  private final Paint paint;
  private final StringBuilder text = new StringBuilder();

  private ConsoleReport(Options options) {
    this.options = options;
    this.paint = new Paint(options.colour());
  }

  /** The whole report; every line ends with a line feed. */
  public static String of(RunRecord run, Options options) {
    ConsoleReport console = new ConsoleReport(options);
    List<DocumentRecord> documents = run.documents().stream().filter(ConsoleReport::tells).toList();
    documents.forEach(console::document);
    console.text.append(Summary.of(run, console.paint));
    documents.forEach(console::details);
    documents.forEach(console::problems);
    run.unopened().forEach(console::unopened);
    run.defects().forEach(console::defect);
    return console.text.toString();
  }

  /** Nothing is said of a document whose statements were all left to other shards. */
  private static boolean tells(DocumentRecord document) {
    return document.elsewhere().isEmpty()
        || !document.statements().isEmpty()
        || !document.problems().isEmpty();
  }

  private void document(DocumentRecord document) {
    text.append(paint.paint(Colour.STRONG, Visible.of(document.file()))).append('\n');
    if (!document.title().isBlank()) {
      text.append(Visible.of(document.title())).append('\n');
    }
    sources(document.sources());
    text.append('\n');
    inferred(document);
    StepTable table = new StepTable(document, options.width(), paint);
    for (int k = 0; k < document.statements().size(); k++) {
      text.append(table.line(k)).append('\n');
      below(document.statements().get(k), table, k);
    }
    if (!document.statements().isEmpty()) {
      text.append('\n');
    }
    questions(document);
    if (options.verbose()) {
      list("Definitions", document.definitions().stream().map(d -> d.text()).toList());
      list("Assumed, because nothing else was said", document.assumptions());
    }
  }

  /** What was inferred stands before the verdicts that rest on it. */
  private void inferred(DocumentRecord document) {
    if (document.inferred().isEmpty()) {
      return;
    }
    text.append("Inferred, because no header says it:\n");
    for (InferredRecord inferred : document.inferred()) {
      String at = "line " + inferred.place().line();
      text.append("  ")
          .append(paint.paint(Colour.QUIET, TextWidth.pad(at, PLACE)))
          .append(Visible.of(inferred.line()))
          .append('\n');
    }
    text.append('\n');
  }

  private void questions(DocumentRecord document) {
    if (document.questions().isEmpty()) {
      return;
    }
    text.append("Asked, most blocking first:\n");
    for (QuestionRecord question : document.questions()) {
      text.append("  ")
          .append(Visible.of(question.text() + " " + question.blocks()))
          .append(paint.paint(Colour.QUIET, "  line " + question.place().line()))
          .append('\n');
      question.answers().forEach(a -> text.append("      ").append(Visible.of(a)).append('\n'));
    }
    text.append('\n');
  }

  private void sources(List<String> sources) {
    if (!sources.isEmpty()) {
      String line = Visible.of(String.join("; ", sources));
      String shown = options.verbose() ? line : TextWidth.cut(line, options.width());
      text.append(paint.paint(Colour.QUIET, shown)).append('\n');
    }
  }

  private void below(StatementRecord statement, StepTable table, int k) {
    if (options.verbose() && table.isCut(k)) {
      indented(table, table.statement(k));
    }
    if (statement.sort() != Sort.STEP) {
      return;
    }
    Answer answer = statement.answer();
    if (options.verbose()) {
      answer.sideConditions().forEach(c -> indented(table, "if " + Visible.of(c)));
      StepDetails.evidenceLines(answer).forEach(line -> indented(table, line));
    } else if (answer.holds()) {
      conditions(answer.sideConditions(), table);
    }
    if (answer.holds() && answer.passed() && !answer.reason().isEmpty()) {
      indented(table, cut(Visible.of(answer.reason()), table));
    }
    if (answer.outcome() == Outcome.CONFIRMED && !options.verbose()) {
      answer.search().ifPresent(search -> indented(table, cut(Visible.of(search), table)));
    }
  }

  /** As many conditions as fit, and how many more there are. */
  private void conditions(List<String> conditions, StepTable table) {
    int room = Math.max(options.width() - table.indent(), LEAST);
    for (int shown = conditions.size(); shown > 0; shown--) {
      int rest = conditions.size() - shown;
      String more = rest == 0 ? "" : " (and " + rest + " more, which --verbose shows)";
      String line = "if " + Visible.of(String.join(", ", conditions.subList(0, shown)));
      if (shown == 1 || TextWidth.of(line) + TextWidth.of(more) <= room) {
        indented(table, TextWidth.cut(line, Math.max(room - TextWidth.of(more), LEAST)) + more);
        return;
      }
    }
  }

  private String cut(String line, StepTable table) {
    return options.verbose()
        ? line
        : TextWidth.cut(line, Math.max(options.width() - table.indent(), LEAST));
  }

  private void indented(StepTable table, String line) {
    text.append(" ".repeat(table.indent())).append(paint.paint(Colour.QUIET, line)).append('\n');
  }

  private void list(String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append(heading).append(":\n");
      lines.forEach(line -> text.append("  ").append(Visible.of(line)).append('\n'));
      text.append('\n');
    }
  }

  private void details(DocumentRecord document) {
    Map<String, Long> waiting =
        document.statements().stream()
            .flatMap(s -> s.because().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Set<String> told = new HashSet<>();
    document.statements().stream()
        .filter(Details::areNeeded)
        .filter(s -> options.verbose() || s.because().isEmpty() || asksFirst(document, s, told))
        .sorted(Comparator.comparingLong(s -> -waiting.getOrDefault(s.id(), 0L)))
        .forEach(s -> details(document, s, waiting.getOrDefault(s.id(), 0L)));
  }

  /** Of the lines that wait for a name, the first shows it; those that wait for a line do not. */
  private static boolean asksFirst(
      DocumentRecord document, StatementRecord statement, Set<String> told) {
    String what = statement.because().orElseThrow();
    boolean name = document.questions().stream().anyMatch(q -> q.name().equals(what));
    return name && told.add(what);
  }

  private void details(DocumentRecord document, StatementRecord statement, long waiting) {
    text.append('\n').append(StepDetails.of(statement, document.file(), options.width(), paint));
    if (waiting > 0) {
      text.append("    ")
          .append(waiting == 1 ? "1 line waits for it" : waiting + " lines wait for it")
          .append('\n');
    }
  }

  private void problems(DocumentRecord document) {
    Excerpts excerpts = new Excerpts(options.width(), paint);
    document.ownProblems().forEach(p -> text.append('\n').append(excerpts.of(p, document.file())));
  }

  private void unopened(UnopenedRecord unopened) {
    text.append('\n')
        .append(paint.paint(Colour.BAD, unopened.id()))
        .append(" %s: %s\n".formatted(Visible.of(unopened.file()), Visible.of(unopened.message())));
    if (!unopened.help().isEmpty()) {
      text.append("    help: ").append(Visible.of(unopened.help())).append('\n');
    }
  }

  private void defect(DefectRecord defect) {
    text.append('\n')
        .append(paint.paint(Colour.DEFECT, "internal error"))
        .append(" %s: %s\n".formatted(Visible.of(defect.place()), Visible.of(defect.message())));
    if (options.stackTraces() && !defect.trace().isEmpty()) {
      defect.trace().forEach(l -> text.append("    ").append(Visible.of(l)).append('\n'));
    } else {
      text.append("    This is a fault of Hence, not of the document. --debug shows where.\n");
    }
  }
}
