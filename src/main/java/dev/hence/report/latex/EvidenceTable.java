package dev.hence.report.latex;

import dev.hence.report.trace.NumericRow;
import dev.hence.report.trace.Trace;
import java.util.List;
import java.util.Locale;

/** The numbers behind the verdicts, one row for each step that holds. */
final class EvidenceTable {
  private static final int ROWS_ON_A_PAGE = 40;

  private final List<NumericRow> rows;
  private final StringBuilder tex;

  EvidenceTable(Trace trace, StringBuilder tex) {
    this.rows = NumericRow.of(trace);
    this.tex = tex;
  }

  void write() {
    if (rows.isEmpty()) {
      return;
    }
    line("\\section*{Evidence}");
    line(
        "For each step that holds: the instances on which it was tried and those of them that"
            + " algebra settled; the random exact points, and how many of them were certified by"
            + " enclosures; the integrated trajectories with the tightest relative tolerance"
            + " (rtol); the largest residual, relative to the size of the terms.");
    for (int from = 0; from < rows.size(); from += ROWS_ON_A_PAGE) {
      table(rows.subList(from, Math.min(rows.size(), from + ROWS_ON_A_PAGE)));
    }
  }

  private void line(String text) {
    tex.append(text).append('\n');
  }

  private void table(List<NumericRow> part) {
    line("\\begin{center}\\small");
    line("\\begin{tabular}{llrrrrrrl}");
    line("\\toprule");
    line(
        "step & verdict & instances & algebra & points & certified & trajectories & rtol"
            + " & residual \\\\");
    line("\\midrule");
    part.forEach(this::row);
    line("\\bottomrule");
    line("\\end{tabular}");
    line("\\end{center}");
  }

  private void row(NumericRow row) {
    line(
        "%s & %s & %d & %s & %s & %s & %s & %s & %s \\\\"
            .formatted(
                ReadableMath.plain(row.id()),
                row.outcome().text(),
                row.instances(),
                count(row.algebra()),
                count(row.points()),
                count(row.certified()),
                count(row.trajectories()),
                row.rtol().isPresent() ? scientific(row.rtol().getAsDouble()) : "",
                measured(row.measured())));
  }

  private static String count(int number) {
    return number == 0 ? "" : Integer.toString(number);
  }

  private static String scientific(double value) {
    return power("%.0e".formatted(value));
  }

  private static String measured(String text) {
    return text.matches("\\d+e-?\\d+") ? power(text) : ReadableMath.sentence(text);
  }

  /** {@code 2e-16} as a product. */
  private static String power(String number) {
    String[] parts = number.toLowerCase(Locale.ROOT).split("e", 2);
    return "$" + parts[0] + "\\cdot " + "10^{" + Integer.parseInt(parts[1]) + "}$";
  }
}
