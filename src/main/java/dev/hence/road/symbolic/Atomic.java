package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import dev.hence.time.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the sign of a term as a fraction over atoms, factor by factor. */
final class Atomic {
  private final Positivity positivity;
  private final Terms terms;
  private final Deadline deadline;

  Atomic(Positivity positivity, Terms terms, Deadline deadline) {
    this.positivity = positivity;
    this.terms = terms;
    this.deadline = deadline;
  }

  /** A product of factors of unknown sign, ±1 before it; what is left out is positive. */
  private record Unknown(boolean negative, List<Polynomial> factors, boolean strict) {
    Polynomial expanded(AtomRing ring) {
      Polynomial product = Polynomial.of(Rational.of(negative ? -1 : 1));
      for (Polynomial factor : factors) {
        product = ring.times(product, factor);
      }
      return product;
    }
  }

  Optional<String> show(Positivity.Goal goal, int depth) {
    List<Conditions.Condition> facts =
        goal.facts().stream().filter(f -> f.relation() != Conditions.Relation.NONZERO).toList();
    List<Term> all = new ArrayList<>(List.of(goal.term()));
    facts.forEach(f -> all.add(f.term()));
    try {
      CommonAtoms atoms = CommonAtoms.of(terms, all, goal.facts(), deadline);
      Fraction fraction = atoms.fractions().getFirst();
      if (fraction.isZero()) {
        return goal.strict() ? Optional.empty() : Optional.of("the sides are equal");
      }
      Optional<Unknown> unknown = unknown(fraction, goal.strict());
      if (unknown.isEmpty()) {
        return Optional.empty();
      }
      Cone cone = new Cone(atoms.ring(), known(atoms, facts), deadline);
      return bySigns(unknown.get(), goal.strict(), cone, atoms.ring())
          .or(() -> byTangents(unknown.get(), goal, atoms, depth));
    } catch (TooLarge | Undefined | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static List<Cone.Fact> known(CommonAtoms atoms, List<Conditions.Condition> facts) {
    List<Cone.Fact> known = new ArrayList<>();
    for (int k = 0; k < facts.size(); k++) {
      boolean strict = facts.get(k).relation() == Conditions.Relation.POSITIVE;
      Fraction fraction = atoms.fractions().get(k + 1);
      if (!fraction.isConstant()) {
        fact(fraction, strict, atoms.ring()).ifPresent(known::add);
      }
    }
    return known;
  }

  /** A fact without its positive factors. */
  private static Optional<Cone.Fact> fact(Fraction fraction, boolean strict, AtomRing ring) {
    Fraction rest = Fraction.of(Rational.of(fraction.coefficient().signum()));
    for (Map.Entry<Polynomial, Integer> factor : factors(fraction).entrySet()) {
      if (!factor.getKey().range().positive()) {
        if (factor.getValue() < 0) {
          return Optional.empty();
        }
        rest = ring.times(rest, ring.power(ring.of(factor.getKey()), factor.getValue()));
      }
    }
    return rest.isConstant()
        ? Optional.empty()
        : Optional.of(new Cone.Fact(ring.expand(rest), strict));
  }

  private static Map<Polynomial, Integer> factors(Fraction fraction) {
    Map<Polynomial, Integer> factors = new LinkedHashMap<>();
    fraction
        .monomial()
        .factors()
        .forEach(f -> factors.put(Polynomial.of(f.symbol()), f.exponent()));
    factors.putAll(fraction.powers());
    return factors;
  }

  /** Nothing where a strict sign is asked of a factor that may vanish. */
  private static Optional<Unknown> unknown(Fraction fraction, boolean strict) {
    List<Polynomial> unknown = new ArrayList<>();
    for (Map.Entry<Polynomial, Integer> factor : factors(fraction).entrySet()) {
      Range range = factor.getKey().range();
      boolean even = factor.getValue() % 2 == 0;
      boolean vanishes = factor.getValue() > 0 && !range.nonzero();
      if (!even && !range.nonnegative()) {
        unknown.add(factor.getKey());
      } else if (strict && vanishes) {
        if (even && !range.nonnegative()) {
          return Optional.empty();
        }
        unknown.add(factor.getKey());
      }
    }
    return Optional.of(new Unknown(fraction.coefficient().signum() < 0, unknown, strict));
  }

  private static Optional<String> bySigns(
      Unknown unknown, boolean strict, Cone cone, AtomRing ring) {
    if (unknown.factors().isEmpty()) {
      return unknown.negative() ? Optional.empty() : Optional.of("signs of its factors");
    }
    if (unknown.factors().size() > 1) {
      Optional<String> each = factorwise(unknown, strict, cone);
      if (each.isPresent()) {
        return each;
      }
    }
    return cone.show(unknown.expanded(ring), strict);
  }

  private static Optional<String> factorwise(Unknown unknown, boolean strict, Cone cone) {
    boolean negative = unknown.negative();
    Optional<String> last = Optional.empty();
    for (Polynomial factor : unknown.factors()) {
      last = cone.show(factor, strict);
      if (last.isEmpty()) {
        last = cone.show(factor.negate(), strict);
        negative = !negative;
      }
      if (last.isEmpty()) {
        return last;
      }
    }
    return negative ? Optional.empty() : last;
  }

  /** By log z ≥ 1 − 1/z. */
  private Optional<String> byTangents(
      Unknown unknown, Positivity.Goal goal, CommonAtoms atoms, int depth) {
    if (depth == 0 || unknown.factors().isEmpty()) {
      return Optional.empty();
    }
    Tangents tangents = new Tangents(terms, atoms);
    for (int way = 0; way < 3; way++) {
      Optional<Term> lower =
          tangents.below(unknown.expanded(atoms.ring()), way == 1 ? 2 : 1, way == 2);
      if (lower.isPresent() && !Sampling.looksNegative(lower.get(), goal.facts())) {
        Optional<String> shown = positivity.decide(goal.with(lower.get()), depth - 1);
        if (shown.isPresent()) {
          return Optional.of("log z ≥ 1 − 1/z, " + shown.get());
        }
      }
    }
    return Optional.empty();
  }
}
