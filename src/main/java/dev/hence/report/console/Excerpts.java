package dev.hence.report.console;

import dev.hence.report.console.Paint.Colour;
import dev.hence.report.record.Excerpt;
import dev.hence.report.record.ProblemRecord;
import dev.hence.report.record.Visible;

/** A problem with its place, the line of the source, and what would help. */
final class Excerpts {
  private final int width;
  private final Paint paint;

  Excerpts(int width, Paint paint) {
    this.width = width;
    this.paint = paint;
  }

  String of(ProblemRecord problem, String file) {
    String number = Integer.toString(problem.place().line());
    String margin = " ".repeat(number.length());
    Window window = window(problem.excerpt(), width - number.length() - 7);
    StringBuilder text = new StringBuilder();
    text.append(paint.paint(Colour.OPEN, problem.id()))
        .append(" %s: ".formatted(Visible.of(problem.place().in(file))))
        .append(Visible.of(problem.message()))
        .append('\n');
    if (!window.line.isBlank()) {
      text.append(bar("    " + number)).append(window.line).append('\n');
      text.append(bar("    " + margin))
          .append(" ".repeat(window.before))
          .append(paint.paint(Colour.OPEN, "^".repeat(window.marked)))
          .append('\n');
    }
    if (!problem.help().isEmpty()) {
      text.append("    help: ").append(Visible.of(problem.help())).append('\n');
    }
    return text.toString();
  }

  private String bar(String margin) {
    return paint.paint(Colour.QUIET, margin + " | ");
  }

  /**
   * The part of a line that is shown.
   *
   * @param before columns before the marked ones
   */
  private record Window(String line, int before, int marked) {}

  private static Window window(Excerpt excerpt, int width) {
    String before = excerpt.before();
    int from = excerpt.line().length() <= width ? 0 : Math.max(0, before.length() - width / 2);
    if (from > 0 && from < before.length() && Character.isLowSurrogate(before.charAt(from))) {
      from--;
    }
    String lead = (from > 0 ? "…" : "") + Visible.of(before.substring(from));
    String rest = Visible.of(excerpt.marked() + excerpt.after());
    String line = TextWidth.cut(lead + rest, width);
    int column = TextWidth.of(lead);
    int marked = TextWidth.of(Visible.of(excerpt.marked()));
    return new Window(line, column, Math.max(1, Math.min(marked, TextWidth.of(line) - column)));
  }
}
