package dev.hence.road.general;

import dev.hence.claim.Statement;
import dev.hence.proof.Proof;
import dev.hence.proof.Proof.Move;
import dev.hence.proof.ProofState;
import dev.hence.proof.Refused;
import dev.hence.proof.Rule;
import dev.hence.proof.Term;
import dev.hence.proof.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a proof of a statement: derivatives are carried out from the inside, and names that moved
 * are given their values. Where this does not close the statement, one about a trajectory is looked
 * at for T = 0 and for its change with T; in any other an integral may be the change of something.
 */
public final class GeneralRoad {
  private static final int MOST_MOVES = 2_000;

  private static final int MOST_ANTIDERIVATIVES = 8;

  private final Statement.Step step;
  private final ProofState state;
  private final List<Move> moves = new ArrayList<>();
  private int letters;

  private GeneralRoad(Statement.Step step) {
    this.step = step;
    this.state = new ProofState(step);
  }

  /** A proof, if one was found. */
  public static Optional<Proof> prove(Statement.Step step) {
    return find(step) instanceof Found(Proof proof) ? Optional.of(proof) : Optional.empty();
  }

  /** What was found. */
  public sealed interface Finding {}

  /** A proof, to be replayed. */
  public record Found(Proof proof) implements Finding {}

  /** Why none was found. */
  public record NotFound(String reason) implements Finding {}

  /** Looks for a proof, and says why if there is none. */
  public static Finding find(Statement.Step step) {
    try {
      GeneralRoad road = new GeneralRoad(step);
      return road.closes()
          ? new Found(new Proof(step, road.moves))
          : new NotFound("the normal forms of the sides differ");
    } catch (Refused refused) {
      return new NotFound(refused.getMessage());
    } catch (ArithmeticException tooLarge) {
      return new NotFound("a number that is too large");
    } catch (StackOverflowError tooDeep) {
      return new NotFound("it is nested too deeply");
    }
  }

  private boolean closes() {
    simplify(0);
    if (state.isClosed()) {
      return true;
    }
    if (step.horizon().isEmpty()) {
      return Antiderivatives.in(normal()).stream()
          .limit(MOST_ANTIDERIVATIVES)
          .anyMatch(this::closesWith);
    }
    move(new Move(0, Rule.NORMAL_FORM, List.of(), List.of()));
    move(new Move(0, Rule.FUNDAMENTAL_THEOREM, List.of(), List.of()));
    simplify(1);
    return state.isClosed();
  }

  /** The goal in normal form, while the proof goes on from where it was. */
  private Term normal() {
    ProofState other = new ProofState(step);
    moves.forEach(other::move);
    other.move(new Move(0, Rule.NORMAL_FORM, List.of(), List.of()));
    return other.goals().getFirst();
  }

  /** Whether the goal is 0 with the fundamental theorem for some function; the moves stay if so. */
  private boolean closesWith(Term.Integral integral) {
    GeneralRoad attempt = new GeneralRoad(step);
    moves.forEach(attempt::move);
    attempt.letters = letters;
    try {
      attempt.move(new Move(0, Rule.ANTIDERIVATIVE, List.of(), List.of(), List.of(integral)));
      attempt.simplify(0);
      if (!attempt.state.isClosed()) {
        return false;
      }
    } catch (Refused notThisOne) {
      return false;
    }
    moves.clear();
    moves.addAll(attempt.moves);
    return true;
  }

  private void move(Move move) {
    if (moves.size() >= MOST_MOVES) {
      throw new ArithmeticException("more than " + MOST_MOVES + " moves");
    }
    state.move(move);
    moves.add(move);
  }

  /** Carries out all derivatives and substitutions of a goal, the innermost first. */
  private void simplify(int goal) {
    Optional<List<Integer>> place = innermost(state.goals().get(goal));
    while (place.isPresent()) {
      move(moveAt(goal, place.get()));
      place = innermost(state.goals().get(goal));
    }
  }

  private static Optional<List<Integer>> innermost(Term term) {
    List<Term> parts = Terms.children(term);
    for (int k = 0; k < parts.size(); k++) {
      Optional<List<Integer>> inside = innermost(parts.get(k));
      if (inside.isPresent()) {
        List<Integer> place = new ArrayList<>();
        place.add(k);
        place.addAll(inside.get());
        return Optional.of(place);
      }
    }
    boolean open = term instanceof Term.Derivative || term instanceof Term.Let;
    return open ? Optional.of(List.of()) : Optional.empty();
  }

  private Move moveAt(int goal, List<Integer> place) {
    Term term = state.goals().get(goal);
    for (int part : place) {
      term = Terms.children(term).get(part);
    }
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
