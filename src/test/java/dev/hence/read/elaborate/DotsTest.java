package dev.hence.read.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.read.role.Sheet;
import org.junit.jupiter.api.Test;

/** Sums, products, lists and arguments with dots. */
final class DotsTest {
  private static Sheet sheet() {
    return Sheet.let(
        "c_i, w_i, a, b \\in \\mathbb{R}",
        "i = 1, \\dots, n",
        "V_j \\in \\mathbb{R}^{p \\times p}",
        "W_j \\in \\mathbb{R}^{d_j \\times d_{j-1}}",
        "j = 1, \\dots, N",
        "u_i \\in \\mathbb{R}^p");
  }

  private static String claim(String claim) {
    return sheet().display(claim).lines().getFirst();
  }

  @Test
  void aSumWithDotsGoesOverTheNumberInWhichItsTermsDiffer() {
    assertThat(claim("c_1 + \\cdots + c_n = a")).isEqualTo("claim: ∑ₖ₌₁ⁿ cₖ = a");
    assertThat(claim("c_1 + c_2 + \\ldots + c_n + a = b")).isEqualTo("claim: ∑ₖ₌₁ⁿ cₖ + a = b");
    assertThat(claim("a - c_1^2 - \\dots - c_n^2 = b")).isEqualTo("claim: a − ∑ₖ₌₁ⁿ cₖ² = b");
    assertThat(claim("1 + a + a^2 + \\cdots + a^5 = b")).isEqualTo("claim: 1 + a + ∑ₖ₌₂⁵ aᵏ = b");
  }

  @Test
  void termsThatAreNoOneFormulaAreRefused() {
    for (String sum :
        new String[] {
          "c_1 + \\cdots + w_n",
          "c_1 w_2 + \\cdots + c_n w_n",
          "c_1 + c_3 + \\cdots + c_n",
          "c_1 + \\cdots - c_n",
          "c_5 + \\cdots + c_2",
          "c_1 + \\cdots",
          "c_1 a \\cdots c_n a"
        }) {
      assertThat(claim(sum + " = b")).as(sum).startsWith("unread:");
    }
  }

  @Test
  void factorsStandInTheOrderInWhichTheyAreWritten() {
    assertThat(claim("V_1 \\cdots V_N = I")).isEqualTo("claim: V₁ ⋯ V_N = Iₚ");
    assertThat(claim("V_N V_{N-1} \\cdots V_1 = I")).isEqualTo("claim: V_N ⋯ V₁ = Iₚ");
    assertThat(claim("V_N V_{N-1} \\cdots V_1 = I")).isNotEqualTo(claim("V_1 \\cdots V_N = I"));
    assertThat(claim("\\prod_{k=N}^1 V_k = I")).isEqualTo(claim("V_N \\cdots V_1 = I"));
    assertThat(claim("\\prod_{k=1}^N V_k = I")).startsWith("unread:");
    assertThat(claim("W_N \\cdots W_1 = W_N \\cdots W_1")).startsWith("claim:");
    assertThat(claim("W_1 \\cdots W_N = W_1 \\cdots W_N")).startsWith("unread:");
    assertThat(claim("u_1 \\cdots u_n = a")).startsWith("unread:");
  }

  @Test
  void aListWithDotsIsAColumnAndOfVectorsTheColumns() {
    assertThat(claim("\\|(c_1, \\dots, c_n)\\|^2 = a")).startsWith("claim:");
    assertThat(claim("(u_1, \\dots, u_n) (c_1, \\dots, c_n) = \\sum_i c_i u_i"))
        .startsWith("claim:");
    assertThat(claim("(u_1, \\dots, u_n)^\\top (c_1, \\dots, c_n) = \\sum_i c_i u_i"))
        .startsWith("unread:");
    assertThat(claim("(c_1, c_3, \\dots, c_n) = b")).startsWith("unread:");
  }

  @Test
  void argumentsWithDotsAreOneArgument() {
    Sheet function = sheet().display("f(x_1, \\dots, x_n) = \\sum_{k=1}^n x_k^2");
    assertThat(function.display("f(c_1, \\dots, c_n) = a").lines().getLast())
        .startsWith("claim: f(");
    assertThat(
            sheet().display("f(x_1, \\dots, x_n) = x_1").display("f(c_2, \\dots, c_n) = a").lines())
        .last()
        .asString()
        .startsWith("unread:");
    assertThat(sheet().display("f(x_2, \\dots, x_n) = x_2").lines().getFirst())
        .startsWith("unread:");
  }

  @Test
  void aMatrixHasMarksOrCommasBetweenItsEntries() {
    String matrix = claim("\\begin{bmatrix} a & b \\\\ b & a \\end{bmatrix} = I");
    assertThat(matrix).startsWith("claim:");
    assertThat(claim("\\begin{bmatrix} a, b \\\\ b, a \\end{bmatrix} = I")).isEqualTo(matrix);
    assertThat(claim("\\begin{bmatrix} a, & b, \\\\ b, & a \\end{bmatrix} = I")).isEqualTo(matrix);
    assertThat(claim("[a, b; b, a] = I")).isEqualTo(matrix);
    assertThat(claim("\\begin{bmatrix} a, \\\\ b, \\end{bmatrix} = 0"))
        .isEqualTo(claim("\\begin{bmatrix} a \\\\ b \\end{bmatrix} = 0"));
    for (String bad :
        new String[] {
          "\\begin{bmatrix} a, b & a \\\\ b & a & b \\end{bmatrix}",
          "[a, b; a]",
          "\\begin{bmatrix} a,, b \\end{bmatrix}"
        }) {
      assertThat(claim(bad + " = I")).as(bad).startsWith("unread:");
    }
  }
}
