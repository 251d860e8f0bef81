package dev.hence.road.general;

import dev.hence.expr.Condition;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Size;
import dev.hence.proof.Lemma;
import dev.hence.proof.Proof.Move;
import dev.hence.proof.ProofState;
import dev.hence.proof.Refused;
import dev.hence.proof.Rule;
import dev.hence.proof.Term;
import dev.hence.proof.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;

/**
 * Finds out how a goal follows from equations under which it is said. Premises that give a value to
 * something are solved for it, and the value is put in its place everywhere, also inside of
 * functions; of the others a combination is looked for that is the goal, or a product of it with
 * factors that are not 0.
 */
final class FromPremises {
  private static final int MOST_PREMISES = 8;

  private final ProofState state;
  private final List<Condition> conditions;
  private final Consumer<Move> moves;
  private final List<Move> solved = new ArrayList<>();

  /** What is left of the premises that were not solved. */
  private final Map<Integer, Term> open = new LinkedHashMap<>();

  /**
   * @param conditions under which the statement is said
   * @param moves takes what is found, one move after the other
   */
  FromPremises(ProofState state, List<Condition> conditions, Consumer<Move> moves) {
    this.state = state;
    this.conditions = conditions;
    this.moves = moves;
    solve();
  }

  private boolean isEquation(int number) {
    return conditions.get(number).relation() == Relation.EQUAL;
  }

  // Values

  private void solve() {
    List<Integer> waiting = new ArrayList<>();
    for (int k = 0; k < Math.min(conditions.size(), MOST_PREMISES); k++) {
      if (isEquation(k) && !isSolved(k)) {
        waiting.add(k);
      }
    }
    for (int k : waiting) {
      try {
        Lemma premise = state.premise(k);
        if (premise.letters().isEmpty()) {
          open.put(k, state.normal(replaced(premise.difference())));
        }
      } catch (Refused untranslated) {
        // what cannot be said in components is no help
      }
    }
    open.values().removeIf(Term.ZERO::equals);
  }

  private boolean isSolved(int number) {
    try {
      Lemma premise = state.premise(number);
      Optional<Move> move = solved(number, premise);
      move.ifPresent(solved::add);
      return move.isPresent();
    } catch (Refused untranslated) {
      return false;
    }
  }

  /** The move that replaces what a premise gives a value to, if that speaks of nothing before. */
  private Optional<Move> solved(int number, Lemma premise) {
    List<String> names = new ArrayList<>();
    for (int k = 0; k < premise.letters().size(); k++) {
      names.add("e." + number + "." + k);
    }
    List<Term> summands = Summands.of(state.normal(premise.entry(names)));
    for (Term summand : summands) {
      Monomial own = Monomial.of(summand);
      boolean single = own.letters().isEmpty() && own.factors().size() == 1;
      if (single && isName(own.factors().getFirst(), names)) {
        List<Term> rest = new ArrayList<>(summands);
        rest.remove(summand);
        Term.Variable name = (Term.Variable) own.factors().getFirst();
        Term factor = new Term.Numeral(Rational.ONE.dividedBy(own.coefficient()));
        Term value = state.normal(Term.times(Term.negative(factor), new Term.Sum(rest)));
        boolean spoken =
            speaksOf(value, name) || solved.stream().anyMatch(m -> speaksOf(value, old(m)));
        if (!spoken && solved.stream().noneMatch(m -> isSame(old(m), name))) {
          List<Term> terms = List.of(name, value, factor);
          return Optional.of(new Move(0, Rule.EQUALS, List.of(number), names, terms));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isName(Term factor, List<String> letters) {
    return factor instanceof Term.Variable v
        && v.copy() == 0
        && v.entry().equals(letters.stream().map(Size::letter).toList());
  }

  private static Term.Variable old(Move move) {
    return (Term.Variable) move.terms().getFirst();
  }

  private static boolean isSame(Term.Variable a, Term.Variable b) {
    return a.name().equals(b.name())
        && a.indices().equals(b.indices())
        && a.entry().size() == b.entry().size();
  }

  private static boolean speaksOf(Term term, Term.Variable name) {
    return Terms.any(term, t -> t instanceof Term.Variable v && v.name().equals(name.name()));
  }

  /** The term with all values put in, where names are numbers. */
  private Term replaced(Term term) {
    Term all = term;
    for (Move move : solved) {
      if (move.letters().isEmpty()) {
        all = Terms.replaced(all, move.terms().get(0), move.terms().get(1));
      }
    }
    return all;
  }

  /** Puts all values in. */
  void replace() {
    solved.forEach(moves);
  }

  boolean replaces() {
    return !solved.isEmpty();
  }

  // Combinations

  private Term goal() {
    return state.goals().getFirst().term();
  }

  /** Takes a combination of the premises from the goal, as it is after all values are put in. */
  boolean combine() {
    if (open.isEmpty()) {
      return false;
    }
    List<Term> all = new ArrayList<>(open.values());
    all.add(goal());
    Ring ring = new Ring(state, all, factors());
    List<Integer> numbers = List.copyOf(open.keySet());
    List<RingElement> premises = open.values().stream().map(ring::of).toList();
    Optional<List<RingElement>> multiples =
        Ideal.multiples(ring.of(goal()), premises, ring.relations(), ring.size());
    multiples.ifPresent(found -> take(ring, numbers, found));
    return multiples.isPresent();
  }

  private void take(Ring ring, List<Integer> numbers, List<RingElement> multiples) {
    Map<Term, Integer> powers = new LinkedHashMap<>();
    for (Term factor : factors()) {
      int power = ring.divisions(factor, multiples);
      powers.put(factor, power);
      for (int k = 0; k < power; k++) {
        moves.accept(new Move(0, Rule.FACTOR, List.of(), List.of(), List.of(factor)));
      }
    }
    for (int k = 0; k < numbers.size(); k++) {
      if (!multiples.get(k).isZero()) {
        Term multiple = ring.term(multiples.get(k), powers);
        List<Integer> number = List.of(numbers.get(k));
        moves.accept(new Move(0, Rule.PREMISE, number, List.of(), List.of(multiple)));
      }
    }
    replace();
  }

  /** What is not 0: as a condition says, or by its form. */
  private SequencedSet<Term> factors() {
    SequencedSet<Term> factors = new LinkedHashSet<>();
    for (int k = 0; k < conditions.size(); k++) {
      Relation relation = conditions.get(k).relation();
      boolean strict = relation == Relation.NOT_EQUAL || relation.isStrict();
      try {
        if (strict && state.condition(k).letters().isEmpty()) {
          factors.add(state.normal(replaced(state.condition(k).difference())));
        }
      } catch (Refused untranslated) {
        // what cannot be said in components is no help
      }
    }
    List<Term> spoken = new ArrayList<>(open.values());
    spoken.add(state.normal(goal()));
    for (Term term : spoken) {
      for (Term summand : Summands.of(term)) {
        for (Term factor : Summands.factors(summand)) {
          Term base = factor instanceof Term.Power p ? p.base() : factor;
          if (!(base instanceof Term.Numeral) && state.isNonzero(base)) {
            factors.add(base);
          }
        }
      }
    }
    factors.addAll(quotients());
    factors.removeIf(Term.Numeral.class::isInstance);
    return factors;
  }

  /** What is left of a premise when the goal is divided out of it, where that is not 0. */
  private SequencedSet<Term> quotients() {
    SequencedSet<Term> quotients = new LinkedHashSet<>();
    List<Term> all = new ArrayList<>(open.values());
    all.add(goal());
    Ring ring = new Ring(state, all, List.of());
    for (Term premise : open.values()) {
      Ideal.multiples(ring.of(premise), List.of(ring.of(goal())), ring.relations(), ring.size())
          .map(multiples -> state.normal(ring.term(multiples.getFirst(), Map.of())))
          .filter(state::isNonzero)
          .ifPresent(quotients::add);
    }
    return quotients;
  }

  /**
   * Ways to add something to the square of the goal, so that the sum is a multiple of a premise.
   */
  List<Move> squares() {
    List<Move> ways = new ArrayList<>();
    Term square = new Term.Power(goal(), 2);
    ways.add(new Move(0, Rule.SQUARES, List.of(), List.of(), List.of(Term.ZERO)));
    for (Term premise : open.values()) {
      for (Term summand : Summands.of(state.normal(square))) {
        Rational own = coefficient(premise, summand);
        if (own.signum() != 0) {
          Rational factor = Monomial.of(summand).coefficient().dividedBy(own);
          Term multiple = Term.times(new Term.Numeral(factor), premise);
          Term more = state.normal(Term.minus(multiple, square));
          ways.add(new Move(0, Rule.SQUARES, List.of(), List.of(), List.of(more)));
        }
      }
    }
    return ways;
  }

  private static Rational coefficient(Term premise, Term summand) {
    List<Term> factors = Monomial.of(summand).factors();
    return Summands.of(premise).stream()
        .map(Monomial::of)
        .filter(m -> m.letters().isEmpty() && m.factors().equals(factors))
        .map(Monomial::coefficient)
        .findFirst()
        .orElse(Rational.ZERO);
  }
}
