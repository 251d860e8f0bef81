package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A derivation D of terms: linear, D(uv) = D(u)v + uD(v), given on the symbols.
 *
 * <p>With D(s) = 1 for one symbol it is ∂/∂s; with D(θ_i) = the velocity of θ_i it is d/dt along a
 * flow; with D(I) = the integrand for a running integral I it is d/dT. At kinks of |u| and of
 * {@code select} the result is undefined, as {@link Conditions} says of it.
 */
public final class Differentiation {
  private final Terms terms;
  private final Map<Term.Symbol, Term> velocities;
  private final Map<Term, Term> known = new HashMap<>();

  private Differentiation(Terms terms, Map<Term.Symbol, Term> velocities) {
    this.terms = terms;
    this.velocities = Map.copyOf(velocities);
  }

  /** The derivation with these values on the symbols, and 0 on all others. */
  public static Differentiation along(Terms terms, Map<Term.Symbol, Term> velocities) {
    return new Differentiation(terms, velocities);
  }

  /** ∂term/∂symbol. */
  public static Term derivative(Terms terms, Term term, Term.Symbol symbol) {
    return along(terms, Map.of(symbol, terms.one())).of(term);
  }

  /** D(term); results are remembered. */
  public Term of(Term term) {
    Term derivative = known.get(term);
    if (derivative == null) {
      derivative = compute(term);
      known.put(term, derivative);
    }
    return derivative;
  }

  private Term compute(Term term) {
    return switch (term) {
      case Term.Constant c -> terms.zero();
      case Term.Pi pi -> terms.zero();
      case Term.Symbol s -> velocities.getOrDefault(s, terms.zero());
      case Term.Sum s -> terms.sum(s.addends().stream().map(this::of).toList());
      case Term.Product p -> product(p);
      case Term.Power p ->
          chain(
              p.base(),
              () ->
                  terms.product(
                      terms.constant(p.exponent()),
                      terms.power(p.base(), p.exponent().minus(Rational.ONE))));
      case Term.OddRoot r ->
          chain(
              r.base(),
              () ->
                  terms.product(
                      terms.constant(Rational.of(1, r.index())), terms.power(r, 1 - r.index())));
      case Term.Apply a -> chain(a.argument(), () -> slope(a.function(), a, a.argument()));
      case Term.Select s -> select(s);
      case Term.Opaque o -> opaque(o);
    };
  }

  /** D(f(u)) = f'(u)·D(u); the slope is not built where D(u) is 0. */
  private Term chain(Term argument, java.util.function.Supplier<Term> slope) {
    Term inner = of(argument);
    return inner.equals(terms.zero()) ? inner : terms.product(slope.get(), inner);
  }

  private Term product(Term.Product product) {
    List<Term> factors = product.factors();
    List<Term> addends = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      Term derivative = of(factors.get(i));
      if (!derivative.equals(terms.zero())) {
        List<Term> replaced = new ArrayList<>(factors);
        replaced.set(i, derivative);
        replaced.add(terms.constant(product.coefficient()));
        addends.add(terms.product(replaced));
      }
    }
    return terms.sum(addends);
  }

  private Term select(Term.Select select) {
    Term above = of(select.above());
    Term below = of(select.below());
    boolean flat = above.equals(terms.zero()) && below.equals(terms.zero());
    return flat ? terms.zero() : terms.select(select.on(), above, below);
  }

  private Term opaque(Term.Opaque opaque) {
    List<Term> addends = new ArrayList<>();
    for (int slot = 0; slot < opaque.arguments().size(); slot++) {
      List<Integer> orders = new ArrayList<>(opaque.orders());
      orders.set(slot, orders.get(slot) + 1);
      addends.add(
          chain(
              opaque.arguments().get(slot),
              () -> terms.opaque(opaque.name(), orders, opaque.arguments())));
    }
    return terms.sum(addends);
  }

  /** f'(u), with f(u) at hand (DLMF 4.7, 4.20, 4.24, 4.34, 4.38, 7.2). */
  private Term slope(Elementary function, Term value, Term u) {
    Term one = terms.one();
    Term square = terms.power(u, 2);
    return switch (function) {
      case EXP -> value;
      case LOG -> terms.power(u, -1);
      case SIN -> terms.apply(Elementary.COS, u);
      case COS -> terms.negate(terms.apply(Elementary.SIN, u));
      case TAN -> terms.sum(one, terms.power(value, 2));
      case ARCSIN -> terms.power(terms.minus(one, square), Rational.of(-1, 2));
      case ARCCOS -> terms.negate(terms.power(terms.minus(one, square), Rational.of(-1, 2)));
      case ARCTAN -> terms.power(terms.sum(one, square), -1);
      case SINH -> terms.apply(Elementary.COSH, u);
      case COSH -> terms.apply(Elementary.SINH, u);
      case TANH -> terms.minus(one, terms.power(value, 2));
      case ARSINH -> terms.power(terms.sum(one, square), Rational.of(-1, 2));
      case ARCOSH -> terms.power(terms.sum(terms.constant(-1), square), Rational.of(-1, 2));
      case ARTANH -> terms.power(terms.minus(one, square), -1);
      case ERF ->
          terms.product(
              terms.constant(2),
              terms.power(terms.pi(), Rational.of(-1, 2)),
              terms.exp(terms.negate(square)));
      case ABS -> terms.sign(u);
    };
  }
}
