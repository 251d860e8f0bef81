package dev.hence.report.markdown;

import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.RunRecord;
import dev.hence.report.record.Tally;
import java.nio.file.Path;
import java.util.List;

/**
 * A run as a table: one row for each document, with its sources and how many of its steps have
 * which verdict. Where the documents lie in several folders, a row names each.
 */
public final class MarkdownReport {
  private final RunRecord report;
  private final Path base;
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport(RunRecord report, Path base) {
    this.report = report;
    this.base = base.toAbsolutePath().normalize();
  }

  /**
   * The table; every line ends with a line feed.
   *
   * @param base the folder of the page on which the table is to stand: links lead from there
   */
  public static String of(RunRecord report, Path base) {
    return new MarkdownReport(report, base).table();
  }

  private String table() {
    row("page", "source", "steps", "verdicts");
    text.append("|---|---|---:|---|\n");
    boolean oneFolder = report.documents().stream().map(this::folder).distinct().count() < 2;
    String folder = "";
    for (DocumentRecord derivation : report.documents()) {
      if (!oneFolder && !folder(derivation).equals(folder)) {
        folder = folder(derivation);
        row("**" + MarkdownText.escaped(folder) + "**", "", "", "");
      }
      derivation(derivation);
    }
    report.unopened().forEach(u -> row(MarkdownText.escaped(u.file()), "", "", "not opened"));
    report.defects().forEach(d -> row(MarkdownText.escaped(d.place()), "", "", "internal error"));
    total();
    return text.toString();
  }

  private void derivation(DocumentRecord report) {
    String name = report.file();
    String title = report.title();
    String shown = title.isBlank() ? Path.of(name).getFileName().toString() : title;
    Tally tally = Tally.of(report);
    row(
        MarkdownText.link(shown, relative(Path.of(name))),
        String.join("; ", report.sources().stream().map(MarkdownText::cited).toList()),
        Integer.toString(tally.steps()),
        verdicts(tally, report.passed()));
  }

  private void total() {
    List<DocumentRecord> all = report.documents();
    if (all.size() > 1) {
      Tally tally = Tally.of(all);
      row(
          all.size() + " pages",
          "",
          Integer.toString(tally.steps()),
          verdicts(tally, report.passed()));
    }
  }

  private static String verdicts(Tally tally, boolean passed) {
    String separator = tally.steps() == 0 || passed ? "" : ": ";
    return (passed ? "" : "**failed**") + separator + tally.verdicts();
  }

  /** The name of the folder of a document; a point for the one of the page itself. */
  private String folder(DocumentRecord report) {
    Path parent = relative(Path.of(report.file())).getParent();
    return parent == null ? "." : parent.getFileName().toString();
  }

  private Path relative(Path file) {
    return base.relativize(file.toAbsolutePath().normalize());
  }

  /** The path with the slashes of every system. */
  static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private void row(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
