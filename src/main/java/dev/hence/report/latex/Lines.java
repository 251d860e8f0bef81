package dev.hence.report.latex;

import dev.hence.report.trace.Passage.Line;
import dev.hence.report.trace.Rows;
import dev.hence.report.trace.Rows.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An argument line by line, the reason for each behind it. */
final class Lines {
  /** Between the columns, with the relation sign. */
  private static final double GAPS = 70;

  /** Of a letter in words, on average, in points. */
  private static final double LETTER = 5;

  /** A left side that is wider stands on a row of its own. */
  private static final double WIDE = 0.4 * Display.LINE;

  private static final String END = "\n\\end{equation*}";

  private Lines() {}

  static String tex(List<Line> lines, String label) {
    String math = new Rows(place(lines), isWide(lines), Lines::small).of(lines);
    return Display.tex(math, Optional.empty())
        .map(tex -> tex.replace(END, "\\label{" + label + "}" + END))
        .orElseGet(() -> LatexTrace.verbatim(math));
  }

  /** In a column where there is room for it, else behind those lines that leave room. */
  private static Function<Line, Reason> place(List<Line> lines) {
    double left = isWide(lines) ? 0 : width(lines.getFirst());
    double widest = lines.stream().skip(1).mapToDouble(Lines::words).max().orElse(0);
    if (lines.size() > 2 && left + widest(lines) + widest + GAPS < Display.LINE) {
      return line -> Reason.BESIDE;
    }
    return line ->
        left + width(line) + words(line) + GAPS < Display.LINE ? Reason.BEHIND : Reason.BELOW;
  }

  /** Whether the left side leaves no room for what is aligned behind it. */
  private static boolean isWide(List<Line> lines) {
    double left = width(lines.getFirst());
    return left > WIDE || left + widest(lines) + GAPS > Display.LINE;
  }

  /** Of what stands behind the relation signs. */
  private static double widest(List<Line> lines) {
    return lines.subList(1, lines.size()).stream().mapToDouble(Lines::width).max().orElse(0);
  }

  private static double width(Line line) {
    try {
      return MathParser.width(MathParser.items(line.math()));
    } catch (Unprintable e) {
      return Double.MAX_VALUE;
    }
  }

  /** Of the reason for a line. */
  private static double words(Line line) {
    return line.reason().length() * LETTER;
  }

  /** A reason, whose formulas are no taller than its words. */
  private static String small(String reason) {
    return words(reason).replaceAll("\\$(?=[^$]*\\\\(?:int|sum|frac))(?=\\\\)", "\\$\\\\textstyle");
  }

  /** Words, and formulas between dollar signs: no other mathematics may begin in them. */
  static String words(String text) {
    StringBuilder words = new StringBuilder();
    String[] parts = text.split("\\$", -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      words.append(
          i % 2 == 0
              ? ReadableMath.plain(part)
              : Display.inline(part).orElseGet(() -> LatexTrace.verbatim(part)));
    }
    return words.toString();
  }
}
