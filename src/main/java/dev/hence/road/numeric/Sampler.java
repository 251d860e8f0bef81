package dev.hence.road.numeric;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Exact points of an instance, by the declared domains of its variables. The k-th point depends on
 * the seed and on k alone.
 */
final class Sampler {
  /** Points whose entries are, as far as they can, distinct small integers. */
  private static final int DISTINCT = 2;

  private final List<Variable> variables;
  private final Scope scope;
  private final long seed;

  Sampler(List<Variable> variables, Scope scope, long seed) {
    this.variables = List.copyOf(variables);
    this.scope = scope;
    this.seed = seed;
  }

  /**
   * The declared domain of a variable; if nothing is declared, for the time of dynamics, which
   * begin at 0, positive numbers, else any real numbers.
   */
  static Domain domain(Scope scope, Variable variable) {
    return scope
        .variable(variable.name(), variable.indices().size())
        .map(Declaration.Variable::domain)
        .orElse(scope.isClock(variable.name()) ? Domain.POSITIVE : Domain.REALS);
  }

  List<Variable> variables() {
    return variables;
  }

  Domain domain(Variable variable) {
    return domain(scope, variable);
  }

  Point point(int k) {
    return point(k, Scale.ofPoint(k));
  }

  Point point(int k, Scale scale) {
    SplittableRandom random = Seeds.random(seed, k);
    Draw draw = new Draw(random, scale);
    SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>();
    for (Variable variable : variables) {
      values.put(variable, draw.entries(variable, domain(variable)));
    }
    return k < DISTINCT && scale == Scale.SMALL
        ? distinct(new Point(values), random)
        : new Point(values);
  }

  /** The same with 1, −1, 2, −2, … in some order wherever the domain has them. */
  private Point distinct(Point point, SplittableRandom random) {
    List<Rational> supply = new ArrayList<>();
    Random order = new Random(random.nextLong());
    SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>();
    point
        .values()
        .forEach(
            (variable, entries) -> {
              List<Rational> replaced = new ArrayList<>(entries);
              if (domain(variable) instanceof Domain.Interval interval) {
                replaced.replaceAll(entry -> next(supply, order, interval, entry));
              }
              values.put(variable, replaced);
            });
    return new Point(values);
  }

  private static Rational next(
      List<Rational> supply, Random order, Domain.Interval interval, Rational otherwise) {
    if (supply.isEmpty()) {
      Stream.of(1, -1, 2, -2, 3, -3).map(Rational::of).forEach(supply::add);
      Collections.shuffle(supply, order);
    }
    for (int k = supply.size() - 1; k >= 0; k--) {
      if (interval.contains(supply.get(k))) {
        return supply.remove(k);
      }
    }
    return otherwise;
  }
}
