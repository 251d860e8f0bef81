package dev.hence.report.trace;

import dev.hence.report.trace.Passage.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The lines of a passage as the rows of a layout. */
public final class Rows {
  /** Where the reason for a line stands. */
  public enum Reason {
    /** In a column of its own. */
    BESIDE,
    /** Right behind the line. */
    BEHIND,
    /** On the next row. */
    BELOW,
    NOWHERE
  }

  private final Function<Line, Reason> place;
  private final boolean apart;
  private final UnaryOperator<String> words;

  /**
   * @param place where the reason for a line stands
   * @param apart whether the first line stands on a row of its own
   * @param words how a reason is written within {@code \text}
   */
  public Rows(Function<Line, Reason> place, boolean apart, UnaryOperator<String> words) {
    this.place = place;
    this.apart = apart;
    this.words = words;
  }

  /** The rows in {@code aligned}, aligned at the relations. */
  public String of(List<Line> lines) {
    List<String> rows = new ArrayList<>();
    String first = lines.getFirst().math();
    if (apart) {
      rows.add("& " + first);
    }
    for (Line line : lines.subList(1, lines.size())) {
      String row = (rows.isEmpty() ? first + " " : "") + "& " + line.relation() + " " + line.math();
      rows.addAll(line.reason().isEmpty() ? List.of(row) : explained(row, line));
    }
    return "\\begin{aligned}\n" + String.join(" \\\\\n", rows) + "\n\\end{aligned}";
  }

  private List<String> explained(String row, Line line) {
    String text = "\\text{" + words.apply(line.reason()) + "}";
    return switch (place.apply(line)) {
      case BESIDE -> List.of(row + " && " + text);
      case BEHIND -> List.of(row + " \\qquad " + text);
      case BELOW -> List.of(row, "& \\qquad " + text);
      case NOWHERE -> List.of(row);
    };
  }
}
