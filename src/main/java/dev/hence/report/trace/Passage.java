package dev.hence.report.trace;

import java.util.List;

/**
 * A piece of an argument: words, and the lines that they lead to.
 *
 * @param words in front of the lines, with formulas between dollar signs
 * @param lines from one formula to another, at least two; none where the words say it all
 */
public record Passage(String words, List<Line> lines) {
  public Passage {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param relation to the line before, as a sign in LaTeX; empty for the first
   * @param math in LaTeX that Hence reads
   * @param reason why the relation holds, with formulas between dollar signs; empty for the first
   */
  public record Line(String relation, String math, String reason) {
    public static Line first(String math) {
      return new Line("", math, "");
    }

    public static Line equal(String math, String reason) {
      return new Line("=", math, reason);
    }
  }
}
