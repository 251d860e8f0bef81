package dev.hence.road.numeric;

import dev.hence.eval.Interpretation;
import dev.hence.eval.Variable;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import dev.hence.verdict.Restriction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** The sampled points of an instance, and for which index values the step speaks at each. */
final class Points {
  private final Sampler sampler;
  private final List<Speaking> restrictions;
  private final PremisePoints premises;
  private final Tamed functions;
  private final long seed;
  private final int assignments;
  private final boolean checkable;

  private Points(
      Sampler sampler,
      List<Speaking> restrictions,
      PremisePoints premises,
      Tamed functions,
      long seed,
      int assignments,
      boolean checkable) {
    this.sampler = sampler;
    this.restrictions = restrictions;
    this.premises = premises;
    this.functions = functions;
    this.seed = seed;
    this.assignments = assignments;
    this.checkable = checkable;
  }

  /**
   * @param inputs the variables of the sides; those of the restrictions are added
   */
  static Points of(Instance instance, List<Variable> inputs, List<Restriction> said, long seed) {
    Interpretation interpretation = instance.interpretation();
    List<Speaking> restrictions =
        said.stream()
            .filter(r -> !r.condition().isUniversal())
            .flatMap(r -> Speaking.of(interpretation, r).stream())
            .toList();
    List<Everywhere> everywhere =
        said.stream()
            .filter(r -> r.condition().isUniversal())
            .map(r -> new Everywhere(instance, r, seed))
            .toList();
    SequencedSet<Variable> variables = new LinkedHashSet<>(inputs);
    restrictions.forEach(r -> variables.addAll(r.program().variables()));
    everywhere.forEach(e -> variables.addAll(e.variables()));
    Sampler sampler = new Sampler(List.copyOf(variables), instance.step().scope(), seed);
    List<Speaking> equations = restrictions.stream().filter(Speaking::isEquation).toList();
    PremisePoints premises = new PremisePoints(equations, sampler, seed);
    boolean checkable = restrictions.size() + everywhere.size() == said.size();
    Tamed functions = new Tamed(everywhere, sampler);
    return new Points(
        sampler, restrictions, premises, functions, seed, instance.assignments().size(), checkable);
  }

  Sampler sampler() {
    return sampler;
  }

  /** For how many index values the step is said. */
  int assignments() {
    return assignments;
  }

  /** The k-th point, moved onto the equations among the restrictions. */
  Point point(int k) {
    return moved(sampler.point(k), k);
  }

  Point point(int k, Scale scale) {
    return moved(sampler.point(k, scale), k);
  }

  private Point moved(Point drawn, int k) {
    return premises.point(functions.of(drawn, k, Seeds.random(seed, Long.MIN_VALUE / 2 + k)), k);
  }

  /** Whether the functions are fixed, and are not such as is said of them everywhere. */
  boolean isImpossible() {
    return functions.isImpossible();
  }

  /** Whether anything is said of functions everywhere. */
  boolean speakOfFunctions() {
    return functions.restrict();
  }

  /** Whether what is said of functions everywhere is shown of those at a point. */
  boolean isCertain(Point point) {
    return functions.isCertain(point);
  }

  /** Whether functions of which something is said everywhere are more than parabolas at a point. */
  boolean isBent(Point point) {
    return functions.isBent(point);
  }

  /** The assignments for which the step speaks at a point, if there are any. */
  Optional<BitSet> speaking(Point point) {
    BitSet speaks = new BitSet();
    speaks.set(0, assignments);
    if (!restrictions.isEmpty()) {
      Position position = position(point);
      restrictions.forEach(restriction -> restriction.restrict(position, speaks));
    }
    return Optional.of(speaks).filter(s -> !s.isEmpty() && functions.isLikely(point));
  }

  /**
   * The assignments for which the step would speak at a point if the equations held there, though
   * nothing but doubles says that they do near it; empty where something is certain.
   */
  Optional<BitSet> doubtful(Point point) {
    if (!premises.isDoubtful(point)) {
      return Optional.empty();
    }
    BitSet speaks = new BitSet();
    speaks.set(0, assignments);
    restrictions.stream()
        .filter(r -> !r.isEquation())
        .forEach(r -> r.restrict(new Position.Exact(point), speaks));
    return Optional.of(speaks).filter(s -> !s.isEmpty());
  }

  /**
   * Whether all restrictions can be checked at a point. If one cannot, because it speaks of times,
   * agreement says more than was asked, but no point refutes.
   */
  boolean isCheckable() {
    return checkable;
  }

  /** Whether anything but the domains restricts the points. */
  boolean isRestricted() {
    return !restrictions.isEmpty() || functions.restrict();
  }

  /** A point moved onto the equations among the restrictions. */
  Point solved(Point point) {
    return premises.solved(point);
  }

  /** The same, its points being such too that are only known to lie near others. */
  Points withNearby() {
    return new Points(
        sampler, restrictions, premises.withNearby(), functions, seed, assignments, checkable);
  }

  /** The point, or one near it at which the equations among the restrictions hold for certain. */
  Position position(Point point) {
    return premises.position(point);
  }

  /** How points were sought that satisfy the restrictions, and what came of it. */
  PremisePoints premises() {
    return premises;
  }

  List<Speaking> restrictions() {
    return List.copyOf(restrictions);
  }

  List<Variable> variables() {
    return new ArrayList<>(sampler.variables());
  }
}
