package dev.hence.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtrapolationTest {
  private static final double[] POWERS = {0.5, 1, 2};

  private static List<Double> doubled(int last, DoubleUnaryOperator decay) {
    return IntStream.rangeClosed(0, last)
        .mapToObj(k -> decay.applyAsDouble(Math.pow(2, k)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 14})
  void aPowerOfTheTimeAndAConstantStayApart(int last) {
    for (double power : POWERS) {
      assertThat(Extrapolation.staysApart(doubled(last, t -> 0.1 + Math.pow(3 + t, -power))))
          .as("power %s", power)
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 9, 11, 14})
  void aPowerOfTheTimeComesTo0(int last) {
    for (double power : POWERS) {
      assertThat(Extrapolation.staysApart(doubled(last, t -> Math.pow(3 + t, -power))))
          .as("power %s", power)
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 9, 11, 14})
  void aPowerOfTheLogarithmIsNotTakenForAConstant(int last) {
    for (double power : new double[] {0.25, 0.5, 1, 1.5, 2, 3}) {
      for (double shift : new double[] {1.5, 3, 20, 100}) {
        assertThat(
                Extrapolation.staysApart(doubled(last, t -> Math.pow(Math.log(shift + t), -power))))
            .as("power %s, shift %s", power, shift)
            .isFalse();
      }
    }
  }
}
