package dev.hence.road.symbolic;

import dev.hence.time.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A term as one fraction over atoms, factored as far as its making shows.
 *
 * @param fraction its numerator and divisors are powers with positive and negative exponents
 */
record Factored(Fraction fraction, Canonical canonical, Atomised atoms) {

  /**
   * @throws TooLarge if it cannot be expanded within reason
   * @throws Undefined if a part is certainly undefined
   */
  static Factored of(Terms terms, Term term, Deadline deadline) {
    Atomised atoms =
        AtomForm.of(terms, term, terms.zero(), List.of(), AtomForm.Stage.TANH_AS_ATOM, deadline);
    Canonical canonical = new Canonical(terms, deadline);
    Map<Term, Term> inverses = new HashMap<>();
    for (Relation relation : atoms.relations()) {
      switch (relation) {
        case Relation.Algebraic a -> canonical.ring().add(a);
        case Relation.Inverse i -> {
          Term divisor = Substitution.of(terms, inverses).in(canonical.term(i.divisor()));
          inverses.put(i.symbol(), terms.power(divisor, -1));
        }
      }
    }
    Term whole = Substitution.of(terms, inverses).in(atoms.left());
    return new Factored(canonical.fraction(whole), canonical, atoms);
  }

  /** The product of powers that it is. */
  Term product(Terms terms) {
    List<Term> factors = new ArrayList<>();
    factors.add(term(Polynomial.of(fraction.coefficient(), fraction.monomial())));
    fraction.powers().forEach((p, k) -> factors.add(terms.power(term(p), k)));
    return terms.product(factors);
  }

  /** The term that a polynomial in the atoms stands for. */
  Term term(Polynomial polynomial) {
    return atoms.defined(canonical.term(polynomial));
  }
}
