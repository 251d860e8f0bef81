package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Logarithms, split where signs allow: log(pq) = log p + log q for positive p, q, log(x²) =
 * 2·log|x|, log(exp u) = u; log(xy) stays if nothing is known of x and y. A sum is freed of its
 * common monomial first, which turns log(1 + exp(−z)) into log(1 + exp(z)) − z.
 */
final class Logarithms {
  private final Canonical canonical;
  private final Signs signs;
  private final Roots roots;
  private final Exponentials exponentials;

  private record LogOf(Fraction argument) {}

  Logarithms(Canonical canonical, Signs signs, Roots roots, Exponentials exponentials) {
    this.canonical = canonical;
    this.signs = signs;
    this.roots = roots;
    this.exponentials = exponentials;
  }

  /**
   * @throws Undefined if the argument is certainly not positive
   */
  Term log(Fraction argument) {
    if (argument.isZero()) {
      throw new Undefined("logarithm of 0");
    }
    Signs.Split split = signs.split(argument);
    List<Term> addends = new ArrayList<>(List.of(number(split.magnitude())));
    List<Signs.Part> unknown =
        split.parts().stream().filter(p -> !p.nonnegative() && p.odd()).toList();
    boolean alone = unknown.size() == 1 && split.sign() > 0;
    Fraction mixed = Fraction.of(Rational.of(split.sign()));
    for (Signs.Part part : split.parts()) {
      if (part.nonnegative() || (part.odd() && alone)) {
        addends.add(times(part.exponent(), single(part.base())));
      } else if (!part.odd()) {
        addends.add(times(part.exponent(), single(signs.abs(part.base()))));
      } else {
        addends.add(times(part.exponent() - 1, single(signs.abs(part.base()))));
        mixed = canonical.ring().times(mixed, part.base());
      }
    }
    if (!mixed.equals(Fraction.ONE)) {
      addends.add(single(mixed));
    }
    return canonical.terms().sum(addends);
  }

  private Term times(int coefficient, Term term) {
    return coefficient == 0
        ? canonical.terms().zero()
        : canonical.terms().product(canonical.terms().constant(coefficient), term);
  }

  private Term number(Rational positive) {
    List<Term> addends = new ArrayList<>();
    for (Map.Entry<BigInteger, Integer> prime : Primes.factors(positive).entrySet()) {
      Fraction p = Fraction.of(new Rational(prime.getKey(), BigInteger.ONE));
      addends.add(times(prime.getValue(), atom(p)));
    }
    return canonical.terms().sum(addends);
  }

  /** The logarithm of one factor. */
  private Term single(Fraction base) {
    if (base.isConstant() && base.coefficient().signum() < 0) {
      throw new Undefined("logarithm of a negative number");
    }
    Optional<Term.Symbol> symbol = canonical.ring().expand(base).symbol();
    Optional<Term> exponent = symbol.flatMap(exponentials::exponent);
    if (exponent.isPresent()) {
      return exponent.get();
    }
    Optional<Roots.Root> root = symbol.flatMap(roots::root);
    return root.isPresent()
        ? canonical
            .terms()
            .product(
                canonical.terms().constant(Rational.of(1, root.get().index())),
                log(root.get().radicand()))
        : atom(base);
  }

  private Term atom(Fraction argument) {
    LogOf key = new LogOf(argument);
    return canonical
        .known(key)
        .orElseGet(
            () -> {
              Term definition = canonical.terms().log(canonical.term(argument));
              Term.Symbol made = canonical.make(key, definition, definition.range());
              exponentials.logarithm(made, argument);
              return made;
            });
  }
}
