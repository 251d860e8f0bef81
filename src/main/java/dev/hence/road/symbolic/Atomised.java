package dev.hence.road.symbolic;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two sides over common atoms.
 *
 * @param relations what is known of the atoms, the oldest first
 * @param definitions what each atom stands for, in older atoms
 * @param unsigned terms over atoms whose signs were not known, and do not hang on other signs
 */
record Atomised(
    Terms terms,
    Term left,
    Term right,
    List<Relation> relations,
    Map<Term.Symbol, Term> definitions,
    List<Term> unsigned) {

  /** Two other sides over these atoms and others, which stand for terms in these. */
  Atomised with(Term newLeft, Term newRight, Map<Term.Symbol, Term> others) {
    Map<Term.Symbol, Term> all = new LinkedHashMap<>(definitions);
    all.putAll(others);
    return new Atomised(terms, newLeft, newRight, relations, all, unsigned);
  }

  /** A term over atoms with the atoms replaced by what they stand for. */
  Term defined(Term overAtoms) {
    Map<Term, Term> full = new HashMap<>();
    definitions.forEach((atom, term) -> full.put(atom, Substitution.of(terms, full).in(term)));
    return Substitution.of(terms, full).in(overAtoms);
  }
}
