package dev.hence.road.symbolic;

import dev.hence.time.Deadline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some terms as fractions over common atoms.
 *
 * @param fractions one for each term, in their order
 */
record CommonAtoms(List<Fraction> fractions, Canonical canonical, Atomised atoms) {
  /**
   * @param facts conditions that may be taken to hold
   * @throws TooLarge if a term cannot be expanded within reason
   * @throws Undefined if a part is certainly undefined
   */
  static CommonAtoms of(
      Terms terms, List<Term> list, List<Conditions.Condition> facts, Deadline deadline) {
    AtomForm.AtomisedList atomised = AtomForm.list(terms, list, facts, deadline);
    Canonical canonical = new Canonical(terms, deadline);
    Map<Term, Term> inverses = new HashMap<>();
    for (Relation relation : atomised.atoms().relations()) {
      switch (relation) {
        case Relation.Algebraic a -> canonical.ring().add(a);
        case Relation.Inverse i -> {
          Term divisor = Substitution.of(terms, inverses).in(canonical.term(i.divisor()));
          inverses.put(i.symbol(), terms.power(divisor, -1));
        }
      }
    }
    Substitution substitution = Substitution.of(terms, inverses);
    List<Fraction> fractions =
        atomised.terms().stream().map(t -> canonical.fraction(substitution.in(t))).toList();
    return new CommonAtoms(fractions, canonical, atomised.atoms());
  }

  AtomRing ring() {
    return canonical.ring();
  }

  /** The term that a polynomial in the atoms stands for. */
  Term term(Polynomial polynomial) {
    return atoms.defined(canonical.term(polynomial));
  }

  /** u where an atom is log u, u over older atoms. */
  Optional<Term> logarithm(Term.Symbol atom) {
    return atoms.definitions().get(atom) instanceof Term.Apply a && a.function() == Elementary.LOG
        ? Optional.of(a.argument())
        : Optional.empty();
  }
}
