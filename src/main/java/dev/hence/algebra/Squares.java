package dev.hence.algebra;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Squares among quotients of polynomials: their roots are absolute values. */
final class Squares {
  private Squares() {}

  /** An expression whose square this is, if it is found; of numbers, none. */
  static Optional<Fraction> root(Fraction of) {
    boolean moves =
        of.numerator().degree(Multinomial.VARIABLE) + of.denominator().degree(Multinomial.VARIABLE)
            > 0;
    if (!moves || of.numerator().last() > 0 || of.denominator().last() > 0) {
      return Optional.empty();
    }
    // √(p/q) = √(p·q) / |q|
    return root(of.numerator().times(of.denominator())).map(r -> new Fraction(r, of.denominator()));
  }

  private static Optional<Multinomial> root(Multinomial p) {
    IntegerPolynomial whole = p.inVariable();
    if (whole.degree() < 2 || whole.degree() % 2 == 1) {
      return Optional.empty();
    }
    IntegerPolynomial root = IntegerPolynomial.ONE;
    IntegerPolynomial rest = whole;
    while (rest.degree() > 0) {
      IntegerPolynomial once = rest.squareFree();
      rest = rest.dividedBy(once);
      if (rest.degree() < once.degree() || rest.gcd(once).degree() != once.degree()) {
        return Optional.empty(); // Some root has an odd multiplicity.
      }
      rest = rest.dividedBy(once);
      root = root.times(once);
    }
    Multinomial candidate = multinomial(root);
    Rational factor =
        p.coefficient(Multinomial.VARIABLE, whole.degree())
            .terms()
            .getOrDefault(List.of(), Rational.ZERO)
            .dividedBy(new Rational(root.lead().multiply(root.lead()), BigInteger.ONE));
    Optional<Rational> scale = root(factor);
    return scale.map(candidate::times).filter(r -> r.times(r).equals(p));
  }

  private static Optional<Rational> root(Rational value) {
    if (value.signum() <= 0) {
      return Optional.empty();
    }
    Rational root = new Rational(value.numerator().sqrt(), value.denominator().sqrt());
    return Optional.of(root).filter(r -> r.times(r).equals(value));
  }

  private static Multinomial multinomial(IntegerPolynomial p) {
    List<Multinomial> terms = new ArrayList<>();
    for (int k = 0; k <= p.degree(); k++) {
      terms.add(
          Multinomial.of(Multinomial.VARIABLE)
              .power(k)
              .times(new Rational(p.coefficients().get(k), BigInteger.ONE)));
    }
    return terms.stream().reduce(Multinomial.ZERO, Multinomial::plus);
  }
}
