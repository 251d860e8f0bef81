package dev.hence.report.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture of what a statement says.
 *
 * @param file where the picture lies beside the page that shows it, without the ending of its name
 * @param panels from left to right
 * @param maps below them, from left to right
 */
public record Figure(String file, List<Panel> panels, List<HeatMap> maps, List<Piece> caption) {
  public Figure {
    panels = List.copyOf(panels);
    maps = List.copyOf(maps);
    caption = List.copyOf(caption);
  }

  /** A figure of curves alone. */
  public Figure(String file, List<Panel> panels, List<Piece> caption) {
    this(file, panels, List.of(), caption);
  }

  /** What it shows, in words, for those who do not see it. */
  public String alternative(String step) {
    List<String> words = new ArrayList<>();
    if (panels.stream().anyMatch(Panel::logarithmic)) {
      words.add("Error of step " + step + " against " + panels.getFirst().time());
    } else if (!panels.isEmpty()) {
      words.add("Both sides of step " + step + " over time");
    }
    maps.forEach(map -> words.add(map.alternative()));
    return String.join(". ", words);
  }

  /**
   * Curves over one time, or over another number.
   *
   * @param time its name, in readable mathematics
   * @param logarithmic whether both axes are
   */
  public record Panel(String time, boolean logarithmic, List<Curve> curves) {
    public Panel {
      curves = List.copyOf(curves);
    }

    /** Curves over a time. */
    public Panel(String time, List<Curve> curves) {
      this(time, false, curves);
    }
  }

  /**
   * A square matrix of numbers.
   *
   * @param title in readable mathematics
   * @param labels of the rows, and of the columns
   * @param values row by row; NaN where there is none
   */
  public record HeatMap(String title, List<String> labels, List<List<Double>> values) {
    private static final MathContext DIGITS = new MathContext(3);

    public HeatMap {
      labels = List.copyOf(labels);
      values = values.stream().map(List::copyOf).toList();
    }

    /** A number of it as it is shown, to three digits. */
    public static String text(double value) {
      BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS);
      int order = rounded.precision() - rounded.scale() - 1;
      boolean plain = rounded.signum() == 0 || (order >= -3 && order < 5);
      String text = plain ? rounded.toPlainString() : rounded.toString().replace("E+", "E");
      return text.replace('-', '−');
    }

    private String alternative() {
      List<String> rows = new ArrayList<>();
      for (int k = 0; k < labels.size(); k++) {
        String numbers =
            String.join(
                ", ",
                values.get(k).stream().map(v -> Double.isFinite(v) ? text(v) : "none").toList());
        rows.add(labels.get(k) + ": " + numbers);
      }
      return title + ", " + String.join("; ", rows);
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
