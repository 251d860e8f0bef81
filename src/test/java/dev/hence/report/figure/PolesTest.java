package dev.hence.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.report.trace.Figure.Curve;
import dev.hence.report.trace.Figure.Role;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A curve is broken at a pole, and nowhere else. */
class PolesTest {
  private static Curve curve(DoubleUnaryOperator f) {
    List<Double> times = IntStream.rangeClosed(0, 60).mapToObj(k -> k / 60.0).toList();
    List<Double> values = times.stream().map(f::applyAsDouble).toList();
    return new Curve("f", Role.LEFT_SIDE, times, values);
  }

  private static List<Double> breaks(DoubleUnaryOperator f) {
    Curve curve = Poles.broken(curve(f));
    return IntStream.range(0, curve.times().size())
        .filter(k -> curve.values().get(k).isNaN())
        .mapToObj(k -> curve.times().get(k))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.302, 0.5061, 0.72})
  void breaksAtAPole(double pole) {
    assertThat(breaks(t -> 1 / (t - pole)))
        .singleElement()
        .satisfies(at -> assertThat(at).isBetween(pole - 0.02, pole + 0.02));
  }

  @Test
  void breaksAtEachOfSeveral() {
    assertThat(breaks(t -> Math.tan(10 * t))).hasSize(3);
  }

  @Test
  void leavesSmoothCurvesAsTheyAre() {
    assertThat(breaks(t -> Math.sin(20 * t))).isEmpty();
    assertThat(breaks(t -> Math.tanh(200 * (t - 0.51)))).isEmpty();
    assertThat(breaks(t -> t - 0.5)).isEmpty();
    assertThat(breaks(t -> Math.exp(5 * t))).isEmpty();
  }
}
