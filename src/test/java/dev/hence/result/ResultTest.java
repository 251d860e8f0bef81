package dev.hence.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program reads off a result. */
class ResultTest {
  private static final String PAGE =
      """
      ---
      title: Notes
      let:
        - x \\in \\mathbb{R}^d
        - y > 0
      ---
      $$g(x) = \\frac{1}{2} x^\\top x \\tag{1}$$

      $$\\nabla_x g(x) = x \\tag{2}$$

      $$\\nabla_x g(x) = -x \\tag{3}$$

      $$\\frac{y}{y} = 1 \\tag{4}$$

      $$\\nabla_x g(x) = [ \\tag{5}$$
      """;

  private static final Page NOTES = Hence.check(PAGE).page();

  @Test
  void tellsWhatWasUnderstood() {
    assertThat(NOTES.title()).isEqualTo("Notes");
    assertThat(NOTES.definitions()).containsExactly("g(x) = ½ xᵀ x");
    assertThat(NOTES.steps()).extracting(Step::id).containsExactly("2", "3", "4", "5");
    Step step = NOTES.step("2");
    assertThat(step.statement()).isEqualTo("∇_x g(x) = x");
    assertThat(step.latex()).isEqualTo("\\nabla_x g(x) = x");
    assertThat(step.line()).isEqualTo(9);
  }

  @Test
  void tellsHowFarAStepHolds() {
    Step step = NOTES.step("2");
    assertThat(step.verdict()).isEqualTo(Outcome.PROVED);
    assertThat(step.holds()).isTrue();
    assertThat(step.reach()).isEqualTo("every instance");
    assertThat(step.counterexample()).isEmpty();
    assertThat(step).hasToString("2  ∇_x g(x) = x  proved (every instance)");
  }

  @Test
  void tellsWhereAStepIsFalseAndWhatMendsIt() {
    Step step = NOTES.step("3");
    assertThat(step.verdict()).isEqualTo(Outcome.REFUTED);
    assertThat(step.holds()).isFalse();
    assertThat(step.passed()).isFalse();
    assertThat(step.counterexample()).get().hasToString("x = 1: entry 1: left 1, right −1");
    assertThat(step.counterexample().get().certificate()).startsWith("certified");
    assertThat(step.edits()).first().extracting(Edit::mended).isEqualTo("∇_x g(x) = x");
    assertThat(step.toString()).contains("refuted").contains("left 1, right −1");
  }

  @Test
  void tellsProblemsWithTheirPlace() {
    assertThat(NOTES.step("5").verdict()).isEqualTo(Outcome.UNREAD);
    assertThat(NOTES.problems()).hasSize(1);
    assertThat(NOTES.problems().getFirst().id()).startsWith("HNC-");
    assertThat(NOTES.problems().getFirst().line()).isEqualTo(15);
    assertThat(NOTES.passed()).isFalse();
  }

  @Test
  void showsNoRawRecord() {
    Result result = Hence.check(PAGE);
    assertThat(result)
        .hasToString(
            """
            page.md: Notes
              2  ∇_x g(x) = x  proved (every instance)
              3  ∇_x g(x) = −x  refuted (d = 1): x = 1: entry 1: left 1, right −1
              4  y/y = 1  proved (every instance)
              5  \\nabla_x g(x) = [  unread: The display ends where an operand is expected.
              HNC-0203 at 15:20: The display ends where an operand is expected.\
            """);
  }

  @Test
  void printsLimitsAndOrders() {
    String page =
        """
        ---
        let: [\\eta > 0]
        ---
        $$e^\\eta = 1 + \\eta + O(\\eta^2) \\tag{1}$$

        $$\\lim_{\\eta \\to 0} \\frac{\\sin \\eta}{\\eta} = 1 \\tag{2}$$
        """;
    Page read = Hence.check(page).page();
    assertThat(read.step("1").latex())
        .isEqualTo("\\exp(\\eta) = 1 + \\eta + O(\\eta^2) \\quad\\text{as } \\eta \\to 0^+");
    assertThat(read.step("2").latex())
        .isEqualTo("\\lim_{\\eta \\to 0^+} \\frac{\\sin(\\eta)}{\\eta} = 1");
  }

  @Test
  void readsFilesInTheirFormat(@TempDir Path folder) throws IOException {
    Path tex = folder.resolve("a.tex");
    Files.writeString(tex, "\\begin{equation} 1 + 1 = 2 \\label{eq:sum} \\end{equation}\n");
    Files.writeString(folder.resolve("b.md"), "$$1 + 1 = 3$$\n");
    Result result = Hence.check(folder);
    assertThat(result.pages())
        .extracting(page -> page.step(page.steps().getFirst().id()).holds())
        .containsExactly(true, false);
    assertThat(result.pages().getFirst().step("eq:sum").holds()).isTrue();
    assertThat(result.passed()).isFalse();
    assertThat(Hence.check(tex).passed()).isTrue();
  }

  @Test
  void asksForWhatTheSettingsSay() {
    Settings proofs = Settings.DEFAULT.requiring(Outcome.PROVED);
    String text = "$$\\sum_{i=1}^3 i = 6$$";
    assertThat(Hence.check(text).passed()).isTrue();
    assertThat(Hence.check(proofs.withOnly(List.of("9")), "page.md", text).page().steps())
        .isEmpty();
  }

  @Test
  void reportsWhatCannotBeOpened() {
    Result result = Hence.check(Path.of("no such page.md"));
    assertThat(result.passed()).isFalse();
    assertThat(result.problems())
        .first()
        .extracting(Problem::message)
        .asString()
        .contains("no such page.md");
    assertThatThrownBy(result::page).hasMessageStartingWith("there are 0 pages, not one");
  }

  @Test
  void tellsNamesOfFilesFromPages() {
    assertThatThrownBy(() -> Hence.check("notes.md"))
        .hasMessageContaining("Hence.check(Path.of(\"notes.md\"))");
    assertThatThrownBy(() -> NOTES.step("9"))
        .hasMessage("there is no step '9' in page.md, only [2, 3, 4, 5]");
  }
}
