package dev.hence.road.symbolic;

import dev.hence.time.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Subterms that an equation does not need to look into: sums that occur more than once, such as the
 * slope ℓ'(y_j, f(x_j)) of a loss. An identity that holds for all their values holds; the screen
 * only suggests which they are.
 *
 * @param form the two sides, some sums replaced by symbols
 * @param freed subterms of them that may be taken for symbols
 */
record FreeSubterms(Atomised form, Set<Term> freed) {
  private static final int MOST_CANDIDATES = 250;
  private static final int MOST_REGROUPED = 20_000;
  private static final int MOST_VISITS = 2_000_000;

  /** Subterms to be freed, as far as the screen can tell. */
  static FreeSubterms choose(Atomised form, Screen screen, Deadline deadline) {
    Map<Term, Integer> uses = uses(form);
    Atomised regrouped =
        uses.size() <= MOST_REGROUPED && !deadline.passed()
            ? Regrouping.of(form, uses.keySet(), screen)
            : form;
    return new FreeSubterms(regrouped, freed(regrouped, screen, deadline));
  }

  private static Set<Term> freed(Atomised form, Screen screen, Deadline deadline) {
    Set<Term> freed = new LinkedHashSet<>();
    for (Term candidate : candidates(uses(form))) {
      if (deadline.passed()) {
        return Set.of();
      }
      freed.add(candidate);
      if (!screen.equal(form.left(), form.right(), freed)) {
        freed.remove(candidate);
      }
    }
    return freed;
  }

  /** Shared sums, the largest first. */
  private static List<Term> candidates(Map<Term, Integer> uses) {
    Expansion expansion = new Expansion(Set.of());
    List<Term> candidates = new ArrayList<>();
    uses.forEach(
        (term, count) -> {
          if (count > 1 && expansion.count(term) > 1) {
            candidates.add(term);
          }
        });
    candidates.sort(
        Comparator.<Term>comparingDouble(expansion::count).reversed().thenComparingInt(Term::id));
    int most = Math.min(MOST_CANDIDATES, MOST_VISITS / uses.size());
    return candidates.subList(0, Math.min(candidates.size(), most));
  }

  private static Map<Term, Integer> uses(Atomised form) {
    Map<Term, Integer> uses = new LinkedHashMap<>();
    count(form.left(), uses);
    count(form.right(), uses);
    return uses;
  }

  private static void count(Term term, Map<Term, Integer> uses) {
    if (uses.merge(term, 1, Integer::sum) == 1) {
      term.children().forEach(child -> count(child, uses));
    }
  }
}
