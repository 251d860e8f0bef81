package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits, orders of magnitude, approximations and independence. */
final class LimitsTest {
  private static Sheet numbers() {
    return Sheet.let(
        "x, a \\in \\mathbb{R}",
        "h > 0",
        "z \\in \\mathbb{R}^3",
        "w, v \\in \\mathbb{R}^d",
        "f(x) \\in \\mathbb{R}");
  }

  private static String first(String display) {
    return numbers().display(display).lines().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          e^x = 1 + x + O(x^2) ! exp(x) = 1 + x + O(x²) as x → 0
          e^x = 1 + x + x \\mathcal{O}(x) ! exp(x) = 1 + x + O(x x) as x → 0
          e^x - 1 = o(1) + x, \\quad x \\to 0 ! exp(x) − 1 = x + o(1) as x → 0
          \\sin x = \\sin a + O(x - a) ! sin(x) = sin(a) + O(x − a) as x → a
          f(a + h) = f(a) + O(h) ! f(a + h) = f(a) + O(h) as h → 0⁺
          O(h^2) = O(h) ! 0 + O(h²) = O(h) as h → 0⁺
          a h = O(a h) \\quad (h \\to 0) ! a h = O(a h) as h → 0⁺
          e^{-x} \\to 0 \\quad (x \\to \\infty) ! exp(−x) → 0 as x → ∞
          e^{x} \\to \\infty \\text{ as } x \\to \\infty ! exp(−exp(x)) → 0 as x → ∞
          \\lim_{x \\to 0} \\frac{\\sin x}{x} = 1 ! sin(x)/x → 1 as x → 0
          \\lim_{x \\downarrow 0} \\log x = -\\infty ! exp(log(x)) → 0 as x → 0⁺
          \\sin x \\approx x \\text{ for small } x ! sin(x) ≈ x as x → 0
          \\sin x \\sim x \\quad (x \\to 0) ! sin(x) = x + o(x) as x → 0
          \\sin 0.1 \\approx 0.0998 ! sin(0.1) ≈ 0.0998
          """)
  void aLimitSaysWhichLetterGoesWhere(String display, String read) {
    assertThat(first(display)).isEqualTo("claim: " + read);
  }

  @Test
  void whatNothingSaysIsAskedFor() {
    assertThat(first("a x = O(a x)")).startsWith("unread: Nothing says which letter goes where");
    assertThat(first("x^2 \\to 0")).startsWith("unread: Nothing says which letter goes where");
  }

  @Test
  void aLetterThatGoesSomewhereStandsInTheLimitAlone() {
    assertThat(first("\\lim_{x \\to 0} x^2 = x")).startsWith("unread:");
    assertThat(first("\\lim_{x \\to 0} x = \\lim_{x \\to 1} x")).startsWith("unread:");
    assertThat(first("\\lim_{x \\to x} x = 0")).startsWith("unread:");
  }

  @Test
  void anEqualitySaysWhetherItHoldsInTheLimitOrAlways() {
    assertThat(first("\\sin x = x \\quad (x \\to 0)"))
        .isEqualTo("unread: This may be read as what holds in the limit, or as what always holds.");
  }

  @Test
  void anOrderThatIsLostOnTheRightIsNotRead() {
    assertThat(first("x + O(x^2) = x")).startsWith("unread:");
    assertThat(first("x = O(x) + o(x)")).startsWith("unread:");
  }

  @Test
  void theHeaderSaysWhatGoesWhere() {
    Sheet sheet = numbers().key("assume", "h \\to 0");
    assertThat(sheet.display("a h^2 = O(a h)").lines())
        .containsExactly("claim: a h² = O(a h) as h → 0⁺");
  }

  @Test
  void aLetterThatIsDeclaredIsNoOrder() {
    assertThat(Sheet.let("O(x) \\in \\mathbb{R}").display("2 O(x) = O(x) + O(x)").lines())
        .containsExactly("claim: 2 O(x) = O(x) + O(x)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          w^\\top v \\text{ does not depend on } w ! wᵀ v = (wᵀ v)|_{w=w̃}
          z_1 - z_2 \\text{ does not depend on } z_3 ! z₁ − z₂ = (z₁ − z₂)|_{z=[z₁;z₂;z̃]}
          a - a \\text{ is independent of } a ! a − a = (a − a)|_{a=ã}
          """)
  void independenceComparesTwoValues(String display, String read) {
    assertThat(first(display)).isEqualTo("claim: " + read);
  }

  @Test
  void independenceIsOfOneDeclaredVariable() {
    assertThat(first("w \\text{ does not depend on } x + a")).startsWith("unread:");
    assertThat(first("w \\text{ does not depend on } f")).startsWith("unread:");
    assertThat(first("w \\text{ does not depend on } b")).startsWith("unread:");
  }
}
