package dev.hence.report.figure;

import dev.hence.report.trace.Figure.Curve;
import dev.hence.report.trace.Figure.Panel;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The axes of a panel with its curves. */
final class Axes {
  private static final Color GRID = new Color(0xe3e3e3);
  private static final Color AXIS = new Color(0x555555);

  /** At most so many digits tell neighbouring ticks apart. */
  private static final MathContext DIGITS = new MathContext(6);

  private static final int MOST_TICKS = 5;

  private Axes() {}

  static XYChart of(Panel panel, Font font, int width, int height) {
    XYChart chart = new XYChartBuilder().width(width).height(height).build();
    style(chart.getStyler(), font);
    for (int k = 0; k < panel.curves().size(); k++) {
      add(chart, panel.curves().get(k), k);
    }
    return chart;
  }

  private static void add(XYChart chart, Curve curve, int k) {
    int[] seen =
        IntStream.range(0, curve.values().size())
            .filter(i -> Double.isFinite(curve.values().get(i)))
            .toArray();
    if (seen.length == 0) {
      return;
    }
    Look look = Look.of(curve, k);
    XYSeries series =
        chart.addSeries(Integer.toString(k), at(curve.times(), seen), at(curve.values(), seen));
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(look.colour());
    series.setLineStyle(look.stroke());
    series.setLineWidth(look.stroke().getLineWidth());
  }

  private static double[] at(List<Double> numbers, int[] places) {
    return IntStream.of(places).mapToDouble(numbers::get).toArray();
  }

  private static void style(XYStyler styler, Font font) {
    styler.setLocale(Locale.ROOT);
    styler.setTimezone(TimeZone.getTimeZone("UTC"));
    styler.setLegendVisible(false);
    styler.setChartTitleVisible(false);
    styler.setAxisTitlesVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(0.5f));
    styler.setPlotMargin(0);
    styler.setPlotContentSize(0.97);
    styler.setChartPadding(4);
    styler.setAxisTickLabelsFont(font);
    styler.setAxisTickLabelsColor(Color.BLACK);
    styler.setAxisTickMarksColor(AXIS);
    styler.setAxisTickMarksStroke(new BasicStroke(0.6f));
    styler.setAxisTickMarkLength(3);
    styler.setAxisTickPadding(3);
    styler.setXAxisMaxLabelCount(MOST_TICKS);
    styler.setxAxisTickLabelsFormattingFunction(Axes::tick);
    styler.setyAxisTickLabelsFormattingFunction(Axes::tick);
  }

  /** {@code −0.25}, {@code 2e−7}. */
  static String tick(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    boolean plain = rounded.signum() == 0 || Math.abs(rounded.precision() - rounded.scale()) < 6;
    String text = plain ? rounded.toPlainString() : rounded.toString().replace("E", "e");
    return text.replace('-', '−').replace("+", "");
  }
}
