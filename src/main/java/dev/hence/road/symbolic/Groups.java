package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Σ fₖ·uₖ with factors fₖ that are nowhere negative: each uₖ by itself is to be nowhere negative.
 */
final class Groups {
  private static final int MOST = 60;

  private final Positivity positivity;
  private final Terms terms;

  Groups(Positivity positivity, Terms terms) {
    this.positivity = positivity;
    this.terms = terms;
  }

  Optional<String> show(Positivity.Goal goal, int depth) {
    List<Term> addends = new ArrayList<>();
    flatten(goal.term(), addends);
    if (goal.strict() || addends.size() < 2 || addends.size() > MOST) {
      return Optional.empty();
    }
    List<Term> inner = new ArrayList<>();
    while (!addends.isEmpty()) {
      Optional<Term> factor = commonest(addends);
      if (factor.isEmpty()) {
        break;
      }
      List<Term> having = addends.stream().filter(a -> factors(a).contains(factor.get())).toList();
      addends.removeAll(having);
      inner.add(terms.sum(having.stream().map(a -> without(a, factor.get())).toList()));
    }
    if (inner.isEmpty() || (inner.size() == 1 && addends.isEmpty() && depth == 0)) {
      return Optional.empty();
    }
    if (!addends.isEmpty()) {
      inner.add(terms.sum(addends));
    }
    return inner.stream().allMatch(u -> isNonnegative(goal.with(u)))
        ? Optional.of("term by term")
        : Optional.empty();
  }

  private boolean isNonnegative(Positivity.Goal goal) {
    return !Sampling.looksNegative(goal.term(), goal.facts())
        && positivity.decide(goal, 0).isPresent();
  }

  private void flatten(Term term, List<Term> addends) {
    switch (term) {
      case Term.Sum s -> {
        s.addends().forEach(a -> flatten(a, addends));
        if (s.constant().signum() != 0) {
          addends.add(terms.constant(s.constant()));
        }
      }
      case Term.Product p
          when p.factors().size() == 1 && p.factors().getFirst() instanceof Term.Sum s -> {
        List<Term> inside = new ArrayList<>();
        flatten(s, inside);
        inside.forEach(a -> addends.add(terms.product(terms.constant(p.coefficient()), a)));
      }
      default -> addends.add(term);
    }
  }

  private static List<Term> factors(Term addend) {
    return addend instanceof Term.Product p ? p.factors() : List.of(addend);
  }

  private Term without(Term addend, Term factor) {
    List<Term> rest = new ArrayList<>(factors(addend));
    rest.remove(factor);
    if (addend instanceof Term.Product p) {
      rest.add(terms.constant(p.coefficient()));
    }
    return terms.product(rest);
  }

  /** The factor ≥ 0 that most addends have, at least two. */
  private static Optional<Term> commonest(List<Term> addends) {
    Map<Term, Integer> counts = new LinkedHashMap<>();
    for (Term addend : addends) {
      for (Term factor : factors(addend)) {
        if (factor.range().nonnegative() && !(factor instanceof Term.Constant)) {
          counts.merge(factor, 1, Integer::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .filter(e -> e.getValue() > 1)
        .max(Comparator.comparingInt(Map.Entry::getValue))
        .map(Map.Entry::getKey);
  }
}
