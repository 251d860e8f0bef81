package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds sums again that have been dissolved in longer sums, as u − y in (u − y) + (u' − y'): the
 * longer sum becomes ρ·v + rest, where the symbol v stands for the shorter one.
 */
final class Regrouping {
  private final Terms terms;
  private final Map<Term, List<Part>> byAddend = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final Map<Term, Term> known = new HashMap<>();
  private final Map<Term, Integer> heights = new HashMap<>();
  private boolean found;

  /** A sum and the symbol for it. */
  private record Part(Term.Sum sum, Map<Term, Rational> coefficients, Term.Symbol symbol) {}

  /** ratio · part.sum + rest. */
  private record Division(Part part, Rational ratio, Term rest) {}

  private Regrouping(Terms terms, Set<Term> subterms) {
    this.terms = terms;
    for (Term.Sum sum : factors(subterms)) {
      if (divide(sum).isEmpty()) {
        add(sum);
      }
    }
  }

  /**
   * Both sides with symbols for the sums that are factors somewhere; unchanged if none of those is
   * dissolved anywhere, or if the sides would no longer look equal.
   */
  static Atomised of(Atomised form, Set<Term> subterms, Screen screen) {
    Regrouping regrouping = new Regrouping(form.terms(), subterms);
    Term left = regrouping.in(form.left());
    Term right = regrouping.in(form.right());
    return regrouping.found && screen.equal(left, right)
        ? form.with(left, right, regrouping.sums())
        : form;
  }

  /** What the symbols stand for, in the order in which they were made. */
  private Map<Term.Symbol, Term> sums() {
    Map<Term.Symbol, Term> sums = new LinkedHashMap<>();
    parts.forEach(part -> sums.put(part.symbol(), part.sum()));
    return sums;
  }

  /** Sums that are factors, the shortest first, whose addends all occur in other sums too. */
  private List<Term.Sum> factors(Set<Term> subterms) {
    Map<Term, Integer> uses = new HashMap<>();
    Set<Term.Sum> factors = new LinkedHashSet<>();
    for (Term term : subterms) {
      if (term instanceof Term.Sum s) {
        SumBuilder.coefficients(terms, s).keySet().forEach(a -> uses.merge(a, 1, Integer::sum));
      } else {
        for (Term child : term.children()) {
          if (child instanceof Term.Sum s) {
            factors.add(s);
          }
        }
      }
    }
    return factors.stream()
        .filter(
            s -> SumBuilder.coefficients(terms, s).keySet().stream().allMatch(a -> uses.get(a) > 1))
        .sorted(Comparator.<Term.Sum>comparingInt(Regrouping::size).thenComparingInt(Term::id))
        .toList();
  }

  private void add(Term.Sum sum) {
    Term.Symbol symbol = terms.fresh(new Domain(sum.range(), false));
    Part part = new Part(sum, SumBuilder.coefficients(terms, sum), symbol);
    part.coefficients()
        .keySet()
        .forEach(a -> byAddend.computeIfAbsent(a, k -> new ArrayList<>()).add(part));
    parts.add(part);
    known.put(sum, symbol);
  }

  private Term in(Term term) {
    Term result = known.get(term);
    if (result == null) {
      result = compute(term);
      known.put(term, result);
    }
    return result;
  }

  private Term compute(Term term) {
    return switch (term) {
      case Term.Sum s -> inSum(s);
      case Term.Product p -> {
        List<Term> factors = new ArrayList<>(p.factors().stream().map(this::in).toList());
        factors.add(terms.constant(p.coefficient()));
        yield terms.product(factors);
      }
      case Term.Power p -> terms.power(in(p.base()), p.exponent());
      case Term other -> other;
    };
  }

  private Term inSum(Term.Sum longer) {
    Optional<Division> division = divide(longer);
    if (division.isPresent()) {
      found = true;
      Division d = division.get();
      Term multiple = terms.product(terms.constant(d.ratio()), d.part().symbol());
      return terms.sum(multiple, in(d.rest()));
    }
    List<Term> addends = new ArrayList<>(longer.addends().stream().map(this::in).toList());
    addends.add(terms.constant(longer.constant()));
    return terms.sum(addends);
  }

  /**
   * The division that leaves the shortest rest, if it makes the sum shorter at all. A part that is
   * nested deeper may have the longer sum in itself, and dividing would not end.
   */
  private Optional<Division> divide(Term.Sum longer) {
    Map<Term, Rational> all = SumBuilder.coefficients(terms, longer);
    Set<Part> parts = new LinkedHashSet<>();
    all.keySet().forEach(a -> parts.addAll(byAddend.getOrDefault(a, List.of())));
    Optional<Division> best = Optional.empty();
    int least = size(longer);
    parts.removeIf(part -> height(part.sum()) > height(longer));
    for (Part part : parts) {
      for (Rational ratio : ratios(all, part)) {
        Term rest =
            new SumBuilder(terms).add(Rational.ONE, longer).add(ratio.negate(), part.sum()).build();
        if (!part.sum().equals(longer) && size(rest) + 1 < least) {
          least = size(rest) + 1;
          best = Optional.of(new Division(part, ratio, rest));
        }
      }
    }
    return best;
  }

  /** How deep a term is nested. */
  private int height(Term term) {
    Integer before = heights.get(term);
    if (before == null) {
      before = 1 + term.children().stream().mapToInt(this::height).max().orElse(0);
      heights.put(term, before);
    }
    return before;
  }

  private static Set<Rational> ratios(Map<Term, Rational> all, Part part) {
    Set<Rational> ratios = new LinkedHashSet<>();
    part.coefficients()
        .forEach(
            (addend, coefficient) -> {
              if (all.containsKey(addend)) {
                ratios.add(all.get(addend).dividedBy(coefficient));
              }
            });
    return ratios;
  }

  private static int size(Term term) {
    return term instanceof Term.Sum s
        ? s.addends().size() + (s.constant().signum() == 0 ? 0 : 1)
        : 1;
  }
}
