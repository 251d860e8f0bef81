package dev.hence.report.markdown;

import dev.hence.claim.Statement;
import dev.hence.report.StatementText;
import dev.hence.report.record.Recording;
import dev.hence.report.record.Tally;
import dev.hence.report.trace.Answer;
import dev.hence.report.trace.Figure;
import dev.hence.report.trace.HeaderText;
import dev.hence.report.trace.Labels;
import dev.hence.report.trace.LineSteering;
import dev.hence.report.trace.Note;
import dev.hence.report.trace.Notes;
import dev.hence.report.trace.NumericRow;
import dev.hence.report.trace.Part;
import dev.hence.report.trace.Passage;
import dev.hence.report.trace.Piece;
import dev.hence.report.trace.Rows;
import dev.hence.report.trace.Sentences;
import dev.hence.report.trace.SettingText;
import dev.hence.report.trace.Trace;
import dev.hence.report.trace.WrittenOut;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A trace as a Markdown page, which is a derivation as well. */
public final class MarkdownTrace {
  /** What begins a block of Markdown at the start of a line. */
  private static final Pattern OPENS_BLOCK = Pattern.compile("\\n\\s*(?=[-+*=>#|~`<:]|\\d+[.)])");

  private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*%[^\\n]*(\\n|$)");

  private static final Piece.Writer PIECES = new Pieces();

  private final Trace trace;
  private final StringBuilder text = new StringBuilder();

  private MarkdownTrace(Trace trace) {
    this.trace = trace;
  }

  /** The whole page; every line ends with a line feed. */
  public static String of(Trace trace) {
    return new MarkdownTrace(trace).page();
  }

  private String page() {
    List<String> header = HeaderText.of(trace.setting());
    if (!header.isEmpty()) {
      line("---");
      header.forEach(this::line);
      line("---");
      line("");
    }
    line("# " + told(trace.title()));
    paragraph(
        "*Proof trace by Hence: " + Tally.of(Recording.document(trace.report())).verdicts() + ".*");
    trace.report().derivation().sources().forEach(s -> paragraph(MarkdownText.cited(s)));
    setting();
    trace.parts().forEach(this::part);
    evidence();
    return text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void paragraph(String paragraph) {
    line("");
    line(paragraph);
  }

  private void setting() {
    List<String> assumed = trace.report().derivation().assumptions();
    List<SettingText.Section> sections = SettingText.of(trace.setting());
    List<String> instances = trace.usualInstances();
    List<String> functions = trace.functions();
    if (isBare(sections, assumed, instances, functions)) {
      return;
    }
    paragraph("## Setting");
    line("");
    for (SettingText.Section section : sections) {
      List<String> entries = section.entries().stream().map(MarkdownTrace::inline).toList();
      line("- **" + section.title() + "** " + String.join("; ", entries));
    }
    if (!assumed.isEmpty()) {
      line("- **Taken for granted** " + told(String.join("; ", assumed)));
    }
    trace.proved().ifPresent(what -> line("- **Proved** " + told(what)));
    if (!instances.isEmpty()) {
      String texts = told(String.join("; ", instances));
      line("- **Instances** unless a step says otherwise: " + texts);
    }
    if (!functions.isEmpty()) {
      line(
          "- **Functions** where an instance is written out: "
              + told(String.join("; ", functions)));
    }
  }

  private boolean isBare(List<?>... parts) {
    return Stream.of(parts).allMatch(List::isEmpty) && trace.proved().isEmpty();
  }

  /** A formula in a line, as GitHub reads it whatever it holds. */
  private static String inline(String math) {
    String formula = math.replaceAll("\\s+", " ").strip();
    return formula.contains("`") ? told(formula) : "$`" + formula + "`$";
  }

  /**
   * Words that neither Markdown nor Hence takes for anything else: a bracket behind a backslash
   * would open a display.
   */
  private static String told(String text) {
    StringBuilder told = new StringBuilder();
    for (String part : text.split("(?=[\\\\\\[\\]$<>&`])|(?<=[\\\\\\[\\]$<>&`])", -1)) {
      boolean opens = part.length() == 1 && "\\[]$<>&`".contains(part);
      told.append(opens ? "&#" + (int) part.charAt(0) + ";" : MarkdownText.escaped(part));
    }
    return told.toString();
  }

  private void part(Part part) {
    switch (part) {
      case Part.Heading heading -> heading(heading);
      // A trace tells the formulas alone.
      case Part.Prose prose -> {}
      case Part.Display display -> display(display);
      case Part.Argument argument -> argument(argument);
      case Part.Illustration illustration -> figure(illustration);
    }
  }

  private void heading(Part.Heading heading) {
    if (!heading.text().equals(trace.title())) {
      int level = Math.clamp(heading.level(), 2, 6);
      paragraph("#".repeat(level) + " " + heading.text().replace("<", "&lt;").replace("$$", "$"));
    }
  }

  private void display(Part.Display display) {
    line("");
    display.steering().forEach(s -> line("<!-- hence: " + s.strip() + " -->"));
    formula(display);
    line("");
    display.answers().forEach(answer -> answer(answer, display.answers().size() > 1));
  }

  private void formula(Part.Display display) {
    String math = display.math();
    String oneBlock = OPENS_BLOCK.matcher(COMMENT.matcher(math).replaceAll("$1")).replaceAll(" ");
    String closed = oneBlock.strip().replaceAll("\\n\\s*\\n", "\n");
    String tag =
        display
            .label()
            .filter(l -> !math.contains("\\tag"))
            .map(l -> " \\tag{" + l + "}")
            .orElse("");
    boolean dollars = closed.contains("$$") || closed.contains("```");
    line(dollars ? "```math" : "$$");
    line(closed + tag);
    line(dollars ? "```" : "$$");
  }

  /** The argument consists of displays in their turn, read under what steers the step. */
  private void argument(Part.Argument argument) {
    List<Passage> passages = argument.answer().argument();
    for (int k = 0; k < passages.size(); k++) {
      paragraph(words(passages.get(k).words()));
      line("");
      if (passages.get(k).lines().isEmpty()) {
        continue;
      }
      line("<!-- hence: " + String.join("; ", LineSteering.of(argument.display())) + " -->");
      line("$$");
      String id = argument.answer().report().statement().id();
      line(rows(passages.get(k).lines()) + "\\label{" + Labels.lines(id, k) + "}");
      line("$$");
      line("");
    }
  }

  private static String rows(List<Passage.Line> lines) {
    Rows.Reason place = lines.size() > 2 ? Rows.Reason.BESIDE : Rows.Reason.BEHIND;
    return new Rows(line -> place, false, UnaryOperator.identity()).of(lines);
  }

  /** Words with formulas between dollar signs. */
  private static String words(String text) {
    StringBuilder words = new StringBuilder();
    String[] parts = text.split("\\$", -1);
    for (int i = 0; i < parts.length; i++) {
      words.append(i % 2 == 0 ? told(parts[i]) : inline(parts[i]));
    }
    return words.toString();
  }

  private void figure(Part.Illustration illustration) {
    Figure figure = illustration.figure();
    paragraph(
        "![%s](%s.svg)".formatted(told(figure.alternative(illustration.id())), figure.file()));
    paragraph(PIECES.sentence(figure.caption()));
  }

  private static final class Pieces implements Piece.Writer {
    @Override
    public String words(String text) {
      return told(text);
    }

    @Override
    public String readable(String mathematics) {
      return told(mathematics);
    }

    @Override
    public String latex(String formula) {
      return inline(formula);
    }
  }

  private void answer(Answer answer, boolean oneOfSeveral) {
    Statement statement = answer.report().statement();
    StringBuilder item = new StringBuilder("- ");
    item.append("**").append(told(statement.id())).append("** ");
    if (oneOfSeveral && statement instanceof Statement.Step) {
      String understood = StatementText.of(statement, trace.report().derivation().source());
      item.append(told(understood)).append(": ");
    }
    item.append(String.join(" ", Sentences.of(Notes.of(trace, answer), MarkdownTrace::text)));
    List<List<Piece>> written = WrittenOut.of(answer.report());
    written.stream().limit(1).forEach(s -> item.append(' ').append(PIECES.sentence(s)));
    line(item.toString());
    written.stream().skip(1).forEach(s -> line("  - " + PIECES.sentence(s)));
  }

  private static String text(Note note) {
    String said = Sentences.isFirst(note) ? Sentences.capital(note.text()) : note.text();
    String escaped = told(said);
    return (note.kind() == Note.Kind.VERDICT && !note.math() ? "*" + escaped + "*" : escaped)
        + note.reference().map(r -> " (" + told(r) + ")").orElse("");
  }

  private void evidence() {
    List<NumericRow> rows = NumericRow.of(trace);
    if (rows.isEmpty()) {
      return;
    }
    paragraph("## Evidence");
    line("");
    row(
        "step",
        "verdict",
        "instances",
        "algebra",
        "points",
        "certified",
        "trajectories",
        "rtol",
        "residual");
    line("|---|---|---:|---:|---:|---:|---:|---:|---|");
    for (NumericRow row : rows) {
      row(
          told(row.id()),
          row.outcome().text(),
          count(row.instances()),
          count(row.algebra()),
          count(row.points()),
          count(row.certified()),
          count(row.trajectories()),
          row.rtol().isPresent() ? "%.0e".formatted(row.rtol().getAsDouble()) : "",
          told(row.measured()));
    }
  }

  private static String count(int number) {
    return number == 0 ? "" : Integer.toString(number);
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }
}
