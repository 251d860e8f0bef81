package dev.hence.verdict;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A number as a sum of terms with numbers before them.
 *
 * @param factors of each term
 * @param constant what stands alone
 */
record Terms(Map<Expr, Rational> factors, Rational constant) {
  static Terms of(Expr expr) {
    Map<Expr, Rational> factors = new LinkedHashMap<>();
    Rational constant = collect(expr, Rational.ONE, factors);
    factors.values().removeIf(f -> f.signum() == 0);
    return new Terms(factors, constant);
  }

  private static Rational collect(Expr expr, Rational factor, Map<Expr, Rational> factors) {
    return switch (expr) {
      case Expr.Literal l -> factor.times(l.value());
      case Expr.Negate n -> collect(n.body(), factor.negate(), factors);
      case Expr.Add a ->
          a.terms().stream()
              .map(t -> collect(t, factor, factors))
              .reduce(Rational.ZERO, Rational::plus);
      case Expr.Multiply m when m.left() instanceof Expr.Literal l ->
          collect(m.right(), factor.times(l.value()), factors);
      case Expr.Divide d
          when d.denominator() instanceof Expr.Literal l && l.value().signum() != 0 ->
          collect(d.numerator(), factor.dividedBy(l.value()), factors);
      default -> {
        factors.merge(expr, factor, Rational::plus);
        yield Rational.ZERO;
      }
    };
  }

  /** How often another sum has to be taken away so that its first term vanishes; 0 if it cannot. */
  Rational share(Terms other) {
    return other.factors.entrySet().stream()
        .filter(e -> factors.containsKey(e.getKey()))
        .findFirst()
        .map(e -> factors.get(e.getKey()).dividedBy(e.getValue()))
        .orElse(Rational.ZERO);
  }

  Terms less(Terms other, Rational times) {
    Map<Expr, Rational> rest = new LinkedHashMap<>(factors);
    other.factors.forEach((e, f) -> rest.merge(e, f.times(times).negate(), Rational::plus));
    rest.values().removeIf(f -> f.signum() == 0);
    return new Terms(rest, constant.minus(other.constant.times(times)));
  }

  Expr expr() {
    List<Expr> terms = new ArrayList<>();
    terms.add(new Expr.Literal(constant));
    factors.forEach(
        (e, f) ->
            terms.add(
                f.equals(Rational.ONE)
                    ? e
                    : f.equals(Rational.ONE.negate())
                        ? new Expr.Negate(e)
                        : new Expr.Multiply(new Expr.Literal(f), e)));
    return terms.size() == 1 ? terms.getFirst() : new Expr.Add(terms);
  }
}
