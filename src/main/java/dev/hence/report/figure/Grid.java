package dev.hence.report.figure;

import dev.hence.report.trace.Figure.HeatMap;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Matrices of numbers as cells, the larger the darker, each with its number: a grey print shows the
 * same. The matrices of a figure share one scale.
 */
final class Grid {
  private static final double CELL_HEIGHT = 20;
  private static final double TITLE = 16;
  private static final double BELOW = 8;
  private static final double GAP = 6;
  private static final double WIDEST_CELL = 46;

  /** Light letters stand on what is darker than this: the contrast is then at least 4.5. */
  private static final double DARK = 0.8;

  private static final Color LEAST = new Color(0xf1f5f9);
  private static final Color MOST = new Color(0x1f5a8c);

  private final List<HeatMap> maps;
  private final Font font;
  private final double least;
  private final double most;

  Grid(List<HeatMap> maps, Font font) {
    this.maps = maps;
    this.font = font;
    var numbers =
        maps.stream()
            .flatMap(m -> m.values().stream())
            .flatMap(List::stream)
            .filter(Double::isFinite)
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    least = numbers.getMin();
    most = numbers.getMax();
  }

  double height() {
    return maps.stream().mapToInt(m -> m.labels().size()).max().stream()
        .mapToDouble(n -> TITLE + CELL_HEIGHT * (n + 1) + BELOW)
        .findFirst()
        .orElse(0);
  }

  /** Draws the matrices side by side below a line. */
  void draw(Graphics2D graphics, double top, double width) {
    double each = width / maps.size();
    for (int k = 0; k < maps.size(); k++) {
      draw(graphics, maps.get(k), each * k + GAP, top, each - 2 * GAP);
    }
  }

  private void draw(Graphics2D graphics, HeatMap map, double left, double top, double width) {
    List<Label> labels = map.labels().stream().map(l -> new Label(l, font)).toList();
    double margin = labels.stream().mapToDouble(Label::width).max().orElse(0) + GAP;
    double cell = Math.min(WIDEST_CELL, (width - margin) / labels.size());
    graphics.setColor(Color.BLACK);
    new Label(map.title(), font).draw(graphics, left + margin, top + TITLE - GAP);
    for (int k = 0; k < labels.size(); k++) {
      Label label = labels.get(k);
      double across = left + margin + cell * k + (cell - label.width()) / 2;
      double down = top + TITLE + CELL_HEIGHT * (k + 1);
      graphics.setColor(Color.BLACK);
      label.draw(graphics, across, top + TITLE + CELL_HEIGHT - GAP);
      label.draw(graphics, left, down + CELL_HEIGHT - GAP);
      for (int j = 0; j < labels.size(); j++) {
        cell(graphics, map.values().get(k).get(j), left + margin + cell * j, down, cell);
      }
    }
  }

  private void cell(Graphics2D graphics, double value, double x, double y, double width) {
    double share = most > least ? (value - least) / (most - least) : 0;
    Rectangle2D cell = new Rectangle2D.Double(x, y, width, CELL_HEIGHT);
    graphics.setColor(Double.isFinite(value) ? colour(share) : Color.WHITE);
    graphics.fill(cell);
    graphics.setColor(Color.WHITE);
    graphics.setStroke(new BasicStroke(1f));
    graphics.draw(cell);
    Label number = new Label(Double.isFinite(value) ? HeatMap.text(value) : "–", font);
    graphics.setColor(share > DARK ? Color.WHITE : Color.BLACK);
    number.draw(graphics, x + (width - number.width()) / 2, y + CELL_HEIGHT - GAP);
  }

  private static Color colour(double share) {
    return new Color(
        mixed(LEAST.getRed(), MOST.getRed(), share),
        mixed(LEAST.getGreen(), MOST.getGreen(), share),
        mixed(LEAST.getBlue(), MOST.getBlue(), share));
  }

  private static int mixed(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
