package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases, indicators, binomials and evaluations: what is read, and what is not made up. */
final class NotationsTest {
  private static List<String> lines(String display) {
    return Sheet.let("x, a, b \\in \\mathbb{R}", "n, k \\in \\mathbb{N}").display(display).lines();
  }

  private static String cases(String rows) {
    return lines("|x| = \\begin{cases} " + rows + " \\end{cases}").getFirst();
  }

  @Test
  void casesThatLeaveNothingOutNeedNoOtherwise() {
    assertThat(cases("x & x \\ge 0 \\\\ -x & x < 0")).startsWith("claim");
    assertThat(cases("x & x > 0 \\\\ -x & x < 0")).startsWith("claim");
    assertThat(cases("x & x \\ge 2 \\\\ a & 0 \\le x < 2 \\\\ -x & x < 0")).startsWith("claim");
    assertThat(cases("x & x > 1 \\\\ -x & x < 0")).startsWith("unread");
    assertThat(cases("x & x \\ge 0 \\\\ -x & a < 0")).startsWith("unread");
    assertThat(cases("x & x = 0 \\\\ -x & x < 0")).startsWith("unread");
    assertThat(lines("n = \\begin{cases} 1 & n > 1 \\\\ 2 & n < 1 \\end{cases}").getFirst())
        .startsWith("unread");
  }

  @Test
  void wordsThatAreNoOtherwiseAreNotPassedOver() {
    assertThat(cases("x & x \\ge 0 \\\\ -x & \\text{otherwise}")).startsWith("claim");
    assertThat(cases("x & x \\ge 0 \\\\ -x & \\text{sometimes}")).startsWith("unread");
  }

  @Test
  void anIndicatorIsOfAllItsRelations() {
    String all =
        lines("\\mathbb{1}(x > 1, x < 2) = \\mathbf{1}_{x > 1} \\mathbb{I}\\{x < 2\\}").getFirst();
    assertThat(all).startsWith("claim");
    assertThat(lines("\\mathbb{1}(x > 1; x < 2) = 1").getFirst()).startsWith("unread");
  }

  @Test
  void theLowerNumberOfABinomialIsWhole() {
    assertThat(lines("\\binom{n}{k} = \\binom{n}{n-k}").getFirst()).startsWith("claim");
    assertThat(lines("\\binom{x}{2} = \\frac{x (x - 1)}{2}"))
        .containsExactly("claim: (x · (x − 1))/2 = (x · (x − 1))/2");
    assertThat(lines("\\binom{n}{x} = 1").getFirst()).startsWith("unread");
  }

  @Test
  void endsWithoutAVariableAreThoseOfTheOnlyOne() {
    assertThat(lines("\\left[x^2\\right]_a^b = (b - a)(b + a)").getFirst())
        .startsWith("claim: (x²)|");
    assertThat(lines("\\left[x^2 a\\right]_0^1 = a").getFirst()).startsWith("unread");
    assertThat(lines("\\left. x^2 \\right|_{x=a}^{n=b} = 1").getFirst()).startsWith("unread");
    assertThat(lines("\\left. x a \\right|_{x=1, a=2} = 2").getFirst()).startsWith("claim");
    assertThat(lines("\\left. x a \\right|_{x=a, a=2} = 4").getFirst()).startsWith("unread");
  }

  @Test
  void aDerivativeByANamedArgumentIsByThatAlone() {
    Sheet sheet =
        Sheet.let(
            "w, \\lambda \\in \\mathbb{R}",
            "f(w, \\lambda) \\in \\mathbb{R}",
            "g(\\lambda) \\in \\mathbb{R}");
    assertThat(sheet.display("\\nabla_\\lambda f(g(\\lambda), \\lambda) = 0").lines().getLast())
        .isEqualTo("claim: (∂f(w, λ)/∂λ)|_{w=g(λ)} = 0");
    assertThat(sheet.display("\\frac{d}{d\\lambda} f(g(\\lambda), \\lambda) = 0").lines().getLast())
        .doesNotContain("|_");
    assertThat(sheet.display("\\nabla_\\lambda f(2 \\lambda, \\lambda) = 0").lines().getLast())
        .doesNotContain("|_");
  }

  @Test
  void whereAnotherValueStandsInTheArgumentItIsNotTheDerivativeOfAConstant() {
    assertThat(
            Sheet.let("w, v \\in \\mathbb{R}", "f(w) \\in \\mathbb{R}")
                .display("\\nabla_w \\frac{f(v)}{2} = 0")
                .lines()
                .getFirst())
        .startsWith("unread");
  }

  @Test
  void primesOnNamedFunctionsAreDerivatives() {
    assertThat(lines("\\sin'(x a) = \\cos(x a)"))
        .containsExactly(lines("\\sin^\\prime(x a) = \\cos(x a)").getFirst());
    assertThat(lines("\\sin'(x) = \\cos(x)").getFirst()).startsWith("claim");
    assertThat(lines("\\max'(x, a) = 1").getFirst()).startsWith("unread");
  }

  @Test
  void whatIsSaidFurtherOfAnIndexRestrictsIt() {
    Sheet sheet = Sheet.let("a_i \\in \\mathbb{R}", "i, j, l = 1, \\dots, n");
    assertThat(sheet.display("\\sum_{l=1, l \\ne j}^n a_l = 0").lines().getFirst()).contains("≠j");
  }

  @Test
  void aPowerOfWhatNothingSpeaksOfIsGivenAValue() {
    assertThat(
            Sheet.let("a \\in \\mathbb{R}").display("s^2 = a").display("s^2 + 1 = a + 1").lines())
        .containsExactly("definition: s^{2} = a", "claim: s^{2} + 1 = a + 1");
    assertThat(lines("x^2 = a").getFirst()).startsWith("claim");
    assertThat(Sheet.let("a \\in \\mathbb{R}").display("s^2 = 2 s").lines().getFirst())
        .startsWith("claim");
  }

  @Test
  void aDefinitionMayPointToTheRight() {
    assertThat(lines("x^2 + a =: r")).containsExactly("definition: r = x² + a");
    assertThat(lines("x = a =: r").getLast()).startsWith("unread");
  }

  @Test
  void anOrderOfMatricesIsThatOfTheirForms() {
    Sheet sheet = Sheet.let("X, C \\in \\mathbb{R}^{n \\times n}", "u \\in \\mathbb{R}^n");
    assertThat(sheet.display("X^\\top X \\succ 0").lines())
        .containsExactly("claim: vᵀ Xᵀ X v > 0 if ‖v‖² > 0");
    assertThat(sheet.display("C \\succeq 0").lines())
        .contains("claim: C = Cᵀ", "claim: vᵀ C v ≥ 0");
    assertThat(sheet.display("u \\succeq 0").lines().getLast()).startsWith("unread");
  }

  @Test
  void aNumberThatIsSetApartNamesTheRow() {
    assertThat(lines("x + x = 2 x \\,\\,\\, (2)")).containsExactly("claim: x + x = 2 x");
    assertThat(lines("x + x = 2 x - (II)")).containsExactly("claim: x + x = 2 x");
    assertThat(lines("x + x = x (2)")).containsExactly("claim: x + x = x · 2");
    assertThat(lines("x + a = a + x - (1)").getFirst()).startsWith("unread");
    assertThat(lines("5 - 1 = 5 - (1)").getFirst()).startsWith("claim");
  }

  @Test
  void aBarBehindFactorsThatChangeMayEvaluateAllOrTheLast() {
    assertThat(lines("a x^2 \\Big|_{x=b} = a b^2").getFirst()).startsWith("claim");
    assertThat(lines("x x^2 \\Big|_{x=b} = b^3").getFirst()).startsWith("unread");
  }
}
