package dev.hence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Statement;
import dev.hence.expr.Name;
import dev.hence.expr.Size;
import dev.hence.proof.Proof.Move;
import dev.hence.proof.Refused.Reason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inductions and recursions forged by hand: each is rejected, for the reason it was made for. */
class ForgedRecursionTest {
  private static final String HEADER =
      """
      ---
      let:
        - m_t, g_t, a_t \\in \\mathbb{R}
        - t = 1, 2, \\dots
        - i = 1, 2, \\dots
        - j = 1, \\dots, N
        - b_j \\in \\mathbb{R}
        - \\beta, q \\in \\mathbb{R}
        - A \\in \\mathbb{R}^{p \\times p}
        - x, c \\in \\mathbb{R}^p
        - x_k \\in \\mathbb{R}^p
        - k = 0, 1, \\dots
      step:
        - m_t = \\beta m_{t-1} + g_t
        - m_0 = 0
        - x_{k+1} = A x_k
      ---

      """;

  private static Statement.Step step(String statement) {
    return Replays.step(HEADER + "$$" + statement + "$$\n");
  }

  private static void rejects(String statement, Reason reason, Move... moves) {
    Replays.rejects(step(statement), reason, moves);
  }

  private static void accepts(String statement, Move... moves) {
    Replays.accepts(step(statement), moves);
  }

  private static Move at(int goal, Rule rule, Integer... place) {
    return new Move(goal, rule, Arrays.asList(place), List.of());
  }

  private static Move induction(List<String> letters, Term... terms) {
    return new Move(0, Rule.INDUCTION, List.of(), letters, List.of(terms));
  }

  private static Term letter(String name) {
    return new Term.Whole(Size.letter(name));
  }

  private static final Term BETA =
      new Term.Variable(new Name("\\beta"), 0, List.of(), List.of(), Time.NOW);

  // The difference is Sum(left, Product(−1, right)).

  @Test
  void aMemberIsWhatItsDefinitionSays() {
    accepts("m_t = \\beta m_{t-1} + g_t", at(0, Rule.RECURSION, 0));
    accepts("m_0 + q = q", at(0, Rule.RECURSION, 0, 0));
    rejects("m_t = \\beta m_{t-1} - g_t", Reason.SIDES_DIFFER, at(0, Rule.RECURSION, 0));
    rejects("m_t = \\beta m_{t-1}", Reason.SIDES_DIFFER, at(0, Rule.RECURSION, 0));
    rejects("m_t = \\beta m_{t-1} + g_t", Reason.SIDES_DIFFER);
  }

  @Test
  void theFirstMemberIsNoOther() {
    rejects("m_{t-1} = m_{t-1} + g_t", Reason.RULE_DOES_NOT_FIT, at(0, Rule.RECURSION, 0));
    rejects("x_k = x_k + c", Reason.RULE_DOES_NOT_FIT, at(0, Rule.RECURSION, 0));
    rejects("g_t + q = q", Reason.RULE_DOES_NOT_FIT, at(0, Rule.RECURSION, 0, 0));
    rejects("x + c = c", Reason.RULE_DOES_NOT_FIT, at(0, Rule.RECURSION, 0, 0));
    rejects("\\beta + q = q", Reason.RULE_DOES_NOT_FIT, at(0, Rule.RECURSION, 0));
  }

  /** aₜ = bₜ + 1 and bₜ = aₜ would make everything equal. */
  @Test
  void membersComeToAnEnd() {
    for (String circle : List.of("b_t = a_t", "b_t = a_t + 1", "b_t = 2 a_t")) {
      String page =
          HEADER.replace("- b_j \\in \\mathbb{R}", "- b_t \\in \\mathbb{R}")
              + "<!-- hence: new; step a_t = b_t + 1, "
              + circle
              + ", a_0 = 0, b_0 = 0 -->\n$$a_t = b_t + 1$$\n";
      Statement.Step step = Replays.step(page);
      assertThat(ProofChecker.check(step, new Proof(step, List.of())))
          .isInstanceOfSatisfying(
              ProofChecker.Rejected.class,
              r -> assertThat(r.reason()).isEqualTo(Reason.NO_TRANSLATION));
    }
  }

  /** m depends on its gₜ, which are not seen in its name. */
  @Test
  void aMemberRestsInNoDerivative() {
    rejects("\\frac{\\partial}{\\partial \\beta} (\\beta m_t) = m_t", Reason.NO_TRANSLATION);
    rejects("\\frac{\\partial}{\\partial g_t} (g_t m_t) = m_t", Reason.NO_TRANSLATION);
    rejects("\\frac{\\partial m_t}{\\partial m_{t-1}} = 0", Reason.NO_TRANSLATION);
  }

  @Test
  void aSumWithALastTermHasOne() {
    accepts("\\sum_{i=1}^t a_i = \\sum_{i=1}^{t-1} a_i + a_t", at(0, Rule.LAST_TERM, 0));
    rejects("\\sum_{i=1}^{t-1} a_i = 0", Reason.RULE_DOES_NOT_FIT, at(0, Rule.LAST_TERM, 0));
    rejects("\\sum_{i=2}^t a_i = 0", Reason.RULE_DOES_NOT_FIT, at(0, Rule.LAST_TERM, 0));
    rejects(
        "\\sum_{i=1}^t a_i = \\sum_{i=1}^{t-1} a_i", Reason.SIDES_DIFFER, at(0, Rule.LAST_TERM, 0));
    rejects(
        "\\sum_{i=1}^t a_i = \\sum_{i=1}^{t-1} a_i + a_1",
        Reason.SIDES_DIFFER,
        at(0, Rule.LAST_TERM, 0));
    rejects("a_t + q = q", Reason.RULE_DOES_NOT_FIT, at(0, Rule.LAST_TERM, 0, 0));
  }

  /** The next value follows from this one, but the first is not what it is said to be. */
  @Test
  void theFirstValueCounts() {
    String wrong = "m_t - \\sum_{i=1}^t \\beta^{t-i} g_i = \\beta^t";
    List<Move> moves =
        List.of(
            induction(List.of(), letter("t"), BETA),
            at(1, Rule.LAST_TERM, 0, 0, 1, 1),
            at(1, Rule.RECURSION, 0, 0, 0),
            at(0, Rule.LAST_TERM, 0, 1, 1),
            at(0, Rule.RECURSION, 0, 0));
    ProofState state = new ProofState(step(wrong));
    moves.forEach(state::move);
    assertThat(state.isClosed(1)).isTrue();
    assertThat(state.isClosed(0)).isFalse();
    for (int k = 0; k <= moves.size(); k++) {
      rejects(wrong, Reason.SIDES_DIFFER, moves.subList(0, k).toArray(Move[]::new));
    }
  }

  /** The first value is right, and the next does not follow. */
  @Test
  void theNextValueFollows() {
    for (Term factor : List.of(BETA, Term.ONE, Term.ZERO, Term.of(2))) {
      rejects(
          "\\sum_{i=1}^t \\beta = \\beta^t",
          Reason.SIDES_DIFFER,
          induction(List.of(), letter("t"), factor),
          at(0, Rule.LAST_TERM, 0),
          at(1, Rule.LAST_TERM, 0, 0));
    }
  }

  @Test
  void anInductionIsByAnIndexWithAFirstValue() {
    String statement = "m_t = \\beta^t";
    for (Term index : List.of(letter("s"), letter("c.1"), Term.ONE, BETA)) {
      rejects(statement, Reason.RULE_DOES_NOT_FIT, induction(List.of(), index, BETA));
    }
    rejects(statement, Reason.RULE_DOES_NOT_FIT, induction(List.of(), letter("t")));
    rejects(statement, Reason.RULE_DOES_NOT_FIT, induction(List.of(), letter("t"), BETA, BETA));
    rejects(statement, Reason.RULE_DOES_NOT_FIT, induction(List.of("n"), letter("t"), BETA));
    rejects("x_k = c", Reason.RULE_DOES_NOT_FIT, induction(List.of(), letter("c.1"), Term.ONE));
    rejects("x_k = c", Reason.CAPTURE, induction(List.of("c.1"), letter("k"), Term.ONE));
    rejects("m_t^2 \\ge 0", Reason.RULE_DOES_NOT_FIT, induction(List.of(), letter("t"), Term.ONE));
  }

  @Test
  void nothingIsUndefinedOnTheWay() {
    Term gap = new Term.Power(Term.minus(letter("t"), Term.of(3)), -1);
    rejects("m_t = \\beta^t", Reason.NOT_IN_THE_GOAL, induction(List.of(), letter("t"), gap));
    rejects(
        "\\frac{m_t}{t - 3} = 0",
        Reason.NOT_IN_THE_GOAL,
        induction(List.of(), letter("t"), Term.ONE));
    rejects("\\sqrt{m_t} = 0", Reason.NOT_IN_THE_GOAL, induction(List.of(), letter("t"), Term.ONE));
    rejects(
        "m_t = \\beta^{t-2}", Reason.NOT_IN_THE_GOAL, induction(List.of(), letter("t"), Term.ONE));
  }

  @Test
  void factorsSpeakOfNothingBound() {
    Term moved = new Term.Variable(new Name("q"), 3, List.of(), List.of(), Time.NOW);
    for (Term strange : List.of(moved, letter("i.1"), new Term.Clock(new Time.Running("s")))) {
      rejects("m_t = \\beta^t", Reason.CAPTURE, induction(List.of(), letter("t"), strange));
    }
    rejects(
        "\\frac{d}{dq} q^t = 0",
        Reason.OPEN_DERIVATIVE,
        induction(List.of(), letter("t"), Term.ONE));
  }

  @Test
  void powersOfMatricesMultiplyInTheirOrder() {
    Move next = new Move(0, Rule.RECURSION, List.of(0), List.of("n"));
    accepts("A^{k+1} = A A^k", next);
    rejects("A^{k+1} = A^\\top A^k", Reason.SIDES_DIFFER, next);
    rejects("A^{k+1} = A^k", Reason.SIDES_DIFFER, next);
    rejects("A^k = A A^k", Reason.RULE_DOES_NOT_FIT, next);
    rejects("A^{k+1} = A A^k", Reason.RULE_DOES_NOT_FIT, at(0, Rule.RECURSION, 0));
    rejects("A^{k-1} = A", Reason.NO_TRANSLATION);
    rejects("\\frac{\\partial}{\\partial q} (q A)^k = 0", Reason.OPEN_DERIVATIVE);
    rejects(
        "\\frac{\\partial}{\\partial q} (q A)^k = 0",
        Reason.RULE_DOES_NOT_FIT,
        at(0, Rule.CHAIN, 0, 1));
  }

  /** Or a letter that a move brought would be bound again, inside of what it binds. */
  @Test
  void noLetterIsMadeTwice() {
    Translation translation = new Translation(step("m_t = \\beta m_{t-1} + g_t"));
    translation.reserve(List.of("n.1", "n.2"));
    assertThat(translation.fresh("n")).isEqualTo("n.3");
    assertThat(translation.fresh("n")).isEqualTo("n.4");
  }
}
