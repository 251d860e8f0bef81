package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows that a difference vanishes along every trajectory: a factor of its numerator is 0 at T = 0,
 * and the derivative of that factor vanishes, by the same argument in its turn. So conserved
 * quantities and quotients such as (1/T)·∫ are seen through. The divisors are side conditions.
 */
final class Vanishing {
  private static final int DEEPEST = 3;
  private static final int MOST_FACTORS = 6;
  private static final int MOST_MONOMIALS = 400;

  private final Setting setting;
  private final TrajectoryProof proof;
  private final Equality equality;
  private final Terms terms;

  Vanishing(Setting setting, TrajectoryProof proof, Equality equality) {
    this.setting = setting;
    this.proof = proof;
    this.equality = equality;
    this.terms = setting.terms();
  }

  Finding decide(Rectangle left, Rectangle right) {
    List<Finding> parts = new ArrayList<>();
    for (int k = 0; k < left.entries().size(); k++) {
      Term difference = terms.minus(left.entries().get(k), right.entries().get(k));
      Optional<Finding> part =
          leavesZero(difference) ? Optional.empty() : vanishes(difference, DEEPEST);
      if (part.isEmpty()) {
        return new Finding.Open("no law of the difference was found");
      }
      parts.add(part.get());
    }
    return Finding.all(parts).by("the numerator of the difference is 0 at T = 0 and stays so");
  }

  /** Whether a derivative at T = 0 looks different from 0: then there is nothing to look for. */
  private boolean leavesZero(Term difference) {
    Rectangle derivative = Rectangle.of(difference);
    for (int k = 0; k <= DEEPEST; k++) {
      if (equality.looksDifferent(proof.atStart(derivative).number(), terms.zero())) {
        return true;
      }
      derivative = k < DEEPEST ? proof.derivative(derivative) : derivative;
    }
    return false;
  }

  private Optional<Finding> vanishes(Term difference, int depth) {
    Optional<Finding> zero = zero(difference);
    if (zero.isPresent() || depth == 0 || setting.deadline().passed()) {
      return zero;
    }
    for (Term factor : factors(difference)) {
      if (proof.obstacle(List.of(factor)).isPresent()) {
        continue;
      }
      Optional<Finding> start = zero(proof.atStart(Rectangle.of(factor)).number());
      Optional<Finding> growth =
          start.flatMap(s -> vanishes(proof.derivative(Rectangle.of(factor)).number(), depth - 1));
      if (growth.isPresent()) {
        return Optional.of(
            Finding.all(
                List.of(
                    start.get().named("a factor of the difference at $T = 0$, and 0,"),
                    growth.get().named("its derivative in $T$, and 0,"))));
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> zero(Term term) {
    return equality.looksDifferent(term, terms.zero())
        ? Optional.empty()
        : equality.decide(term, terms.zero()).ifSettled();
  }

  /** The factors of the numerator, as far as expansion shows them. */
  private List<Term> factors(Term term) {
    try {
      Factored factored = Factored.of(terms, term, setting.deadline());
      Fraction fraction = factored.fraction();
      List<Term> factors = new ArrayList<>();
      for (Monomial.Factor factor : fraction.monomial().factors()) {
        if (factor.exponent() > 0) {
          factors.add(factored.term(Polynomial.of(factor.symbol())));
        }
      }
      for (Map.Entry<Polynomial, Integer> power : fraction.powers().entrySet()) {
        if (power.getValue() > 0 && power.getKey().size() <= MOST_MONOMIALS) {
          factors.add(factored.term(power.getKey()));
        }
      }
      return factors.subList(0, Math.min(factors.size(), MOST_FACTORS));
    } catch (TooLarge | Undefined e) {
      return List.of();
    }
  }
}
