package dev.hence.report.latex;

import dev.hence.report.trace.Answer;
import dev.hence.report.trace.Labels;
import java.util.List;
import java.util.Optional;

/** An argument line by line, the reason for each behind it. */
final class Lines {
  /** Between the columns, with the relation sign. */
  private static final double GAPS = 70;

  /** Of a letter in words, on average, in points. */
  private static final double LETTER = 5;

  /** A left side that is wider stands on a row of its own. */
  private static final double WIDE = 0.4 * Display.LINE;

  private static final String ROW = " \\\\\n";

  private static final String END = "\n\\end{equation*}";

  private Lines() {}

  static String tex(Answer answer) {
    List<Answer.Line> lines = answer.lines();
    boolean beside = width(lines) < Display.LINE;
    boolean wide = isWide(lines);
    StringBuilder math = new StringBuilder("\\begin{aligned}\n");
    math.append(wide ? "& " : "").append(lines.getFirst().math()).append(wide ? ROW : "");
    for (Answer.Line line : lines.subList(1, lines.size())) {
      math.append(wide ? "& = " : " &= ").append(line.math());
      if (!line.reason().isEmpty()) {
        String reason = "\\text{" + words(line.reason()) + "}";
        math.append(beside ? " && " : ROW + "& \\qquad ").append(reason);
      }
      math.append(ROW);
      wide = true;
    }
    math.append("\\end{aligned}");
    String label = "\\label{" + Labels.lines(answer.report().statement().id()) + "}";
    return Display.tex(math.toString(), Optional.empty())
        .map(tex -> tex.replace(END, label + END))
        .orElseGet(() -> LatexTrace.verbatim(math.toString()));
  }

  /** Whether the left side leaves no room for what is aligned behind it. */
  private static boolean isWide(List<Answer.Line> lines) {
    double left = width(lines.getFirst());
    return left > WIDE || left + widest(lines) + GAPS > Display.LINE;
  }

  /** With the reasons beside the lines. */
  private static double width(List<Answer.Line> lines) {
    int longest = lines.stream().mapToInt(l -> l.reason().length()).max().orElse(0);
    return width(lines.getFirst()) + widest(lines) + longest * LETTER + GAPS;
  }

  /** Of what stands behind the relation signs. */
  private static double widest(List<Answer.Line> lines) {
    return lines.subList(1, lines.size()).stream().mapToDouble(Lines::width).max().orElse(0);
  }

  private static double width(Answer.Line line) {
    try {
      return MathParser.width(MathParser.items(line.math()));
    } catch (Unprintable e) {
      return Double.MAX_VALUE;
    }
  }

  /** Words, and names between dollar signs: no other mathematics may begin in a reason. */
  private static String words(String reason) {
    StringBuilder words = new StringBuilder();
    String[] parts = reason.split("\\$", -1);
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
