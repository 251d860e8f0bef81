package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What it means that a term is 0, wherever it is defined: that all of some terms are, as for a sum
 * of squares; or that one of some terms is, as for a product.
 */
sealed interface Zeros {
  /** It is 0 everywhere. */
  record Everywhere() implements Zeros {}

  /** It is 0 nowhere. */
  record Nowhere() implements Zeros {}

  /** It is 0 exactly where all of these are. */
  record All(List<Term> terms) implements Zeros {
    public All {
      terms = List.copyOf(terms);
    }
  }

  /** It is 0 exactly where one of these is. */
  record Any(List<Term> terms) implements Zeros {
    public Any {
      terms = List.copyOf(terms);
    }
  }

  static Zeros of(Setting setting, Term term) {
    Optional<Zeros> plain = plain(setting.terms(), term);
    return plain.orElseGet(() -> factored(setting, term));
  }

  /** What the outermost operation says. */
  private static Optional<Zeros> plain(Terms terms, Term term) {
    return switch (term) {
      case Term.Constant c ->
          Optional.of(c.value().signum() == 0 ? new Everywhere() : new Nowhere());
      case Term t when t.range().nonzero() -> Optional.of(new Nowhere());
      case Term.Power p when p.exponent().signum() > 0 -> Optional.of(new All(List.of(p.base())));
      case Term.Power p -> Optional.of(new Nowhere());
      case Term.OddRoot r -> Optional.of(new All(List.of(r.base())));
      case Term.Apply a -> inside(terms, a).map(inner -> new All(List.of(inner)));
      case Term.Product p when p.factors().size() == 1 ->
          plain(terms, p.factors().getFirst()).or(() -> Optional.of(new Any(p.factors())));
      case Term.Product p -> Optional.of(new Any(p.factors()));
      case Term.Sum s -> oneSided(terms, s).map(All::new);
      case Term.Pi pi -> Optional.of(new Nowhere());
      case Term.Symbol s -> Optional.of(new Any(List.of(s)));
      case Term.Select s -> Optional.of(new Any(List.of(s)));
      case Term.Opaque o -> Optional.of(new Any(List.of(o)));
    };
  }

  /** The term that is 0 exactly where a function of one argument is. */
  private static Optional<Term> inside(Terms terms, Term.Apply apply) {
    return switch (apply.function()) {
      case TANH, SINH, ARSINH, ARTANH, ARCTAN, ARCSIN, ERF, ABS -> Optional.of(apply.argument());
      case LOG, ARCOSH, ARCCOS -> Optional.of(terms.minus(apply.argument(), terms.one()));
      case EXP, COSH, SIN, COS, TAN -> Optional.empty();
    };
  }

  /** The addends of a sum, if none of them is negative anywhere, or none positive. */
  private static Optional<List<Term>> oneSided(Terms terms, Term.Sum sum) {
    List<Term> addends = new ArrayList<>(sum.addends());
    if (sum.constant().signum() != 0) {
      addends.add(terms.constant(sum.constant()));
    }
    boolean above = addends.stream().allMatch(a -> a.range().nonnegative());
    boolean below = addends.stream().allMatch(a -> a.range().nonpositive());
    return above || below ? Optional.of(addends) : Optional.empty();
  }

  /** By the factors of its numerator. */
  private static Zeros factored(Setting setting, Term term) {
    try {
      Factored form = Factored.of(setting.terms(), term, setting.deadline());
      Fraction fraction = form.fraction();
      if (fraction.isZero()) {
        return new Everywhere();
      }
      List<Term> factors = new ArrayList<>();
      fraction.monomial().factors().stream()
          .filter(f -> f.exponent() > 0)
          .forEach(f -> factors.add(form.term(Polynomial.of(f.symbol()))));
      fraction.powers().forEach((p, k) -> addFactor(form, p, k, factors));
      return factors.size() == 1 ? sum(setting.terms(), factors.getFirst()) : any(factors);
    } catch (TooLarge | Undefined | ArithmeticException e) {
      return new Any(List.of(term));
    }
  }

  private static Zeros any(List<Term> factors) {
    return factors.isEmpty() ? new Nowhere() : new Any(factors);
  }

  private static void addFactor(Factored form, Polynomial p, int exponent, List<Term> factors) {
    if (exponent > 0) {
      factors.add(form.term(p));
    }
  }

  /** A single factor, which may have become a sum of squares by being multiplied out. */
  private static Zeros sum(Terms terms, Term factor) {
    if (factor.range().nonzero()) {
      return new Nowhere();
    }
    return factor instanceof Term.Sum s
        ? oneSided(terms, s).<Zeros>map(All::new).orElseGet(() -> new Any(List.of(factor)))
        : new Any(List.of(factor));
  }
}
