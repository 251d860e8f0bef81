package dev.hence.road.general;

import dev.hence.expr.Size;
import dev.hence.proof.Lemma;
import dev.hence.proof.Proof.Move;
import dev.hence.proof.ProofState;
import dev.hence.proof.Rule;
import dev.hence.proof.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces one part of an equation by the others: wherever a goal holds the leading summand of the
 * equation as a factor, that is taken away by a multiple of it.
 */
final class Replacing {
  private final ProofState state;
  private final int number;
  private final Lemma lemma;
  private final Monomial leading;

  /**
   * @param number of the equation among those that may be used
   * @param leading one of its summands, in normal form
   */
  Replacing(ProofState state, int number, Term leading) {
    this.state = state;
    this.number = number;
    this.lemma = state.lemma(number);
    this.leading = Monomial.of(leading);
  }

  /** The move that takes the leading summand out of a goal, where it holds it. */
  Optional<Move> next(int goal, int count) {
    for (Term summand : Summands.of(state.normal(state.goals().get(goal).term()))) {
      Monomial target = Monomial.of(summand);
      Optional<Matching.Found> found = new Matching(lemma.letters(), leading, target).first();
      if (found.isPresent()) {
        return Optional.of(move(goal, count, target, found.get()));
      }
    }
    return Optional.empty();
  }

  private Move move(int goal, int count, Monomial target, Matching.Found found) {
    List<String> names = new ArrayList<>();
    List<Term> factors = new ArrayList<>();
    factors.add(new Term.Numeral(target.coefficient().dividedBy(leading.coefficient())));
    factors.addAll(found.rest());
    for (int k = 0; k < lemma.letters().size(); k++) {
      names.add("l." + count + "." + k);
      factors.add(new Term.Delta(Size.letter(names.get(k)), found.values().get(k)));
    }
    Term factor = Monomial.over(found.letters(), factors);
    return new Move(goal, Rule.LEMMA, List.of(number), names, List.of(factor));
  }
}
