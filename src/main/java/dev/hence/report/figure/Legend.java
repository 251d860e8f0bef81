package dev.hence.report.figure;

import dev.hence.report.trace.Figure.Curve;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The names of the curves of a panel, each beside a piece of its line, above the axes. */
final class Legend {
  private static final double SAMPLE = 20;
  private static final double GAP = 5;
  private static final double BETWEEN = 14;
  private static final double ROW = 14;

  /** How far above the base line of its name a piece of a line is. */
  private static final double MIDDLE = 3;

  private record Entry(Label label, Look look) {
    double width() {
      return SAMPLE + GAP + label.width();
    }
  }

  private final List<List<Entry>> rows = new ArrayList<>();

  Legend(List<Curve> curves, Font font, double width) {
    double used = width;
    for (Entry entry : entries(curves, font)) {
      if (used + BETWEEN + entry.width() > width) {
        rows.add(new ArrayList<>());
        used = -BETWEEN;
      }
      rows.getLast().add(entry);
      used += BETWEEN + entry.width();
    }
  }

  /** The left side is named first, though it is drawn last. */
  private static List<Entry> entries(List<Curve> curves, Font font) {
    return IntStream.range(0, curves.size())
        .boxed()
        .sorted(Comparator.comparing(k -> curves.get(k).role()))
        .map(k -> new Entry(new Label(curves.get(k).label(), font), Look.of(curves.get(k), k)))
        .toList();
  }

  int rows() {
    return rows.size();
  }

  static double height(int rows) {
    return ROW * rows;
  }

  /** Draws it with its lower left corner at a point. */
  void draw(Graphics2D graphics, double x, double y) {
    for (int r = 0; r < rows.size(); r++) {
      double base = y - height(rows.size() - 1 - r) - MIDDLE;
      double at = x;
      for (Entry entry : rows.get(r)) {
        graphics.setColor(entry.look().colour());
        graphics.setStroke(entry.look().stroke());
        graphics.draw(new Line2D.Double(at, base - MIDDLE, at + SAMPLE, base - MIDDLE));
        graphics.setColor(Color.BLACK);
        entry.label().draw(graphics, at + SAMPLE + GAP, base);
        at += entry.width() + BETWEEN;
      }
    }
  }
}
