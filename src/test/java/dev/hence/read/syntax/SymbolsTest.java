package dev.hence.read.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.read.symbol.Mark;
import dev.hence.read.symbol.Mark.Place;
import dev.hence.read.symbol.Symbol;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SymbolsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x                       | x",
        "\\theta                 | \\theta",
        "\\dot{\\hat{x}}         | \\dot{\\hat{x}}",
        "\\boldsymbol{\\mathcal{L}} | \\boldsymbol{\\mathcal{L}}",
        "\\mathbf x              | \\boldsymbol{x}",
        "\\operatorname{softmax} | \\mathrm{softmax}",
        "\\mathrm{train\\_loss}  | \\mathrm{train\\_loss}",
        "w_1                     | w_{1}",
        "W^{(2)}                 | W^{(2)}",
        "x'                      | x'",
        "x''_0                   | x''_{0}",
        "w_{hx}                  | w_{h x}",
        "L_{\\text{train}}       | L_{\\mathrm{train}}",
        "w^\\ast                 | w^{\\ast}",
        "x^+                     | x^{+}",
        "w_{-i}                  | w_{-i}",
        "\\Delta w               | \\Delta w",
        "ẋ                       | \\dot{x}",
        "ℝ                       | \\mathbb{R}",
        "\\mathbb{1}             | \\mathbb{1}",
      })
  void aNameIsReadWithItsMarksAndPrinted(String latex, String printed) {
    assertThat(Symbols.marked(tree(latex)).map(Symbol::latex)).contains(printed);
  }

  @Test
  void theSameNameWrittenInTwoWaysIsOneSymbol() {
    assertThat(marked("w_{1}^{(2)}")).isEqualTo(marked("w^{(2)}_1"));
    assertThat(marked("\\mathbf{x}")).isEqualTo(marked("\\boldsymbol x"));
    assertThat(marked("{\\bf x}")).isEqualTo(marked("\\mathbf x"));
    assertThat(marked("x^{\\prime}")).isNotEmpty();
    assertThat(marked("x_1")).isNotEqualTo(marked("x^1"));
  }

  @Test
  void scriptsAreLeftToOthersOrTaken() {
    Tree tree = tree("w_{hx}");
    assertThat(Symbols.bare(tree)).contains(Symbol.of("w"));
    assertThat(Symbols.scripts(tree)).hasSize(1);
    assertThat(Symbols.marked(tree).orElseThrow().marks())
        .containsExactly(new Mark.Label(Place.LOW, List.of(Symbol.of("h"), Symbol.of("x"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a + b", "12", "f(x)", "\\frac{a}{b}", "x_{i + 1}", "x^{a + b}", "2", "x_{+i}"})
  void whatIsNoNameIsNoSymbol(String latex) {
    assertThat(marked(latex)).isEmpty();
  }

  private static Optional<Symbol> marked(String latex) {
    return Symbols.marked(tree(latex));
  }

  private static Tree tree(String latex) {
    Tree.Rows rows = (Tree.Rows) Parser.display(Source.of(latex)).tree();
    Tree item = rows.rows().getFirst().items().getFirst();
    return item instanceof Tree.Choice c && c.doubt() == Doubt.DIFFERENCE_OR_PRODUCT
        ? c.readings().getFirst()
        : item;
  }
}
