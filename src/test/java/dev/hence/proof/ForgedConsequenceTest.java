package dev.hence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Statement;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Name;
import dev.hence.expr.Size;
import dev.hence.proof.Proof.Move;
import dev.hence.proof.Refused.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Consequences of premises with multiples forged by hand. */
class ForgedConsequenceTest {
  private static final String HEADER =
      """
      ---
      let:
        - a, b, x, y \\in \\mathbb{R}
        - c > 0
        - u, v \\in \\mathbb{R}^n
        - f(x), g(x) \\in \\mathbb{R}
        - w \\in \\mathbb{R}
        - T > 0
      flow: \\dot w = -w
      ---

      """;
  private static final Term A = variable("a");
  private static final Term B = variable("b");
  private static final Term X = variable("x");
  private static final Term Y = variable("y");

  private static Term variable(String name) {
    return new Term.Variable(new Name(name), 0, List.of(), List.of(), Time.NOW);
  }

  private static Term entry(String name, String letter) {
    return new Term.Variable(new Name(name), 0, List.of(), List.of(Size.letter(letter)), Time.NOW);
  }

  private static Statement.Step step(String statement) {
    return Replays.step(HEADER + "$$" + statement + "$$\n");
  }

  private static Move premise(int number, Term multiple) {
    return new Move(0, Rule.PREMISE, List.of(number), List.of(), List.of(multiple));
  }

  private static Move factor(Term factor) {
    return new Move(0, Rule.FACTOR, List.of(), List.of(), List.of(factor));
  }

  private static Move squares(Term more) {
    return new Move(0, Rule.SQUARES, List.of(), List.of(), List.of(more));
  }

  private static Move equal(int number, Term old, Term value, Term multiple) {
    return new Move(0, Rule.EQUALS, List.of(number), List.of(), List.of(old, value, multiple));
  }

  private static void rejects(String statement, Reason reason, Move... moves) {
    Replays.rejects(step(statement), reason, moves);
  }

  private static void accepts(String statement, Move... moves) {
    Statement.Step step = step(statement);
    Proof proof = new Proof(step, List.of(moves));
    assertThat(ProofChecker.check(step, proof, step.conditions()))
        .isInstanceOfSatisfying(
            ProofChecker.Accepted.class, a -> assertThat(a.fromPremises()).isTrue());
  }

  @Test
  void aMultipleOfAPremiseIsMultipliedOut() {
    accepts("x = y \\implies x a = y a", premise(0, A));
    rejects("x = y \\implies x a = y a", Reason.SIDES_DIFFER, premise(0, B));
    rejects("x = y \\implies x a = y a", Reason.SIDES_DIFFER, premise(0, Term.negative(A)));
    rejects("x^2 = 4 \\implies 2 x = 0", Reason.SIDES_DIFFER, premise(0, Term.ONE));
  }

  @Test
  void onlyAnEquationThatIsSaidIsAPremise() {
    rejects("x = y \\implies x a = y a", Reason.NO_SUCH_PLACE, premise(1, A));
    rejects("x \\ne y \\implies x = y", Reason.RULE_DOES_NOT_FIT, premise(0, Term.ONE));
    rejects("x < y \\implies x = y", Reason.RULE_DOES_NOT_FIT, premise(0, Term.ONE));
  }

  @Test
  void aFactorMayNotVanish() {
    rejects("a b = 0 \\implies a = 0", Reason.FACTOR_MAY_VANISH, factor(B), premise(0, Term.ONE));
    accepts("a b = 0, b \\ne 0 \\implies a = 0", factor(B), premise(0, Term.ONE));
    accepts("a c = 0 \\implies a = 0", factor(variable("c")), premise(0, Term.ONE));
    rejects("a = b \\implies x = y", Reason.FACTOR_MAY_VANISH, factor(Term.ZERO));
    rejects(
        "a = b, x (a - b) = y (a - b) \\implies x = y",
        Reason.FACTOR_MAY_VANISH,
        factor(Term.minus(A, B)),
        premise(1, Term.ONE));
  }

  @Test
  void noMultipleDividesByWhatTheGoalAndThePremisesDoNot() {
    rejects("a b = 0 \\implies a = 0", Reason.NOT_IN_THE_GOAL, premise(0, new Term.Power(B, -1)));
    Term root = new Term.Elementary(ElementaryFunction.SQRT, X);
    rejects("x = y \\implies a = b", Reason.NOT_IN_THE_GOAL, premise(0, root));
  }

  @Test
  void aSquareIsCompletedByWhatIsNotNegative() {
    accepts("x^2 + y^2 = 0 \\implies x = 0", squares(new Term.Power(Y, 2)), premise(0, Term.ONE));
    rejects("x^2 + y = 0 \\implies x = 0", Reason.SIGN_NOT_SHOWN, squares(Y), premise(0, Term.ONE));
    rejects(
        "x^2 - y^2 = 0 \\implies x = 0",
        Reason.SIGN_NOT_SHOWN,
        squares(Term.negative(new Term.Power(Y, 2))),
        premise(0, Term.ONE));
    rejects("x^2 + y^2 = 0 \\implies x \\ge 1", Reason.RULE_DOES_NOT_FIT, squares(Term.ZERO));
  }

  @Test
  void equalsAreReplacedByWhatThePremiseSays() {
    accepts("x = y \\implies f(x) = f(y)", equal(0, X, Y, Term.ONE));
    rejects("x = y \\implies f(x) = g(y)", Reason.SIDES_DIFFER, equal(0, X, Y, Term.ONE));
    rejects("x = a \\implies f(x) = f(y)", Reason.RULE_DOES_NOT_FIT, equal(0, X, Y, Term.ONE));
    rejects("x^2 = y^2 \\implies f(x) = f(y)", Reason.RULE_DOES_NOT_FIT, equal(0, X, Y, Term.ONE));
  }

  @Test
  void equalsAreNotReplacedWhereADerivativeIsTaken() {
    rejects(
        "x = y \\implies \\frac{d}{dx} (x y) = \\frac{d}{dx} y^2",
        Reason.OPEN_DERIVATIVE,
        equal(0, X, Y, Term.ONE));
  }

  @Test
  void aPremiseHoldsAtOnePointOnly() {
    rejects("w_0 = 1 \\implies w_T = w_0 e^{-T}", Reason.OTHER_POINT, premise(0, Term.ONE));
    Move start = new Move(0, Rule.FUNDAMENTAL_THEOREM, List.of(), List.of());
    rejects("x = y \\implies x a = y a", Reason.OTHER_POINT, premise(0, A), start);
  }

  @Test
  void entriesAreReplacedEach() {
    Move each =
        new Move(
            0,
            Rule.EQUALS,
            List.of(0),
            List.of("e"),
            List.of(entry("u", "e"), entry("v", "e"), Term.ONE));
    accepts("u = v \\implies u^\\top u = v^\\top v", each);
    rejects("u = 2 v \\implies u^\\top u = v^\\top v", Reason.RULE_DOES_NOT_FIT, each);
    Move first =
        new Move(
            0,
            Rule.EQUALS,
            List.of(0),
            List.of("e"),
            List.of(
                new Term.Variable(new Name("u"), 0, List.of(), List.of(Size.fixed(1)), Time.NOW),
                new Term.Variable(new Name("v"), 0, List.of(), List.of(Size.fixed(1)), Time.NOW),
                Term.ONE));
    rejects("u = v \\implies u^\\top u = v^\\top v", Reason.RULE_DOES_NOT_FIT, first);
  }
}
