package dev.hence.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The series of the sine gives what Apfloat gives. */
class SineTest {
  private static final Apfloat CLOSE = new Apfloat("1e-45");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1e-13",
        "-1e-13",
        "0.5",
        "-0.5",
        "1.6",
        "3.14159265358979323846",
        "-3.2",
        "6.3",
        "-17.25",
        "1000.125",
        "-123456.789",
        "98765432109.5"
      })
  void isTheSine(String number) {
    Apfloat x = new Apfloat(number, Table.DIGITS);
    assertThat(ApfloatMath.abs(Sine.of(x).subtract(ApfloatMath.sin(x)))).isLessThan(CLOSE);
  }
}
