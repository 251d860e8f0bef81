package dev.hence.proof;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;

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

  /** What tells it from every other monomial; made so often that no streams are made for it. */
  String key() {
    StringBuilder key = new StringBuilder();
    for (int k = 0; k < letters.size(); k++) {
      Letter letter = letters.get(k);
      key.append(k > 0 ? ";" : "").append(letter.lower()).append("..").append(letter.upper());
    }
    for (int k = 0; k < factors.size(); k++) {
      Factor factor = factors.get(k);
      key.append(k > 0 ? "*" : "").append(factor.text()).append('^').append(factor.exponent());
    }
    return key.toString();
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
