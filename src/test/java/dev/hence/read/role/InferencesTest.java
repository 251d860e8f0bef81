package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is claimed by arrows, "and", "or", "not" and double signs, and what is asked for. */
final class InferencesTest {
  private static List<String> lines(String display) {
    return Sheet.let("x, y \\in \\mathbb{R}").display(display).lines();
  }

  @Test
  void anArrowClaimsWhatStandsBehindItWhereTheOtherHolds() {
    assertThat(lines("x = 2 \\implies 2 x = 4"))
        .containsExactly("no statement", "claim: 2 x = 4 if x = 2");
    assertThat(lines("x = 2 \\iff 2 x = 4"))
        .containsExactly("no statement", "claim: x = 2 if 2 x = 4", "claim: 2 x = 4 if x = 2");
  }

  @Test
  void commasAndAndJoinWhatStandsBetweenArrows() {
    assertThat(lines("x + y = 3, x - y = 1 \\implies x = 2"))
        .contains("claim: x = 2 if x + y = 3 if x − y = 1");
    assertThat(lines("x + y = 3 \\land x - y = 1 \\implies x = 2"))
        .contains("claim: x = 2 if x + y = 3 if x − y = 1");
    assertThat(lines("x = 1 \\implies x^2 = 1 \\land x^3 = 1"))
        .containsExactly("no statement", "claim: x² = 1 if x = 1", "claim: x³ = 1 if x = 1");
    assertThat(lines("x = 1 \\implies x^2 = 1, \\quad y + y = 2 y"))
        .containsExactly("no statement", "claim: x² = 1 if x = 1", "claim: y + y = 2 y");
  }

  @Test
  void ofAlternativesTheLastIsClaimedWhereNoOtherHolds() {
    assertThat(lines("x^2 = 9 \\implies x = 3 \\lor x = -3"))
        .containsExactly("no statement", "claim: x = −3 if x² = 9 if x ≠ 3");
    assertThat(lines("x \\ge 2 \\text{ or } x \\le -2 \\implies x^2 \\ge 4"))
        .containsExactly(
            "no statement", "no statement", "claim: x² ≥ 4 if x ≥ 2", "claim: x² ≥ 4 if x ≤ −2");
    assertThat(lines("x = 1, y = 1 \\lor x = 2 \\implies x > 0"))
        .allMatch(line -> line.contains("a comma beside an “or”"));
  }

  @Test
  void whatIsDeniedIsTurnedRound() {
    assertThat(lines("\\neg (x \\ge 2 \\lor x \\le -2) \\implies x^2 < 4"))
        .contains("claim: x² < 4 if x < 2 if x > −2");
    assertThat(lines("\\neg (x \\ge 2 \\land x \\le 3) \\implies x^2 < 4"))
        .contains("claim: x² < 4 if x < 2", "claim: x² < 4 if x > 3");
    assertThat(lines("\\neg (x \\approx 2) \\implies x^2 < 4").getLast()).startsWith("unread");
  }

  @Test
  void twoSignsOnOneSideOfferTwoValuesAndOnAllSidesMakeTwoStatements() {
    assertThat(lines("x^2 = 9 \\implies x = \\pm 3"))
        .containsExactly("no statement", "claim: x = −3 if x² = 9 if x ≠ 3");
    assertThat(lines("(x \\pm y)^2 = x^2 \\pm 2 x y + y^2"))
        .containsExactly("claim: (x + y)² = x² + 2 x y + y²", "claim: (x − y)² = x² − 2 x y + y²");
    assertThat(lines("(x \\pm y)^2 = x^2 \\mp 2 x y + y^2").getFirst())
        .isEqualTo("claim: (x + y)² = x² − 2 x y + y²");
    assertThat(lines("x^2 = \\pm 3").getFirst()).startsWith("unread");
    assertThat(lines("x^2 = 9 \\implies x \\pm y = 3 \\mp 1 + y^2 \\land x = \\pm 3").getLast())
        .startsWith("unread");
  }

  @Test
  void aDerivativeIsClaimedAndThatItVanishesIsAssumed() {
    assertThat(
            Sheet.let("x, a \\in \\mathbb{R}", "f(x) = (x - a)^2")
                .display("f'(x) = 2 (x - a) = 0 \\implies x = a")
                .lines())
        .containsExactly(
            "claim: f′(x) = 2 (x − a)", "no statement", "claim: x = a if 2 (x − a) = 0");
  }

  @Test
  void whatFollowsFromADefinitionIsClaimedAsItStands() {
    assertThat(lines("z = x^2 \\implies z \\ge 0"))
        .containsExactly("definition: z = x²", "claim: z ≥ 0");
    assertThat(lines("z = x^2, y = 1 \\implies z \\ge 0")).allMatch(l -> !l.startsWith("def"));
  }

  @Test
  void whatDeclaresIsNoPremise() {
    assertThat(lines("x \\in (0, 1) \\implies x > 0")).allMatch(l -> l.startsWith("unread"));
  }

  @Test
  void aPartOfWhatIsDeclaredRestricts() {
    assertThat(lines("\\sqrt{x^2} = x \\quad \\forall x \\in (0, 1]"))
        .containsExactly("claim: √(x²) = x if x > 0 if x ≤ 1");
    assertThat(
            Sheet.let("v_i \\in \\mathbb{R}", "i = 1, \\dots, n")
                .display(
                    "\\frac{\\partial v_i}{\\partial v_1} = 0 \\quad \\text{for } i = 2, \\dots, n")
                .lines())
        .allMatch(l -> l.endsWith("if i ≥ 2"));
  }
}
