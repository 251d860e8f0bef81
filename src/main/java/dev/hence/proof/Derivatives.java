package dev.hence.proof;

import dev.hence.proof.Proof.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Chooses the moves that carry out derivatives. It makes none itself: what it chooses is not
 * trusted.
 */
public final class Derivatives {
  private final ProofState state;
  private final Consumer<Move> mover;
  private int letters;

  /**
   * @param letters how many new letters were made before
   * @param mover makes the moves in the state
   */
  public Derivatives(ProofState state, int letters, Consumer<Move> mover) {
    this.state = state;
    this.letters = letters;
    this.mover = mover;
  }

  /** How many new letters were made. */
  public int letters() {
    return letters;
  }

  /** Carries out all derivatives and substitutions of a goal, the innermost first. */
  public void carryOut(int goal) {
    carryOut(goal, List.of());
  }

  private void carryOut(int goal, List<Integer> place) {
    Term term = at(goal, place);
    while (isOpen(term)) {
      for (int k = 0; k < Terms.children(term).size(); k++) {
        if (isOpen(Terms.children(term).get(k))) {
          List<Integer> inside = new ArrayList<>(place);
          inside.add(k);
          carryOut(goal, inside);
        }
      }
      term = at(goal, place);
      if (term instanceof Term.Derivative || term instanceof Term.Let) {
        mover.accept(moveAt(goal, place, term));
        term = at(goal, place);
      } else {
        return;
      }
    }
  }

  private static boolean isOpen(Term term) {
    return Terms.any(term, t -> t instanceof Term.Derivative || t instanceof Term.Let);
  }

  private Term at(int goal, List<Integer> place) {
    Term term = state.goals().get(goal).term();
    for (int part : place) {
      term = Terms.children(term).get(part);
    }
    return term;
  }

  private Move moveAt(int goal, List<Integer> place, Term term) {
    if (!(term instanceof Term.Derivative d)) {
      return new Move(goal, Rule.SUBSTITUTE, place, List.of());
    }
    List<String> fresh = new ArrayList<>();
    for (int k = 0; k < state.lettersFor(d); k++) {
      fresh.add("n." + ++letters);
    }
    return new Move(goal, state.moves(d) ? rule(d.body()) : Rule.CONSTANT, place, fresh);
  }

  private static Rule rule(Term body) {
    return switch (body) {
      case Term.Numeral n -> Rule.CONSTANT;
      case Term.Whole w -> Rule.CONSTANT;
      case Term.Delta d -> Rule.CONSTANT;
      case Term.Below b -> Rule.CONSTANT;
      case Term.Clock c -> Rule.VARIABLE;
      case Term.Variable v -> Rule.VARIABLE;
      case Term.Sum s -> Rule.SUM;
      case Term.Product p -> Rule.PRODUCT;
      case Term.Power p -> Rule.POWER;
      case Term.Opaque o -> Rule.POWER;
      case Term.Elementary e -> Rule.ELEMENTARY;
      case Term.Function f -> Rule.CHAIN;
      case Term.Over o -> Rule.INDEX_SUM;
      case Term.Integral i -> Rule.INTEGRAL;
      case Term.Derivative d -> Rule.CONSTANT;
      case Term.Let l -> Rule.CONSTANT;
    };
  }
}
