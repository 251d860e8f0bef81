package dev.hence.road.symbolic;

import dev.hence.time.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Polynomials in which an atom R ≥ 0 gives way to r², r being its root: so that R₁R₂ − 2r₁r₂s + s²
 * is seen to be a square.
 *
 * @param ring in which r is free
 */
record InRoots(AtomRing ring, Map<Term.Symbol, Term.Symbol> roots) {
  static InRoots of(AtomRing ring, Deadline deadline) {
    AtomRing free = new AtomRing(deadline);
    Map<Term.Symbol, Term.Symbol> roots = new HashMap<>();
    for (Relation relation : ring.relations()) {
      if (relation instanceof Relation.Algebraic a
          && a.degree() == 2
          && a.symbol().range().nonnegative()
          && a.value().symbol().isPresent()
          && ring.algebraic(a.value().symbol().get()).isEmpty()) {
        roots.put(a.value().symbol().get(), a.symbol());
      } else {
        free.add(relation);
      }
    }
    return new InRoots(free, roots);
  }

  boolean isEmpty() {
    return roots.isEmpty();
  }

  Polynomial of(Polynomial polynomial) {
    Polynomial result = Polynomial.ZERO;
    for (var entry : polynomial.terms().entrySet()) {
      List<Monomial.Factor> kept = new ArrayList<>();
      Monomial replaced = Monomial.ONE;
      for (Monomial.Factor factor : entry.getKey().factors()) {
        Term.Symbol root = roots.get(factor.symbol());
        if (root == null) {
          kept.add(factor);
        } else {
          replaced = replaced.times(Monomial.of(root, 2 * factor.exponent()));
        }
      }
      result = result.plus(Polynomial.of(entry.getValue(), new Monomial(kept).times(replaced)));
    }
    return result;
  }
}
