package dev.hence.road.symbolic;

import dev.hence.expr.Expr;
import dev.hence.expr.Law;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Means over random names: finite laws are summed out member by member, normal laws by Wick's
 * formula, E f(μ + Lz) = exp(½ Σ Σᵢⱼ ∂ᵢ∂ⱼ) f at μ, which ends for a polynomial (Isserlis 1918).
 */
final class Averaging {
  private static final int MOST_OUTCOMES = 6_000;
  private static final int HIGHEST_DEGREE = 24;

  /** One member of the random name, and where its law is lowered. */
  private record Drawn(Member member, Environment at) {}

  private final Lowering lowering;
  private final Setting setting;
  private final Terms terms;
  private final Unfolding unfolding;

  Averaging(Lowering lowering, Setting setting, Unfolding unfolding) {
    this.lowering = lowering;
    this.setting = setting;
    this.terms = setting.terms();
    this.unfolding = unfolding;
  }

  Rectangle mean(Expr.Expectation e, Environment at) {
    List<Drawn> members = new ArrayList<>();
    members(e, 0, List.of(), at, members);
    return switch (e.law()) {
      case Law.Finite law -> {
        requireFew(law, members);
        yield finite(e, law, members, at);
      }
      case Law.Gaussian law -> gaussian(e, law, members, at);
    };
  }

  private void members(
      Expr.Expectation e, int depth, List<Integer> indices, Environment at, List<Drawn> out) {
    if (depth == e.letters().size()) {
      out.add(new Drawn(new Member(e.variable(), indices), at));
      return;
    }
    Range range = e.ranges().get(depth);
    int upper = unfolding.integer(range.upper(), at);
    for (int k = unfolding.integer(range.lower(), at); k <= upper; k++) {
      List<Integer> more = new ArrayList<>(indices);
      more.add(k);
      Environment inner = at.withLetters(List.of(e.letters().get(depth)), List.of(k));
      members(e, depth + 1, more, inner, out);
    }
  }

  // Finite laws

  private void requireFew(Law.Finite law, List<Drawn> members) {
    double outcomes = 1;
    for (Drawn member : members) {
      int lower = unfolding.integer(law.range().lower(), member.at());
      int upper = unfolding.integer(law.range().upper(), member.at());
      if (upper < lower) {
        throw new Unsupported("a mean over no outcome");
      }
      outcomes *= upper - lower + 1.0;
    }
    if (outcomes > MOST_OUTCOMES) {
      throw new Unsupported("a mean over more than " + MOST_OUTCOMES + " outcomes");
    }
  }

  /**
   * Sums the first member out; the others inside. Values on which nothing depends are taken
   * together, so that their weights add up.
   */
  private Rectangle finite(Expr.Expectation e, Law.Finite law, List<Drawn> left, Environment at) {
    if (left.isEmpty()) {
      return lowering.of(e.body(), at);
    }
    Drawn member = left.getFirst();
    Map<Rectangle, List<Term>> weights = new LinkedHashMap<>();
    int upper = unfolding.integer(law.range().upper(), member.at());
    for (int k = unfolding.integer(law.range().lower(), member.at()); k <= upper; k++) {
      Environment here = member.at().withLetters(List.of(law.letter()), List.of(k));
      Term weight = lowering.number(law.weight(), here);
      Rectangle value = lowering.of(law.value(), here);
      Environment inside = at.withMoved(member.member(), Binding.moved(value, true));
      Rectangle rest = finite(e, law, left.subList(1, left.size()), inside);
      weights.computeIfAbsent(rest, r -> new ArrayList<>()).add(weight);
    }
    return setting
        .algebra()
        .sum(
            weights.entrySet().stream()
                .map(
                    outcome ->
                        setting.algebra().scaled(terms.sum(outcome.getValue()), outcome.getKey()))
                .toList());
  }

  // Normal laws

  private Rectangle gaussian(
      Expr.Expectation e, Law.Gaussian law, List<Drawn> members, Environment at) {
    Map<Term.Symbol, Term> means = new HashMap<>();
    List<Covariance> covariances = new ArrayList<>();
    Environment inside = at;
    for (Drawn drawn : members) {
      Rectangle mean = lowering.of(law.mean(), drawn.at());
      Rectangle covariance = lowering.of(law.covariance(), drawn.at());
      Rectangle symbols =
          setting.inputs().moving(drawn.member(), mean.rows(), mean.columns(), at.level());
      inside = inside.withMoved(drawn.member(), Binding.moved(symbols, true));
      for (int i = 0; i < symbols.entries().size(); i++) {
        means.put((Term.Symbol) symbols.entries().get(i), mean.entries().get(i));
        for (int j = 0; j <= i; j++) {
          covariances.add(
              new Covariance(
                  (Term.Symbol) symbols.entries().get(i),
                  (Term.Symbol) symbols.entries().get(j),
                  covariance.get(i, j),
                  i == j ? Rational.of(1, 2) : Rational.ONE));
        }
      }
    }
    Rectangle body = lowering.of(e.body(), inside);
    Substitution atMean = Substitution.of(terms, means);
    return body.map(f -> mean(f, covariances, atMean));
  }

  /** Two coordinates, their covariance, and how often the pair counts in ½ Σ Σᵢⱼ ∂ᵢ∂ⱼ. */
  private record Covariance(Term.Symbol first, Term.Symbol second, Term value, Rational count) {}

  private Term mean(Term f, List<Covariance> covariances, Substitution atMean) {
    List<Term> addends = new ArrayList<>();
    Rational factorial = Rational.ONE;
    Term current = f;
    for (int k = 0; !current.equals(terms.zero()); k++) {
      if (2 * k > HIGHEST_DEGREE) {
        throw new Unsupported("the expectation of what is no polynomial in a normal variable");
      }
      factorial = k == 0 ? factorial : factorial.times(Rational.of(k));
      Term scale = terms.constant(Rational.ONE.dividedBy(factorial));
      addends.add(terms.product(scale, atMean.in(current)));
      current = wick(current, covariances);
    }
    return terms.sum(addends);
  }

  /** ½ Σ Σᵢⱼ ∂ᵢ∂ⱼ f. */
  private Term wick(Term f, List<Covariance> covariances) {
    List<Term> addends = new ArrayList<>();
    Map<Term.Symbol, Term> gradients = new HashMap<>();
    for (Covariance c : covariances) {
      if (c.value().equals(terms.zero())) {
        continue;
      }
      if (setting.deadline().passed()) {
        throw new OutOfTime();
      }
      Term first =
          gradients.computeIfAbsent(
              c.first(), symbol -> Differentiation.derivative(terms, f, symbol));
      Term second = Differentiation.derivative(terms, first, c.second());
      addends.add(terms.product(terms.constant(c.count()), c.value(), second));
    }
    return terms.sum(addends);
  }
}
