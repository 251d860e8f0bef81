package dev.hence.road.general;

import dev.hence.claim.Statement;
import dev.hence.expr.Relation;
import dev.hence.proof.Derivatives;
import dev.hence.proof.Lemma;
import dev.hence.proof.Proof;
import dev.hence.proof.Proof.Move;
import dev.hence.proof.ProofState;
import dev.hence.proof.Refused;
import dev.hence.proof.Rule;
import dev.hence.proof.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Finds a proof of a statement: derivatives are carried out from the inside, and names that moved
 * are given their values. Where this does not close the statement, one about a trajectory is looked
 * at for T = 0 and for its change with T; in any other an integral may be the change of something.
 */
public final class GeneralRoad {
  private static final int MOST_MOVES = 2_000;

  private static final int MOST_ANTIDERIVATIVES = 8;
  private static final int MOST_EARLIER = 6;

  /** What a proof of an earlier step must have used to be worth a look: the rest is found again. */
  private static final Set<Rule> DEEP = Set.of(Rule.UNIQUENESS, Rule.INDUCTION, Rule.LEMMA);

  private static final int MOST_REPLACED = 8;

  private final Statement.Step step;
  private final List<Proof> earlier;
  private final ProofState state;
  private final List<Move> moves = new ArrayList<>();
  private final Derivatives derivatives;

  private GeneralRoad(Statement.Step step, List<Proof> earlier) {
    this.step = step;
    this.earlier = earlier;
    this.state = new ProofState(step, earlier);
    this.derivatives = new Derivatives(state, 0, this::move);
  }

  private GeneralRoad(GeneralRoad other) {
    this.step = other.step;
    this.earlier = other.earlier;
    this.state = other.state.copy();
    moves.addAll(other.moves);
    this.derivatives = new Derivatives(state, other.derivatives.letters(), this::move);
  }

  /** A proof, if one was found. */
  public static Optional<Proof> prove(Statement.Step step) {
    return prove(step, List::of);
  }

  /**
   * A proof, if one was found.
   *
   * @param earlier proofs of what the document says before, asked for only if they are needed
   */
  public static Optional<Proof> prove(Statement.Step step, Supplier<List<Proof>> earlier) {
    return find(step, earlier) instanceof Found(Proof proof)
        ? Optional.of(proof)
        : Optional.empty();
  }

  /** What was found. */
  public sealed interface Finding {}

  /** A proof, to be replayed. */
  public record Found(Proof proof) implements Finding {}

  /** Why none was found. */
  public record NotFound(String reason) implements Finding {}

  /** Looks for a proof, and says why if there is none. */
  public static Finding find(Statement.Step step) {
    return find(step, List::of);
  }

  private static Finding find(Statement.Step step, Supplier<List<Proof>> earlier) {
    Finding alone = find(step, List.of(), GeneralRoad::closes);
    if (alone instanceof Found || step.relation() != Relation.EQUAL) {
      return alone;
    }
    List<Proof> usable =
        earlier.get().stream()
            .filter(p -> p.moves().stream().anyMatch(move -> DEEP.contains(move.rule())))
            .filter(p -> Lemma.maySpeakOf(p.statement(), step))
            .toList();
    List<Proof> last = usable.subList(Math.max(0, usable.size() - MOST_EARLIER), usable.size());
    return !last.isEmpty() && find(step, last, GeneralRoad::closesByLemmas) instanceof Found found
        ? found
        : alone;
  }

  private static Finding find(
      Statement.Step step, List<Proof> earlier, Predicate<GeneralRoad> closes) {
    try {
      GeneralRoad road = new GeneralRoad(step, earlier);
      return closes.test(road)
          ? new Found(road.proof())
          : new NotFound(
              step.relation() == Relation.EQUAL
                  ? "the normal forms of the sides differ"
                  : "the form shows no sign of the difference of the sides");
    } catch (Refused refused) {
      return new NotFound(refused.getMessage());
    } catch (ArithmeticException tooLarge) {
      return new NotFound("a number that is too large");
    } catch (StackOverflowError tooDeep) {
      return new NotFound("it is nested too deeply");
    }
  }

  /** With the lemmas that were used, and no others. */
  private Proof proof() {
    List<Integer> used =
        moves.stream()
            .filter(move -> move.rule() == Rule.LEMMA)
            .map(move -> move.place().getFirst())
            .distinct()
            .toList();
    List<Move> renumbered =
        moves.stream()
            .map(
                m ->
                    m.rule() == Rule.LEMMA
                        ? new Move(
                            m.goal(),
                            m.rule(),
                            List.of(used.indexOf(m.place().getFirst())),
                            m.letters(),
                            m.terms())
                        : m)
            .toList();
    return new Proof(step, renumbered, used.stream().map(earlier::get).toList());
  }

  private boolean closes() {
    derivatives.carryOut(0);
    return step.relation() == Relation.EQUAL ? isEquation() : isOrdered();
  }

  private boolean isEquation() {
    if (state.isClosed()) {
      return true;
    }
    if (step.horizon().isEmpty() && closesByPremises()) {
      return true;
    }
    if (step.horizon().isEmpty() && closesByRecurrence()) {
      return true;
    }
    if (step.horizon().isEmpty()) {
      return Antiderivatives.in(state.normal(state.goals().getFirst().term())).stream()
          .limit(MOST_ANTIDERIVATIVES)
          .anyMatch(this::closesWith);
    }
    Term difference = state.normal(state.goals().getFirst().term());
    return closesFromTheStart() || closesByUniqueness(difference);
  }

  /** Whether the goal follows by algebra from what the statement presupposes. */
  private boolean closesByPremises() {
    if (step.conditions().stream().noneMatch(c -> c.relation() == Relation.EQUAL)) {
      return false;
    }
    if (closesBy(attempt -> attempt.fromPremises().replace())
        || closesIf(GeneralRoad::isCombination)) {
      return true;
    }
    GeneralRoad replaced = new GeneralRoad(this);
    return closesByOne(
        () -> new LinkedHashSet<>(replaced.replacedByPremises().squares()),
        (attempt, way) -> {
          attempt.replacedByPremises();
          attempt.move(way);
          attempt.fromPremises().combine();
        });
  }

  private FromPremises fromPremises() {
    return new FromPremises(state, step.conditions(), this::move);
  }

  private FromPremises replacedByPremises() {
    FromPremises premises = fromPremises();
    premises.replace();
    return premises;
  }

  private boolean isCombination() {
    return replacedByPremises().combine();
  }

  /** Whether members of recursions are equal by their definitions, or from each to the next. */
  private boolean closesByRecurrence() {
    Term difference = state.goals().getFirst().term();
    return closesBy(attempt -> attempt.unfolded(0))
        || Recurrence.indices(state, difference).stream()
            .anyMatch(
                index ->
                    closesByOne(
                        () -> recurrence().moves(index),
                        (attempt, way) -> attempt.induct(index, way)));
  }

  private Recurrence recurrence() {
    return new Recurrence(state, this::move);
  }

  private void unfolded(int goal) {
    recurrence().unfold(goal);
    derivatives.carryOut(goal);
  }

  private void induct(String index, Move induction) {
    Term before = state.goals().getFirst().term();
    move(induction);
    recurrence().start();
    derivatives.carryOut(0);
    recurrence().step(index, before);
    derivatives.carryOut(1);
  }

  /** Whether the fundamental theorem closes the goal; the moves stay if so. */
  private boolean closesFromTheStart() {
    return closesBy(GeneralRoad::fromTheStart);
  }

  private boolean closesByUniqueness(Term difference) {
    Growth growth;
    try {
      growth = new Growth(state, difference);
    } catch (Refused notSmooth) {
      return false;
    }
    return closesByOne(growth::moves, GeneralRoad::solve)
        || closesByOne(growth::movesOfSecondOrder, GeneralRoad::solve);
  }

  private boolean closesByOne(
      Supplier<SequencedSet<Move>> ways, BiConsumer<GeneralRoad, Move> taking) {
    SequencedSet<Move> known;
    try {
      known = ways.get();
    } catch (Refused notSmooth) {
      return false;
    }
    return known.stream().anyMatch(way -> closesBy(attempt -> taking.accept(attempt, way)));
  }

  /** Not in normal form, which may exchange the sides on which a matrix stands. */
  private void solve(Move uniqueness) {
    int before = state.goals().size();
    move(uniqueness);
    for (int goal = before; goal < state.goals().size(); goal++) {
      derivatives.carryOut(goal);
    }
  }

  // Earlier steps

  /** What was proved before closes the goal, or its change with T. */
  private boolean closesByLemmas() {
    derivatives.carryOut(0);
    return closesByLemmas(0)
        || (step.horizon().isPresent()
            && closesIf(
                attempt -> {
                  attempt.fromTheStart();
                  return attempt.state.isClosed(0) && attempt.closesByLemmas(1);
                }));
  }

  private boolean closesByLemmas(int goal) {
    for (int lemma = earlier.size() - 1; lemma >= 0; lemma--) {
      for (Term leading : leading(lemma)) {
        int number = lemma;
        if (closesBy(attempt -> attempt.replaced(goal, number, leading))) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Term> leading(int lemma) {
    try {
      return Summands.of(state.normal(state.lemma(lemma).difference()));
    } catch (Refused notOfUse) {
      return List.of();
    }
  }

  private void replaced(int goal, int lemma, Term leading) {
    Replacing replacing = new Replacing(state, lemma, leading);
    for (int k = 0; k < MOST_REPLACED; k++) {
      Optional<Move> next = replacing.next(goal, k);
      if (next.isEmpty()) {
        return;
      }
      move(next.get());
    }
  }

  /** The sign is seen by the form, or the order holds at the start and goes on to hold. */
  private boolean isOrdered() {
    if (isOrdered(0)) {
      return state.isClosed();
    }
    if (step.horizon().isEmpty()) {
      return false;
    }
    fromTheStart();
    return isOrdered(0) && isOrdered(1) && state.isClosed();
  }

  private void fromTheStart() {
    move(new Move(0, Rule.NORMAL_FORM, List.of(), List.of()));
    move(new Move(0, Rule.FUNDAMENTAL_THEOREM, List.of(), List.of()));
    derivatives.carryOut(1);
  }

  /** Whether some form of a goal shows its sign; the moves that show it stay. */
  private boolean isOrdered(int goal) {
    Squares squares = new Squares(state);
    Term as = state.goals().get(goal).term();
    Term normal = state.normal(as);
    return shows(goal, false, as)
        || shows(goal, true, normal)
        || shows(goal, true, squares.of(normal))
        || shows(goal, true, squares.improved(as))
        || shows(goal, true, squares.improved(normal))
        || new Descent(step.scope(), state)
            .squares(normal).stream().anyMatch(speed -> showsBesides(goal, speed, normal, squares));
  }

  private boolean showsBesides(int goal, Term speed, Term normal, Squares squares) {
    Term rest = state.normal(new Term.Sum(List.of(normal, Term.times(Term.of(-1), speed))));
    return shows(goal, true, new Term.Sum(List.of(speed, squares.of(rest))));
  }

  private boolean shows(int goal, boolean inNormalForm, Term term) {
    List<Move> tried = new ArrayList<>();
    if (inNormalForm) {
      tried.add(new Move(goal, Rule.NORMAL_FORM, List.of(), List.of()));
    }
    tried.add(new Move(goal, Rule.SIGN, List.of(), List.of(), List.of(term)));
    ProofState attempt = state.copy();
    try {
      tried.forEach(attempt::move);
      if (!attempt.isClosed(goal)) {
        return false;
      }
    } catch (Refused notThisOne) {
      return false;
    }
    tried.forEach(this::move);
    return true;
  }

  /** Whether the goal is 0 with the fundamental theorem for some function; the moves stay if so. */
  private boolean closesWith(Term.Integral integral) {
    return closesBy(
        attempt -> {
          attempt.move(new Move(0, Rule.ANTIDERIVATIVE, List.of(), List.of(), List.of(integral)));
          attempt.derivatives.carryOut(0);
        });
  }

  /** Whether some moves close everything; they stay if so. */
  private boolean closesBy(Consumer<GeneralRoad> way) {
    return closesIf(
        attempt -> {
          way.accept(attempt);
          return true;
        });
  }

  private boolean closesIf(Predicate<GeneralRoad> way) {
    GeneralRoad attempt = new GeneralRoad(this);
    try {
      if (!way.test(attempt) || !attempt.state.isClosed()) {
        return false;
      }
    } catch (Refused notThisOne) {
      return false;
    }
    attempt.moves.stream().skip(moves.size()).toList().forEach(this::move);
    return true;
  }

  private void move(Move move) {
    if (moves.size() >= MOST_MOVES) {
      throw new ArithmeticException("more than " + MOST_MOVES + " moves");
    }
    state.move(move);
    moves.add(move);
  }
}
