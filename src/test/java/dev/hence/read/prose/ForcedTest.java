package dev.hence.read.prose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.read.syntax.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the uses of letters in displays say of them, without a word around. */
class ForcedTest {
  private static List<String> entries(String displays) {
    List<Page.Part> parts = new ArrayList<>();
    for (String display : displays.split(";;", -1)) {
      parts.add(new Page.Display(parts.size(), Source.of(display.strip())));
    }
    return Prose.of(new Page(parts), List.of()).entries().stream()
        .map(Entry::text)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "\\sum_{i=1}^n (x_i - m)^2 = 0 # x_i \\in \\mathbb{R}",
        "e^{-x_i} < 1 # x_i \\in \\mathbb{R}",
        "u^\\top v = 1 # u \\in \\mathbb{R}^d; v \\in \\mathbb{R}^d",
        "\\lVert u - v \\rVert \\le r # u \\in \\mathbb{R}^d; v \\in \\mathbb{R}^d",
        "|\\langle u, v \\rangle| \\le 1 # u \\in \\mathbb{R}^d; v \\in \\mathbb{R}^d",
        "\\lVert u \\rVert \\lVert v \\rVert = 1 # u \\in \\mathbb{R}^d; v \\in \\mathbb{R}^m",
        "\\mathbf{w}^T \\mathbf{x} + b = z # \\boldsymbol{w} \\in \\mathbb{R}^d;"
            + " \\boldsymbol{x} \\in \\mathbb{R}^d",
        "f(v) \\ge f(u) + \\nabla f(u)^\\top (v - u) # f(v) \\in \\mathbb{R};"
            + " u \\in \\mathbb{R}^d; v \\in \\mathbb{R}^d",
        "f(x) + f(y) \\le 2 # f(x) \\in \\mathbb{R}",
        "\\lVert w \\rVert^2 = \\sum_{j=1}^d w_j^2 # w \\in \\mathbb{R}^d",
        "x^\\top A x = \\sum_{i=1}^n \\sum_{j=1}^n A_{ij} x_i x_j #"
            + " A \\in \\mathbb{R}^{n \\times n}; x \\in \\mathbb{R}^n",
        "\\sum_{i=1}^n \\sum_{j=1}^n (x_i - x_j)^2 = a #"
            + " i = 1, \\dots, n; x_i \\in \\mathbb{R}",
        "f = a x + b ;; J = \\sum_{i=1}^n (a x_i + b)^2 # x_i \\in \\mathbb{R}",
        "r = \\nabla f(u) ;; \\lVert u \\rVert = 1 ;; f(u) \\le s + t^2 #"
            + " f(u) \\in \\mathbb{R}; u \\in \\mathbb{R}^d"
      })
  void isInferred(String displays, String entries) {
    assertThat(String.join("; ", entries(displays))).isEqualTo(entries);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a^2 - b^2 = (a + b)(a - b)",
        "A^\\top B = B^\\top A",
        "p(x \\mid z) = p(z \\mid x) p(x) / p(z)",
        "\\lVert A B \\rVert \\le \\lVert A \\rVert \\lVert B \\rVert",
        "u^\\top v = 1 ;; u + 1 = 2",
        "a(b + c) = a b + a c"
      })
  void staysOpen(String displays) {
    assertThat(entries(displays)).noneMatch(e -> !e.matches("[uv] .*"));
  }
}
