package dev.hence.proof;

import dev.hence.claim.Statement;
import java.util.List;

/**
 * That a statement holds: the moves that bring the difference of its sides to 0.
 *
 * @param statement what is proved
 */
public record Proof(Statement.Step statement, List<Move> moves) {
  public Proof {
    moves = List.copyOf(moves);
  }

  /**
   * One application of a rule.
   *
   * @param goal which goal is rewritten, from 0
   * @param place the way from the top of the goal to the term: which part at each node
   * @param letters index letters that occur nowhere in the goal, for the sums that the rule brings
   * @param integrals of the rule about antiderivatives: the integral of G that is to be used
   */
  public record Move(
      int goal,
      Rule rule,
      List<Integer> place,
      List<String> letters,
      List<Term.Integral> integrals) {
    public Move {
      place = List.copyOf(place);
      letters = List.copyOf(letters);
      integrals = List.copyOf(integrals);
    }

    /** A move that needs no integral. */
    public Move(int goal, Rule rule, List<Integer> place, List<String> letters) {
      this(goal, rule, place, letters, List.of());
    }
  }
}
