package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 1: words in a display explain, or the display is unread. */
final class RemarksTest {
  private static List<String> read(String display) {
    return Sheet.let("a, b, x \\in \\mathbb{R}").display(display).lines();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a + a = 2 a \\text{ does not hold}",
        "a + a = 2 a \\quad \\text{implying that } a = 7",
        "a + a = 2 a \\quad \\text{from which } a = b",
        "a + a = 2 a \\quad \\text{by definition } a = b",
        "a + a = 2 a \\quad \\text{by definition of $a = b$}",
        "a + a = 2 a \\text{ unless } a = 1",
        "a + a = 2 a \\text{unless} a = 0",
        "a + a = 2 a \\text{ fails }",
        "a + a = 2 a \\quad \\textit{fails}",
        "a + a = 2 a \\quad (\\text{wrong})",
        "\\text{never } \\quad a + a = 2 a",
        "\\begin{aligned} a + a &= 2 a \\\\ &\\text{which is never so} \\end{aligned}",
        "c = a^2 \\text{ is wrong}",
        "a + a \\overset{\\text{not}}{=} 2 a",
        "a + a \\overset{?}{=} 2 a",
        "a \\overset{d}{=} a + 0",
        "\\underbrace{a - b}_{= 0} + b = a",
        "\\underbrace{a - b}_{\\text{vanishes}} + b = a",
        "|a| = \\begin{cases} a & \\text{by definition } a > 0 \\\\ -a & \\text{otherwise}"
            + " \\end{cases}",
      })
  void otherWordsMakeADisplayUnread(String display) {
    assertThat(read(display)).allSatisfy(line -> assertThat(line).startsWith("unread: "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " reads ",
      value = {
        "a + a = 2 a \\quad \\text{by the distributive law} reads claim: a + a = 2 a",
        "a + a = 2 a \\quad \\text{(definition of the product)} reads claim: a + a = 2 a",
        "a + a = 2 a \\quad \\text{by definition of $a + a$} reads claim: a + a = 2 a",
        "\\text{Note that } a + a = 2 a reads claim: a + a = 2 a",
        "\\text{by (1)} \\quad a + a \\overset{(i)}{=} 2 a reads claim: a + a = 2 a",
        "\\underbrace{a}_{\\text{the bias}} + a = \\underbrace{2 a}_{1 \\times 1}"
            + " reads claim: a + a = 2 a",
      })
  void explanationsSayNothing(String display, String read) {
    assertThat(read(display)).contains(read).noneMatch(line -> line.startsWith("unread: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 c = 2 a", "c = a"})
  void aNameOfAnUnreadDisplayIsLost(String display) {
    List<String> lines =
        Sheet.let("a \\in \\mathbb{R}")
            .display("c = a + a \\text{ up to a constant}")
            .display(display)
            .lines();
    assertThat(lines).allSatisfy(line -> assertThat(line).startsWith("unread: "));
  }
}
