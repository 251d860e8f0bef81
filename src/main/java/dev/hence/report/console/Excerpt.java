package dev.hence.report.console;

import dev.hence.problem.Problem;
import dev.hence.report.console.Paint.Colour;
import dev.hence.text.Position;
import dev.hence.text.SourceText;

/** A problem with its place, the line of the source, and what would help. */
final class Excerpt {
  private final int width;
  private final Paint paint;

  Excerpt(int width, Paint paint) {
    this.width = width;
    this.paint = paint;
  }

  String of(Problem problem, SourceText source) {
    Position position = source.position(problem.span().start());
    String number = Integer.toString(position.line());
    String margin = " ".repeat(number.length());
    Window window = window(problem, source, position, width - number.length() - 7);
    StringBuilder text = new StringBuilder();
    text.append(paint.paint(Colour.OPEN, problem.id().code()))
        .append(" %s: ".formatted(Visible.of(source.place(problem.span().start()))))
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

  private static Window window(Problem problem, SourceText source, Position position, int width) {
    String content = source.content();
    int start = Math.min(problem.span().start(), content.length());
    int lineStart = content.offsetByCodePoints(start, 1 - position.column());
    int lineEnd = lineStart;
    while (lineEnd < content.length() && "\r\n".indexOf(content.charAt(lineEnd)) < 0) {
      lineEnd++;
    }
    int end = Math.max(start, Math.min(problem.span().end(), lineEnd));
    int from = lineEnd - lineStart <= width ? lineStart : Math.max(lineStart, start - width / 2);
    if (from > lineStart && Character.isLowSurrogate(content.charAt(from))) {
      from--;
    }
    String lead = from > lineStart ? "…" : "";
    String before = lead + Visible.of(content.substring(from, start));
    String line = TextWidth.cut(before + Visible.of(content.substring(start, lineEnd)), width);
    int column = TextWidth.of(before);
    int marked = TextWidth.of(Visible.of(content.substring(start, end)));
    return new Window(line, column, Math.max(1, Math.min(marked, TextWidth.of(line) - column)));
  }
}
