package dev.hence.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
  @Test
  void countsColumns() {
    assertThat(TextWidth.of("θ̇ = −∇")).isEqualTo(6);
    assertThat(TextWidth.of("x̂")).isEqualTo(1);
    assertThat(TextWidth.of("𝐰")).isEqualTo(1);
    assertThat(TextWidth.of("勾配")).isEqualTo(4);
  }

  @Test
  void leavesWhatFits() {
    assertThat(TextWidth.cut("abc", 3)).isEqualTo("abc");
    assertThat(TextWidth.cut("", 0)).isEmpty();
  }

  @Test
  void cutsWithAnEllipsis() {
    assertThat(TextWidth.cut("abcd", 3)).isEqualTo("ab…");
    assertThat(TextWidth.cut("a bcd", 3)).isEqualTo("a…");
  }

  @Test
  void keepsMarksWithTheirLetters() {
    assertThat(TextWidth.cut("ax̂̇bcd", 3)).isEqualTo("ax̂̇…");
    assertThat(TextWidth.cut("ax̂̇bcd", 2)).isEqualTo("a…");
  }

  @Test
  void neverCutsAWideLetterInHalf() {
    assertThat(TextWidth.cut("勾配法", 4)).isEqualTo("勾…");
    assertThat(TextWidth.cut("𝐰𝐰𝐰", 2)).isEqualTo("𝐰…");
  }
}
