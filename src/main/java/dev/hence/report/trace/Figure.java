package dev.hence.report.trace;

import java.util.List;

/**
 * A picture of a statement about times.
 *
 * @param file where the picture lies beside the page that shows it, without the ending of its name
 * @param panels from left to right
 */
public record Figure(String file, List<Panel> panels, List<Piece> caption) {
  public Figure {
    panels = List.copyOf(panels);
    caption = List.copyOf(caption);
  }

  /**
   * Curves over one time.
   *
   * @param time its name, in readable mathematics
   */
  public record Panel(String time, List<Curve> curves) {
    public Panel {
      curves = List.copyOf(curves);
    }
  }

  /**
   * A quantity that depends on the time.
   *
   * @param label in readable mathematics
   * @param values one for each time; NaN where there is none
   */
  public record Curve(String label, Role role, List<Double> times, List<Double> values) {
    public Curve {
      times = List.copyOf(times);
      values = List.copyOf(values);
    }
  }

  /** What a curve is. */
  public enum Role {
    LEFT_SIDE,
    RIGHT_SIDE,
    /** One of the terms of a sum. */
    TERM,
    /** The sum of all terms. */
    TOTAL,
    /** The left side − the right side. */
    DIFFERENCE
  }
}
