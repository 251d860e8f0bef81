package dev.hence.proof;

import dev.hence.expr.Relation;
import dev.hence.expr.Size;
import dev.hence.proof.Refused.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The uniqueness rule for linear differential equations. A solution that is 0 at T = 0, with its
 * derivatives, is 0: u⁽ⁿ⁾ = M₀ u + … + Mₙ₋₁ u⁽ⁿ⁻¹⁾ has one solution for given u, …, u⁽ⁿ⁻¹⁾ at 0, if
 * the coefficients are continuous from 0 to T (É. Picard; for n = 1, T. H. Grönwall, 1919). The
 * coefficients may hold the trajectory. A goal in an entry of a vector or matrix may be coupled
 * with the other entries.
 */
final class Uniqueness {
  private static final int HIGHEST_ORDER = 3;

  private final Bounds bounds;
  private final Set<String> free;
  private final List<Letter> entry;

  /**
   * @param bounds of times from the start on
   * @param free letters of the statement
   * @param entry those of them that number the entries of its sides
   */
  Uniqueness(Bounds bounds, Set<String> free, List<Letter> entry) {
    this.bounds = bounds;
    this.free = free;
    this.entry = entry;
  }

  /**
   * What is to be shown instead of a goal.
   *
   * @param terms the derivatives u′ to u⁽ⁿ⁻¹⁾, then the coefficients M₀ to Mₙ₋₁
   * @param others new letters for the entries that are summed over; none if each entry has its own
   *     equation
   * @throws Refused if these are no derivatives and coefficients, or may break off before T
   */
  List<Goal> of(Goal goal, List<Term> terms, List<String> others) {
    int order = (terms.size() + 1) / 2;
    boolean fits =
        goal.relation() == Relation.EQUAL
            && terms.size() % 2 == 1
            && order <= HIGHEST_ORDER
            && (others.isEmpty() || others.size() == entry.size());
    if (!fits) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "no linear differential equation");
    }
    List<Term> solution = new ArrayList<>(List.of(goal.term()));
    solution.addAll(terms.subList(0, order - 1));
    List<Term> coefficients = terms.subList(order - 1, terms.size());
    solution.forEach(term -> require(term, free));
    Set<String> letters = new HashSet<>(free);
    letters.addAll(others);
    coefficients.forEach(term -> require(term, letters));
    List<Goal> left = new ArrayList<>();
    solution.forEach(term -> left.add(Goal.zero(Trajectories.atTheStart(term))));
    for (int k = 0; k < order; k++) {
      Term next =
          k + 1 < order ? solution.get(k + 1) : combination(entry, coefficients, solution, others);
      Term change = new Term.Derivative(solution.get(k), new Term.EndOfTime());
      left.add(Goal.zero(Term.minus(change, next)));
    }
    return left;
  }

  private void require(Term term, Set<String> letters) {
    Ordering.requireClosed(term, letters);
    Trajectories.requireSmooth(term, bounds);
  }

  /** Σ over the orders, and over the entries that are coupled, of M u. */
  static Term combination(
      List<Letter> entry, List<Term> coefficients, List<Term> solution, List<String> others) {
    Map<String, Size> coupled = new HashMap<>();
    for (int k = 0; k < others.size(); k++) {
      coupled.put(entry.get(k).name(), Size.letter(others.get(k)));
    }
    List<Term> terms = new ArrayList<>();
    for (int m = 0; m < coefficients.size(); m++) {
      terms.add(Term.times(coefficients.get(m), Terms.with(solution.get(m), coupled)));
    }
    Term sum = new Term.Sum(terms);
    for (int k = others.size() - 1; k >= 0; k--) {
      sum = new Term.Over(entry.get(k).renamed(others.get(k)), sum);
    }
    return sum;
  }
}
