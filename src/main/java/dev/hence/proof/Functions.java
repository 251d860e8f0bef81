package dev.hence.proof;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import dev.hence.proof.Monomial.Factor;
import dev.hence.proof.Polynomial.Summand;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What elementary functions are in normal form: exponentials of sums are products, … */
final class Functions {
  private final NormalForm form;

  Functions(NormalForm form) {
    this.form = form;
  }

  Polynomial of(ElementaryFunction function, Polynomial argument) {
    return switch (function) {
      case EXP -> exponential(argument);
      case LOG -> logarithm(argument);
      case SIN, TAN, ARCSIN, ARCTAN, SINH, TANH, ARSINH, ARTANH, ERF -> odd(function, argument);
      case COS, COSH -> even(function, argument);
      case SQRT -> root(argument);
      case ARCCOS, ARCOSH -> apply(function, argument.term());
    };
  }

  /** sinh u = (eᵘ − e⁻ᵘ)/2, cosh u = (eᵘ + e⁻ᵘ)/2, tanh u = 1 − 2/(e²ᵘ + 1). */
  static Term exponentials(Term term) {
    List<Term> parts = Terms.children(term).stream().map(Functions::exponentials).toList();
    Term own = parts.isEmpty() ? term : Terms.rebuilt(term, parts);
    if (!(own instanceof Term.Elementary e)) {
      return own;
    }
    Term u = e.argument();
    return switch (e.function()) {
      case SINH -> Term.times(half(), Term.minus(exp(u), exp(Term.negative(u))));
      case COSH -> Term.times(half(), new Term.Sum(List.of(exp(u), exp(Term.negative(u)))));
      case TANH -> {
        Term divisor = new Term.Sum(List.of(exp(Term.times(Term.of(2), u)), Term.ONE));
        yield Term.minus(Term.ONE, Term.times(Term.of(2), new Term.Power(divisor, -1)));
      }
      default -> own;
    };
  }

  private static Term exp(Term argument) {
    return new Term.Elementary(ElementaryFunction.EXP, argument);
  }

  private static Term half() {
    return new Term.Numeral(Rational.of(1, 2));
  }

  private static Polynomial apply(ElementaryFunction function, Term argument) {
    return NormalForm.atom(new Term.Elementary(function, argument));
  }

  /** exp(p/q·a + …) = exp(a/q)^p ⋯. */
  private Polynomial exponential(Polynomial argument) {
    List<Factor> factors = new ArrayList<>();
    for (Summand s : argument.summands()) {
      Rational part = new Rational(BigInteger.ONE, s.coefficient().denominator());
      Term exponent = s.monomial().term(part);
      int times = s.coefficient().dividedBy(part).intValueExact();
      factors.add(Factor.of(new Term.Elementary(ElementaryFunction.EXP, exponent), times));
    }
    return Polynomial.of(new Monomial(List.of(), Products.merged(factors)), Rational.ONE);
  }

  /** log(exp(a)ⁿ b) = n a + log b and log(1/b) = −log b, where the left sides are defined. */
  private Polynomial logarithm(Polynomial argument) {
    if (argument.isZero()) {
      throw new Refused(Refused.Reason.DIVISION_BY_ZERO, "the logarithm of 0");
    }
    List<Polynomial> parts = new ArrayList<>();
    Polynomial rest = argument;
    for (Factor f : Products.common(argument)) {
      boolean exponential = NormalForm.isElementary(f.atom(), ElementaryFunction.EXP);
      boolean positive =
          f.isInverse() ? isPositive(form.of(f.atom())) : form.facts().isPositive(f.atom());
      if (positive) {
        Polynomial own =
            exponential
                ? form.of(((Term.Elementary) f.atom()).argument())
                : f.isInverse() ? apply(ElementaryFunction.LOG, f.atom()) : logarithmOf(f.atom());
        parts.add(own.times(Rational.of(f.exponent())));
        rest = form.divided(rest, f);
      }
    }
    if (!parts.isEmpty()) {
      parts.add(logarithm(rest));
      return Polynomial.sum(parts);
    }
    parts.add(logarithmOfRest(rest));
    return Polynomial.sum(parts);
  }

  private static Polynomial logarithmOf(Term atom) {
    return NormalForm.isElementary(atom, ElementaryFunction.SQRT)
        ? apply(ElementaryFunction.LOG, ((Term.Elementary) atom).argument())
            .times(Rational.of(1, 2))
        : apply(ElementaryFunction.LOG, atom);
  }

  /** Whether it is a sum of positive multiples of what is positive. */
  private boolean isPositive(Polynomial polynomial) {
    return polynomial.summands().stream()
        .allMatch(
            s ->
                s.coefficient().signum() > 0
                    && s.monomial().factors().stream()
                        .allMatch(f -> form.facts().isPositive(f.atom())));
  }

  private Polynomial logarithmOfRest(Polynomial rest) {
    List<Summand> all = rest.summands();
    if (all.size() == 1) {
      Summand only = all.getFirst();
      List<Factor> factors = only.monomial().factors();
      boolean plain = only.monomial().letters().isEmpty();
      if (plain && factors.isEmpty() && only.coefficient().signum() > 0) {
        return Polynomial.sum(
            List.of(
                logarithm(only.coefficient().numerator()),
                logarithm(only.coefficient().denominator()).times(Rational.of(-1))));
      }
      if (plain && only.coefficient().signum() > 0 && !only.coefficient().equals(Rational.ONE)) {
        return Polynomial.sum(
            List.of(
                logarithm(Polynomial.constant(only.coefficient())),
                logarithm(rest.times(Rational.ONE.dividedBy(only.coefficient())))));
      }
      boolean inverse =
          plain
              && only.coefficient().signum() > 0
              && factors.stream().allMatch(f -> f.exponent() < 0)
              && !factors.isEmpty();
      if (inverse) {
        return logarithm(form.power(rest, -1)).times(Rational.of(-1));
      }
    }
    return apply(ElementaryFunction.LOG, rest.term());
  }

  /** By small prime factors. */
  private static Polynomial logarithm(BigInteger number) {
    List<Polynomial> parts = new ArrayList<>();
    BigInteger rest = number;
    for (int p = 2; p < 100; p++) {
      BigInteger prime = BigInteger.valueOf(p);
      while (rest.mod(prime).signum() == 0) {
        rest = rest.divide(prime);
        parts.add(apply(ElementaryFunction.LOG, Term.of(p)));
      }
    }
    if (!rest.equals(BigInteger.ONE)) {
      parts.add(
          apply(ElementaryFunction.LOG, new Term.Numeral(new Rational(rest, BigInteger.ONE))));
    }
    return Polynomial.sum(parts);
  }

  private Polynomial odd(ElementaryFunction function, Polynomial argument) {
    if (argument.isZero()) {
      return Polynomial.ZERO;
    }
    return isNegative(argument)
        ? apply(function, argument.times(Rational.of(-1)).term()).times(Rational.of(-1))
        : apply(function, argument.term());
  }

  private Polynomial even(ElementaryFunction function, Polynomial argument) {
    if (argument.isZero()) {
      return Polynomial.constant(Rational.ONE);
    }
    return apply(
        function, (isNegative(argument) ? argument.times(Rational.of(-1)) : argument).term());
  }

  private static boolean isNegative(Polynomial argument) {
    return argument.summands().getFirst().coefficient().signum() < 0;
  }

  private Polynomial root(Polynomial argument) {
    if (argument.isZero()) {
      return argument;
    }
    List<Summand> all = argument.summands();
    boolean single = all.size() == 1 && all.getFirst().monomial().letters().isEmpty();
    if (!single || all.getFirst().coefficient().signum() < 0) {
      return apply(ElementaryFunction.SQRT, argument.term());
    }
    List<Factor> apart = new ArrayList<>();
    List<Factor> together = new ArrayList<>();
    for (Factor f : all.getFirst().monomial().factors()) {
      boolean positive = !f.isInverse() && form.facts().isPositive(f.atom());
      (positive ? apart : together).add(f);
    }
    Polynomial product = root(all.getFirst().coefficient());
    for (Factor f : apart) {
      Polynomial own = apply(ElementaryFunction.SQRT, f.atom());
      product = form.product(product, form.power(own, f.exponent()));
    }
    return together.isEmpty()
        ? product
        : form.product(
            product,
            apply(ElementaryFunction.SQRT, new Monomial(List.of(), together).term(Rational.ONE)));
  }

  /** √(p/q) = √(p q)/q, squares of small numbers taken out. */
  private Polynomial root(Rational number) {
    BigInteger rest = number.numerator().multiply(number.denominator());
    BigInteger outside = BigInteger.ONE;
    for (int p = 2; p < 100; p++) {
      BigInteger square = BigInteger.valueOf((long) p * p);
      while (rest.mod(square).signum() == 0) {
        rest = rest.divide(square);
        outside = outside.multiply(BigInteger.valueOf(p));
      }
    }
    Polynomial root =
        rest.equals(BigInteger.ONE)
            ? Polynomial.constant(Rational.ONE)
            : apply(ElementaryFunction.SQRT, new Term.Numeral(new Rational(rest, BigInteger.ONE)));
    return root.times(new Rational(outside, number.denominator()));
  }
}
