package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import dev.hence.time.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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
  private record Unknown(boolean negative, List<Polynomial> factors) {
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
      Unknown unknown = unknown(fraction, goal.strict(), atoms.ring());
      return bySigns(unknown, goal, known(atoms, facts), atoms)
          .or(() -> byTangents(unknown, goal, atoms, depth));
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

  private static Unknown unknown(Fraction fraction, boolean strict, AtomRing ring) {
    List<Polynomial> unknown = new ArrayList<>();
    for (Map.Entry<Polynomial, Integer> factor : factors(fraction).entrySet()) {
      Range range = factor.getKey().range();
      boolean even = factor.getValue() % 2 == 0;
      boolean vanishes = factor.getValue() > 0 && !range.nonzero();
      if (!even && (!range.nonnegative() || (strict && vanishes))) {
        unknown.add(factor.getKey());
      } else if (strict && vanishes) {
        unknown.add(ring.power(factor.getKey(), 2));
      }
    }
    return new Unknown(fraction.coefficient().signum() < 0, unknown);
  }

  private Optional<String> bySigns(
      Unknown unknown, Positivity.Goal goal, List<Cone.Fact> facts, CommonAtoms atoms) {
    if (unknown.factors().isEmpty()) {
      return unknown.negative() ? Optional.empty() : Optional.of("signs of its factors");
    }
    Cone cone = new Cone(atoms.ring(), facts, looksNegative(goal, atoms), deadline);
    if (unknown.factors().size() > 1) {
      Optional<String> each = factorwise(unknown, goal.strict(), cone);
      if (each.isPresent()) {
        return each;
      }
    }
    Polynomial expanded = unknown.expanded(atoms.ring());
    return cone.show(expanded, goal.strict()).or(() -> inRoots(expanded, goal, facts, atoms));
  }

  /** With r² in place of R wherever r is a root of an atom R. */
  private Optional<String> inRoots(
      Polynomial polynomial, Positivity.Goal goal, List<Cone.Fact> facts, CommonAtoms atoms) {
    InRoots roots = InRoots.of(atoms.ring(), deadline);
    if (roots.isEmpty()) {
      return Optional.empty();
    }
    List<Cone.Fact> rewritten =
        facts.stream().map(f -> new Cone.Fact(roots.of(f.polynomial()), f.strict())).toList();
    return new Cone(roots.ring(), rewritten, looksNegative(goal, atoms), deadline)
        .show(roots.of(polynomial), goal.strict());
  }

  private Predicate<Polynomial> looksNegative(Positivity.Goal goal, CommonAtoms atoms) {
    List<DoublePoint> points = Sampling.points(goal.term(), goal.facts());
    points.forEach(point -> point.assign(atoms.atoms().definitions()));
    return polynomial -> {
      Term term = atoms.canonical().term(polynomial);
      return points.stream().anyMatch(p -> Sampling.isClearlyNegative(p.of(term)));
    };
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
