package dev.hence.road.general;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Statement;
import dev.hence.expr.Name;
import dev.hence.expr.Size;
import dev.hence.proof.Proof;
import dev.hence.proof.Proof.Move;
import dev.hence.proof.ProofChecker;
import dev.hence.proof.Refused.Reason;
import dev.hence.proof.Rule;
import dev.hence.proof.Term;
import dev.hence.proof.Time;
import dev.hence.read.Reader;
import dev.hence.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs that use other proofs, forged: each is rejected, for the reason it was forged against. */
class ForgedLemmaTest {
  private static final String PAGE =
      """
      ---
      let:
        - X \\in \\mathbb{R}^{N \\times d}
        - y \\in \\mathbb{R}^N
        - w, x \\in \\mathbb{R}^d
        - T > 0
        - c \\in \\mathbb{R}
        - u = X w
        - K = X X^\\top
        - k = X x
      flow: \\dot w = -X^\\top (X w - y)
      ---

      $$u(T) = y + e^{-K T} (u(0) - y) \\tag{1}$$

      $$x^\\top w_T = x^\\top w_0 - k^\\top K^{-1} (I - e^{-K T}) (u(0) - y) \\tag{2}$$

      $$u(T) = y + 2 e^{-K T} (u(0) - y) \\tag{3}$$

      $$u(T) = u(0) \\tag{4}$$

      $$\\frac{c}{c}\\, u(T) = u(T) \\tag{5}$$

      $$u(T) + c\\, y = c\\, y + u(T) \\tag{6}$$
      """;

  private static List<Statement.Step> steps(String page) {
    return Reader.read(new SourceText("forged.md", page)).statements().stream()
        .filter(Statement.Step.class::isInstance)
        .map(Statement.Step.class::cast)
        .toList();
  }

  private static final List<Statement.Step> STEPS = steps(PAGE);
  private static final Statement.Step FIRST = STEPS.get(0);
  private static final Statement.Step SECOND = STEPS.get(1);
  private static final Proof LEMMA = GeneralRoad.prove(FIRST).orElseThrow();
  private static final Proof PROOF = GeneralRoad.prove(SECOND, () -> List.of(LEMMA)).orElseThrow();

  private static void rejects(Reason reason, Proof proof) {
    assertThat(ProofChecker.check(proof.statement(), proof))
        .isInstanceOfSatisfying(
            ProofChecker.Rejected.class, r -> assertThat(r.reason()).isEqualTo(reason));
  }

  private static Move use(int number, List<String> letters, Term factor) {
    return new Move(0, Rule.LEMMA, List.of(number), letters, List.of(factor));
  }

  private static Proof using(Statement.Step step, Proof lemma, List<String> letters, Term factor) {
    return new Proof(step, List.of(use(0, letters, factor)), List.of(lemma));
  }

  private static Term delta(String left, String right) {
    return new Term.Delta(Size.letter(left), Size.letter(right));
  }

  @Test
  void aStepFollowsFromAnEarlierOne() {
    assertThat(PROOF.lemmas()).containsExactly(LEMMA);
    assertThat(ProofChecker.check(SECOND, PROOF)).isInstanceOf(ProofChecker.Accepted.class);
    assertThat(ProofChecker.check(FIRST, using(FIRST, LEMMA, List.of("n"), delta("n", "c.1"))))
        .isInstanceOf(ProofChecker.Accepted.class);
  }

  @Test
  void whatIsUsedIsThere() {
    rejects(Reason.NO_SUCH_PLACE, new Proof(SECOND, PROOF.moves()));
    rejects(
        Reason.NO_SUCH_PLACE,
        new Proof(FIRST, List.of(use(1, List.of("n"), Term.ONE)), List.of(LEMMA)));
    rejects(
        Reason.NO_SUCH_PLACE,
        new Proof(FIRST, List.of(use(-1, List.of("n"), Term.ONE)), List.of(LEMMA)));
  }

  @Test
  void whatIsUsedIsProved() {
    rejects(
        Reason.SIDES_DIFFER,
        new Proof(SECOND, PROOF.moves(), List.of(new Proof(FIRST, List.of()))));
    Proof shorter = new Proof(FIRST, LEMMA.moves().subList(0, LEMMA.moves().size() - 1));
    assertThat(ProofChecker.check(SECOND, new Proof(SECOND, PROOF.moves(), List.of(shorter))))
        .isInstanceOf(ProofChecker.Rejected.class);
    for (Statement.Step wrong : List.of(STEPS.get(2), STEPS.get(3))) {
      Proof forged = new Proof(wrong, LEMMA.moves());
      assertThat(ProofChecker.check(wrong, using(wrong, forged, List.of("n"), delta("n", "c.1"))))
          .isInstanceOf(ProofChecker.Rejected.class);
    }
  }

  /** That the end is the start would follow from itself. */
  @Test
  void nothingFollowsFromItself() {
    Statement.Step wrong = STEPS.get(3);
    Proof inner = new Proof(wrong, List.of());
    for (int k = 0; k < 4; k++) {
      inner = using(wrong, inner, List.of("n"), delta("n", "c.1"));
    }
    rejects(Reason.SIDES_DIFFER, inner);
    for (int k = 0; k < 10; k++) {
      inner = using(wrong, inner, List.of("n"), delta("n", "c.1"));
    }
    rejects(Reason.TOO_LARGE, inner);
  }

  /**
   * The same words say something else where a formula, the flow, the time or a domain is another.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "K = X X^\\top|K = 2 X X^\\top",
        "u = X w|u = X w + y",
        "(X w - y)\n|(X w - 2 y)\n",
        "- T > 0|- T \\in (0, 1)",
        "- X \\in|- X_0 \\in \\mathbb{R}\n  - X \\in",
        "flow:|assume: c > 0\nflow:",
        "$$u(T)|<!-- hence: if c > 0 -->\n$$u(T)",
        "$$u(T)|<!-- hence: let c > 0 -->\n$$u(T)"
      })
  void aLemmaStandsInTheSameSetting(String change) {
    String[] parts = change.split("\\|", -1);
    assertThat(PAGE).contains(parts[0]);
    Statement.Step other =
        steps(
                PAGE.replaceFirst(
                    java.util.regex.Pattern.quote(parts[0]),
                    java.util.regex.Matcher.quoteReplacement(parts[1])))
            .getFirst();
    rejects(
        Reason.OTHER_SETTING,
        new Proof(SECOND, PROOF.moves(), List.of(new Proof(other, LEMMA.moves()))));
  }

  @Test
  void anOrderIsNoEquation() {
    Statement.Step order =
        FIRST.with(FIRST.left(), dev.hence.expr.Relation.GREATER_OR_EQUAL, FIRST.left());
    rejects(
        Reason.OTHER_SETTING,
        new Proof(SECOND, PROOF.moves(), List.of(new Proof(order, List.of()))));
  }

  @Test
  void lettersAreNewAndAsManyAsThereAre() {
    rejects(Reason.CAPTURE, using(FIRST, LEMMA, List.of("c.1"), Term.ONE));
    rejects(Reason.RULE_DOES_NOT_FIT, using(FIRST, LEMMA, List.of(), Term.ONE));
    rejects(Reason.RULE_DOES_NOT_FIT, using(FIRST, LEMMA, List.of("n", "m"), Term.ONE));
    rejects(
        Reason.RULE_DOES_NOT_FIT,
        new Proof(
            FIRST, List.of(new Move(0, Rule.LEMMA, List.of(0), List.of("n"))), List.of(LEMMA)));
  }

  @Test
  void factorsSpeakOfNothingBound() {
    Term running = new Term.Clock(new Time.Running("s"));
    Term moved = new Term.Variable(new Name("c"), 3, List.of(), List.of(), Time.NOW);
    for (Term strange : List.of(running, moved, new Term.Whole(Size.letter("k.5")))) {
      rejects(Reason.CAPTURE, using(FIRST, LEMMA, List.of("n"), strange));
    }
    rejects(
        Reason.OPEN_DERIVATIVE,
        using(FIRST, LEMMA, List.of("n"), new Term.Derivative(Term.ONE, new Term.EndOfTime())));
  }

  /** c/c u = u holds where c is not 0, and (6) speaks of every c. */
  @Test
  void nothingIsDefinedThatWasNotInTheGoal() {
    Statement.Step partial = STEPS.get(4);
    Proof lemma = GeneralRoad.prove(partial).orElseThrow();
    rejects(Reason.NOT_IN_THE_GOAL, using(STEPS.get(5), lemma, List.of("n"), delta("n", "c.1")));
    Term quotient = new Term.Power(new Term.Clock(Time.END), -1);
    rejects(Reason.NOT_IN_THE_GOAL, using(FIRST, LEMMA, List.of("n"), quotient));
    Proof same = using(partial, lemma, List.of("n"), delta("n", "c.1"));
    assertThat(ProofChecker.check(partial, same))
        .isInstanceOfSatisfying(
            ProofChecker.Accepted.class, a -> assertThat(a.demands()).isNotEmpty());
  }

  /** The sign, a factor, an index. */
  @Test
  void factorsAreTheRightOnes() {
    for (Term wrong :
        List.of(
            Term.ONE,
            Term.ZERO,
            new Term.Product(List.of(Term.of(-1), delta("n", "c.1"))),
            new Term.Product(List.of(Term.of(2), delta("n", "c.1"))),
            new Term.Delta(Size.letter("n"), Size.fixed(1)))) {
      rejects(Reason.SIDES_DIFFER, using(FIRST, LEMMA, List.of("n"), wrong));
    }
    List<Move> moves = PROOF.moves();
    for (int k = 0; k < moves.size(); k++) {
      Move move = moves.get(k);
      if (move.rule() == Rule.LEMMA) {
        Term turned = new Term.Product(List.of(Term.of(-1), move.terms().getFirst()));
        List<Move> forged = new java.util.ArrayList<>(moves);
        forged.set(
            k, new Move(move.goal(), move.rule(), move.place(), move.letters(), List.of(turned)));
        rejects(Reason.SIDES_DIFFER, new Proof(SECOND, forged, PROOF.lemmas()));
        forged.remove(k);
        rejects(Reason.SIDES_DIFFER, new Proof(SECOND, forged, PROOF.lemmas()));
      }
    }
  }
}
