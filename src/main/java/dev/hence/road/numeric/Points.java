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
  private final EquationSolver solver;
  private final int assignments;
  private final boolean checkable;

  private Points(
      Sampler sampler,
      List<Speaking> restrictions,
      EquationSolver solver,
      int assignments,
      boolean checkable) {
    this.sampler = sampler;
    this.restrictions = restrictions;
    this.solver = solver;
    this.assignments = assignments;
    this.checkable = checkable;
  }

  /**
   * @param inputs the variables of the sides; those of the restrictions are added
   */
  static Points of(Instance instance, List<Variable> inputs, List<Restriction> said, long seed) {
    Interpretation interpretation = instance.interpretation();
    List<Speaking> restrictions =
        said.stream().flatMap(r -> Speaking.of(interpretation, r).stream()).toList();
    SequencedSet<Variable> variables = new LinkedHashSet<>(inputs);
    restrictions.forEach(r -> variables.addAll(r.program().variables()));
    Sampler sampler = new Sampler(List.copyOf(variables), instance.step().scope(), seed);
    List<Speaking> equations = restrictions.stream().filter(Speaking::isEquation).toList();
    EquationSolver solver =
        new EquationSolver(
            equations.stream()
                .map(e -> new EquationSolver.Equation(e.program(), e.likelyUnknowns()))
                .toList(),
            sampler);
    boolean checkable = restrictions.size() == said.size();
    return new Points(sampler, restrictions, solver, instance.assignments().size(), checkable);
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
    return solver.solve(sampler.point(k));
  }

  Point point(int k, Scale scale) {
    return solver.solve(sampler.point(k, scale));
  }

  /** The assignments for which the step speaks at a point, if there are any. */
  Optional<BitSet> speaking(Point point) {
    BitSet speaks = new BitSet();
    speaks.set(0, assignments);
    restrictions.forEach(restriction -> restriction.restrict(point, speaks));
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
    return !restrictions.isEmpty();
  }

  /** A point moved onto the equations among the restrictions. */
  Point solved(Point point) {
    return solver.solve(point);
  }

  List<Speaking> restrictions() {
    return List.copyOf(restrictions);
  }

  List<Variable> variables() {
    return new ArrayList<>(sampler.variables());
  }
}
