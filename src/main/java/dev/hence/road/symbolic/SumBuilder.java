package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects addends: sums flattened, equal terms counted, constants folded. */
final class SumBuilder {
  private final Terms terms;
  private final Map<Term, Rational> coefficients = new LinkedHashMap<>();
  private Rational constant = Rational.ZERO;

  SumBuilder(Terms terms) {
    this.terms = terms;
  }

  SumBuilder addAll(List<Term> addends) {
    addends.forEach(addend -> add(Rational.ONE, addend));
    return this;
  }

  SumBuilder add(Rational scale, Term addend) {
    switch (addend) {
      case Term.Constant c -> constant = constant.plus(scale.times(c.value()));
      case Term.Sum s -> {
        constant = constant.plus(scale.times(s.constant()));
        s.addends().forEach(a -> add(scale, a));
      }
      case Term.Product p ->
          coefficients.merge(
              ProductBuilder.monic(terms, p), scale.times(p.coefficient()), Rational::plus);
      case Term other -> coefficients.merge(other, scale, Rational::plus);
    }
    return this;
  }

  /** The coefficients of the addends of a sum, by the addends without them. */
  static Map<Term, Rational> coefficients(Terms terms, Term.Sum sum) {
    return new SumBuilder(terms).addAll(sum.addends()).coefficients;
  }

  Term build() {
    List<Term> addends = new ArrayList<>();
    coefficients.forEach(
        (term, coefficient) -> {
          if (coefficient.signum() != 0 || !term.total()) {
            addends.add(ProductBuilder.scaled(terms, coefficient, term));
          }
        });
    addends.sort(Comparator.comparingInt(Term::id));
    if (addends.isEmpty()) {
      return terms.constant(constant);
    }
    return addends.size() == 1 && constant.signum() == 0
        ? addends.getFirst()
        : terms.rawSum(constant, List.copyOf(addends));
  }
}
