package dev.hence.argument;

import java.util.List;

/**
 * How one side of a step leads to the other.
 *
 * @param lines from the left side to the right side
 * @param asides what a line about trajectories rests on: both sides at the start, and their
 *     derivatives
 * @param rules the rules of the proof in one sentence
 */
public record Argument(List<Line> lines, List<Aside> asides, String rules) {
  public Argument {
    lines = List.copyOf(lines);
    asides = List.copyOf(asides);
  }

  /**
   * A small argument of its own.
   *
   * @param title what it is about, in words
   * @param lines from one expression to an equal one; one line where there is nothing to do
   */
  public record Aside(String title, List<Line> lines) {
    public Aside {
      lines = List.copyOf(lines);
    }
  }

  /** Whether there is more to show than the two sides. */
  public boolean isTold() {
    return lines.size() > 2 || !asides.isEmpty();
  }
}
