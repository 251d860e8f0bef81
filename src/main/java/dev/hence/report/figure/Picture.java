package dev.hence.report.figure;

import dev.hence.report.trace.Figure;
import dev.hence.report.trace.Figure.Panel;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A figure drawn, in points: shapes in the order in which they lie upon each other. */
public final class Picture {
  /** As wide as the lines of a trace: 455 points of TeX, of which 72.27 are an inch, and not 72. */
  private static final int LINE = 453;

  /** A panel that stands alone. */
  private static final int ALONE = 300;

  private static final int AXES = 150;
  private static final int TIME = 12;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(8.5f);
  private static final Font SMALL = FONT.deriveFont(8f);

  private final double width;
  private final double height;
  private final List<Ink> ink;

  private Picture(double width, double height, List<Ink> ink) {
    this.width = width;
    this.height = height;
    this.ink = ink;
  }

  public static Picture of(Figure figure) {
    int count = figure.panels().size();
    int width = count < 2 ? ALONE : LINE / count;
    List<Legend> legends =
        figure.panels().stream().map(p -> new Legend(p.curves(), FONT, width - 10)).toList();
    int rows = legends.stream().mapToInt(Legend::rows).max().orElse(0);
    double top = Legend.height(rows);
    double curves = count == 0 ? 0 : top + AXES + TIME;
    Grid grid = new Grid(figure.maps(), SMALL);
    double height = curves + grid.height();
    double whole = figure.maps().isEmpty() ? width * count : LINE;
    Canvas canvas = new Canvas();
    canvas.setColor(Color.WHITE);
    canvas.fill(new Rectangle2D.Double(0, 0, whole, height));
    for (int k = 0; k < count; k++) {
      panel(canvas, figure.panels().get(k), width * k, top, width);
      legends.get(k).draw(canvas, width * k + 6, top);
    }
    if (!figure.maps().isEmpty()) {
      grid.draw(canvas, curves, whole);
    }
    return new Picture(whole, height, canvas.ink());
  }

  private static void panel(Canvas canvas, Panel panel, double left, double top, int width) {
    AffineTransform page = canvas.getTransform();
    canvas.translate(left, top);
    Axes.of(panel, SMALL, width, AXES).paint(canvas, width, AXES);
    canvas.setTransform(page);
    canvas.setColor(Color.BLACK);
    Label time = new Label(panel.time(), FONT);
    time.draw(canvas, left + width - 6 - time.width(), top + AXES + TIME - 4);
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  List<Ink> ink() {
    return ink;
  }

  /** The picture as a PDF of one page. */
  public byte[] pdf() {
    return Pdf.of(this);
  }

  /** The picture as SVG. */
  public String svg() {
    return Svg.of(this);
  }
}
