package dev.hence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Statement;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Name;
import dev.hence.expr.Size;
import dev.hence.proof.Proof.Move;
import dev.hence.proof.Refused.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Proofs forged by hand: each is rejected, for the reason that it was forged against. */
class ForgedProofTest {
  private static final String HEADER =
      """
      ---
      let:
        - x, c \\in \\mathbb{R}
        - a_j, b_j \\in \\mathbb{R}
        - i, j = 1, \\dots, N
        - \\theta, v \\in \\mathbb{R}^p
        - A \\in \\mathbb{R}^{p \\times p}
        - F(\\theta) \\in \\mathbb{R}
        - f(x), g(x) \\in \\mathbb{R}
        - T > 0
        - q(T) = T^2
      flow: \\dot\\theta = -\\nabla F(\\theta)
      ---

      """;

  private static Statement.Step step(String statement) {
    return Replays.step(HEADER + "$$" + statement + "$$\n");
  }

  private static Move move(Rule rule, Integer... place) {
    return new Move(0, rule, Arrays.asList(place), List.of());
  }

  private static void rejects(String statement, Reason reason, Move... moves) {
    Replays.rejects(step(statement), reason, moves);
  }

  private static void accepts(String statement, Move... moves) {
    Replays.accepts(step(statement), moves);
  }

  // The difference is Sum(left, Product(−1, right)); a derivative is Let(value, Derivative(body)).
  private static final Integer[] LEFT_DERIVATIVE = {0, 1};

  @Test
  void nothingIsProvedByNoMoves() {
    accepts("\\sum_j (a_j + b_j) = \\sum_j b_j + \\sum_j a_j");
    rejects("\\sum_j a_j \\sum_j b_j = \\sum_j a_j b_j", Reason.SIDES_DIFFER);
    rejects("\\sum_{j=1}^N \\delta_{jj} = 1", Reason.SIDES_DIFFER);
    rejects("\\sqrt{x^2} = x", Reason.SIDES_DIFFER);
    rejects("\\log(x c) = \\log(x) + \\log(c)", Reason.SIDES_DIFFER);
    rejects("A v = A^\\top v", Reason.SIDES_DIFFER);
  }

  @Test
  void aNormalFormChangesNothing() {
    rejects(
        "\\sum_j a_j \\sum_j b_j = \\sum_j a_j b_j", Reason.SIDES_DIFFER, move(Rule.NORMAL_FORM));
  }

  @Test
  void aProofIsOfItsOwnStatement() {
    Statement.Step right = step("x + c = c + x");
    Statement.Step wrong = step("x + c = c");
    assertThat(ProofChecker.check(wrong, new Proof(right, List.of())))
        .isEqualTo(
            new ProofChecker.Rejected(
                Reason.OTHER_STATEMENT, "it is a proof of another statement"));
  }

  @Test
  void whatMovesIsNotConstant() {
    accepts(
        "\\frac{d}{dx} (x + c) = 1",
        move(Rule.SUM, LEFT_DERIVATIVE),
        move(Rule.VARIABLE, 0, 1, 0),
        move(Rule.CONSTANT, 0, 1, 1),
        move(Rule.SUBSTITUTE, 0));
    rejects(
        "\\frac{d}{dx} (x + c) = 0",
        Reason.NOT_CONSTANT,
        move(Rule.SUM, LEFT_DERIVATIVE),
        move(Rule.CONSTANT, 0, 1, 0));
    rejects("\\frac{d}{dx} f(x) = 0", Reason.NOT_CONSTANT, move(Rule.CONSTANT, LEFT_DERIVATIVE));
    rejects(
        "\\nabla_\\theta F(\\theta) = 0",
        Reason.NOT_CONSTANT,
        move(Rule.CONSTANT, LEFT_DERIVATIVE));
  }

  @Test
  void kinksHaveNoDerivative() {
    for (Rule rule : List.of(Rule.SUM, Rule.PRODUCT, Rule.POWER, Rule.ELEMENTARY, Rule.CHAIN)) {
      rejects("\\frac{d}{dx} \\lvert x \\rvert = 1", Reason.KINK, move(rule, LEFT_DERIVATIVE));
      rejects("\\frac{d}{dx} \\max(x, 0) = 1", Reason.KINK, move(rule, LEFT_DERIVATIVE));
      rejects("\\frac{d}{dx} \\min(x, c) = 1", Reason.KINK, move(rule, LEFT_DERIVATIVE));
    }
  }

  @Test
  void theVariableIsNoOther() {
    rejects(
        "\\frac{d}{dx} (c^2 + c) = 1",
        Reason.RULE_DOES_NOT_FIT,
        move(Rule.VARIABLE, LEFT_DERIVATIVE));
    rejects("\\frac{\\partial a_i}{\\partial a_j} = 1", Reason.OPEN_DERIVATIVE);
  }

  @Test
  void rulesFitTheirTermsOnly() {
    rejects(
        "\\frac{d}{dx} (f(x) + g(x)) = 0",
        Reason.RULE_DOES_NOT_FIT,
        move(Rule.PRODUCT, LEFT_DERIVATIVE));
    rejects(
        "\\frac{d}{dx} (f(x) g(x)) = 0", Reason.RULE_DOES_NOT_FIT, move(Rule.SUM, LEFT_DERIVATIVE));
    rejects(
        "\\frac{d}{dx} f(g(x)) = 0",
        Reason.RULE_DOES_NOT_FIT,
        move(Rule.ELEMENTARY, LEFT_DERIVATIVE));
    rejects("\\frac{d}{dx} e^x = 0", Reason.RULE_DOES_NOT_FIT, move(Rule.POWER, LEFT_DERIVATIVE));
    rejects("x + c = c", Reason.RULE_DOES_NOT_FIT, move(Rule.SUM, 0));
    rejects("x + c = c", Reason.RULE_DOES_NOT_FIT, move(Rule.SUBSTITUTE, 0));
  }

  @Test
  void placesExist() {
    rejects("x + c = c", Reason.NO_SUCH_PLACE, move(Rule.SUM, 5));
    rejects("x + c = c", Reason.NO_SUCH_PLACE, move(Rule.SUM, 0, 0, 0));
    rejects("x + c = c", Reason.NO_SUCH_PLACE, move(Rule.SUM, -1));
    rejects("x + c = c", Reason.NO_SUCH_PLACE, new Move(1, Rule.NORMAL_FORM, List.of(), List.of()));
    rejects(
        "x + c = c", Reason.NO_SUCH_PLACE, new Move(-1, Rule.NORMAL_FORM, List.of(), List.of()));
  }

  @Test
  void derivativesAreCarriedOut() {
    rejects("\\frac{d}{dx} f(x) = \\frac{d}{dx} g(x)", Reason.OPEN_DERIVATIVE);
    rejects("\\frac{d}{dx} f(x) = f(x)", Reason.OPEN_DERIVATIVE, move(Rule.SUBSTITUTE, 0));
    rejects("\\frac{d}{dx} f(x) = f(x)", Reason.OPEN_DERIVATIVE, move(Rule.NORMAL_FORM));
    rejects(
        "\\frac{d^2}{dx^2} f(x) = 0", Reason.OPEN_DERIVATIVE, move(Rule.CHAIN, LEFT_DERIVATIVE));
  }

  /** The chain rule over an index that is in use already would read another entry. */
  @Test
  void newLettersAreNew() {
    String statement = "\\nabla_v F(v + \\theta) = \\nabla F(v + \\theta)";
    String used = ((Term.Let) left(statement)).letters().getFirst().name();
    Statement.Step step = step(statement);
    for (List<String> letters :
        List.of(List.of(used), List.of("c.1"), List.of("i"), List.of("n", "n"))) {
      Move chain = new Move(0, Rule.CHAIN, List.of(LEFT_DERIVATIVE), letters);
      assertThat(ProofChecker.check(step, new Proof(step, List.of(chain))))
          .as(letters.toString())
          .isInstanceOfSatisfying(
              ProofChecker.Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.CAPTURE));
    }
    rejects(statement, Reason.RULE_DOES_NOT_FIT, move(Rule.CHAIN, LEFT_DERIVATIVE));
  }

  private static Term left(String statement) {
    return ((Term.Sum) new ProofState(step(statement)).goals().getFirst().term())
        .terms()
        .getFirst();
  }

  @Test
  void theInitialValueCounts() {
    Move theorem = move(Rule.FUNDAMENTAL_THEOREM);
    rejects("F(\\theta_T) = F(\\theta_0)", Reason.OPEN_DERIVATIVE, theorem);
    rejects(
        "\\theta_T + \\theta_0 = \\theta_T",
        Reason.SIDES_DIFFER,
        move(Rule.NORMAL_FORM),
        theorem,
        new Move(1, Rule.CONSTANT, List.of(), List.of()));
  }

  @Test
  void nothingBreaksOffOnTheWay() {
    Move theorem = move(Rule.FUNDAMENTAL_THEOREM);
    rejects("\\frac{1}{F(\\theta_T)} = \\frac{1}{F(\\theta_0)}", Reason.WRONG_TIME, theorem);
    rejects("\\sqrt{F(\\theta_T)} = \\sqrt{F(\\theta_0)}", Reason.WRONG_TIME, theorem);
    rejects(
        "\\lvert F(\\theta_T) \\rvert = \\lvert F(\\theta_0) \\rvert", Reason.WRONG_TIME, theorem);
    rejects("\\log F(\\theta_T) = \\log F(\\theta_0)", Reason.WRONG_TIME, theorem);
  }

  @Test
  void aParameterThatIsNamedLikeTheEndIsItsArgument() {
    accepts("F(\\theta_T) + q(c) = F(\\theta_T) + c^2");
    accepts("F(\\theta_T) + q(T) = F(\\theta_T) + T^2");
    rejects("F(\\theta_T) + q(c) = F(\\theta_T) + q(T)", Reason.SIDES_DIFFER);
    rejects("F(\\theta_T) + q'(c) = F(\\theta_T) + 2 T", Reason.OPEN_DERIVATIVE);
  }

  @Test
  void nothingIsDividedByWhatIsNaught() {
    accepts("\\frac{1}{x - c} = \\frac{1}{-c + x}");
    rejects("\\frac{1}{x - x} = \\frac{1}{c - c}", Reason.DIVISION_BY_ZERO);
  }

  private static Move uniqueness(List<String> letters, Term... terms) {
    return new Move(0, Rule.UNIQUENESS, List.of(), letters, List.of(terms));
  }

  private static final Term.Clock END = new Term.Clock(Time.END);

  /** Both sides are 0 at T = 0, and their difference u solves u′ = u/T. */
  private static final String SAME_START = "F(\\theta_T) - F(\\theta_T) + c T = x T";

  @Test
  void coefficientsAreContinuousFromTheStart() {
    rejects(SAME_START, Reason.WRONG_TIME, uniqueness(List.of(), new Term.Power(END, -1)));
    Term shifted = Term.minus(END, Term.ONE);
    rejects(SAME_START, Reason.WRONG_TIME, uniqueness(List.of(), new Term.Power(shifted, -1)));
    rejects(
        SAME_START,
        Reason.WRONG_TIME,
        uniqueness(List.of(), new Term.Elementary(ElementaryFunction.LOG, END)));
    rejects(
        SAME_START,
        Reason.OPEN_DERIVATIVE,
        uniqueness(List.of(), new Term.Power(new Term.Sum(List.of(END, Term.ONE)), -1)));
    rejects(
        "\\frac{c}{T - 1} = \\frac{x}{T - 1} + F(\\theta_T) - F(\\theta_T)",
        Reason.WRONG_TIME,
        uniqueness(List.of(), Term.ZERO));
  }

  @Test
  void coefficientsSpeakOfNothingBound() {
    Term x = new Term.Variable(new Name("x"), 3, List.of(), List.of(), Time.NOW);
    rejects(SAME_START, Reason.CAPTURE, uniqueness(List.of(), x));
    rejects(SAME_START, Reason.CAPTURE, uniqueness(List.of(), new Term.Whole(Size.letter("~1"))));
    rejects(
        SAME_START,
        Reason.CAPTURE,
        uniqueness(List.of(), new Term.Clock(new Time.Running("other"))));
    rejects(
        SAME_START,
        Reason.OPEN_DERIVATIVE,
        uniqueness(List.of(), new Term.Derivative(END, new Term.EndOfTime())));
  }

  @Test
  void differentialEquationsAreComplete() {
    rejects(SAME_START, Reason.RULE_DOES_NOT_FIT, uniqueness(List.of()));
    rejects(SAME_START, Reason.RULE_DOES_NOT_FIT, uniqueness(List.of(), Term.ONE, Term.ONE));
    rejects(SAME_START, Reason.RULE_DOES_NOT_FIT, uniqueness(List.of("u"), Term.ONE));
    rejects("\\theta_T = \\theta_0", Reason.CAPTURE, uniqueness(List.of("c.1"), Term.ONE));
    rejects(
        "F(\\theta_T) \\le F(\\theta_0)",
        Reason.RULE_DOES_NOT_FIT,
        uniqueness(List.of(), Term.ZERO));
  }

  /** u = T x is 0 at the start and u″ = 0, but u′ is not 0. */
  @Test
  void derivativesAreThoseOfTheSolution() {
    String statement = "F(\\theta_T) - F(\\theta_T) + T x = 0";
    Move wrong = uniqueness(List.of(), Term.ZERO, Term.ZERO, Term.ZERO);
    Statement.Step step = step(statement);
    ProofState state = new ProofState(step);
    List<Move> moves = new ArrayList<>();
    Consumer<Move> mover =
        move -> {
          state.move(move);
          moves.add(move);
        };
    mover.accept(wrong);
    Derivatives derivatives = new Derivatives(state, 0, mover);
    for (int goal = 0; goal < state.goals().size(); goal++) {
      derivatives.carryOut(goal);
    }
    rejects(statement, Reason.SIDES_DIFFER, moves.toArray(Move[]::new));
  }

  private static void rejectsAntiderivative(Reason reason, Term g) {
    Term.Integral integral = new Term.Integral("s", Term.ZERO, Term.ONE, g);
    Move move = new Move(0, Rule.ANTIDERIVATIVE, List.of(), List.of(), List.of(integral));
    rejects("f(1) - f(0) = \\int_0^1 f(s) \\, ds", reason, move);
  }

  @Test
  void antiderivativesAreSmoothAndSpeakOfNothingBound() {
    Term s = new Term.Clock(new Time.Running("s"));
    Term x = new Term.Variable(new Name("x"), 0, List.of(), List.of(), Time.NOW);
    rejectsAntiderivative(Reason.OPEN_DERIVATIVE, Term.times(s, x));
    rejectsAntiderivative(Reason.WRONG_TIME, new Term.Power(s, -1));
    rejectsAntiderivative(Reason.WRONG_TIME, new Term.Opaque("absolute value", List.of(s)));
    rejectsAntiderivative(Reason.WRONG_TIME, new Term.Elementary(ElementaryFunction.LOG, s));
    rejectsAntiderivative(Reason.CAPTURE, Term.times(s, new Term.Whole(Size.letter("~1"))));
    rejectsAntiderivative(Reason.CAPTURE, new Term.Integral("s", Term.ZERO, s, s));
    rejectsAntiderivative(Reason.CAPTURE, new Term.Clock(new Time.Running("other")));
    rejectsAntiderivative(
        Reason.CAPTURE, new Term.Variable(new Name("x"), 3, List.of(), List.of(), Time.NOW));
    rejects("f(1) = f(0)", Reason.RULE_DOES_NOT_FIT, move(Rule.ANTIDERIVATIVE));
  }

  @Test
  void onlyEquationsAndOrdersAreProved() {
    rejects("x \\ne c", Reason.NOT_AN_EQUATION);
    rejects("e^x = 1 + x + O(x^2)", Reason.NOT_AN_EQUATION);
    rejects("\\det(A) = \\det(A^\\top)", Reason.NO_TRANSLATION);
    rejects("A^0 = I", Reason.NO_TRANSLATION);
  }

  @Test
  void nothingIsDividedByNothing() {
    rejects("\\frac{x}{c - c} = \\frac{x}{c - c}", Reason.DIVISION_BY_ZERO);
    rejects("\\sum_{i} \\frac{1}{a_i - a_i} = x", Reason.DIVISION_BY_ZERO);
  }

  @Test
  void whatIsTooLargeIsRefused() {
    rejects(
        "(a_1 + b_1 + x + c + a_2 + b_2 + a_3)^{12} (a_1 + b_1 + x + c + a_2 + b_2 + a_3)^{12} = 0",
        Reason.TOO_LARGE);
  }
}
