package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SplittableRandom;

/**
 * Functions that satisfy what is said of them everywhere: some of the coefficients that stand for
 * them are 0, as many as it takes. Every other one is a polynomial of degree 2, of which that is
 * shown; the rest have bent parts, and are only not seen to fail.
 */
final class Tamed {
  private final List<Everywhere> said;
  private final Sampler sampler;
  private final List<Variable> variables;

  Tamed(List<Everywhere> said, Sampler sampler) {
    this.said = List.copyOf(said);
    this.sampler = sampler;
    SequencedSet<Variable> all = new LinkedHashSet<>();
    said.forEach(s -> all.addAll(s.variables()));
    variables = all.stream().filter(this::mayBeZero).toList();
  }

  private boolean mayBeZero(Variable variable) {
    return sampler.domain(variable) instanceof Domain.Interval interval
        && interval.contains(Rational.ZERO);
  }

  /** Whether anything is said of functions everywhere. */
  boolean restrict() {
    return !said.isEmpty();
  }

  /** Whether the functions are fixed, and are not such as is said. */
  boolean isImpossible() {
    return said.stream().anyMatch(Everywhere::isImpossible);
  }

  boolean isCertain(Point point) {
    return said.stream().allMatch(s -> s.isCertain(point));
  }

  boolean isLikely(Point point) {
    return said.stream().allMatch(s -> s.isLikely(point));
  }

  /** An entry of a variable. */
  private record Entry(Variable variable, int place) {}

  Point of(Point point, int k, SplittableRandom random) {
    if (said.isEmpty()) {
      return point;
    }
    List<Entry> entries = new ArrayList<>();
    for (Variable variable : variables) {
      for (int place = 0; place < variable.size(); place++) {
        entries.add(new Entry(variable, place));
      }
    }
    Collections.shuffle(entries, new java.util.Random(random.nextLong()));
    Point tamed = point;
    for (Entry entry : entries) {
      if (isLikely(tamed) && (k % 2 == 1 || isCertain(tamed))) {
        return tamed;
      }
      List<Rational> all = new ArrayList<>(tamed.of(entry.variable()));
      all.set(entry.place(), Rational.ZERO);
      tamed = tamed.with(entry.variable(), all);
    }
    return tamed;
  }
}
