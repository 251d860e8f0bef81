package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.report.DerivationReport;
import dev.hence.report.StatementReport;
import dev.hence.text.SourceText;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which edit is offered first for a line with one slip in it. */
class MendingTest {
  private static final String HEADER =
      """
      ---
      let:
        - x, z, a, b \\in \\mathbb{R}
        - s > 0
        - u, v, v_i \\in \\mathbb{R}^d
        - c_i \\in \\mathbb{R}
        - i, j = 1, \\dots, N
        - A \\in \\mathbb{R}^{d \\times d}
        - n = 1, 2, \\dots
        - f(x) = x^3
        - g(x) = \\frac{1}{1 + e^{-x}}
        - S = \\sum_{i=1}^N c_i
      ---

      """;

  private static List<Edit> edits(String formula) {
    SourceText text = new SourceText("line.md", HEADER + "$$" + formula + "$$\n");
    DerivationReport report =
        Hence.checkTexts(List.of(text), Settings.DEFAULT).derivations().getFirst();
    assertThat(report.problems()).as(formula).isEmpty();
    StatementReport step = report.statements().getLast();
    assertThat(step.verdict().outcome()).as(formula).isEqualTo(Outcome.REFUTED);
    return step.diagnosis();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "(a + b)^2 = a^2 - 2 a b + b^2 ; change the sign of −2 a b",
        "(a - b)^2 = a^2 + 2 a b + b^2 ; change the sign of 2 a b",
        "\\frac{d}{dx} e^{-x} = e^{-x} ; change the sign of the right side",
        "\\frac{d}{dx} x^2 = x ; multiply the right side by 2",
        "(a + b)^2 = a^2 + a b + b^2 ; multiply a b by 2",
        "\\nabla_u \\|u\\|^2 = u ; multiply the right side by 2",
        "\\frac{d}{dx} \\frac{x^2}{2} = \\frac{x}{2} ; drop the denominator 2",
        "g'(x) = g(x) (1 - g(z)) ; write x for z",
        "g'(x) = g(z) (1 - g(x)) ; write x for z",
        "g'(x) = g(x) (1 - g'(x)) ; drop the derivative of g(x)",
        "f'(x) = 3 x ; square x",
        "f'(x) = 3 x^3 ; write x² for x³",
        "f'(x) = x^2 ; multiply the right side by 3",
        "\\|u - v\\|^2 = \\|u\\|^2 + \\|v\\|^2 - u^\\top v ; multiply −uᵀ v by 2",
        "\\|u + v\\|^2 = \\|u\\|^2 + \\|u\\|^2 + 2 u^\\top v ; write v for u",
        "\\nabla_u (u^\\top A v) = A^\\top v ; drop the transpose of A",
        "\\nabla_v (u^\\top A v) = A u ; transpose A",
        "\\sum_{k=0}^{n} a^k (1 - a) = 1 - a^n ; write n + 1 for n",
        "S = c_i ; sum cᵢ over i",
        "\\nabla_u \\sum_{i=1}^N c_i v_i^\\top u = \\sum_{i=1}^N v_i ; multiply vᵢ by cᵢ",
        "\\frac{d}{dx} \\sin x = \\sin x ; write cos(x) for sin(x)",
        "\\log(s^2) = \\log s ; multiply the right side by 2",
        "\\frac{d}{dx} \\tanh x = -\\tanh^2 x ; add the term 1",
      })
  void theLikeliestSlipComesFirst(String formula, String what) {
    assertThat(edits(formula)).first().extracting(Edit::what).isEqualTo(what);
  }

  @Test
  void whatNoSingleEditMendsIsLeftAlone() {
    assertThat(edits("\\sin(a + b) = 5 \\cos a + 7 \\cos b")).isEmpty();
  }

  @Test
  void noEditSaysNothing() {
    for (Edit edit : edits("f'(x) = 3 x")) {
      String[] sides = edit.mended().split(" = ", 2);
      assertThat(sides[0]).isNotEqualTo(sides[1]);
    }
  }
}
