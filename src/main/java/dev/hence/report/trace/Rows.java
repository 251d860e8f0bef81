package dev.hence.report.trace;

import dev.hence.report.trace.Passage.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The lines of a passage as the rows of a layout. */
public final class Rows {
  /** Where the reason for a line stands. */
  public enum Reasons {
    BESIDE,
    BELOW,
    NOWHERE
  }

  private final Reasons reasons;
  private final boolean apart;
  private final UnaryOperator<String> words;

  /**
   * @param apart whether the first line stands on a row of its own
   * @param words how a reason is written within {@code \text}
   */
  public Rows(Reasons reasons, boolean apart, UnaryOperator<String> words) {
    this.reasons = reasons;
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
      String before = rows.isEmpty() ? first + " " : "";
      rows.add(before + "& " + line.relation() + " " + line.math() + beside(line));
      if (reasons == Reasons.BELOW && !line.reason().isEmpty()) {
        rows.add("& \\qquad " + text(line));
      }
    }
    return "\\begin{aligned}\n" + String.join(" \\\\\n", rows) + "\n\\end{aligned}";
  }

  private String beside(Line line) {
    return reasons == Reasons.BESIDE && !line.reason().isEmpty() ? " && " + text(line) : "";
  }

  private String text(Line line) {
    return "\\text{" + words.apply(line.reason()) + "}";
  }
}
