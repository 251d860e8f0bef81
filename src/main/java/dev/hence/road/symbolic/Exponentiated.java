package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Σ cₖ log uₖ + v is positive where Π uₖ^cₖ · e^v is above 1: with logarithms that have numbers
 * before them alone.
 */
final class Exponentiated {
  private static final long LARGEST_POWER = 8;

  private final Positivity positivity;
  private final Terms terms;

  Exponentiated(Positivity positivity, Terms terms) {
    this.positivity = positivity;
    this.terms = terms;
  }

  Optional<String> show(Positivity.Goal goal, int depth) {
    Map<Term, Rational> logarithms = new LinkedHashMap<>();
    List<Term> rest = new ArrayList<>();
    split(goal.term(), logarithms, rest);
    if (logarithms.isEmpty() || rest.stream().anyMatch(Exponentiated::hasLogarithm)) {
      return Optional.empty();
    }
    long scale = 1;
    for (Rational c : logarithms.values()) {
      scale = lcm(scale, c.denominator().longValue());
    }
    Rational times = Rational.of(scale);
    boolean small =
        logarithms.values().stream()
            .allMatch(c -> Math.abs(c.times(times).toDouble()) <= LARGEST_POWER);
    return small ? powers(goal, logarithms, rest, times, depth) : Optional.empty();
  }

  private Optional<String> powers(
      Positivity.Goal goal,
      Map<Term, Rational> logarithms,
      List<Term> rest,
      Rational scale,
      int depth) {
    List<Term> above = new ArrayList<>();
    List<Term> below = new ArrayList<>();
    List<Conditions.Condition> facts = new ArrayList<>();
    logarithms.forEach(
        (u, c) -> {
          Rational power = c.times(scale);
          (power.signum() > 0 ? above : below)
              .add(terms.power(u, power.signum() > 0 ? power : power.negate()));
          facts.add(Positivity.fact(u, true));
        });
    exponentials(rest, scale, above, below);
    goal.facts().forEach(f -> exponential(f).ifPresent(facts::add));
    Term difference = terms.minus(terms.product(above), terms.product(below));
    return positivity
        .decide(goal.with(difference).under(facts), depth - 1)
        .map(how -> "exponentials of both sides, " + how);
  }

  /** The addends with a plus on one side, those with a minus on the other. */
  private void exponentials(
      List<Term> addends, Rational scale, List<Term> above, List<Term> below) {
    List<Term> plus = new ArrayList<>();
    List<Term> minus = new ArrayList<>();
    for (Term addend : addends) {
      boolean negative = coefficient(addend).signum() < 0;
      Term scaled = terms.product(terms.constant(negative ? scale.negate() : scale), addend);
      (negative ? minus : plus).add(scaled);
    }
    above.add(terms.exp(terms.sum(plus)));
    below.add(terms.exp(terms.sum(minus)));
  }

  /** e^u ≥ e^v of u ≥ v. */
  private Optional<Conditions.Condition> exponential(Conditions.Condition fact) {
    List<Term> addends = addends(fact.term());
    if (fact.relation() == Conditions.Relation.NONZERO
        || addends.size() > 4
        || addends.stream().anyMatch(Exponentiated::hasLogarithm)) {
      return Optional.empty();
    }
    List<Term> above = new ArrayList<>();
    List<Term> below = new ArrayList<>();
    exponentials(addends, Rational.ONE, above, below);
    return Optional.of(
        new Conditions.Condition(
            terms.minus(terms.product(above), terms.product(below)),
            fact.relation(),
            fact.reason()));
  }

  private void split(Term term, Map<Term, Rational> logarithms, List<Term> rest) {
    for (Term addend : addends(term)) {
      Term.Apply log = logarithm(addend);
      if (log != null) {
        logarithms.merge(log.argument(), coefficient(addend), Rational::plus);
      } else {
        rest.add(addend);
      }
    }
  }

  private List<Term> addends(Term term) {
    if (!(term instanceof Term.Sum sum)) {
      return List.of(term);
    }
    List<Term> all = new ArrayList<>(sum.addends());
    if (sum.constant().signum() != 0) {
      all.add(terms.constant(sum.constant()));
    }
    return all;
  }

  private static Rational coefficient(Term addend) {
    return switch (addend) {
      case Term.Product p -> p.coefficient();
      case Term.Constant c -> c.value();
      default -> Rational.ONE;
    };
  }

  /** The logarithm that an addend is a multiple of, or null. */
  private static Term.Apply logarithm(Term addend) {
    Term factor =
        addend instanceof Term.Product p && p.factors().size() == 1
            ? p.factors().getFirst()
            : addend;
    return factor instanceof Term.Apply a && a.function() == Elementary.LOG ? a : null;
  }

  private static boolean hasLogarithm(Term term) {
    return (term instanceof Term.Apply a && a.function() == Elementary.LOG)
        || term.children().stream().anyMatch(Exponentiated::hasLogarithm);
  }

  private static long lcm(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long r = x % y;
      x = y;
      y = r;
    }
    return a / x * b;
  }
}
