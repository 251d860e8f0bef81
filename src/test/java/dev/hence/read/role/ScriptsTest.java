package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Primes, transposes and colons in scripts, and rings between functions. */
final class ScriptsTest {
  private static List<String> read(String display) {
    return Sheet.let(
            "x, y \\in \\mathbb{R}",
            "z \\in \\mathbb{R}^n",
            "A \\in \\mathbb{R}^{n \\times n}",
            "B \\in \\mathbb{R}^{n \\times m}",
            "i = 1, \\dots, n",
            "u^{(i)} \\in \\mathbb{R}^n",
            "w^\\star \\in \\mathbb{R}^n",
            "f(x), g(x), k(x, y) \\in \\mathbb{R}")
        .display(display)
        .lines();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " reads ",
      value = {
        // A prime says a derivative, raised or not.
        "0 = f'(x) reads claim: 0 = f′(x)",
        "0 = f^{'}(x) reads claim: 0 = f′(x)",
        "0 = f^\\prime(x) reads claim: 0 = f′(x)",
        "0 = f^{''}(x) reads claim: 0 = f″(x)",
        "0 = \\tanh'(x y) reads claim: 0 = (∂/∂u tanh(u))|_{u=xy}",
        "0 = \\sin'^2 x reads claim: 0 = ((∂/∂u sin(u))|_{u=x})²",
        "0 = (f')^2(x) reads claim: 0 = f′(x)²",
        "0 = (f \\circ g)'(x) reads claim: 0 = ∂f(g(x))/∂x",
        "0 = f \\circ g(x) reads claim: 0 = f(g(x))",
        // A ⊤ behind what else stands high.
        "0 = u^{(i)\\top} z reads claim: 0 = u⁽ⁱ⁾ᵀ z",
        "0 = w^{\\star\\top} z reads claim: 0 = w⋆ᵀ z",
        // A colon stands for all.
        "0 = A_{i,:} z reads claim: 0 = A_{i,:} z",
        "0 = A_{:,i} reads claim: 0 = A_{:,i}",
        "0 = (A B)_{i,:} reads claim: 0 = (A B)_{i,:}",
      })
  void scriptsAreReadByWhatTheyStandOn(String display, String read) {
    assertThat(read(display)).containsExactly(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 = \\det'(A)",
        "0 = \\tanh'(A)",
        "0 = k'(x, y)",
        "0 = (f \\circ g)'(2 x)",
        "0 = (f)^2(x)",
        "0 = x \\circ y",
        "0 = f \\circ k(x, y)",
        "0 = x^{(i)\\top} z",
        "0 = B_{i,:} z",
        "0 = z_{i,:}",
        "0 = A_{:,:}",
      })
  void whatDoesNotFitIsNotRead(String display) {
    assertThat(read(display)).allSatisfy(line -> assertThat(line).startsWith("unread: "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " reads ",
      value = {
        "\\sin x \\approx x, \\quad x \\ll 1 reads claim: sin(x) ≈ x as x → 0",
        "\\sin x \\approx x, \\quad |x| \\ll 1 reads claim: sin(x) ≈ x as x → 0",
        "\\frac{x + 1}{x} \\approx 1, \\quad x \\gg 1 reads claim: (x + 1)/x ≈ 1 as x → ∞",
      })
  void muchLessThanOneIsSmall(String display, String read) {
    assertThat(read(display)).containsExactly(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x \\ll y", "\\sin x \\approx x, \\quad x \\ll y"})
  void muchLessThanAnythingElseIsNotRead(String display) {
    assertThat(read(display)).allSatisfy(line -> assertThat(line).startsWith("unread: "));
  }
}
