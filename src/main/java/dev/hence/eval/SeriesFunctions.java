package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import java.util.ArrayList;
import java.util.List;

/**
 * Recurrences for Taylor coefficients (Griewank and Walther, Evaluating Derivatives, §13.2). A list
 * holds the coefficients of T⁰, T¹, …; those behind its end are not known or not wanted. Products
 * with a certain zero are left out.
 */
final class SeriesFunctions<S> {
  private final Field<S> base;

  SeriesFunctions(Field<S> base) {
    this.base = base;
  }

  S plus(S a, S b) {
    return base.isZero(a) ? b : base.isZero(b) ? a : base.add(a, b);
  }

  private S plusProduct(S sum, S a, S b) {
    return base.isZero(a) || base.isZero(b) ? sum : plus(sum, base.multiply(a, b));
  }

  /** The first coefficients of a product. */
  List<S> product(List<S> a, List<S> b, int count) {
    List<S> product = new ArrayList<>(count);
    for (int k = 0; k < count; k++) {
      product.add(coefficient(a, b, k));
    }
    return product;
  }

  /** The k-th coefficient of a product. */
  private S coefficient(List<S> a, List<S> b, int k) {
    S sum = base.zero();
    for (int i = Math.max(0, k - b.size() + 1); i <= Math.min(k, a.size() - 1); i++) {
      sum = plusProduct(sum, a.get(i), b.get(k - i));
    }
    return sum;
  }

  /** As many coefficients of a quotient as the numerator has; missing ones of b are zero. */
  List<S> quotient(List<S> a, List<S> b) {
    List<S> quotient = new ArrayList<>(a.size());
    for (int k = 0; k < a.size(); k++) {
      S rest = a.get(k);
      for (int j = 1; j <= Math.min(k, b.size() - 1); j++) {
        S q = quotient.get(k - j);
        if (!base.isZero(q) && !base.isZero(b.get(j))) {
          S product = base.multiply(b.get(j), q);
          rest = base.isZero(rest) ? base.negate(product) : base.subtract(rest, product);
        }
      }
      quotient.add(base.divide(rest, b.getFirst()));
    }
    return quotient;
  }

  /** aᵉ, given a₀ᵉ: k a₀ p_k = Σ_{j=1..k} (e j − (k − j)) a_j p_{k−j} (Euler; J. C. P. Miller). */
  List<S> power(List<S> a, S exponent, S leading) {
    List<S> power = new ArrayList<>(a.size());
    for (int k = 0; k < a.size(); k++) {
      if (k == 0) {
        power.add(leading);
        continue;
      }
      S sum = base.zero();
      for (int j = 1; j <= k; j++) {
        S p = power.get(k - j);
        if (!base.isZero(a.get(j)) && !base.isZero(p)) {
          S weight = base.subtract(base.multiply(exponent, base.of(j)), base.of((long) k - j));
          sum = plusProduct(sum, weight, base.multiply(a.get(j), p));
        }
      }
      power.add(base.divide(sum, base.multiply(base.of(k), a.getFirst())));
    }
    return power;
  }

  List<S> apply(ElementaryFunction function, List<S> a) {
    return switch (function) {
      case EXP -> exp(a);
      case LOG -> log(a);
      case SQRT -> sqrt(a);
      case SIN -> coupled(a, ElementaryFunction.SIN, ElementaryFunction.COS, true).getFirst();
      case COS -> coupled(a, ElementaryFunction.SIN, ElementaryFunction.COS, true).getLast();
      case SINH -> coupled(a, ElementaryFunction.SINH, ElementaryFunction.COSH, false).getFirst();
      case COSH -> coupled(a, ElementaryFunction.SINH, ElementaryFunction.COSH, false).getLast();
      case TAN, TANH -> tangent(function, a);
      case ARCTAN -> arctan(a);
      case ARCSIN, ARCCOS -> inverseSine(function, a);
      case ARSINH, ARCOSH -> inverseHyperbolic(function, a);
      case ARTANH ->
          integral(
              base.apply(function, a.getFirst()), quotient(derivative(a), onePlus(-1, square(a))));
      case ERF -> erf(a);
    };
  }

  /** a′, one coefficient shorter than a. */
  private List<S> derivative(List<S> a) {
    List<S> derivative = new ArrayList<>();
    for (int k = 1; k < a.size(); k++) {
      S coefficient = a.get(k);
      derivative.add(
          k == 1 || base.isZero(coefficient)
              ? coefficient
              : base.multiply(base.of(k), coefficient));
    }
    return derivative;
  }

  /** The k-th coefficient of y where y′ = a′ z, for k ≥ 1. */
  private S next(List<S> derivative, List<S> z, int k) {
    S sum = base.zero();
    for (int j = 1; j <= k; j++) {
      sum = plusProduct(sum, derivative.get(j - 1), z.get(k - j));
    }
    return k == 1 || base.isZero(sum) ? sum : base.divide(sum, base.of(k));
  }

  /** y′ = a′ y. */
  private List<S> exp(List<S> a) {
    List<S> derivative = derivative(a);
    List<S> y = new ArrayList<>();
    y.add(base.apply(ElementaryFunction.EXP, a.getFirst()));
    for (int k = 1; k < a.size(); k++) {
      y.add(next(derivative, y, k));
    }
    return y;
  }

  /** y′ = a′/a. */
  private List<S> log(List<S> a) {
    if (base.isZero(a.getFirst())) {
      throw EvaluationException.unsupported("log T");
    }
    return integral(base.apply(ElementaryFunction.LOG, a.getFirst()), quotient(derivative(a), a));
  }

  private List<S> sqrt(List<S> a) {
    S half = base.divide(base.one(), base.of(2));
    return power(a, half, base.apply(ElementaryFunction.SQRT, a.getFirst()));
  }

  /** s′ = a′ c and c′ = ∓a′ s. */
  private List<List<S>> coupled(
      List<S> a, ElementaryFunction sine, ElementaryFunction cosine, boolean alternating) {
    List<S> derivative = derivative(a);
    List<S> s = new ArrayList<>();
    List<S> c = new ArrayList<>();
    s.add(base.apply(sine, a.getFirst()));
    c.add(base.apply(cosine, a.getFirst()));
    for (int k = 1; k < a.size(); k++) {
      S inSine = next(derivative, c, k);
      S inCosine = next(derivative, s, k);
      s.add(inSine);
      c.add(alternating && !base.isZero(inCosine) ? base.negate(inCosine) : inCosine);
    }
    return List.of(s, c);
  }

  /** y′ = a′ (1 ± y²). */
  private List<S> tangent(ElementaryFunction function, List<S> a) {
    int sign = function == ElementaryFunction.TAN ? 1 : -1;
    List<S> derivative = derivative(a);
    List<S> y = new ArrayList<>();
    List<S> slope = new ArrayList<>();
    y.add(base.apply(function, a.getFirst()));
    for (int k = 1; k < a.size(); k++) {
      S square = coefficient(y, y, k - 1);
      slope.add(signed(k == 1 ? base.one() : base.zero(), sign, square));
      y.add(next(derivative, slope, k));
    }
    return y;
  }

  private S signed(S a, int sign, S b) {
    if (base.isZero(b)) {
      return a;
    }
    return sign > 0 ? plus(a, b) : base.subtract(a, b);
  }

  /** y′ = a′/(1 + a²). */
  private List<S> arctan(List<S> a) {
    List<S> denominator = onePlus(1, square(a));
    return integral(
        base.apply(ElementaryFunction.ARCTAN, a.getFirst()), quotient(derivative(a), denominator));
  }

  /** y′ = ±a′/√(1 − a²). */
  private List<S> inverseSine(ElementaryFunction function, List<S> a) {
    List<S> square = onePlus(-1, square(a));
    if (base.isZero(square.getFirst())) {
      throw EvaluationException.unsupported(function.text() + " at the end of its domain");
    }
    List<S> slope = quotient(derivative(a), sqrt(square));
    return integral(
        base.apply(function, a.getFirst()),
        function == ElementaryFunction.ARCSIN ? slope : slope.stream().map(base::negate).toList());
  }

  /** y′ = a′/√(a² ± 1). */
  private List<S> inverseHyperbolic(ElementaryFunction function, List<S> a) {
    List<S> square = new ArrayList<>(square(a));
    S one = base.one();
    S first = square.getFirst();
    square.set(
        0, function == ElementaryFunction.ARSINH ? plus(first, one) : base.subtract(first, one));
    if (base.isZero(square.getFirst())) {
      throw EvaluationException.unsupported(function.text() + " at the end of its domain");
    }
    return integral(base.apply(function, a.getFirst()), quotient(derivative(a), sqrt(square)));
  }

  /** y′ = 2/√π·a′·e^(−a²). */
  private List<S> erf(List<S> a) {
    List<S> bell = exp(square(a).stream().map(s -> base.isZero(s) ? s : base.negate(s)).toList());
    S factor = Slope.bell(base);
    List<S> slope = product(derivative(a), bell, a.size() - 1);
    return integral(
        base.apply(ElementaryFunction.ERF, a.getFirst()),
        slope.stream().map(s -> base.isZero(s) ? s : base.multiply(factor, s)).toList());
  }

  private List<S> square(List<S> a) {
    return product(a, a, a.size());
  }

  /** 1 ± a. */
  private List<S> onePlus(int sign, List<S> a) {
    List<S> sum = new ArrayList<>();
    for (int k = 0; k < a.size(); k++) {
      sum.add(signed(k == 0 ? base.one() : base.zero(), sign, a.get(k)));
    }
    return sum;
  }

  /** The integral of a series with a given first coefficient. */
  private List<S> integral(S first, List<S> a) {
    List<S> integral = new ArrayList<>();
    integral.add(first);
    for (int k = 1; k <= a.size(); k++) {
      integral.add(k == 1 ? a.getFirst() : base.divide(a.get(k - 1), base.of(k)));
    }
    return integral;
  }
}
