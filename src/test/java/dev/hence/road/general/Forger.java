package dev.hence.road.general;

import dev.hence.claim.Statement;
import dev.hence.proof.Derivatives;
import dev.hence.proof.Proof;
import dev.hence.proof.Proof.Move;
import dev.hence.proof.ProofState;
import dev.hence.proof.Refused;
import dev.hence.proof.Rule;
import dev.hence.proof.Term;
import dev.hence.proof.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Makes proofs of what is false, as one would who wants them to be believed. */
final class Forger {
  private static final int AT_RANDOM = 25;

  private final Statement.Step step;
  private final List<List<Move>> forgeries = new ArrayList<>();

  private Forger(Statement.Step step) {
    this.step = step;
  }

  /** Lists of moves, none of which proves the statement if it is false. */
  static List<List<Move>> forgeries(Statement.Step step, List<Proof> others) {
    Forger forger = new Forger(step);
    forger.forgeries.add(List.of());
    others.forEach(proof -> forger.forgeries.add(proof.moves()));
    try {
      forger.carriedOut();
      forger.atRandom(new Random(step.id().hashCode()));
    } catch (Refused untranslated) {
      return forger.forgeries;
    }
    return forger.forgeries;
  }

  private static Move move(int goal, Rule rule, List<Integer> place, Term... terms) {
    return new Move(goal, rule, place, List.of(), List.of(terms));
  }

  /** What the search does, and then what would finish it if it were right. */
  private void carriedOut() {
    List<Move> moves = new ArrayList<>();
    ProofState state = new ProofState(step);
    Consumer<Move> mover =
        move -> {
          state.move(move);
          moves.add(move);
        };
    try {
      new Derivatives(state, 0, mover).carryOut(0);
    } catch (Refused kink) {
      forgeries.add(List.copyOf(moves));
      return;
    }
    Term goal = state.goals().getFirst().term();
    Term zero = new Term.Sum(List.of());
    Term square = new Term.Power(goal, 2);
    forgeries.add(List.copyOf(moves));
    for (Term sign : List.of(goal, zero, square, Term.ONE)) {
      finished(moves, move(0, Rule.SIGN, List.of(), sign));
    }
    finished(moves, move(0, Rule.NORMAL_FORM, List.of()));
    finished(moves, move(0, Rule.FUNDAMENTAL_THEOREM, List.of()));
    finished(
        moves,
        move(0, Rule.FUNDAMENTAL_THEOREM, List.of()),
        move(1, Rule.CONSTANT, List.of()),
        move(0, Rule.SIGN, List.of(), zero),
        move(1, Rule.SIGN, List.of(), zero));
  }

  private void finished(List<Move> moves, Move... more) {
    List<Move> all = new ArrayList<>(moves);
    all.addAll(List.of(more));
    forgeries.add(all);
  }

  /** A few moves at places that exist, with letters that may or may not be new. */
  private void atRandom(Random random) {
    Rule[] rules = Rule.values();
    for (int k = 0; k < AT_RANDOM; k++) {
      ProofState state = new ProofState(step);
      List<Move> moves = new ArrayList<>();
      for (int n = 0; n < 6; n++) {
        Term term = state.goals().getFirst().term();
        List<Integer> place = place(term, random);
        List<String> letters =
            random.nextBoolean() ? List.of() : List.of("n." + n, random.nextBoolean() ? "j" : "m");
        Move move = new Move(0, rules[random.nextInt(rules.length)], place, letters, List.of(term));
        moves.add(move);
        try {
          state.move(move);
        } catch (Refused asItShould) {
          if (n < 4) {
            moves.removeLast();
          }
        }
      }
      forgeries.add(moves);
    }
  }

  private static List<Integer> place(Term term, Random random) {
    List<Integer> place = new ArrayList<>();
    Term at = term;
    while (!Terms.children(at).isEmpty() && random.nextInt(4) > 0) {
      int part = random.nextInt(Terms.children(at).size());
      place.add(part);
      at = Terms.children(at).get(part);
    }
    return place;
  }
}
