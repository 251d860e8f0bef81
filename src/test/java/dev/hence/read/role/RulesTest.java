package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Notations of the author's own. */
final class RulesTest {
  private static Sheet sheet(String rule, String... let) {
    return Sheet.let(let).key("read", rule);
  }

  @Test
  void letterThatNothingDeclaresStandsForAnything() {
    Sheet sheet =
        sheet("F_u = \\partial F/\\partial u", "u, v \\in \\mathbb{R}", "f(u, v) \\in \\mathbb{R}");
    assertThat(sheet.display("f_u = v f_u").lines())
        .containsExactly("claim: ∂f(u, v)/∂u = v · (∂f(u, v)/∂u)");
  }

  @Test
  void whatStandsHighBesidesStays() {
    Sheet sheet = sheet("G_q = G + 1", "G, q, x \\in \\mathbb{R}");
    assertThat(sheet.display("G_q^2 = x").lines()).containsExactly("claim: (G + 1)² = x");
  }

  @Test
  void scriptsBelongToWhatTheAccentStandsOn() {
    Sheet sheet =
        sheet(
            "\\overline{z} = \\partial L/\\partial z",
            "a_i \\in \\mathbb{R}",
            "i, j = 1, \\dots, n",
            "L = \\sum_{j=1}^n a_j^2");
    assertThat(sheet.display("\\overline{a}_i = 2 a_i").lines())
        .containsExactly("claim: ∂L/∂aᵢ = 2 aᵢ");
  }

  @Test
  void aScriptOfADeclaredNameStandsForItself() {
    Sheet sheet =
        sheet("\\partial_{w_{hx}} y = 5", "w_{hx}, w_{hh} \\in \\mathbb{R}", "y = w_{hx} + w_{hh}");
    assertThat(sheet.display("\\partial_{w_{hh}} y = 1").lines())
        .containsExactly("claim: ∂y/∂wₕₕ = 1");
    assertThat(sheet.display("\\partial_{w_{hx}} y = 1").lines()).contains("claim: 5 = 1");
  }

  @Test
  void whatARulePutsInIsNotReadAgain() {
    Sheet sheet = sheet("P^\\ast = 2 P^\\ast", "A \\in \\mathbb{R}");
    assertThat(sheet.display("A^\\ast = 0").lines()).allMatch(l -> l.startsWith("unread"));
  }

  @Test
  void rulesThatFitNowhereAndThoseThatAreNoneAreTold() {
    Sheet sheet = sheet("a < b", "x \\in \\mathbb{R}").display("x = x");
    assertThat(sheet.read().refused()).hasSize(1);
    Sheet idle = sheet("P^\\ast = 2 P", "x \\in \\mathbb{R}").display("x = x");
    assertThat(idle.read().refused()).hasSize(1);
  }

  @Test
  void twoRulesForOnePlaceAreAskedFor() {
    Sheet sheet = Sheet.let("A \\in \\mathbb{R}").key("read", "P^\\ast = 2 P", "A^\\ast = 3 A");
    assertThat(sheet.display("A^\\ast = 0").lines())
        .containsExactly("unread: Two rules of `read` fit here.");
  }
}
