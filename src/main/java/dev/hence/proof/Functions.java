package dev.hence.proof;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import dev.hence.proof.Monomial.Factor;
import dev.hence.proof.Polynomial.Summand;
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

  private static Polynomial apply(ElementaryFunction function, Term argument) {
    return NormalForm.atom(new Term.Elementary(function, argument));
  }

  /** exp(p/q·a + …) = exp(a/q)^p ⋯. */
  private Polynomial exponential(Polynomial argument) {
    List<Factor> factors = new ArrayList<>();
    for (Summand s : argument.summands()) {
      Rational part = new Rational(java.math.BigInteger.ONE, s.coefficient().denominator());
      Term exponent = s.monomial().term(part);
      int times = s.coefficient().dividedBy(part).intValueExact();
      factors.add(Factor.of(new Term.Elementary(ElementaryFunction.EXP, exponent), times));
    }
    return Polynomial.of(
        new Monomial(List.of(), Products.merged(factors)), Rational.ONE);
  }

  /** log(exp(a)ⁿ b) = n a + log b, log(1/b) = −log b: where the left is defined, so is the right. */
  private Polynomial logarithm(Polynomial argument) {
    if (argument.isZero()) {
      throw new Refused(Refused.Reason.DIVISION_BY_ZERO, "the logarithm of 0");
    }
    form.demand(argument.term(), true);
    List<Polynomial> parts = new ArrayList<>();
    Polynomial rest = argument;
    for (Factor f : Products.common(argument)) {
      if (f.atom() instanceof Term.Elementary e && e.function() == ElementaryFunction.EXP) {
        parts.add(form.of(e.argument()).times(Rational.of(f.exponent())));
        rest = form.divided(rest, f);
      }
    }
    parts.add(logarithmOfRest(rest));
    return Polynomial.sum(parts);
  }

  private Polynomial logarithmOfRest(Polynomial rest) {
    List<Summand> all = rest.summands();
    if (all.size() == 1) {
      Summand only = all.getFirst();
      List<Factor> factors = only.monomial().factors();
      boolean plain = only.monomial().letters().isEmpty();
      if (plain && factors.isEmpty() && only.coefficient().equals(Rational.ONE)) {
        return Polynomial.ZERO;
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
    boolean trivial = argument.isZero() || argument.term().equals(Term.ONE);
    return trivial ? argument : apply(ElementaryFunction.SQRT, argument.term());
  }
}
