package dev.hence.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How much β(x) and αⱼ(x) vary over the input, for networks of several widths: the table and the
 * figure of {@code derivations/kernel-machines/how-much-the-weights-vary.md}.
 */
class WeightsOverInputsTest {
  private static final Path FOLDER = Path.of("derivations", "kernel-machines");
  private static final Path PAGE = FOLDER.resolve("how-much-the-weights-vary.md");
  private static final Path FIGURE = FOLDER.resolve("how-much-the-weights-vary.svg");
  private static final boolean UPDATE = Boolean.getBoolean("hence.golden.update");

  private static final long SEED = 1;
  private static final List<Integer> WIDTHS = List.of(2, 4, 8, 16, 32, 64);
  private static final int NETWORKS = 15;
  private static final double END = 5;
  private static final double[] SAMPLES = {-1.5, -0.75, 0, 0.75, 1.5};
  private static final double[] TARGETS = {-1, 0.5, 0, 0.5, 1};
  private static final double[] INPUTS =
      IntStream.rangeClosed(-20, 20).mapToDouble(k -> k / 10.0).toArray();

  /** The spreads of a width, one number for each network. */
  private record Row(int width, List<Double> beta, List<Double> alpha) {
    String text() {
      return String.format(Locale.ROOT, "| %d | %s | %s |", width, cell(beta), cell(alpha));
    }

    private static String cell(List<Double> spreads) {
      return String.format(
          Locale.ROOT,
          "%.3f (%.3f to %.3f)",
          Spread.median(spreads),
          Spread.quantile(spreads, 0.25),
          Spread.quantile(spreads, 0.75));
    }
  }

  private static final List<Row> ROWS = WIDTHS.stream().map(WeightsOverInputsTest::row).toList();

  private static Row row(int width) {
    TwoLayerNetwork network = new TwoLayerNetwork(width);
    PathKernel kernel = new PathKernel(network, SAMPLES, TARGETS, INPUTS);
    Random random = new Random(SEED);
    List<Double> beta = new ArrayList<>();
    List<Double> alpha = new ArrayList<>();
    for (int k = 0; k < NETWORKS; k++) {
      double[] start = network.draw(random);
      beta.add(
          Spread.of(DoubleStream.of(INPUTS).map(x -> network.value(start, x)).boxed().toList()));
      double[][] weights = kernel.weights(start, END);
      alpha.add(
          Spread.median(
              Stream.of(weights)
                  .map(w -> Spread.of(DoubleStream.of(w).boxed().toList()))
                  .toList()));
    }
    return new Row(width, beta, alpha);
  }

  @Test
  void pageHoldsTheTable() throws IOException {
    List<String> table = new ArrayList<>(List.of("| width | β | α |", "|---:|---:|---:|"));
    ROWS.forEach(row -> table.add(row.text()));
    String page = Files.readString(PAGE);
    String current =
        page.replaceFirst(
            "(?s)\\| width \\|.*?\\n\\n", String.join("\n", table).replace("$", "\\$") + "\n\n");
    if (UPDATE) {
      Files.writeString(PAGE, current);
    }
    assertThat(UPDATE ? current : page).isEqualTo(current);
  }

  @Test
  void figureShowsTheTable() throws IOException {
    String drawn =
        Chart.of(
            WIDTHS,
            List.of(
                new Chart.Series("β(x)", "#b5532a", ROWS.stream().map(Row::beta).toList()),
                new Chart.Series("αⱼ(x)", "#2a6fb5", ROWS.stream().map(Row::alpha).toList())));
    if (UPDATE) {
      Files.writeString(FIGURE, drawn);
    }
    assertThat(drawn).isEqualTo(Files.readString(FIGURE));
  }

  @Test
  void gradientIsThatOfTheValue() {
    TwoLayerNetwork network = new TwoLayerNetwork(3);
    double[] theta = network.draw(new Random(7));
    double[] gradient = network.gradient(theta, 0.7);
    double step = 1e-6;
    for (int p = 0; p < theta.length; p++) {
      double[] more = theta.clone();
      double[] less = theta.clone();
      more[p] += step;
      less[p] -= step;
      double slope = (network.value(more, 0.7) - network.value(less, 0.7)) / (2 * step);
      assertThat(gradient[p]).isCloseTo(slope, within(1e-8));
    }
  }

  /** f(x) at the end is β(x) + Σⱼ αⱼ(x) ∫ K dt; with one sample this says what the weights are. */
  @Test
  void weightsMakeTheKernelMachineExact() {
    TwoLayerNetwork network = new TwoLayerNetwork(2);
    double[] start = network.draw(new Random(3));
    double[] sample = {0.5};
    double[] target = {1};
    double[][] early = new PathKernel(network, sample, target, INPUTS).weights(start, 1e-4);
    double residual = network.value(start, 0.5) - 1;
    for (double weight : early[0]) {
      assertThat(weight).isCloseTo(-residual, within(1e-2));
    }
  }

  @Test
  void spreadIsRelative() {
    assertThat(Spread.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0))).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(Spread.of(List.of(-10.0, -20.0, -30.0, -40.0, -50.0)))
        .isCloseTo(2.0 / 3, within(1e-15));
  }
}
