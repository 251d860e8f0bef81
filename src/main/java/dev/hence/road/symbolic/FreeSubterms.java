package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses subterms that an equation does not need to look into: sums that occur more than once,
 * such as the slope ℓ'(y_j, f(x_j)) of a loss. An identity that holds for all their values holds;
 * the screen only suggests which they are.
 */
final class FreeSubterms {
  private static final int MOST_CANDIDATES = 250;
  private static final int MOST_VISITS = 400_000;

  private final Map<Term, Integer> uses = new HashMap<>();

  private FreeSubterms() {}

  /** Subterms that may be taken for symbols, the largest first, as far as the screen can tell. */
  static Set<Term> choose(Term left, Term right, Screen screen, Deadline deadline) {
    FreeSubterms subterms = new FreeSubterms();
    subterms.count(left);
    subterms.count(right);
    Set<Term> freed = new LinkedHashSet<>();
    for (Term candidate : subterms.candidates()) {
      if (deadline.passed()) {
        return Set.of();
      }
      freed.add(candidate);
      if (!screen.equal(left, right, freed)) {
        freed.remove(candidate);
      }
    }
    return freed;
  }

  private void count(Term term) {
    if (uses.merge(term, 1, Integer::sum) == 1) {
      term.children().forEach(this::count);
    }
  }

  private List<Term> candidates() {
    Expansion expansion = new Expansion(Set.of());
    List<Term> candidates = new ArrayList<>();
    uses.forEach(
        (term, count) -> {
          if (count > 1 && expansion.count(term) > 1) {
            candidates.add(term);
          }
        });
    candidates.sort(
        Comparator.<Term>comparingDouble(expansion::count).reversed().thenComparing(Term::id));
    int most = Math.min(MOST_CANDIDATES, MOST_VISITS / uses.size());
    return candidates.subList(0, Math.min(candidates.size(), most));
  }
}
