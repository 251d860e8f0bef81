package dev.hence.road.general;

import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import dev.hence.proof.Letter;
import dev.hence.proof.Term;
import dev.hence.proof.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A summand of a normal form: a number and factors, summed over letters. */
record Monomial(List<Letter> letters, Rational coefficient, List<Term> factors) {
  static Monomial of(Term summand) {
    List<Letter> letters = new ArrayList<>();
    Term body = summand;
    while (body instanceof Term.Over o) {
      letters.add(o.letter());
      body = o.body();
    }
    Rational coefficient = Rational.ONE;
    List<Term> factors = new ArrayList<>();
    for (Term factor : Summands.factors(body)) {
      if (factor instanceof Term.Numeral n) {
        coefficient = coefficient.times(n.value());
      } else {
        factors.add(factor);
      }
    }
    return new Monomial(letters, coefficient, factors);
  }

  /** The same with other names in place of letters, bound ones too. */
  Monomial renamed(Map<String, Size> names) {
    List<Letter> other = new ArrayList<>();
    for (Letter letter : letters) {
      Size name = names.getOrDefault(letter.name(), Size.letter(letter.name()));
      other.add(
          new Letter(
              name.letters().getFirst(), letter.lower().with(names), letter.upper().with(names)));
    }
    return new Monomial(
        other, coefficient, factors.stream().map(f -> Terms.with(f, names)).toList());
  }

  /** A product summed over letters. */
  static Term over(List<Letter> letters, List<Term> factors) {
    Term sum = new Term.Product(factors);
    for (Letter letter : letters.reversed()) {
      sum = new Term.Over(letter, sum);
    }
    return sum;
  }
}
