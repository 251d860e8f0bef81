package dev.hence.measure;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/**
 * A figure of medians over widths, both on a scale of powers of two, with bars from quartile to
 * quartile.
 */
final class Chart {
  /**
   * What is drawn in one colour.
   *
   * @param values for each width one number for each network
   */
  record Series(String name, String colour, List<List<Double>> values) {}

  private static final int WIDTH = 560;
  private static final int HEIGHT = 340;
  private static final int LEFT = 70;
  private static final int RIGHT = 90;
  private static final int TOP = 20;
  private static final int BOTTOM = 50;

  /** The exponents of two at the ends of the scale upwards. */
  private static final int LEAST = -10;

  private static final int MOST = 2;

  private final List<Integer> widths;
  private final Formatter svg = new Formatter(Locale.ROOT);

  private Chart(List<Integer> widths) {
    this.widths = widths;
  }

  static String of(List<Integer> widths, List<Series> series) {
    Chart chart = new Chart(widths);
    chart.axes();
    series.forEach(chart::draw);
    return chart.svg + "</svg>\n";
  }

  private void axes() {
    svg.format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"13\">\n",
        WIDTH, HEIGHT, WIDTH, HEIGHT);
    svg.format("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>\n", WIDTH, HEIGHT);
    for (int power = LEAST; power <= MOST; power++) {
      double y = y(StrictMath.pow(2, power));
      svg.format(
          "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#ddd\"/>\n",
          LEFT, y, WIDTH - RIGHT, y);
      String label = power < 0 ? "1/" + (1 << -power) : String.valueOf(1 << power);
      svg.format(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n", LEFT - 8, y + 4, label);
    }
    for (int k = 0; k < widths.size(); k++) {
      svg.format(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>\n",
          x(k), HEIGHT - BOTTOM + 20, widths.get(k));
    }
    svg.format(
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">width of the network</text>\n",
        (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10);
    svg.format(
        "<text transform=\"translate(18 %.1f) rotate(-90)\" text-anchor=\"middle\">spread over"
            + " x</text>\n",
        (TOP + HEIGHT - BOTTOM) / 2.0);
  }

  private void draw(Series series) {
    StringBuilder points = new StringBuilder();
    for (int k = 0; k < widths.size(); k++) {
      List<Double> values = series.values().get(k);
      svg.format(
          "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>\n",
          x(k),
          y(Spread.quantile(values, 0.25)),
          x(k),
          y(Spread.quantile(values, 0.75)),
          series.colour());
      double y = y(Spread.median(values));
      svg.format(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>\n", x(k), y, series.colour());
      points.append(String.format(Locale.ROOT, " %.1f,%.1f", x(k), y));
    }
    svg.format(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n",
        points.substring(1), series.colour());
    int last = widths.size() - 1;
    svg.format(
        "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>\n",
        x(last) + 12,
        y(Spread.median(series.values().get(last))) + 4,
        series.colour(),
        series.name());
  }

  private double x(int k) {
    return LEFT + (WIDTH - LEFT - RIGHT) * (k + 0.5) / widths.size();
  }

  /** The height of a spread; what is off the scale stands at its end. */
  private double y(double spread) {
    double power = StrictMath.log(spread) / StrictMath.log(2);
    double part = (Math.clamp(power, LEAST, MOST) - LEAST) / (MOST - LEAST);
    return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM);
  }
}
