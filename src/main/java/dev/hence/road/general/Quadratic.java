package dev.hence.road.general;

import dev.hence.expr.Rational;
import dev.hence.proof.Term;
import java.util.List;
import java.util.Optional;

/** Completes the square: a x² + b x + c is a (x + b/2a)² + c − b²/4a. */
final class Quadratic {
  private Quadratic() {}

  /** Of a sum in normal form with numbers for coefficients. */
  static Optional<Term> completed(Term normal) {
    List<Term> terms = normal instanceof Term.Sum s ? s.terms() : List.of(normal);
    Optional<Term> x = Optional.empty();
    Rational a = Rational.ZERO;
    Rational b = Rational.ZERO;
    Rational c = Rational.ZERO;
    for (Term t : terms) {
      Rational coefficient = coefficient(t);
      Optional<Term> atom = atom(t);
      int power = atom.isEmpty() ? 0 : power(t);
      boolean other = atom.isPresent() && x.isPresent() && !x.get().equals(atom.get());
      if (other || power < 0 || power > 2) {
        return Optional.empty();
      }
      x = atom.isPresent() ? atom : x;
      a = power == 2 ? coefficient : a;
      b = power == 1 ? coefficient : b;
      c = power == 0 ? coefficient : c;
    }
    if (x.isEmpty() || a.signum() == 0) {
      return Optional.empty();
    }
    Rational half = b.dividedBy(a).times(Rational.of(1, 2));
    Term root = new Term.Sum(List.of(x.get(), new Term.Numeral(half)));
    Rational rest = c.minus(a.times(half).times(half));
    return Optional.of(
        new Term.Sum(
            List.of(
                new Term.Product(List.of(new Term.Numeral(a), new Term.Power(root, 2))),
                new Term.Numeral(rest))));
  }

  private static List<Term> factors(Term term) {
    return term instanceof Term.Product p ? p.factors() : List.of(term);
  }

  private static Rational coefficient(Term term) {
    return factors(term).getFirst() instanceof Term.Numeral n ? n.value() : Rational.ONE;
  }

  /** The one factor that is no number; of several, the product, which is then of power 3. */
  private static Optional<Term> atom(Term term) {
    List<Term> others = others(term);
    if (others.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        others.size() > 1
            ? new Term.Product(others)
            : others.getFirst() instanceof Term.Power p ? p.base() : others.getFirst());
  }

  private static int power(Term term) {
    List<Term> others = others(term);
    if (others.size() > 1) {
      return 3;
    }
    return others.getFirst() instanceof Term.Power p ? p.exponent() : 1;
  }

  private static List<Term> others(Term term) {
    return factors(term).stream().filter(f -> !(f instanceof Term.Numeral)).toList();
  }
}
