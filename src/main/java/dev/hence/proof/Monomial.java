package dev.hence.proof;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A product of powers of atoms, summed over bound letters.
 *
 * @param letters bound here, all at once
 * @param factors by their texts, ascending
 */
record Monomial(List<Letter> letters, List<Factor> factors) {
  static final Monomial ONE = new Monomial(List.of(), List.of());

  /**
   * A power of an atom.
   *
   * @param atom in normal form; with a negative exponent also a whole sum
   */
  record Factor(Term atom, int exponent, String text) {
    static Factor of(Term atom, int exponent) {
      return new Factor(atom, exponent, atom.toString());
    }

    /** Whether it is the inverse of a sum. */
    boolean isInverse() {
      return atom instanceof Term.Sum || atom instanceof Term.Over || atom instanceof Term.Product;
    }
  }

  String key() {
    return letters.stream().map(l -> l.lower() + ".." + l.upper()).collect(Collectors.joining(";"))
        + factors.stream().map(f -> f.text() + "^" + f.exponent()).collect(Collectors.joining("*"));
  }

  /** The sum as a term, with a coefficient. */
  Term term(Rational coefficient) {
    List<Term> parts = new ArrayList<>();
    if (!coefficient.equals(Rational.ONE) || factors.isEmpty()) {
      parts.add(new Term.Numeral(coefficient));
    }
    factors.forEach(
        f -> parts.add(f.exponent() == 1 ? f.atom() : new Term.Power(f.atom(), f.exponent())));
    Term term = parts.size() == 1 ? parts.getFirst() : new Term.Product(parts);
    for (Letter letter : letters.reversed()) {
      term = new Term.Over(letter, term);
    }
    return term;
  }
}
