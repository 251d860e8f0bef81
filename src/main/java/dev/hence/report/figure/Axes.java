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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The axes of a panel with its curves. */
final class Axes {
  private static final Color GRID = new Color(0xe3e3e3);

  /** What is behind the curves would hide the axes, which are drawn before. */
  private static final Color NONE = new Color(0, 0, 0, 0);

  private static final Color AXIS = new Color(0x555555);

  /** At most so many digits tell neighbouring ticks apart. */
  private static final MathContext DIGITS = new MathContext(6);

  private static final MathContext FEW_DIGITS = new MathContext(2);

  private static final int MOST_TICKS = 5;

  /** Ticks are computed, and rounded. */
  private static final double WHOLE = 1e-9;

  /** Numbers of smaller and of larger orders of magnitude are written with a power of ten. */
  private static final int LEAST_ORDER = 4;

  private static final int LARGEST_ORDER = 6;

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Axes() {}

  static XYChart of(Panel panel, Font font, int width, int height) {
    XYChart chart = new XYChartBuilder().width(width).height(height).build();
    style(chart.getStyler(), font);
    if (panel.logarithmic()) {
      return logarithmic(chart, panel);
    }
    chart.getStyler().setXAxisMin(0.0);
    panel.curves().stream()
        .flatMap(curve -> curve.times().stream())
        .max(Double::compare)
        .ifPresent(chart.getStyler()::setXAxisMax);
    for (int k = 0; k < panel.curves().size(); k++) {
      add(chart, Poles.broken(panel.curves().get(k)), k);
    }
    return chart;
  }

  private static void add(XYChart chart, Curve curve, int k) {
    int[] seen = seen(curve.values());
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

  /** The places from the first value to the last; where there is none between, the curve breaks. */
  private static int[] seen(List<Double> values) {
    int[] finite =
        IntStream.range(0, values.size()).filter(i -> Double.isFinite(values.get(i))).toArray();
    return finite.length == 0
        ? finite
        : IntStream.rangeClosed(finite[0], finite[finite.length - 1]).toArray();
  }

  private static double[] at(List<Double> numbers, int[] places) {
    return IntStream.of(places).mapToDouble(numbers::get).toArray();
  }

  /** Draws logarithms, and names the numbers that they belong to. */
  private static XYChart logarithmic(XYChart chart, Panel panel) {
    chart.getStyler().setxAxisTickLabelsFormattingFunction(Axes::power);
    chart.getStyler().setyAxisTickLabelsFormattingFunction(Axes::power);
    for (int k = 0; k < panel.curves().size(); k++) {
      Curve curve = panel.curves().get(k);
      List<Double> times = curve.times().stream().map(Math::log10).toList();
      List<Double> values = curve.values().stream().map(Math::log10).toList();
      add(chart, new Curve(curve.label(), curve.role(), times, values), k);
    }
    return chart;
  }

  /** {@code 10⁻²} of −2, and {@code 0.32} of −0.5: no two ticks may have one name. */
  static String power(double exponent) {
    long whole = Math.round(exponent);
    boolean isWhole = Math.abs(exponent - whole) < WHOLE;
    return isWhole
        ? "10" + raised((int) whole)
        : tick(new BigDecimal(Math.pow(10, exponent), FEW_DIGITS).doubleValue());
  }

  private static void style(XYStyler styler, Font font) {
    styler.setLocale(Locale.ROOT);
    styler.setTimezone(TimeZone.getTimeZone("UTC"));
    styler.setLegendVisible(false);
    styler.setChartTitleVisible(false);
    styler.setAxisTitlesVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(NONE);
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

  /** {@code −0.25}, {@code 2·10⁻⁷}. */
  static String tick(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    int order = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    boolean plain = order >= -LEAST_ORDER && order < LARGEST_ORDER;
    String text =
        plain
            ? rounded.toPlainString()
            : rounded.scaleByPowerOfTen(-order).toPlainString() + "·10" + raised(order);
    return text.replace('-', '−');
  }

  private static String raised(int order) {
    return Integer.toString(order)
        .chars()
        .mapToObj(c -> c == '-' ? "⁻" : RAISED.substring(c - '0', c - '0' + 1))
        .collect(Collectors.joining());
  }
}
