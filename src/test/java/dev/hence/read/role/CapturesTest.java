package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 3: what a bound letter binds in the formulas of names under its binder. */
final class CapturesTest {
  private static List<String> read(String display) {
    return Sheet.let(
            "y, v \\in \\mathbb{R}",
            "m, k \\in \\mathbb{N}",
            "a_i \\in \\mathbb{R}",
            "i = 1, \\dots, n",
            "q = m y",
            "p = q + 1",
            "r = v y",
            "s = \\sum_i a_i",
            "g(m) = m y",
            "z \\sim \\mathcal N(0, 1)",
            "h = z y")
        .display(display)
        .lines();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 = \\sum_{m=1}^3 q",
        "0 = \\sum_{m=1}^3 p",
        "0 = \\prod_{m=1}^2 q",
        "0 = \\int_0^2 q\\, dm",
        "0 = q|_{m = 2}",
        "c = \\sum_{m=1}^3 q",
      })
  void anIndexInAFormulaUnderItsBinderIsAskedFor(String display) {
    assertThat(read(display)).allSatisfy(line -> assertThat(line).startsWith("unread: "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " reads ",
      value = {
        // A number reaches into formulas, as what is random does.
        "0 = \\int_0^2 r\\, dv reads claim: 0 = ∫₀² r dv",
        "0 = r|_{v = 2} reads claim: 0 = r|_{v=2}",
        "0 = \\mathbb{E}[h] reads claim: 0 = 𝔼_{z∼N(0, 1)}[h]",
        // Nothing of the letter is free in the formula.
        "0 = \\sum_{k=1}^3 q reads claim: 0 = ∑ₖ₌₁³ q",
        "0 = \\sum_i s reads claim: 0 = ∑ᵢ s",
        "0 = \\sum_{m=1}^3 g(m) reads claim: 0 = ∑ₘ₌₁³ g(m)",
        "0 = \\int_0^2 m y\\, dm reads claim: 0 = ∫₀² m y dm",
      })
  void anythingElseIsBoundAsItStands(String display, String read) {
    assertThat(read(display)).containsExactly(read);
  }
}
