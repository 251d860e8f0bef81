package dev.hence.report.latex;

import dev.hence.report.trace.Answer;
import dev.hence.report.trace.LineSteering;
import java.util.List;
import java.util.Optional;

/** An argument line by line, the reason for each behind it. */
final class Lines {
  /** Lines that are wider leave no room for the reason beside them. */
  private static final double ROOM = 0.6 * Display.LINE;

  private static final String END = "\n\\end{equation*}";

  private Lines() {}

  static String tex(Answer answer) {
    List<Answer.Line> lines = answer.lines();
    StringBuilder math = new StringBuilder("\\begin{aligned}\n").append(lines.getFirst().math());
    boolean beside = lines.stream().allMatch(l -> width(l) < ROOM);
    for (Answer.Line line : lines.subList(1, lines.size())) {
      math.append(" &= ")
          .append(line.math())
          .append(beside ? " && " : " \\qquad ")
          .append(line.reason().isEmpty() ? "" : "\\text{" + words(line.reason()) + "}")
          .append(" \\\\\n");
    }
    math.append("\\end{aligned}");
    String label = "\\label{" + LineSteering.label(answer) + "}";
    return Display.tex(math.toString(), Optional.empty())
        .map(tex -> tex.replace(END, label + END))
        .orElseGet(() -> LatexTrace.verbatim(math.toString()));
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
