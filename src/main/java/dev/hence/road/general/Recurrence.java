package dev.hence.road.general;

import dev.hence.expr.Size;
import dev.hence.proof.Letter;
import dev.hence.proof.Proof.Move;
import dev.hence.proof.ProofState;
import dev.hence.proof.Refused;
import dev.hence.proof.Rule;
import dev.hence.proof.Term;
import dev.hence.proof.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Shows that the difference of the sides stays 0 from one value of an index to the next: D(s + 1) =
 * M(s) D(s). M is the quotient of both as polynomials in a member of a recursion, or what powers
 * are multiplied with, or 1.
 */
final class Recurrence {
  private static final String OTHER = "u.1";
  private static final int MOST_UNFOLDED = 60;

  private final ProofState state;
  private final Consumer<Move> mover;
  private int letterCount;

  /**
   * @param mover makes the moves in the state
   */
  Recurrence(ProofState state, Consumer<Move> mover) {
    this.state = state;
    this.mover = mover;
  }

  // Unfolding

  /** Gives members of recursions their values, wherever they have one by their definition. */
  void unfold(int goal) {
    everywhere(goal, List.of(), Rule.RECURSION, Recurrence::isMember);
  }

  private static boolean isMember(Term term) {
    return (term instanceof Term.Variable v && v.copy() == 0 && !v.indices().isEmpty())
        || isPower(term);
  }

  private static boolean isPower(Term term) {
    return term instanceof Term.Function f && f.isMatrixPower();
  }

  /** Rewrites parts of a goal, those that come of it again, where the rule fits. */
  private void everywhere(int goal, List<Integer> from, Rule rule, Predicate<Term> fits) {
    List<List<Integer>> passed = new ArrayList<>();
    for (int k = 0; k < MOST_UNFOLDED; k++) {
      Optional<List<Integer>> place = place(at(goal, from), from, passed, fits);
      if (place.isEmpty()) {
        return;
      }
      try {
        List<String> letters =
            isPower(at(goal, place.get())) ? List.of("p." + ++letterCount) : List.of();
        mover.accept(new Move(goal, rule, place.get(), letters));
      } catch (Refused mayBeTheFirst) {
        passed.add(place.get());
      }
    }
  }

  private Term at(int goal, List<Integer> place) {
    Term term = state.goals().get(goal).term();
    for (int part : place) {
      term = Terms.children(term).get(part);
    }
    return term;
  }

  private static Optional<List<Integer>> place(
      Term term, List<Integer> here, List<List<Integer>> passed, Predicate<Term> fits) {
    if (fits.test(term) && !passed.contains(here)) {
      return Optional.of(here);
    }
    List<Term> parts = Terms.children(term);
    for (int k = 0; k < parts.size(); k++) {
      List<Integer> inside = new ArrayList<>(here);
      inside.add(k);
      Optional<List<Integer>> found = place(parts.get(k), inside, passed, fits);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  // Induction

  /** The indices by which it may be shown. */
  static List<String> indices(ProofState state, Term difference) {
    return Terms.free(difference).stream()
        .filter(name -> state.entry().stream().noneMatch(l -> l.name().equals(name)))
        .toList();
  }

  /** Moves, one of which may begin an induction by an index. */
  SequencedSet<Move> moves(String index) {
    Term now = state.goals().getFirst().term();
    SequencedSet<Move> moves = new LinkedHashSet<>();
    ProofState next = state.copy();
    Recurrence ahead = new Recurrence(next, next::move);
    next.move(induction(index, Term.ZERO, List.of()));
    ahead.step(index, now);
    ahead.carriedOut();
    for (Term factor : factors(state.normal(now), next.normal(next.goals().get(1).term()), index)) {
      moves.add(induction(index, factor, List.of()));
    }
    if (state.entry().size() == 1) {
      Summands.parts(now).stream()
          .filter(Recurrence::isPower)
          .forEach(f -> moves.add(induction(index, core((Term.Function) f), List.of(OTHER))));
    }
    return moves;
  }

  /** M, of Mⁿ, from one entry of the goal to another. */
  private Term core(Term.Function power) {
    Term.Argument matrix = power.arguments().getFirst();
    Map<String, Size> place =
        Map.of(
            matrix.letters().getFirst().name(), Size.letter(state.entry().getFirst().name()),
            matrix.letters().getLast().name(), Size.letter(OTHER));
    return Terms.with(matrix.body(), place);
  }

  private static Move induction(String index, Term factor, List<String> others) {
    Term named = new Term.Whole(Size.letter(index));
    return new Move(0, Rule.INDUCTION, List.of(), others, List.of(named, factor));
  }

  private void carriedOut() {
    new dev.hence.proof.Derivatives(state, 0, mover).carryOut(1);
  }

  /** Takes last terms off sums at the first value, and gives members their values. */
  void start() {
    everywhere(0, List.of(), Rule.LAST_TERM, t -> isSum(t, o -> o.upper().isFixed()));
    mover.accept(new Move(0, Rule.NORMAL_FORM, List.of(), List.of())); // without empty sums
    unfold(0);
  }

  /** The same of the next value, as far as it brings what was not there before. */
  void step(String index, Term before) {
    List<Integer> next = List.of(0);
    for (List<Integer> place :
        places(at(1, next), next, t -> isSum(t, o -> o.upper().speaksOf(index)))) {
      try {
        mover.accept(new Move(1, Rule.LAST_TERM, place, List.of()));
      } catch (Refused mayBeEmpty) {
        // it stays as it is
      }
    }
    int known =
        Summands.parts(before).stream()
            .filter(Recurrence::isMember)
            .flatMap(v -> ahead(v, index).stream())
            .max(Integer::compare)
            .orElse(0);
    everywhere(
        1,
        next,
        Rule.RECURSION,
        t -> isMember(t) && ahead(t, index).filter(n -> n > known).isPresent());
  }

  /** The places of parts, the inner before the outer. */
  private static List<List<Integer>> places(Term term, List<Integer> here, Predicate<Term> fits) {
    List<List<Integer>> found = new ArrayList<>();
    List<Term> parts = Terms.children(term);
    for (int k = 0; k < parts.size(); k++) {
      List<Integer> inside = new ArrayList<>(here);
      inside.add(k);
      found.addAll(places(parts.get(k), inside, fits));
    }
    if (fits.test(term)) {
      found.add(here);
    }
    return found;
  }

  private static boolean isSum(Term term, Predicate<Letter> range) {
    return term instanceof Term.Over o && range.test(o.letter());
  }

  /** How far the index of a member is beyond a letter. */
  private static Optional<Integer> ahead(Term member, String index) {
    Size letter = Size.letter(index).times(Size.fixed(-1));
    List<Size> indices =
        switch (member) {
          case Term.Variable v -> v.indices();
          case Term.Function f -> f.indices();
          default -> List.of();
        };
    return indices.stream()
        .map(size -> size.plus(letter))
        .filter(Size::isFixed)
        .map(Size::offset)
        .findFirst();
  }

  // What it is multiplied with

  private SequencedSet<Term> factors(Term now, Term next, String index) {
    SequencedSet<Term> factors = new LinkedHashSet<>();
    for (Term part : Summands.parts(now)) {
      if (part instanceof Term.Variable v && isMember(v)) {
        quotient(now, next, v).ifPresent(factors::add);
      }
    }
    for (Term summand : Summands.of(now)) {
      factors.add(ofPowers(Monomial.of(summand), index));
    }
    factors.add(Term.ONE);
    return factors;
  }

  private Optional<Term> quotient(Term now, Term next, Term.Variable x) {
    Optional<SortedMap<Integer, Term>> divisor = Summands.powers(now, x);
    Optional<SortedMap<Integer, Term>> dividend = Summands.powers(next, x);
    if (divisor.isEmpty() || dividend.isEmpty() || divisor.get().isEmpty()) {
      return Optional.empty();
    }
    int degree = divisor.get().lastKey();
    return degree == 0 || dividend.get().getOrDefault(degree, Term.ZERO).equals(Term.ZERO)
        ? Optional.empty()
        : Optional.of(
            state.normal(
                Term.times(
                    dividend.get().get(degree), new Term.Power(divisor.get().get(degree), -1))));
  }

  /** bⁿ, of b to the power n s. */
  private static Term ofPowers(Monomial monomial, String index) {
    List<Term> bases = new ArrayList<>();
    for (Term factor : monomial.factors()) {
      Term base = factor instanceof Term.Power p ? p.base() : factor;
      int power = factor instanceof Term.Power p ? p.exponent() : 1;
      if (base instanceof Term.Opaque o
          && o.kind().equals("power")
          && o.parts().getLast().equals(new Term.Whole(Size.letter(index)))) {
        bases.add(new Term.Power(o.parts().getFirst(), power));
      }
    }
    return new Term.Product(bases);
  }
}
