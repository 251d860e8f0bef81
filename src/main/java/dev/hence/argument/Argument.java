package dev.hence.argument;

import dev.hence.expr.Relation;
import java.util.List;
import java.util.Optional;

/**
 * The lines that lead from one side of a step to the other.
 *
 * @param lines from the left side to the right side; of an inequality, from the side that is not 0
 * @param along why a line about trajectories holds, where there is one
 * @param solved why a closed form holds, where it is told
 * @param rules the rules of the proof in one sentence
 */
public record Argument(
    List<Line> lines, Optional<AlongTime> along, Optional<Solved> solved, String rules) {
  public Argument {
    lines = List.copyOf(lines);
  }

  /**
   * The two parts of the fundamental theorem of calculus, for two formulas that speak of a
   * trajectory and of the time T at which it ends.
   *
   * @param start from the one formula at T = 0 to the other; one line if they are the same
   * @param slopes from the derivative of the one formula in T to that of the other, at the state
   *     that is the one at T
   */
  public record AlongTime(List<Line> start, List<Line> slopes) {
    public AlongTime {
      start = List.copyOf(start);
      slopes = List.copyOf(slopes);
    }
  }

  /**
   * Two solutions of one differential equation that begin alike.
   *
   * @param start from the one formula at T = 0 to the other; one line if they are the same
   * @param moving from the derivative of the one, at the state that is the one at T
   * @param form from the derivative of the other in T
   */
  public record Solved(List<Line> start, List<Line> moving, List<Line> form) {
    public Solved {
      start = List.copyOf(start);
      moving = List.copyOf(moving);
      form = List.copyOf(form);
    }
  }

  /** Whether one idea leads from the one side to the other, and it is known which. */
  public boolean isOneIdea() {
    String reason = lines.getLast().reason();
    return lines.size() == 2
        && along.isEmpty()
        && solved.isEmpty()
        && !reason.equals(rules)
        && !reason.equals(Meeting.REARRANGING);
  }

  private boolean isEquation() {
    return lines.stream().allMatch(line -> line.relation() == Relation.EQUAL);
  }

  /** Whether there is more to show than the two sides. */
  public boolean isTold() {
    return lines.size() > 2 || along.isPresent() || solved.isPresent() || !isEquation();
  }
}
