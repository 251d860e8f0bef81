package dev.hence.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.read.Declarations;
import dev.hence.read.Reader;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class NavigationTest {
  private static final String PAGE =
      """
      ---
      let:
        - x_i, w \\in \\mathbb{R}^d
        - i = 1, \\dots, n
      ---
      The loss of $w$ is

      $$L_{\\text{reg}}(w) = \\sum_{i=1}^n (w^\\top x_i)^2 + c \\tag{1} \\label{eq:loss}$$

      $$L(w) = w^\\top w \\tag{2}$$

      By (1) and \\eqref{eq:loss}, but not (3), we get

      $$\\nabla_w L_{\\text{reg}}(w) = f(1) + 2 \\sum_{i=1}^n (w^\\top x_i) x_i \\tag{4}$$
      """;

  private final Navigation navigation =
      Navigation.of(Reader.read(new SourceText("page.md", PAGE), Declarations.DECLARED));

  /** The place of a piece of the page, behind another. */
  private static int after(String piece, String before) {
    return PAGE.indexOf(piece, PAGE.indexOf(before));
  }

  private Span definition(int offset) {
    return navigation.definition(offset).orElseThrow();
  }

  @Test
  void goesFromANameToItsDefinition() {
    int use = after("L_{\\text{reg}}", "nabla");
    assertThat(definition(use).start()).isEqualTo(PAGE.indexOf("L_{\\text{reg}}"));
  }

  @Test
  void tellsNamesWithLabelsApart() {
    assertThat(definition(after("L(w)", "eq:loss")).start()).isEqualTo(PAGE.indexOf("L(w)"));
  }

  @Test
  void goesFromANameToItsDeclaration() {
    assertThat(definition(after("w", "The loss of $")).start()).isEqualTo(PAGE.indexOf("w \\in"));
    assertThat(definition(after("x_i", "+ 2")).start()).isEqualTo(PAGE.indexOf("x_i"));
  }

  @Test
  void goesToTheFirstMentionOfWhatNothingDeclares() {
    int first = after("c \\tag", "");
    assertThat(definition(first)).isEqualTo(new Span(first, first + 1));
  }

  @Test
  void goesFromAReferenceToItsEquation() {
    assertThat(definition(after("(1)", "By") + 1).start()).isEqualTo(PAGE.indexOf("1} \\label"));
    assertThat(definition(after("eq:loss", "eqref")).start()).isEqualTo(PAGE.indexOf("eq:loss"));
  }

  @Test
  void takesNoOtherNumberForAReference() {
    assertThat(navigation.definition(after("(3)", "By") + 1)).isEmpty();
    assertThat(navigation.references(PAGE.indexOf("1} \\label"), false))
        .extracting(Span::start)
        .containsExactly(after("(1)", "By") + 1);
  }

  @Test
  void findsAllThatMentionsAName() {
    List<Span> without = navigation.references(PAGE.indexOf("L(w)"), false);
    assertThat(without).isEmpty();
    List<Span> all = navigation.references(PAGE.indexOf("L_{\\text{reg}}"), true);
    assertThat(all)
        .extracting(Span::start)
        .containsExactly(PAGE.indexOf("L_{\\text{reg}}"), PAGE.lastIndexOf("L_{\\text{reg}}"));
  }

  @Test
  void findsTheEntryOfTheHeaderToo() {
    List<Span> all = navigation.references(after("x_i", "+ 2"), true);
    assertThat(all).extracting(Span::start).contains(PAGE.indexOf("x_i")).hasSize(4);
  }

  @Test
  void findsNothingInWords() {
    assertThat(navigation.definition(PAGE.indexOf("loss of"))).isEmpty();
  }
}
