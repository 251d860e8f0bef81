package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.read.elaborate.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Formulas for declared names among the entries: recursions, members, sets. */
final class RecursionsTest {
  private static Sheet numbers(String... more) {
    List<String> entries =
        new ArrayList<>(List.of("v_i, r_i, x_i \\in \\mathbb{R}", "i = 1, \\dots, n"));
    entries.addAll(List.of(more));
    return Sheet.let(entries.toArray(String[]::new));
  }

  private static List<String> refused(String... more) {
    return numbers(more).read().refused().stream().map(Refusal::words).toList();
  }

  @Test
  void aRecursionGoesDown() {
    assertThat(refused("v_i = 2 v_{i-1}")).isEmpty();
    assertThat(refused("v_{i+1} = 2 v_i + x_i")).isEmpty();
    assertThat(refused("r_i = x_i v_i", "v_{i+1} = 2 r_i")).isEmpty();
    assertThat(numbers("v_i = 2 v_{i-1}").display("v_i = 2 v_{i-1}").lines())
        .containsExactly("claim: vᵢ = 2 vᵢ₋₁");
  }

  @Test
  void aRecursionThatDoesNotSurelyGoDownIsRefused() {
    String later = "`v` is defined through members of itself that are not surely earlier.";
    assertThat(refused("v_i = v_{i+1} + 1")).containsExactly(later);
    assertThat(refused("v_i = v_i + 1")).containsExactly(later);
    assertThat(refused("v_i = x_{2 i} + v_{2 i}")).containsExactly(later);
    assertThat(refused("v_i = \\sum_{k=1}^n v_k")).containsExactly(later);
    assertThat(refused("v_i = \\sum_{i=1}^n v_{i-1}")).containsExactly(later);
    assertThat(refused("r_i = x_i v_i", "v_{i-1} = 2 r_i")).containsExactly(later);
    assertThat(refused("v_i = r_{i+1}", "r_i = v_i"))
        .containsExactly("`r` is defined through members of itself that are not surely earlier.");
  }

  @Test
  void aRecursionBeginsWithItsGivenMembers() {
    assertThat(refused("v_i = 2 v_{i-1}", "v_1 = 3")).isEmpty();
    assertThat(refused("v_i = v_{i-1} + v_{i-2}", "v_1 = 3", "v_2 = 4")).isEmpty();
    assertThat(refused("v_i = v_{i-1} + v_{i-2}", "v_1 = 3"))
        .contains("`v` is defined through members before those that are given.");
  }

  @Test
  void aFormulaForOneMemberAloneIsRefused() {
    String alone = "Nothing says what a formula for one member of a family alone means here.";
    assertThat(refused("v_1 = 3")).containsExactly(alone);
    assertThat(numbers("v_1 = 3").display("v_i = v_i + 0").lines().getFirst())
        .startsWith("unread:");
    assertThat(refused("v_0 = 3")).isEmpty();
  }

  @Test
  void aDeclaredNameKeepsWhatIsDeclared() {
    assertThat(Sheet.let("c > 0", "a \\in \\mathbb{R}", "c = a").display("\\sqrt{c^2} = c").lines())
        .containsExactly("claim: √(c²) = c");
    assertThat(
            Sheet.let("w \\in \\mathbb{R}^d", "a \\in \\mathbb{R}", "w = a")
                .read()
                .refused()
                .stream()
                .map(Refusal::words))
        .containsExactly("In a definition ℝ^{d} does not fit ℝ.");
  }

  @Test
  void definitionsInACircleAreRefused() {
    assertThat(Sheet.let("A = B + 1", "B = A - 1").read().refused())
        .extracting(Refusal::words)
        .containsExactly(
            "`A` is defined through what it defines.", "`B` is defined through what it defines.");
    assertThat(
            Sheet.let("A, B \\in \\mathbb{R}", "A = B + 1", "B = A - 1").read().refused().stream()
                .map(Refusal::words))
        .containsExactly("`B` is defined through itself.");
  }

  @Test
  void aLogarithmOrAnEntryOfANewFunctionDefinesIt() {
    Sheet sheet = Sheet.let("x, y \\in \\mathbb{R}^n", "i, k = 1, \\dots, n");
    assertThat(sheet.display("\\log p(y) = -\\|y\\|^2").display("\\log p(y) = 0").lines())
        .containsExactly("definition: p(y) = exp(−‖y‖²)", "claim: log(p(y)) = 0");
    assertThat(Sheet.let("x \\in \\mathbb{R}").display("\\log q = x").lines().getFirst())
        .isNotEqualTo("definition: q = eˣ");
    Sheet entries = Sheet.let("x \\in \\mathbb{R}^n", "i, k = 1, \\dots, n");
    assertThat(entries.display("s(x)_i = x_i^2").display("s(x)_k = x_k").lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("claim:");
    assertThat(Sheet.let("x \\in \\mathbb{R}^n").display("s(x)_i = x_i").lines().getFirst())
        .startsWith("unread:");
    assertThat(
            Sheet.let("z \\in \\mathbb{R}^n", "i = 1, \\dots, n")
                .display("\\operatorname{softmax}(z)_i = z_i")
                .lines()
                .getFirst())
        .startsWith("claim:");
  }

  @Test
  void aPowerOfANewLetterIsDefinedUnlessTheFormulaSpeaksOfIt() {
    assertThat(Sheet.let("a \\in \\mathbb{R}").display("s^2 = a^4").lines())
        .containsExactly("definition: s^{2} = a⁴");
    assertThat(Sheet.let("a \\in \\mathbb{R}").display("s^2 = 2 s").lines())
        .containsExactly("claim: s² = 2 s");
    assertThat(Sheet.let("s \\in \\mathbb{R}").display("s^2 = 4").lines())
        .containsExactly("claim: s² = 4");
  }
}
