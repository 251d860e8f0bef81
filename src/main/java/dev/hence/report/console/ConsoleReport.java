package dev.hence.report.console;

import dev.hence.claim.Definition;
import dev.hence.claim.Derivation;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.report.Defect;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.SearchText;
import dev.hence.report.StatementReport;
import dev.hence.report.StatementText;
import dev.hence.report.Unopened;
import dev.hence.report.console.Paint.Colour;
import dev.hence.text.SourceText;
import dev.hence.verdict.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

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

  private final Options options;
  private final Paint paint;
  private final StringBuilder text = new StringBuilder();

  private ConsoleReport(Options options) {
    this.options = options;
    this.paint = new Paint(options.colour());
  }

  /** The whole report; every line ends with a line feed. */
  public static String of(RunReport report, Options options) {
    ConsoleReport console = new ConsoleReport(options);
    report.derivations().forEach(console::derivation);
    console.text.append(Summary.of(report, console.paint));
    report.derivations().forEach(console::details);
    report.derivations().forEach(console::problems);
    report.unopened().forEach(console::unopened);
    report.defects().forEach(console::defect);
    return console.text.toString();
  }

  private void derivation(DerivationReport report) {
    Derivation derivation = report.derivation();
    text.append(paint.paint(Colour.STRONG, Visible.of(derivation.source().name()))).append('\n');
    if (!derivation.title().isBlank()) {
      text.append(Visible.of(derivation.title())).append('\n');
    }
    sources(derivation.sources());
    text.append('\n');
    StepTable table = new StepTable(report, options.width(), paint);
    for (int k = 0; k < report.statements().size(); k++) {
      text.append(table.line(k)).append('\n');
      below(report.statements().get(k), table, k);
    }
    if (!report.statements().isEmpty()) {
      text.append('\n');
    }
    if (options.verbose()) {
      definitions(report);
      list("Assumed, because nothing else was said", derivation.assumptions());
    }
  }

  private void sources(List<String> sources) {
    if (!sources.isEmpty()) {
      String line = Visible.of(String.join("; ", sources));
      String shown = options.verbose() ? line : TextWidth.cut(line, options.width());
      text.append(paint.paint(Colour.QUIET, shown)).append('\n');
    }
  }

  private void below(StatementReport report, StepTable table, int k) {
    if (options.verbose() && table.isCut(k)) {
      indented(table, table.statement(k));
    }
    if (!(report.statement() instanceof Statement.Step)) {
      return;
    }
    if (options.verbose()) {
      report.verdict().sideConditions().forEach(c -> indented(table, "if " + Visible.of(c)));
      StepDetails.evidenceLines(report).forEach(line -> indented(table, line));
    } else if (report.holds()) {
      conditions(report.verdict().sideConditions(), table);
    }
    if (report.holds() && report.passed() && !report.verdict().reason().isEmpty()) {
      indented(table, cut(Visible.of(report.verdict().reason()), table));
    }
    if (report.verdict().outcome() == Outcome.CONFIRMED && !options.verbose()) {
      SearchText.closest(report.verdict())
          .ifPresent(search -> indented(table, cut(Visible.of(SearchText.of(search)), table)));
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

  private void definitions(DerivationReport report) {
    Scope scope =
        report.statements().stream()
            .map(StatementReport::statement)
            .reduce(Scope.EMPTY, (known, s) -> scope(s, known), (first, second) -> second);
    list(
        "Definitions",
        report.derivation().definitions().stream().map(d -> definition(d, scope)).toList());
  }

  private static Scope scope(Statement statement, Scope known) {
    return switch (statement) {
      case Statement.Step step -> step.scope();
      case Statement.Given given -> given.scope();
      case Statement.NoStatement none -> known;
      case Statement.Unread unread -> known;
    };
  }

  private static String definition(Definition definition, Scope scope) {
    return StatementText.of(definition, scope);
  }

  private void list(String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append(heading).append(":\n");
      lines.forEach(line -> text.append("  ").append(Visible.of(line)).append('\n'));
      text.append('\n');
    }
  }

  private void details(DerivationReport report) {
    SourceText source = report.derivation().source();
    report.statements().stream()
        .filter(StepDetails::areNeeded)
        .map(s -> StepDetails.of(s, source, options.width(), paint))
        .forEach(details -> text.append('\n').append(details));
  }

  private void problems(DerivationReport report) {
    Excerpt excerpt = new Excerpt(options.width(), paint);
    problemsOfTheirOwn(report)
        .forEach(p -> text.append('\n').append(excerpt.of(p, report.derivation().source())));
  }

  /** The problems that are not told with a statement that could not be read. */
  static List<Problem> problemsOfTheirOwn(DerivationReport report) {
    List<Problem> told =
        report.statements().stream()
            .map(StatementReport::statement)
            .flatMap(
                s ->
                    s instanceof Statement.Unread u
                        ? java.util.stream.Stream.of(u.problem())
                        : java.util.stream.Stream.empty())
            .toList();
    return report.problems().stream().filter(p -> !told.contains(p)).toList();
  }

  private void unopened(Unopened unopened) {
    text.append('\n')
        .append(paint.paint(Colour.BAD, unopened.id().code()))
        .append(" %s: %s\n".formatted(Visible.of(unopened.name()), Visible.of(unopened.message())));
    if (!unopened.help().isEmpty()) {
      text.append("    help: ").append(Visible.of(unopened.help())).append('\n');
    }
  }

  private void defect(Defect defect) {
    text.append('\n')
        .append(paint.paint(Colour.DEFECT, "internal error"))
        .append(" %s: %s\n".formatted(Visible.of(defect.place()), Visible.of(defect.summary())));
    if (options.stackTraces()) {
      StringWriter trace = new StringWriter();
      defect.cause().printStackTrace(new PrintWriter(trace));
      trace.toString().lines().forEach(l -> text.append("    ").append(Visible.of(l)).append('\n'));
    } else {
      text.append("    This is a fault of Hence, not of the document. --debug shows where.\n");
    }
  }
}
