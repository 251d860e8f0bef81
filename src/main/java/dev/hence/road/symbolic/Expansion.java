package dev.hence.road.symbolic;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How many monomials a term has at most when it is expanded. */
final class Expansion {
  private final Map<Term, Double> counts = new HashMap<>();

  /** Counts with these subterms taken for symbols. */
  Expansion(Set<Term> freed) {
    freed.forEach(term -> counts.put(term, 1.0));
  }

  double count(Term term) {
    Double known = counts.get(term);
    if (known == null) {
      known = compute(term);
      counts.put(term, known);
    }
    return known;
  }

  private double compute(Term term) {
    return switch (term) {
      case Term.Sum s ->
          (s.constant().signum() == 0 ? 0 : 1)
              + s.addends().stream().mapToDouble(this::count).sum();
      case Term.Product p ->
          p.factors().stream().mapToDouble(this::count).reduce(1, (a, b) -> a * b);
      case Term.Power p -> power(count(p.base()), p.exponent().toDouble());
      case Term other -> 1;
    };
  }

  /** (n + k − 1 choose k) for a positive integer power k of n monomials. */
  private static double power(double n, double k) {
    if (k < 0 || n <= 1) {
      return 1;
    }
    if (k > 1000) {
      return Double.POSITIVE_INFINITY;
    }
    double result = 1;
    for (int i = 1; i <= k; i++) {
      result *= (n + i - 1) / i;
    }
    return result;
  }
}
