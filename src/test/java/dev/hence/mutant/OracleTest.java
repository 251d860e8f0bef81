package dev.hence.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Statement;
import dev.hence.read.Reader;
import dev.hence.text.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the oracle says of steps about one state. */
class OracleTest {
  private static final String HEADER =
      """
      ---
      let:
        - x, z \\in \\mathbb{R}
        - s > 0
        - u, v, v_i \\in \\mathbb{R}^d
        - c_i \\in \\mathbb{R}
        - i, j = 1, \\dots, N
        - A \\in \\mathbb{R}^{d \\times d}
        - K \\in \\mathbb{S}^d_{++}
        - h(x) \\in \\mathbb{R}
        - L(w) \\in \\mathbb{R}
        - w \\in \\mathbb{R}^d
        - g(x) = \\frac{1}{1 + e^{-x}}
      flow: \\dot w = -\\nabla L(w)
      ---

      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "g'(x) = g(x) (1 - g(x)) ; HOLDS",
        "g'(x) = g(x) (1 + g(x)) ; FAILS",
        "\\frac{d}{dx} h(x)^2 = 2 h(x) h'(x) ; HOLDS",
        "\\frac{d}{dx} h(x)^2 = h(x) h'(x) ; FAILS",
        "\\nabla_u (u^\\top A v) = A v ; HOLDS",
        "\\nabla_u (u^\\top A v) = A^\\top v ; FAILS",
        "K^{-1} K v = v ; HOLDS",
        "K A v = A K v ; FAILS",
        "K^\\top = K ; HOLDS",
        "\\frac{d}{dt} L(w) = -\\|\\nabla L(w)\\|^2 ; HOLDS",
        "\\frac{d}{dt} L(w) = -\\|\\nabla L(w)\\| ; FAILS",
        "\\sum_{i=1}^N c_i \\sum_{j=1}^N c_j = (\\sum_{i=1}^N c_i)^2 ; HOLDS",
        "\\sum_{i=1}^N c_i c_i = (\\sum_{i=1}^N c_i)^2 ; FAILS",
        "\\|u + v\\| \\le \\|u\\| + \\|v\\| ; HOLDS",
        "\\|u + v\\| \\ge \\|u\\| + \\|v\\| ; FAILS",
        "\\log(s^2) = 2 \\log s ; HOLDS",
        "\\int_0^1 x z \\, dz = \\frac{x}{2} ; UNJUDGED",
      })
  void aStepIsJudgedByItsPlainMeaning(String formula, Oracle.Finding expected) {
    Statement statement =
        Reader.read(new SourceText("line.md", HEADER + "$$" + formula + "$$\n"))
            .statements()
            .getLast();
    assertThat(statement).as(formula).isInstanceOf(Statement.Step.class);
    assertThat(Oracle.of((Statement.Step) statement, 1)).isEqualTo(expected);
  }
}
