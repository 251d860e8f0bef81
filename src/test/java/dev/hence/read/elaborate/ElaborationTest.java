package dev.hence.read.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.read.role.Sheet;
import org.junit.jupiter.api.Test;

/** The laws of the reader, as far as they hold by types. */
final class ElaborationTest {
  private static Sheet vectors() {
    return Sheet.let(
        "X \\in \\mathbb{R}^{n \\times d}", "w \\in \\mathbb{R}^d", "y \\in \\mathbb{R}^n");
  }

  // What does not fit

  @Test
  void whatDoesNotFitIsToldWithBothTypes() {
    assertThat(vectors().display("X w = w").lines())
        .containsExactly("unread: In a claim ℝ^{n} does not fit ℝ^{d}: n is not d.");
    assertThat(vectors().display("X^\\top w = y").lines().getFirst())
        .startsWith("unread: In a product ℝ^{d × n} does not fit ℝ^{d}");
    assertThat(vectors().display("w > 0").lines().getFirst()).startsWith("unread:");
  }

  @Test
  void zeroIsTheZeroOfAnyType() {
    assertThat(vectors().display("X w - y = 0").lines()).containsExactly("claim: X w − y = 0");
  }

  @Test
  void aNumberBesideVectorsStandsForOneInEveryEntry() {
    assertThat(vectors().display("X w - y + 2 = 0").lines())
        .containsExactly("claim: X w − y + 2 · 𝟏 = 0");
  }

  @Test
  void theIdentityIsAsLargeAsItMustBe() {
    assertThat(vectors().display("(X^\\top X + I) w = X^\\top y").lines())
        .containsExactly("claim: (Xᵀ X + I_d) w = Xᵀ y");
    assertThat(vectors().display("I = I").lines().getFirst())
        .startsWith("unread: Nothing says of what size this is");
  }

  // Law 5: no default against evidence

  @Test
  void aLetterHasTheTypeThatItsUsesForce() {
    assertThat(vectors().display("X^\\top u = w").lines()).containsExactly("claim: Xᵀ u = w");
    assertThat(vectors().display("u + y = y + u").lines()).containsExactly("claim: u + y = y + u");
    assertThat(vectors().display("\\operatorname{tr}(A) = a").lines().getFirst())
        .startsWith("unread: Nothing says of what size this is");
  }

  @Test
  void aLetterIsANumberWhereAllUsesAllowIt() {
    assertThat(vectors().display("c w + c w = 2 c w").lines())
        .containsExactly("claim: c w + c w = 2 c w");
    assertThat(Sheet.let().display("a^2 - b^2 = (a + b)(a - b)").lines())
        .containsExactly("claim: a² − b² = (a + b) (a − b)");
  }

  @Test
  void theArgumentOfADefinedFunctionHasTheTypeThatTheFormulaForces() {
    assertThat(vectors().display("f(v) = \\| X v - y \\|^2").display("f(w) = 0").lines())
        .containsExactly("definition: f(v) = ‖X v − y‖²", "claim: f(w) = 0");
    assertThat(vectors().display("f(v) = \\| X v - y \\|^2").display("f(y) = 0").lines().getLast())
        .startsWith("unread: In an argument ℝ^{d} does not fit ℝ^{n}");
  }

  @Test
  void whatMustBeDeclaredIsNoNumber() {
    assertThat(Sheet.let().display("\\mathbf{v} + 1 = 1 + \\mathbf{v}").lines())
        .containsExactly("unread: `\\boldsymbol{v}` is used but nothing says what it is.");
    assertThat(Sheet.let().display("g(x) + 1 = 1 + g(x)").lines())
        .containsExactly("unread: `g` is used but nothing says what it is.");
    assertThat(Sheet.let("x \\in \\mathbb{R}").display("x + O(x^2) = x").lines().getFirst())
        .startsWith("unread:");
  }

  // Law 4: scripts on entries

  @Test
  void aTransposeBesideSubscriptsIsTheMatrixs() {
    Sheet sheet = Sheet.let("A \\in \\mathbb{R}^{n \\times n}", "i, j = 1, \\dots, n");
    assertThat(sheet.display("A^\\top_{ij} = A_{ji}").lines())
        .containsExactly("claim: (Aᵀ)ᵢⱼ = Aⱼᵢ");
    assertThat(sheet.display("A_{ij}^{-1} = A_{ij}").lines().getLast())
        .isEqualTo("claim: (A⁻¹)ᵢⱼ = Aᵢⱼ");
  }

  @Test
  void aPowerBehindSubscriptsIsTheEntrysAndBeforeThemItIsAskedFor() {
    Sheet sheet = Sheet.let("A \\in \\mathbb{R}^{n \\times n}", "i, j = 1, \\dots, n");
    assertThat(sheet.display("A_{ij}^2 \\ge 0").lines()).containsExactly("claim: Aᵢⱼ² ≥ 0");
    assertThat(sheet.display("A^2_{ij} \\ge 0").lines().getLast())
        .isEqualTo(
            "unread: This may be read as the power of an entry, or as an entry of the power.");
  }

  // Law 3: binders

  @Test
  void aSumBindsItsIndexAndAsksWhereItEnds() {
    Sheet sheet = Sheet.let("a_i \\in \\mathbb{R}", "i, j = 1, \\dots, n");
    assertThat(sheet.display("\\sum_i a_i = \\sum_{k=1}^n a_k").lines())
        .containsExactly("claim: ∑ᵢ aᵢ = ∑ₖ₌₁ⁿ aₖ");
    assertThat(sheet.display("\\sum_i a_i + a_i = 0").lines().getLast())
        .startsWith("unread: This may be read as a sum that ends at the sign");
    assertThat(sheet.display("2 \\sum_{i < j} a_i a_j = 0").lines().getLast())
        .startsWith("unread: This may be read as one sum over i for each j");
  }

  @Test
  void anIndexThatADefinitionLeavesOpenIsAskedFor() {
    assertThat(Sheet.let("a_i \\in \\mathbb{R}", "i = 1, \\dots, n").display("s = a_i^2").lines())
        .containsExactly("unread: Nothing says over which range the index i runs.");
  }

  // Choices

  @Test
  void severalReadingsArePrintedAsTheyWouldBeRead() {
    assertThat(Sheet.let().display("\\cos x y = 1").lines())
        .containsExactly("unread: This may be read as cos(x y) and 1, or as cos(x) y and 1.");
  }

  @Test
  void typesDecideBetweenReadings() {
    assertThat(vectors().display("\\log \\|w\\|^2 y^\\top y = 0").lines().getFirst())
        .startsWith("unread: This may be read as");
    assertThat(
            Sheet.let("f(x) \\in \\mathbb{R}", "x, a, b \\in \\mathbb{R}")
                .display("f(a + b) = a (a + b)")
                .lines())
        .containsExactly("claim: f(a + b) = a · (a + b)");
  }

  @Test
  void whatHasTwoReadingsByTheLanguageIsAskedFor() {
    Sheet sheet = Sheet.let("f(x) \\in \\mathbb{R}", "x \\in \\mathbb{R}");
    for (String display :
        new String[] {"f^2(x) = 1", "f(1 - f) = 1", "x / 2 x = 1", "(f \\cdot f)(x) = 1"}) {
      assertThat(sheet.display(display).lines().getLast())
          .as(display)
          .startsWith("unread: This may be read as");
    }
  }

  // Law 1: nothing is without effect

  @Test
  void wordsThatAreInNoListMakeADisplayUnread() {
    assertThat(Sheet.let("x > 0").display("x + 1 > 0 \\text{ almost surely}").lines().getFirst())
        .startsWith("unread:");
    assertThat(Sheet.let("x > 0").display("x + 1 > 0 \\text{ by adding}").lines())
        .containsExactly("claim: x + 1 > 0");
  }

  @Test
  void anEntryThatDeclaresNothingIsRefusedAndWithItWhatSpeaksOfItsName() {
    Sheet sheet = Sheet.let("x", "y \\in \\mathbb{C}").display("1 + 1 = 2").display("y = y");
    assertThat(sheet.read().refused()).hasSize(2);
    assertThat(sheet.lines().getFirst()).isEqualTo("claim: 1 + 1 = 2");
    assertThat(sheet.lines().getLast()).startsWith("unread:");
  }

  @Test
  void aNameWhoseFormulaIsLostIsNotANumber() {
    assertThat(vectors().display("M = X y").display("M - M = 0").lines())
        .allSatisfy(line -> assertThat(line).startsWith("unread:"));
  }

  // Derivatives

  @Test
  void aGradientIsOfTheTypeOfTheVariable() {
    assertThat(vectors().display("\\nabla_w \\| X w - y \\|^2 = 2 X^\\top (X w - y)").lines())
        .containsExactly("claim: ∇_w ‖X w − y‖² = 2 Xᵀ (X w − y)");
    assertThat(vectors().display("\\nabla_w \\| X w - y \\|^2 = y").lines().getFirst())
        .startsWith("unread: In a claim ℝ^{d} does not fit ℝ^{n}");
    assertThat(vectors().display("\\frac{\\partial}{\\partial w} (X w) = X").lines())
        .containsExactly("claim: ∂/∂w (X w) = X");
  }

  @Test
  void aDerivativeMayStandBeforeItsOperandThoughDIsASize() {
    assertThat(
            Sheet.let("v \\in \\mathbb{R}^d", "g(z) \\in \\mathbb{R}")
                .display("\\frac{d}{dz} g(z)^2 = 2 g(z) g'(z)")
                .lines())
        .containsExactly("claim: ∂/∂z g(z)² = 2 g(z) g′(z)");
  }

  @Test
  void ordersAboveAndBelowTheBarAreTheSame() {
    assertThat(
            Sheet.let("C, y \\in \\mathbb{R}")
                .display("\\frac{\\partial C}{\\partial y^2} = 0")
                .lines())
        .containsExactly("unread: The orders above and below the bar are not the same.");
  }
}
