package dev.hence.report.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
  @ParameterizedTest
  @CsvSource({
    "x\u001b[31m, x␛[31m",
    "a\u0007b, a␇b",
    "a\u009b1m, a‹U+009B›1m",
    "a\u007fb, a␡b",
    "a\u202eb, a‹U+202E›b",
    "a\u2028b, a‹U+2028›b",
    "a\ud800b, a‹U+D800›b",
    "a\tb, a b",
    "θ̂ ∑ 𝐰, θ̂ ∑ 𝐰",
  })
  void makesControlCharactersVisible(String text, String expected) {
    assertThat(Visible.of(text)).isEqualTo(expected);
  }
}
