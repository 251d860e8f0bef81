package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hence.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps are found by their label, by their id, and by the number of their id. */
class NumberedStepTest {
  private static final SourceText PAGE =
      new SourceText(
          "page.md", "$$1 + 1 = 2$$\n\n$$1 + 1 = 3$$\n\n$$1 + 2 = 3$$\n\n$$2 + 2 = 4 \\tag{2}$$\n");

  private static Examination page() {
    return Hence.openTexts(List.of(PAGE), Settings.DEFAULT).list().getFirst();
  }

  @Test
  void theNumberOfAStepNamesIt() {
    assertThat(page().statement("3").id()).isEqualTo("#3");
    assertThat(page().statement("#3").id()).isEqualTo("#3");
  }

  @Test
  void aLabelGoesBeforeANumber() {
    assertThat(page().statement("2").label()).contains("2");
    assertThat(page().statement("#2").label()).isEmpty();
  }

  @Test
  void noOtherNumberDoes() {
    assertThatThrownBy(() -> page().statement("9")).hasMessageContaining("there is no step '9'");
  }
}
