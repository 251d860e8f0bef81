package dev.hence.report.latex;

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
import dev.hence.report.trace.Part;
import dev.hence.report.trace.Passage;
import dev.hence.report.trace.Piece;
import dev.hence.report.trace.Sentences;
import dev.hence.report.trace.SettingText;
import dev.hence.report.trace.Trace;
import dev.hence.report.trace.WrittenOut;
import java.util.List;
import java.util.stream.Stream;

/**
 * A trace as a LaTeX document that needs amsmath, amssymb, booktabs, graphicx and hyperref. Its
 * header stands in comments, so it is a derivation as well.
 */
public final class LatexTrace {
  private static final String PREAMBLE =
      """
      \\documentclass[10pt,a4paper]{article}
      \\usepackage{amsmath,amssymb,booktabs,graphicx}
      \\usepackage[hidelinks]{hyperref}
      \\setlength{\\textwidth}{%spt}
      \\setlength{\\textheight}{680pt}
      \\setlength{\\oddsidemargin}{0pt}
      \\setlength{\\evensidemargin}{0pt}
      \\setlength{\\topmargin}{-30pt}
      \\setlength{\\parindent}{0pt}
      \\setlength{\\parskip}{4pt plus 2pt}
      \\setlength{\\emergencystretch}{12em}
      \\allowdisplaybreaks
      \\postdisplaypenalty=10000
      \\makeatletter\\@beginparpenalty=10000\\makeatother
      \\begin{document}
      """
          .formatted((int) Display.LINE);

  private static final Piece.Writer PIECES = new Pieces();

  private static final List<String> SECTIONS =
      List.of("section", "section", "subsection", "subsubsection");

  private final Trace trace;
  private final StringBuilder tex = new StringBuilder();

  private LatexTrace(Trace trace) {
    this.trace = trace;
  }

  /** The whole document; every line ends with a line feed. */
  public static String of(Trace trace) {
    return new LatexTrace(trace).document();
  }

  private String document() {
    line("% ---");
    HeaderText.of(trace.setting()).forEach(l -> line("% " + oneLine(l)));
    line("% ---");
    tex.append(PREAMBLE);
    title();
    setting();
    trace.parts().forEach(this::part);
    new EvidenceTable(trace, tex).write();
    line("\\end{document}");
    return tex.toString();
  }

  private void line(String text) {
    tex.append(text).append('\n');
  }

  /** No character may end a comment. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
  }

  private void title() {
    line("\\begin{center}");
    line("{\\Large\\bfseries " + ReadableMath.sentence(trace.title()) + "}\\\\[4pt]");
    trace
        .report()
        .derivation()
        .sources()
        .forEach(s -> line("{\\small " + ReadableMath.sentence(s) + "}\\\\"));
    String verdicts = Tally.of(Recording.document(trace.report())).verdicts();
    line("{\\small Proof trace by Hence: " + ReadableMath.sentence(verdicts) + "}");
    line("\\end{center}");
  }

  private void setting() {
    List<String> assumed = trace.report().derivation().assumptions();
    List<SettingText.Section> sections = SettingText.of(trace.setting());
    List<String> instances = trace.usualInstances();
    List<String> functions = trace.functions();
    if (isBare(sections, assumed, instances, functions)) {
      return;
    }
    line("\\section*{Setting}");
    line("\\begin{description}\\raggedright");
    for (SettingText.Section section : sections) {
      List<String> entries = section.entries().stream().map(LatexTrace::entry).toList();
      line("\\item[" + section.title() + "] " + String.join(";\\quad ", entries) + ".");
    }
    if (!assumed.isEmpty()) {
      line("\\item[Taken for granted] " + sentences(assumed));
    }
    trace.proved().ifPresent(what -> line("\\item[Proved] " + ReadableMath.sentence(what) + "."));
    if (!instances.isEmpty()) {
      List<String> texts = instances.stream().map(ReadableMath::inline).toList();
      line(
          "\\item[Instances] unless a step says otherwise: "
              + String.join(";\\quad ", texts)
              + ".");
    }
    if (!functions.isEmpty()) {
      List<String> texts = functions.stream().map(ReadableMath::inline).toList();
      line(
          "\\item[Functions] where an instance is written out: "
              + String.join(";\\quad ", texts)
              + ".");
    }
    line("\\end{description}");
  }

  private boolean isBare(List<?>... parts) {
    return Stream.of(parts).allMatch(List::isEmpty) && trace.proved().isEmpty();
  }

  private static String entry(String entry) {
    return Display.inline(entry).orElseGet(() -> verbatim(entry));
  }

  private static String sentences(List<String> sentences) {
    return String.join(" ", sentences.stream().map(s -> ReadableMath.sentence(full(s))).toList());
  }

  private static String full(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }

  /** What is shown as it was written, and may be broken anywhere. */
  static String verbatim(String text) {
    StringBuilder shown = new StringBuilder("\\texttt{");
    text.strip()
        .replaceAll("\\s+", " ")
        .codePoints()
        .forEach(
            c ->
                shown
                    .append(ReadableMath.plain(Character.toString(c)))
                    .append(c == ' ' ? "" : "\\allowbreak{}"));
    return shown.append('}').toString();
  }

  private void part(Part part) {
    switch (part) {
      case Part.Heading heading -> heading(heading);
      // A trace tells the formulas alone.
      case Part.Prose prose -> {}
      case Part.Display display -> display(display);
      case Part.Argument argument -> argument(argument);
      case Part.Illustration illustration -> figure(illustration.figure());
    }
  }

  private void heading(Part.Heading heading) {
    if (heading.text().equals(trace.title())) {
      return;
    }
    String section = SECTIONS.get(Math.min(heading.level(), SECTIONS.size()) - 1);
    line("\\" + section + "*{" + headingText(heading.text()) + "}");
  }

  /** Words with formulas between dollars. */
  private static String headingText(String text) {
    StringBuilder heading = new StringBuilder();
    String[] parts = text.split("\\$", -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      heading.append(
          i % 2 == 0
              ? ReadableMath.sentence(part.replaceAll("[*`]", ""))
              : Display.inline(part).orElseGet(() -> verbatim(part)));
    }
    return heading.toString();
  }

  private void display(Part.Display display) {
    line("");
    display.steering().forEach(s -> line("% hence: " + oneLine(s)));
    display.answers().stream()
        .map(a -> a.report().statement().id())
        .forEach(id -> line("\\phantomsection\\label{" + Labels.step(id) + "}"));
    line(
        Display.tex(display.math(), display.label())
            .orElseGet(() -> verbatim(display.math()) + "\n")
            .stripTrailing());
    if (display.answers().isEmpty()) {
      return;
    }
    line("\\begin{description}\\raggedright");
    display.answers().forEach(answer -> answer(answer, display.answers().size() > 1));
    line("\\end{description}");
  }

  private void argument(Part.Argument argument) {
    List<Passage> passages = argument.answer().argument();
    for (int k = 0; k < passages.size(); k++) {
      line("");
      if (passages.get(k).lines().isEmpty()) {
        line(Lines.words(passages.get(k).words()));
        continue;
      }
      line("% hence: " + oneLine(String.join("; ", LineSteering.of(argument.display()))));
      line(Lines.words(passages.get(k).words()));
      String label = Labels.lines(argument.answer().report().statement().id(), k);
      line(Lines.tex(passages.get(k).lines(), label).stripTrailing());
    }
  }

  /** In its place and at its own size; the caption stays with it. */
  private void figure(Figure figure) {
    line("");
    line("\\begin{center}");
    line("\\begin{minipage}{\\linewidth}\\centering");
    line("\\includegraphics{" + figure.file() + ".pdf}");
    line("\\par\\smallskip");
    line("{\\small " + PIECES.sentence(figure.caption()) + "\\par}");
    line("\\end{minipage}");
    line("\\end{center}");
  }

  private static final class Pieces implements Piece.Writer {
    @Override
    public String words(String text) {
      return ReadableMath.sentence(text);
    }

    @Override
    public String readable(String mathematics) {
      return ReadableMath.inline(mathematics);
    }

    @Override
    public String latex(String formula) {
      return entry(formula);
    }
  }

  private void answer(Answer answer, boolean oneOfSeveral) {
    Statement statement = answer.report().statement();
    line("\\item[" + ReadableMath.plain(statement.id()) + "]");
    if (oneOfSeveral && statement instanceof Statement.Step) {
      String text = StatementText.of(statement, trace.report().derivation().source());
      line(ReadableMath.inline(text) + ":");
    }
    Sentences.of(Notes.of(trace, answer), LatexTrace::text).forEach(this::line);
    writtenOut(WrittenOut.of(answer.report()));
  }

  /** One idea a line, where there are several. */
  private void writtenOut(List<List<Piece>> sentences) {
    if (sentences.size() == 1) {
      line(PIECES.sentence(sentences.getFirst()));
    } else if (!sentences.isEmpty()) {
      line(PIECES.sentence(sentences.getFirst()));
      line("\\begin{itemize}\\setlength{\\itemsep}{0pt}\\setlength{\\parsep}{1pt}");
      sentences.subList(1, sentences.size()).forEach(s -> line("\\item " + PIECES.sentence(s)));
      line("\\end{itemize}");
    }
  }

  private static String text(Note note) {
    String said = Sentences.isFirst(note) ? Sentences.capital(note.text()) : note.text();
    if (note.kind() == Note.Kind.VERDICT && !note.math()) {
      String[] words = said.split("(?=[ ,])", 2);
      return "\\textbf{"
          + ReadableMath.plain(words[0])
          + "}"
          + (words.length > 1 ? ReadableMath.sentence(words[1]) : "");
    }
    String text = note.math() ? ReadableMath.inline(said) : ReadableMath.sentence(said);
    return text + note.reference().map(r -> " (" + reference(r) + ")").orElse("");
  }

  private static String reference(String id) {
    return "\\hyperref[" + Labels.step(id) + "]{" + ReadableMath.plain(id) + "}";
  }
}
