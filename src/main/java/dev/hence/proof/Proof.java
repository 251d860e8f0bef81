package dev.hence.proof;

import dev.hence.claim.Statement;
import java.util.List;

/**
 * A proof of a statement: the moves that bring the difference of its sides to 0.
 *
 * @param statement what is proved
 * @param lemmas proofs of other statements that moves use
 */
public record Proof(Statement.Step statement, List<Move> moves, List<Proof> lemmas) {
  public Proof {
    moves = List.copyOf(moves);
    lemmas = List.copyOf(lemmas);
  }

  /** A proof that uses no other. */
  public Proof(Statement.Step statement, List<Move> moves) {
    this(statement, moves, List.of());
  }

  /**
   * One application of a rule.
   *
   * @param goal which goal is rewritten, from 0
   * @param place the way from the top of the goal to the term: which part at each node; of a lemma
   *     its number among those of the proof
   * @param letters index letters that occur nowhere in the goal, for the sums that the rule brings
   * @param terms that the rule needs: the integral of G whose antiderivative is to be used; a term
   *     whose sign is seen; what a lemma is multiplied with
   */
  public record Move(
      int goal, Rule rule, List<Integer> place, List<String> letters, List<Term> terms) {
    public Move {
      place = List.copyOf(place);
      letters = List.copyOf(letters);
      terms = List.copyOf(terms);
    }

    /** A move that needs no term. */
    public Move(int goal, Rule rule, List<Integer> place, List<String> letters) {
      this(goal, rule, place, letters, List.of());
    }
  }
}
