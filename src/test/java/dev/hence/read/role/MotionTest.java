package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How names move, what they are at the start and at the end, and what is said of times. */
final class MotionTest {
  private static Sheet decay() {
    return Sheet.let("w \\in \\mathbb{R}").key("flow", "\\dot w = -w", "w(0) = 2");
  }

  @Test
  void aValueAtTheStartIsUsedByWhatSpeaksOfTrajectories() {
    assertThat(decay().display("w = 2 e^{-t}").display("\\frac{d}{dt} w = -w").lines())
        .containsExactly("claim: wₜ = 2 exp(−t)", "claim: dw/dt = −w");
  }

  @Test
  void theFirstValueInTheTextIsGivenAndTheNextIsAClaim() {
    Sheet sheet = Sheet.let("x, c \\in \\mathbb{R}").key("flow", "\\dot x = -x");
    assertThat(sheet.display("x(0) = c").display("x(0) = 2 c").lines())
        .containsExactly("value at the start: x₀ = c", "claim: x₀ = 2 c");
  }

  @Test
  void aValueThatIsNoneAtTheStartLosesWhatMoves() {
    for (String value : new String[] {"w(1) = 2", "w(0) = t", "w(0) = w", "q(0) = 2", "w < 2"}) {
      Sheet sheet = Sheet.let("w \\in \\mathbb{R}").key("flow", "\\dot w = -w", value);
      assertThat(sheet.display("w(T) = e^{-T} w(0)").lines())
          .as(value)
          .allSatisfy(line -> assertThat(line).startsWith("unread"));
    }
  }

  @Test
  void twoValuesAtTheStartAreRefused() {
    Sheet sheet =
        Sheet.let("w \\in \\mathbb{R}").key("flow", "\\dot w = -w", "w(0) = 1", "w(0) = 2");
    assertThat(sheet.display("w(T) = e^{-T}").lines())
        .allSatisfy(line -> assertThat(line).startsWith("unread"));
  }

  @Test
  void anEquationIsSolvedForItsHighestRate() {
    Sheet sheet = Sheet.let("x \\in \\mathbb{R}", "m > 0").key("flow", "m \\ddot x + \\dot x = -x");
    assertThat(sheet.display("\\ddot x = -\\frac{\\dot x + x}{m}").lines())
        .containsExactly("claim: x\u0308 = −(x\u0307 + x)/m");
    Sheet square = Sheet.let("x \\in \\mathbb{R}").key("flow", "\\dot x^2 = 1");
    assertThat(square.display("x(T) = T").lines())
        .allSatisfy(line -> assertThat(line).startsWith("unread"));
  }

  @Test
  void aPrimeIsARateWhereTheDynamicsAreWrittenWithIt() {
    assertThat(
            Sheet.let("u \\in \\mathbb{R}")
                .key("flow", "u' = -u")
                .display("\\frac{d}{dt} u^2 = 2 u u'")
                .lines())
        .containsExactly("claim: d/dt u² = 2 u u′");
  }

  @Test
  void whatIsSaidOfOneMomentIsSaidOfAStateUnlessTheTimeEnters() {
    Sheet sheet = Sheet.let("x \\in \\mathbb{R}", "T > 0").key("flow", "\\dot x = -x");
    assertThat(
            sheet
                .display("E = (1 + t) x^2")
                .display("x(T)^2 = x(T) x(T)")
                .display("E(T) = (1 + T) x(T)^2")
                .lines())
        .containsExactly(
            "definition: E = (1 + t) x²", "claim: x² = x x", "claim: E(T) = (1 + T) x_T²");
  }

  @Test
  void aQuantityThatIsWrittenWithTimeMoves() {
    Sheet sheet = Sheet.let("x \\in \\mathbb{R}").key("flow", "\\dot x = -x");
    assertThat(
            sheet
                .display("E(t) = x(t)^2")
                .display("\\frac{dE}{dt} = -2 E")
                .display("\\dot E(t) = -2 x(t)^2")
                .lines())
        .containsExactly("definition: E = x²", "claim: dE/dt = −2 E", "claim: dE/dt = −2 x²");
  }

  @Test
  void aFunctionOfTheStateAtNoughtIsToldByWhatStandsBesideIt() {
    Sheet sheet =
        Sheet.let("w \\in \\mathbb{R}", "L(w) \\in \\mathbb{R}")
            .key("flow", "\\dot w = -L'(w)")
            .display("L(T) \\le L(0)")
            .display("L(w(T)) \\le L(0)")
            .display("L(w) - L(0) = 0");
    assertThat(sheet.lines())
        .containsExactly(
            "claim: L(w_T) ≤ L(w₀)",
            "unread: This may be read as at the start, or as at the state 0.",
            "claim: L(w) − L(0) = 0");
  }

  @Test
  void aClaimAboutTwoTimesBesidesTheStartIsRefused() {
    Sheet sheet = Sheet.let("x \\in \\mathbb{R}").key("flow", "\\dot x = -x");
    assertThat(sheet.display("x(T) = e^{-(T - S)} x(S)").lines())
        .containsExactly("unread: A claim about two times besides 0.");
  }

  @Test
  void aSolutionMovesWithWhatItIsDeclaredToDependOn() {
    Sheet sheet =
        Sheet.let("u(t, p), p \\in \\mathbb{R}", "r \\in \\mathbb{R}")
            .key("flow", "\\dot u = -p u");
    assertThat(
            sheet
                .display("\\frac{d}{dp} (p u) = u + p \\frac{du}{dp}")
                .display("\\frac{\\partial}{\\partial p} (p u) = u")
                .lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("claim: "),
            line -> assertThat(line).contains("may move with it or be held fixed"));
  }

  @Test
  void aTimeIsNoNumberWhereTheStartHasAName() {
    Sheet sheet =
        Sheet.let("u(t, p), p, u_0(p) \\in \\mathbb{R}", "t_0 < T")
            .key("flow", "\\dot u = -p u", "u(t_0, p) = u_0(p)");
    assertThat(
            sheet
                .display("u(T) = u(t_0) - p \\int_{t_0}^T u \\, dt")
                .display("u(T) = u(t_0) + T u(t_0)")
                .lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("claim: "),
            line -> assertThat(line).contains("a time in a formula"));
  }

  @Test
  void aGradientOfSeveralNumbersHasAnEntryForEach() {
    assertThat(
            Sheet.let("a, b \\in \\mathbb{R}", "h(a, b) \\in \\mathbb{R}")
                .display("\\nabla h(a, b) = (0, 0)")
                .lines())
        .allSatisfy(line -> assertThat(line).startsWith("claim: "));
  }

  @Test
  void aVectorByARowIsTheJacobianAndARowByAColumnItsTranspose() {
    Sheet sheet = Sheet.let("A \\in \\mathbb{R}^{n \\times n}", "x \\in \\mathbb{R}^n");
    assertThat(
            sheet
                .display("\\frac{\\partial A x}{\\partial x^\\top} = A")
                .display("\\frac{\\partial x^\\top A}{\\partial x} = A")
                .display("\\frac{\\partial x^\\top}{\\partial x^\\top} = I")
                .lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("claim: "),
            line -> assertThat(line).startsWith("claim: "),
            line -> assertThat(line).startsWith("unread: "));
  }
}
