package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proposes antiderivatives of elementary terms (DLMF 4.10, 4.26, 4.40). They are proposals: whoever
 * uses one differentiates it.
 */
final class Antiderivatives {
  private static final int HIGHEST_DEGREE = 24;
  private static final Rational TWO = Rational.of(2);

  private final Terms terms;
  private final Quadratures quadratures;
  private final Term.Symbol u;

  Antiderivatives(Terms terms, Quadratures quadratures, Term.Symbol u) {
    this.terms = terms;
    this.quadratures = quadratures;
    this.u = u;
  }

  /**
   * The integral of a polynomial g, by its derivatives at 0: Σ g⁽ᵏ⁾(0)/(k+1)!·(b^{k+1} − a^{k+1});
   * empty for anything else.
   */
  static Optional<Term> polynomial(
      Terms terms, Term integrand, Term.Symbol u, Term lower, Term upper) {
    Optional<List<Term>> derivatives = derivatives(terms, integrand, u);
    if (derivatives.isEmpty()) {
      return Optional.empty();
    }
    Substitution atZero = Substitution.of(terms, Map.of(u, terms.zero()));
    List<Term> addends = new ArrayList<>();
    Rational factorial = Rational.ONE;
    for (int k = 0; k < derivatives.get().size(); k++) {
      factorial = factorial.times(Rational.of(k + 1L));
      Term span = terms.minus(terms.power(upper, k + 1L), terms.power(lower, k + 1L));
      Term scale = terms.constant(Rational.ONE.dividedBy(factorial));
      addends.add(terms.product(atZero.in(derivatives.get().get(k)), scale, span));
    }
    return Optional.of(terms.sum(addends));
  }

  /** A polynomial and all its derivatives that are not 0; empty for anything else. */
  private static Optional<List<Term>> derivatives(Terms terms, Term term, Term.Symbol u) {
    if (!isPolynomial(term, u)) {
      return Optional.empty();
    }
    List<Term> derivatives = new ArrayList<>();
    Term derivative = term;
    while (!derivative.equals(terms.zero())) {
      if (derivatives.size() > HIGHEST_DEGREE) {
        return Optional.empty();
      }
      derivatives.add(derivative);
      derivative = Differentiation.derivative(terms, derivative, u);
    }
    return Optional.of(derivatives);
  }

  private static boolean isPolynomial(Term term, Term.Symbol u) {
    return switch (term) {
      case Term.Sum s -> s.addends().stream().allMatch(a -> isPolynomial(a, u));
      case Term.Product p -> p.factors().stream().allMatch(f -> isPolynomial(f, u));
      case Term.Power p when p.exponent().isInteger() && p.exponent().signum() > 0 ->
          isPolynomial(p.base(), u);
      case Term.Symbol s when s.equals(u) -> true;
      case Term other -> !Symbols.any(other, u::equals);
    };
  }

  /** A function whose derivative by u is the integrand, if the forms known here suffice. */
  Optional<Term> of(Term integrand) {
    if (!changes(integrand)) {
      return Optional.of(terms.product(u, integrand));
    }
    return switch (integrand) {
      case Term.Sum s -> sum(s);
      case Term.Product p -> product(p);
      case Term.Power p -> power(p);
      case Term.Apply a -> apply(a).or(() -> byParts(terms.one(), a)).or(() -> bell(a));
      case Term.Symbol s when s.equals(u) ->
          Optional.of(terms.product(terms.constant(Rational.of(1, 2)), terms.power(u, 2)));
      case Term other -> Optional.empty();
    };
  }

  private boolean changes(Term term) {
    return quadratures.mentions(term, u);
  }

  private Optional<Term> sum(Term.Sum sum) {
    List<Term> addends = new ArrayList<>();
    addends.add(terms.product(terms.constant(sum.constant()), u));
    for (Term addend : sum.addends()) {
      Optional<Term> part = of(addend);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      addends.add(part.get());
    }
    return Optional.of(terms.sum(addends));
  }

  private Optional<Term> product(Term.Product product) {
    List<Term> outside = new ArrayList<>(List.of(terms.constant(product.coefficient())));
    List<Term> inside = new ArrayList<>();
    product.factors().forEach(f -> (changes(f) ? inside : outside).add(f));
    Optional<Term> found =
        inside.size() == 1
            ? of(inside.getFirst())
            : several(inside).or(() -> outer(terms.product(inside), inside));
    return found.map(f -> terms.product(terms.product(outside), f));
  }

  /** A polynomial times an exponential, sine or cosine of what is linear in u. */
  private Optional<Term> several(List<Term> factors) {
    List<Term> polynomial = new ArrayList<>(factors);
    List<Term> others = factors.stream().filter(f -> !isPolynomial(f, u)).toList();
    polynomial.removeAll(others);
    if (others.isEmpty()) {
      return polynomial(terms, terms.product(factors), u, terms.zero(), u);
    }
    return others.size() == 1 && others.getFirst() instanceof Term.Apply a
        ? byParts(terms.product(polynomial), a)
        : Optional.empty();
  }

  /** The outer function of h(w)·w': the integral of h at w, where the rest is a multiple of w'. */
  private Optional<Term> outer(Term whole, List<Term> factors) {
    for (Term factor : factors) {
      Optional<Term> inner = argument(factor).filter(w -> !w.equals(u));
      if (inner.isPresent()) {
        Term slope = Differentiation.derivative(terms, inner.get(), u);
        Term rest = terms.product(whole, terms.power(factor, -1), terms.power(slope, -1));
        Optional<Term> antiderivative = rest.equals(terms.zero()) ? Optional.empty() : at(factor);
        if (!changes(rest) && antiderivative.isPresent()) {
          return antiderivative.map(f -> terms.product(rest, f));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Term> argument(Term term) {
    return switch (term) {
      case Term.Apply a -> Optional.of(a.argument());
      case Term.Power p -> Optional.of(p.base());
      case Term other -> Optional.empty();
    };
  }

  private Optional<Term> at(Term term) {
    return switch (term) {
      case Term.Apply a -> plain(a, a.argument());
      case Term.Power p -> plain(p, p.base());
      case Term other -> Optional.empty();
    };
  }

  /** The slope of what is linear in u, not 0. */
  private Optional<Term> slope(Term inner) {
    Term slope = Differentiation.derivative(terms, inner, u);
    return changes(slope) || slope.equals(terms.zero()) ? Optional.empty() : Optional.of(slope);
  }

  private Optional<Term> apply(Term.Apply apply) {
    return slope(apply.argument())
        .flatMap(s -> plain(apply, apply.argument()).map(f -> terms.quotient(f, s)));
  }

  private Optional<Term> power(Term.Power power) {
    Optional<Term> linear =
        slope(power.base()).flatMap(s -> plain(power, power.base()).map(f -> terms.quotient(f, s)));
    return linear
        .or(() -> polynomial(terms, power, u, terms.zero(), u))
        .or(() -> squared(power))
        .or(() -> reciprocal(power));
  }

  /** ∫ h(w) dw for a function by itself. */
  private Optional<Term> plain(Term.Apply apply, Term w) {
    return switch (apply.function()) {
      case EXP -> Optional.of(apply);
      case SIN -> Optional.of(terms.negate(terms.apply(Elementary.COS, w)));
      case COS -> Optional.of(terms.apply(Elementary.SIN, w));
      case SINH -> Optional.of(terms.apply(Elementary.COSH, w));
      case COSH -> Optional.of(terms.apply(Elementary.SINH, w));
      case TANH -> Optional.of(terms.log(terms.apply(Elementary.COSH, w)));
      case LOG -> Optional.of(terms.minus(terms.product(w, apply), w));
      case ARCTAN ->
          Optional.of(
              terms.minus(
                  terms.product(w, apply),
                  half(terms.log(terms.sum(terms.one(), terms.power(w, 2))))));
      case TAN, ARCSIN, ARCCOS, ARSINH, ARCOSH, ARTANH, ERF, ABS -> Optional.empty();
    };
  }

  private Term half(Term term) {
    return terms.product(terms.constant(Rational.of(1, 2)), term);
  }

  private Optional<Term> plain(Term.Power power, Term w) {
    if (power.exponent().equals(Rational.ONE.negate())) {
      return Optional.of(terms.log(w.range().positive() ? w : terms.abs(w)));
    }
    Rational next = power.exponent().plus(Rational.ONE);
    return Optional.of(terms.quotient(terms.power(w, next), terms.constant(next)));
  }

  /** tanh² = 1 − tanh′. */
  private Optional<Term> squared(Term.Power power) {
    boolean tanh =
        power.exponent().equals(TWO)
            && power.base() instanceof Term.Apply a
            && a.function() == Elementary.TANH;
    return tanh
        ? slope(((Term.Apply) power.base()).argument())
            .map(s -> terms.minus(u, terms.quotient(power.base(), s)))
        : Optional.empty();
  }

  /** 1/(γ + αu²) with α and γ positive. */
  private Optional<Term> reciprocal(Term.Power power) {
    if (!power.exponent().equals(Rational.ONE.negate())) {
      return Optional.empty();
    }
    Term constant = Substitution.of(terms, Map.of(u, terms.zero())).in(power.base());
    Term slope = Differentiation.derivative(terms, power.base(), u);
    Term alpha = half(Differentiation.derivative(terms, slope, u));
    boolean even = Substitution.of(terms, Map.of(u, terms.zero())).in(slope).equals(terms.zero());
    if (!even || changes(alpha) || !alpha.range().positive() || !constant.range().positive()) {
      return Optional.empty();
    }
    Term ratio = terms.sqrt(terms.quotient(alpha, constant));
    Term scale = terms.sqrt(terms.product(alpha, constant));
    return Optional.of(
        terms.quotient(terms.apply(Elementary.ARCTAN, terms.product(ratio, u)), scale));
  }

  /** p·h by parts, until the derivatives of the polynomial p end. */
  private Optional<Term> byParts(Term polynomial, Term.Apply apply) {
    boolean cycles =
        switch (apply.function()) {
          case EXP, SIN, COS, SINH, COSH -> true;
          case LOG, TAN, ARCSIN, ARCCOS, ARCTAN, TANH, ARSINH, ARCOSH, ARTANH, ERF, ABS -> false;
        };
    Optional<Term> slope = slope(apply.argument());
    Optional<List<Term>> derivatives = derivatives(terms, polynomial, u);
    if (!cycles || slope.isEmpty() || derivatives.isEmpty()) {
      return Optional.empty();
    }
    List<Term> addends = new ArrayList<>();
    Term integral = apply;
    int sign = 1;
    for (Term derivative : derivatives.get()) {
      integral = terms.quotient(next(integral), slope.get());
      addends.add(terms.product(terms.constant(sign), derivative, integral));
      sign = -sign;
    }
    return Optional.of(terms.sum(addends));
  }

  /** The integral of a multiple of a function that is its own derivative but for a few turns. */
  private Term next(Term term) {
    return switch (term) {
      case Term.Apply a -> plain(a, a.argument()).orElseThrow();
      case Term.Product p ->
          terms.product(
              terms.constant(p.coefficient()),
              terms.product(
                  p.factors().stream()
                      .map(f -> f instanceof Term.Apply a && changes(f) ? next(a) : f)
                      .toList()));
      case Term other -> other;
    };
  }

  /** e^{−αu² + βu + γ} with α positive, by the error function. */
  private Optional<Term> bell(Term.Apply apply) {
    if (apply.function() != Elementary.EXP) {
      return Optional.empty();
    }
    Term first = Differentiation.derivative(terms, apply.argument(), u);
    Term alpha = terms.negate(half(Differentiation.derivative(terms, first, u)));
    if (changes(alpha) || !alpha.range().positive()) {
      return Optional.empty();
    }
    Substitution atZero = Substitution.of(terms, Map.of(u, terms.zero()));
    Term beta = atZero.in(first);
    Term gamma = atZero.in(apply.argument());
    Term root = terms.sqrt(alpha);
    Term top =
        terms.exp(
            terms.sum(
                gamma,
                terms.quotient(terms.power(beta, 2), terms.product(terms.constant(4), alpha))));
    Term place =
        terms.minus(
            terms.product(root, u), terms.quotient(beta, terms.product(terms.constant(2), root)));
    Term scale = terms.quotient(terms.sqrt(terms.pi()), terms.product(terms.constant(2), root));
    return Optional.of(terms.product(scale, top, terms.apply(Elementary.ERF, place)));
  }
}
