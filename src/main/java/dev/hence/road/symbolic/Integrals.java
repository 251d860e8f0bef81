package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Integrals along the trajectory, ∫_0^T g dt, each a symbol that stands for its integrand g.
 *
 * <p>What does not run with t is moved out: ∫ c·g dt = c·∫ g dt and ∫ c dt = c·T.
 */
final class Integrals {
  private final Terms terms;
  private final Inputs inputs;
  private final Predicate<Term.Symbol> runs;
  private final Map<Term, Term.Symbol> symbols = new HashMap<>();
  private final Map<Term.Symbol, Term> integrands = new HashMap<>();

  /**
   * @param runs whether a symbol changes with the bound time
   */
  Integrals(Terms terms, Inputs inputs, Predicate<Term.Symbol> runs) {
    this.terms = terms;
    this.inputs = inputs;
    this.runs = runs;
  }

  /** The integrand that a symbol stands for, in the bound time. */
  Optional<Term> integrand(Term.Symbol symbol) {
    return Optional.ofNullable(integrands.get(symbol));
  }

  /**
   * The integral of an integrand in the bound time.
   *
   * @param text how the integral is printed if it stays whole
   */
  Term integral(Term integrand, Optional<String> text) {
    return switch (integrand) {
      case Term other when !runs(other) -> terms.product(inputs.horizon(), other);
      case Term.Product p -> product(p, text);
      case Term.Sum s -> sum(s, text);
      case Term other -> symbol(other, text);
    };
  }

  private boolean runs(Term term) {
    return Symbols.any(term, symbol -> runs.test(symbol));
  }

  private Term product(Term.Product product, Optional<String> text) {
    List<Term> outside = new ArrayList<>();
    List<Term> inside = new ArrayList<>();
    for (Term factor : product.factors()) {
      (runs(factor) ? inside : outside).add(factor);
    }
    if (outside.isEmpty() && product.coefficient().equals(Rational.ONE)) {
      return symbol(product, text);
    }
    outside.add(terms.constant(product.coefficient()));
    outside.add(integral(terms.product(inside), Optional.empty()));
    return terms.product(outside);
  }

  private Term sum(Term.Sum sum, Optional<String> text) {
    List<Term> outside = new ArrayList<>();
    List<Term> inside = new ArrayList<>();
    for (Term addend : sum.addends()) {
      (runs(addend) ? inside : outside).add(addend);
    }
    outside.add(terms.constant(sum.constant()));
    boolean whole = outside.size() == 1 && sum.constant().signum() == 0;
    if (inside.size() == 1) {
      return terms.sum(
          integral(inside.getFirst(), Optional.empty()),
          terms.product(inputs.horizon(), terms.sum(outside)));
    }
    Rational scale = leading(inside.getFirst());
    if (whole && scale.equals(Rational.ONE)) {
      return symbol(sum, text);
    }
    Term scaled = terms.sum(inside.stream().map(t -> divided(t, scale)).toList());
    return terms.sum(
        terms.product(terms.constant(scale), symbol(scaled, Optional.empty())),
        terms.product(inputs.horizon(), terms.sum(outside)));
  }

  /** The number that makes ∫ (2a + 4b) dt and ∫ (a + 2b) dt one symbol. */
  private static Rational leading(Term addend) {
    return addend instanceof Term.Product p && p.coefficient().signum() != 0
        ? p.coefficient()
        : Rational.ONE;
  }

  private Term divided(Term term, Rational scale) {
    return terms.product(term, terms.constant(Rational.ONE.dividedBy(scale)));
  }

  private Term symbol(Term integrand, Optional<String> text) {
    Term.Symbol known = symbols.get(integrand);
    if (known == null) {
      String name =
          text.orElseGet(() -> "∫₀^" + inputs.horizon().name() + " (" + integrand + ") dt");
      known = inputs.symbol(Texts.cut(name), domain(integrand.range()));
      symbols.put(integrand, known);
      integrands.put(known, integrand);
    }
    return known;
  }

  /** T > 0, so the integral has the sign of what is integrated, if that has one. */
  private static Domain domain(Range range) {
    boolean signed = range.nonnegative() || range.negate().nonnegative();
    return signed ? new Domain(range.signOnly(false), false) : Domain.REAL;
  }
}
