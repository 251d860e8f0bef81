package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.read.role.Roles.Left;
import dev.hence.read.role.Roles.Role;
import dev.hence.read.role.Roles.Said;
import dev.hence.read.role.Roles.Sign;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 6: one row, one test. */
final class RolesTest {
  /** What is said of a line, what stands on its left, its relation, and what it is then. */
  record Example(Said said, Left left, Sign sign, Role role) {}

  static List<Example> examples() {
    return List.of(
        new Example(Said.SKIP, Left.NEW, Sign.EQUATION, Role.NO_STATEMENT),
        new Example(Said.NOTHING, Left.OTHER, Sign.NONE, Role.NO_STATEMENT),
        new Example(Said.NOTHING, Left.DECLARED, Sign.MEMBER, Role.NO_STATEMENT),
        new Example(Said.GIVEN, Left.DECLARED, Sign.EQUATION, Role.ASSUMPTION),
        new Example(Said.ASSUMED, Left.DECLARED, Sign.EQUATION, Role.NO_STATEMENT),
        new Example(Said.CONDITION, Left.OTHER, Sign.EQUATION, Role.ASSUMPTION),
        new Example(Said.NOTHING, Left.INDICES, Sign.EQUATION, Role.CONDITION),
        new Example(Said.NOTHING, Left.DECLARED, Sign.ASSIGNMENT, Role.UPDATE),
        new Example(Said.NOTHING, Left.NEW, Sign.EQUATION, Role.DEFINITION),
        new Example(Said.CLAIM, Left.DECLARED, Sign.EQUATION, Role.CLAIM),
        new Example(Said.NOTHING, Left.DEFINED, Sign.DEFINING, Role.DEFINITION),
        new Example(Said.NOTHING, Left.USUAL, Sign.DEFINING, Role.DEFINITION),
        new Example(Said.NOTHING, Left.USUAL, Sign.EQUATION, Role.CLAIM),
        new Example(Said.DEFINE, Left.DECLARED, Sign.EQUATION, Role.DEFINITION),
        new Example(Said.NOTHING, Left.DECLARED, Sign.EQUATION, Role.ASK),
        new Example(Said.NOTHING, Left.DOUBTFUL, Sign.EQUATION, Role.ASK),
        new Example(Said.NOTHING, Left.RATE, Sign.EQUATION, Role.DYNAMICS),
        new Example(Said.NOTHING, Left.START, Sign.EQUATION, Role.START),
        new Example(Said.NOTHING, Left.DEFINED, Sign.EQUATION, Role.CLAIM));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theFirstRowThatFitsCounts(Example e) {
    assertThat(Roles.of(e.said(), e.left(), e.sign())).isEqualTo(e.role());
  }

  @Test
  void everyRowHasAnExample() {
    Set<Roles.Row> met = new HashSet<>();
    for (Example e : examples()) {
      Roles.TABLE.stream()
          .filter(row -> row.fits(e.said(), e.left(), e.sign()))
          .findFirst()
          .ifPresent(met::add);
    }
    assertThat(met).containsExactlyInAnyOrderElementsOf(Roles.TABLE);
  }

  @Test
  void whatIsNewIsDefinedAndThenClaimed() {
    assertThat(Sheet.let("x \\in \\mathbb{R}").display("y = x^2").display("y = x").lines())
        .containsExactly("definition: y = x²", "claim: y = x");
  }

  @Test
  void anEquationForADeclaredNameIsAskedFor() {
    Sheet sheet = Sheet.let("x, y \\in \\mathbb{R}").display("x = y + 1");
    assertThat(sheet.lines())
        .containsExactly("unread: this may define the name or claim something of it");
    assertThat(sheet.comment("claim").display("x = y + 1").lines()).contains("claim: x = y + 1");
    assertThat(sheet.comment("define").display("x = y + 1").lines())
        .contains("definition: x = y + 1");
  }

  @Test
  void aPrimeOnAVariableIsAskedFor() {
    assertThat(Sheet.let("x \\in \\mathbb{R}").display("x' = x + 1").lines())
        .containsExactly("unread: this may define the name or claim something of it");
  }

  @Test
  void theFirstRateIsGivenAndTheNextIsAClaim() {
    assertThat(
            Sheet.let("x \\in \\mathbb{R}").display("\\dot x = -x").display("\\dot x = x").lines())
        .containsExactly("dynamics: x\u0307 = −x", "claim: x\u0307 = x");
  }

  @Test
  void aChainHasAStepForEachRelation() {
    assertThat(Sheet.let().display("y = (a + b)^2 = a^2 + b^2").lines())
        .containsExactly("definition: y = (a + b)²", "claim: (a + b)² = a² + b²");
  }

  @Test
  void whatWordsSayRestricts() {
    assertThat(
            Sheet.let("a \\in \\mathbb{R}")
                .display("\\sqrt{a^2} = a \\quad \\text{if } a \\ge 0")
                .lines())
        .containsExactly("claim: √(a²) = a if a ≥ 0");
  }

  @Test
  void aBareRelationBehindAStatementIsAskedFor() {
    assertThat(Sheet.let("a, b \\in \\mathbb{R}").display("\\sqrt{a b} = a, \\qquad a = b").lines())
        .allSatisfy(line -> assertThat(line).startsWith("unread: this may be a condition"));
  }

  @Test
  void indicesBehindAStatementRestrictIt() {
    assertThat(
            Sheet.let("a_i \\in \\mathbb{R}", "i, j = 1, \\dots, n")
                .display("\\frac{\\partial a_i}{\\partial a_j} = 0 \\quad i \\ne j")
                .lines())
        .containsExactly("claim: ∂aᵢ/∂aⱼ = 0 if i ≠ j");
  }

  @Test
  void whatRestsOnAnAskedNameWaits() {
    Sheet sheet = Sheet.let("x, y \\in \\mathbb{R}").display("x = y + 1").display("x + 0 = x");
    assertThat(sheet.lines().getLast()).startsWith("unread: ");
    assertThat(sheet.display("x := y").display("x - y = 0").lines().getLast())
        .isEqualTo("claim: x − y = 0");
  }
}
