package dev.hence.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MathTextTest {
  private static final SourceText SOURCE = new SourceText("test.md", "> a = b\n> + c; d");

  /** Two lines of a quote, without its marks. */
  private static final MathText QUOTED =
      new MathText.Builder().append("a = b", 2).append("\n", 7).append("+ c; d", 10).build(16);

  @Test
  void everyCharacterKnowsItsPlace() {
    for (int i = 0; i < QUOTED.length(); i++) {
      assertThat(SOURCE.content().charAt(QUOTED.fileOffset(i))).isEqualTo(QUOTED.text().charAt(i));
    }
    assertThat(QUOTED.fileOffset(QUOTED.length())).isEqualTo(16);
  }

  @Test
  void aSpanEndsBehindItsLastCharacter() {
    assertThat(QUOTED.span(4, 6)).isEqualTo(new Span(6, 8));
    assertThat(QUOTED.span(5, 7)).isEqualTo(new Span(7, 11));
    assertThat(QUOTED.span(3, 3)).isEqualTo(Span.at(5));
  }

  @Test
  void slicesKeepTheirPlaces() {
    MathText slice = QUOTED.slice(4, 9).strip();
    assertThat(slice.text()).isEqualTo("b\n+ c");
    assertThat(slice.span()).isEqualTo(new Span(6, 13));
    assertThat(QUOTED.slice(3, 3).isBlank()).isTrue();
  }

  @Test
  void splitsOutsideBracketsAndCommands() {
    MathText text = MathText.of("let f(x; y) = a \\; b; round 4; ; try x: \\{1; 2\\}");
    assertThat(text.split(';'))
        .extracting(MathText::text)
        .isEqualTo(List.of("let f(x; y) = a \\; b", "round 4", "try x: \\{1; 2\\}"));
    assertThat(text.split(';').get(1).span()).isEqualTo(new Span(22, 29));
  }
}
