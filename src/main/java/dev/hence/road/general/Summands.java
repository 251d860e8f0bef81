package dev.hence.road.general;

import dev.hence.proof.Term;
import dev.hence.proof.Terms;
import dev.hence.proof.Time;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** Normal forms taken apart. */
final class Summands {
  private Summands() {}

  /** The terms of a sum. */
  static List<Term> of(Term normal) {
    return normal instanceof Term.Sum s ? s.terms() : List.of(normal);
  }

  /** The factors of a product. */
  static List<Term> factors(Term summand) {
    return summand instanceof Term.Product p ? p.factors() : List.of(summand);
  }

  /** The entries of states at the end of time that it speaks of. */
  static SequencedSet<Term.Variable> statesAtTheEnd(Term term) {
    SequencedSet<Term.Variable> states = new LinkedHashSet<>();
    for (Term part : parts(term)) {
      if (part instanceof Term.Variable v && v.time().equals(Time.END)) {
        states.add(v);
      }
    }
    return states;
  }

  /** The term and its parts, and theirs. */
  static SequencedSet<Term> parts(Term term) {
    SequencedSet<Term> parts = new LinkedHashSet<>();
    collect(term, parts);
    return parts;
  }

  private static void collect(Term term, SequencedSet<Term> parts) {
    parts.add(term);
    Terms.children(term).forEach(part -> collect(part, parts));
  }

  /** The coefficients of a normal form as a polynomial in x; empty if it is none. */
  static Optional<SortedMap<Integer, Term>> powers(Term normal, Term.Variable x) {
    SortedMap<Integer, Term> powers = new TreeMap<>();
    for (Term summand : of(normal)) {
      int power = 0;
      List<Term> rest = new ArrayList<>();
      for (Term factor : factors(summand)) {
        if (factor.equals(x)) {
          power++;
        } else if (factor instanceof Term.Power p && p.base().equals(x) && p.exponent() > 0) {
          power += p.exponent();
        } else if (Terms.any(factor, x::equals)) {
          return Optional.empty();
        } else {
          rest.add(factor);
        }
      }
      Term coefficient = new Term.Product(rest);
      powers.merge(power, coefficient, (a, b) -> new Term.Sum(List.of(a, b)));
    }
    powers.values().removeIf(Term.ZERO::equals);
    return Optional.of(powers);
  }
}
