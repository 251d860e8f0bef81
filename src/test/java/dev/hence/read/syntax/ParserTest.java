package dev.hence.read.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.problem.ProblemId;
import dev.hence.text.Span;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a + b c - d       | (a + (b c) - d)",
        "-a b              | (- (a b))",
        "a \\cdot -b c     | (a cdot (- b) c)",
        "a = b \\le c + 1  | (a = b <= (c + 1))",
        "\\frac12 x        | (frac[1; 2] x)",
        "{a \\over b} c    | ((a over b) c)",
        "x_i^2             | script-of-entry-or-matrix[x^2_i ; x_i^2]",
        "x'^2              | x'^2",
        "x_{i,j}           | x_{i, j}",
        "A^{-1} b          | (A^{(- 1)} b)",
        "\\mathbf{x}^\\top y | (bold:x^{\\top} y)",
        "\\sum_{i=1}^n a_i b_i + c | (<\\sum_{(i = 1)}^n over (a_i b_i)> + c)",
        "\\sum_i -a_i      | <\\sum_i over (- a_i)>",
        "\\int_0^1 f g\\,dt + c | (<\\int_0^1 over (f g) by dt> + c)",
        "\\int_0^1 dt\\, f | <\\int_0^1 over f by dt>",
        "\\int_0^1 a + b\\,dt | <\\int_0^1 over (a + b) by dt>",
        "\\max(a, b)       | \\max@(a, b)",
        "\\max_j a_j b     | <\\max_j over (a_j b)>",
        "\\sqrt[3]{x}      | sqrt[x]",
        "n!                | n!",
        "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} | pmatrix[a & b / c & d]",
        "f(x; \\theta)     | f@(x, \\theta)",
        "tanh(x)           | tanh@(x)",
      })
  void precedencesAreThoseOfMathematics(String latex, String shape) {
    assertThat(Shapes.of(latex)).isEqualTo(shape.replace(" ; ", " | "));
  }

  @Test
  void aNameBeforeParenthesesIsAppliedOrAFactor() {
    assertThat(Shapes.of("a(b + c)"))
        .isEqualTo("application-or-product[a@((b + c)) | (a ((b + c)))]");
    assertThat(Shapes.of("K(x)(y)"))
        .isEqualTo("application-or-product[K@(x)@(y) | (K@(x) (y)) | (K (x) (y))]");
    assertThat(Shapes.of("2(b + c)")).isEqualTo("(2 ((b + c)))");
    assertThat(Shapes.of("(a + b)(c)"))
        .isEqualTo("application-or-product[(((a + b)) (c)) | ((a + b))@(c)]");
  }

  @Test
  void aFunctionWithoutParenthesesReachesOneFactorOrAll() {
    assertThat(Shapes.of("\\log a")).isEqualTo("\\log of a");
    assertThat(Shapes.of("\\log a b")).isEqualTo("log-of-product[\\log of (a b) | (\\log of a b)]");
    assertThat(Shapes.of("\\log(a) b")).isEqualTo("(\\log@(a) b)");
    assertThat(Shapes.of("\\sin x \\cos y")).isEqualTo("(\\sin of x \\cos of y)");
    assertThat(Shapes.of("\\log(a)^2"))
        .isEqualTo("power-of-argument-or-value[{\\log@(a)}^2 | \\log@(a)^2]");
  }

  @Test
  void aDerivativeReachesOneFactorOrAll() {
    assertThat(Shapes.of("\\nabla_x f g"))
        .isEqualTo("scope-of-derivative[D[; x] of (f g) | (D[; x] of f g)]");
    assertThat(Shapes.of("\\nabla C \\circ g"))
        .isEqualTo("scope-of-derivative[D[; ] of (C circ g) | (D[; ] of C circ g)]");
    assertThat(Shapes.of("\\nabla \\cdot F")).isEqualTo("(D[; ] cdot F)");
  }

  @Test
  void differentialsAboveAndBelowABarAreADerivative() {
    assertThat(Shapes.of("\\frac{\\partial^2 L}{\\partial w \\partial v}")).isEqualTo("D[L; w, v]");
    assertThat(Shapes.of("\\frac{dy}{dx}"))
        .isEqualTo("derivative-or-fraction[D[y; x] | frac[(d y); (d x)]]");
    assertThat(Shapes.of("\\frac{\\mathrm{d}y}{\\mathrm{d}x}")).isEqualTo("D[y; x]");
    assertThat(Shapes.of("\\frac{d}{n}")).isEqualTo("frac[d; n]");
    assertThat(Shapes.of("\\partial L/\\partial f")).isEqualTo("D[L; f]");
    assertThat(Shapes.of("\\frac{\\partial}{\\partial x} f")).isEqualTo("D[; x] of f");
  }

  @Test
  void aSuperscriptBesideASubscriptMayBeTheMatrixs() {
    assertThat(Shapes.of("A^\\top_{ij}"))
        .isEqualTo("script-of-entry-or-matrix[A_{(i j)}^{\\top} | A^{\\top}_{(i j)}]");
    assertThat(Shapes.of("w^{(l)}_{ij}")).isEqualTo("w^{(l)}_{(i j)}");
  }

  @Test
  void aBarEvaluatesWhatIsLeftOfItOrTheLastFactor() {
    assertThat(Shapes.of("f|_{t=0}")).isEqualTo("f at |_{(t = 0)}");
    assertThat(Shapes.of("a f|_{t=0}"))
        .isEqualTo("scope-of-evaluation[(a f) at |_{(t = 0)} | (a f at |_{(t = 0)})]");
  }

  @Test
  void aDifferenceMayBeOneName() {
    assertThat(Shapes.of("\\Delta w"))
        .isEqualTo("difference-or-product[\\Delta of w | (\\Delta w)]");
  }

  @Test
  void barsArePairedAndTheLoneOneSeparates() {
    assertThat(Shapes.of("|a||b|")).isEqualTo("((a) (b))");
    assertThat(Shapes.of("\\|x\\|_2^2")).isEqualTo("script-of-entry-or-matrix[(x)^2_2 | (x)_2^2]");
    assertThat(Shapes.of("p(y|x)")).isEqualTo("p@(y, x)");
  }

  @Test
  void rowsGoOnAcrossLineBreaks() {
    assertThat(Shapes.of("\\begin{aligned} a &= b \\\\ &\\quad + c \\\\ &= d \\end{aligned}"))
        .isEqualTo("aligned[(a = (b + c)) / & (= d)]");
  }

  @Test
  void spaceSeparatesStatements() {
    assertThat(Shapes.of("a = b, \\quad c = d")).isEqualTo("(a = b) , \\quad (c = d)");
    assertThat(Shapes.of("a = b \\quad + c")).isEqualTo("(a = (b + c))");
    assertThat(Shapes.of("a = b \\quad -c = d")).isEqualTo("(a = b) \\quad ((- c) = d)");
  }

  @Test
  void wordsOwnTheStatementsBehindThem() {
    assertThat(Shapes.of("a_i = b_i \\quad \\text{for all } i, j"))
        .isEqualTo("(a_i = b_i) \\quad FOR_ALL{i , j}");
    assertThat(Shapes.of("x = y \\text{ does not hold}")).isEqualTo("(x = y) OTHER{}");
    // Words that explain nothing own nothing: what stands behind them is not theirs to hide.
    assertThat(Shapes.of("a = b \\quad \\text{implying that } a = 7"))
        .isEqualTo("(a = b) \\quad OTHER{} (a = 7)");
  }

  @Test
  void connectivesStandBetweenStatementsAlsoInParentheses() {
    assertThat(Shapes.of("a = b \\lor c = d")).isEqualTo("(a = b) \\lor (c = d)");
    assertThat(Shapes.of("\\neg (a = b \\land \\neg (c = d))"))
        .isEqualTo("\\neg of ((a = b), \\neg of ((c = d)))");
  }

  @Test
  void glyphsAreWhatTheyStandFor() {
    assertThat(Shapes.of("θ² ≤ ‖x‖")).isEqualTo("(θ^2 <= (x))");
    assertThat(Shapes.of("x ∈ ℝ")).isEqualTo("(x in blackboard:R)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a + ",
        "(a + b",
        "a + b)",
        "x^{2",
        "x^2^3",
        "\\frac{a}",
        "\\foo",
        "a = = b",
        "\\int_0^1 f",
        "\\lim f",
        "x^12",
        "\\left( a \\right]b\\right)",
        "\\begin{foo}",
        "^2",
        "a \\top b",
        "1e-5 + x2e5",
      })
  void whatDoesNotFitIsAFaultAndNothingIsLost(String latex) {
    Parsed parsed = Parser.display(Source.of(latex));
    assertThat(parsed.faults()).as(latex).isNotEmpty();
    assertThat(TreeText.print(parsed.tree())).isEqualTo(latex);
  }

  @Test
  void aFaultSaysWhatWasReadAndWhere() {
    Fault fault = Parser.display(Source.of("a = b + )")).faults().getFirst();
    assertThat(fault.id()).isEqualTo(ProblemId.UNBALANCED);
    assertThat(fault.span()).isEqualTo(new Span(8, 9));
    assertThat(fault.readSoFar()).isEqualTo("a = b +");
  }

  @Test
  void rowsBesideAFaultAreRead() {
    Parsed parsed =
        Parser.display(Source.of("\\begin{aligned} a &= b \\\\ c &= ) \\\\ e &= f \\end{aligned}"));
    assertThat(parsed.faults()).hasSize(1);
    assertThat(TreeText.print(parsed.tree())).contains("e &= f");
  }

  @Test
  void readingIsLinearInTheLengthAndBoundedInTheDepth() {
    String doubts = "\\log a(b) \\nabla f g ".repeat(12);
    String sum = "a_i^2 f(x) + ".repeat(5_000) + "b";
    String deep = "(".repeat(2_000) + "x" + ")".repeat(2_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertThat(Parser.display(Source.of(doubts)).faults()).isEmpty();
          assertThat(Parser.display(Source.of(sum)).faults()).isEmpty();
          assertThat(Parser.display(Source.of(deep)).faults().getFirst().id())
              .isEqualTo(ProblemId.NESTED_TOO_DEEP);
        });
  }
}
