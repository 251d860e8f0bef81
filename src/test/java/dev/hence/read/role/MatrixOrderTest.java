package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of matrices, by their quadratic forms. */
final class MatrixOrderTest {
  private static List<String> read(String display) {
    return Sheet.let(
            "X \\in \\mathbb{R}^{m \\times n}",
            "A \\in \\mathbb{S}^n",
            "B \\in \\mathbb{R}^{n \\times n}",
            "c \\in \\mathbb{R}",
            "z \\in \\mathbb{R}^n")
        .display(display)
        .lines();
  }

  @Test
  void anOrderIsOneOfQuadraticForms() {
    assertThat(read("X^\\top X \\succeq 0")).containsExactly("claim: vᵀ Xᵀ X v ≥ 0");
    assertThat(read("A \\preceq c I")).containsExactly("claim: vᵀ A v ≤ c ‖v‖²");
    assertThat(read("A \\succ 0")).containsExactly("claim: vᵀ A v > 0 if ‖v‖² > 0");
    assertThat(read("0 \\prec A")).containsExactly("claim: 0 < vᵀ A v if ‖v‖² > 0");
  }

  @Test
  void whatDoesNotLookSymmetricIsClaimedToBe() {
    assertThat(read("B \\succeq 0")).containsExactly("claim: B = Bᵀ", "claim: vᵀ B v ≥ 0");
  }

  @Test
  void whatRestrictsAnOrderIsKept() {
    assertThat(read("A \\succ 0 \\quad \\text{if } c > 0"))
        .containsExactly("claim: vᵀ A v > 0 if c > 0 if ‖v‖² > 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X \\succeq 0", "z \\succeq 0", "c \\succeq 0", "0 \\preceq 0"})
  void whatIsNoSquareMatrixHasNoOrder(String display) {
    assertThat(read(display)).allSatisfy(line -> assertThat(line).startsWith("unread: "));
  }
}
