package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Rationals;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves points onto the equations among the assumptions: each is solved, exactly, for a variable in
 * which it is linear. Whether the moved point satisfies everything is for others to check.
 */
final class EquationSolver {
  private final List<PointProgram> equations;
  private final Sampler sampler;

  /**
   * @param equations programs whose outputs are the left sides, then the right sides
   */
  EquationSolver(List<PointProgram> equations, Sampler sampler) {
    this.equations = List.copyOf(equations);
    this.sampler = sampler;
  }

  Point solve(Point point) {
    Point moved = point;
    Set<Variable> settled = new HashSet<>();
    for (PointProgram equation : equations) {
      for (Variable variable : equation.variables()) {
        if (!settled.contains(variable) && sampler.domain(variable) instanceof Domain.Interval) {
          Optional<Point> solved = solve(equation, variable, moved);
          if (solved.isPresent()) {
            moved = solved.get();
            break;
          }
        }
      }
      settled.addAll(equation.variables());
    }
    return moved;
  }

  private static Optional<Point> solve(PointProgram equation, Variable variable, Point point) {
    try {
      return linear(equation, variable, point);
    } catch (EvaluationException notRational) {
      return Optional.empty();
    }
  }

  /** Solves A·δ = −f(v) for f(v + δ) = f(v) + A·δ, entries that are free kept as they are. */
  private static Optional<Point> linear(PointProgram equation, Variable variable, Point point) {
    List<Rational> value = residual(equation, point);
    int n = variable.size();
    List<List<Rational>> columns = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      columns.add(minus(residual(equation, moved(point, variable, k, Rational.ONE)), value));
    }
    for (int k = 0; k < n; k++) {
      Rational three = Rational.of(3);
      List<Rational> far = minus(residual(equation, moved(point, variable, k, three)), value);
      if (!far.equals(columns.get(k).stream().map(three::times).toList())) {
        return Optional.empty();
      }
    }
    LinearSystem system = new LinearSystem(n + 1);
    for (int row = 0; row < value.size(); row++) {
      List<Rational> line = new ArrayList<>();
      for (List<Rational> column : columns) {
        line.add(column.get(row));
      }
      line.add(value.get(row).negate());
      system.add(line);
    }
    List<Integer> pivots = system.eliminate(n);
    Point solved = point;
    for (int row = 0; row < pivots.size(); row++) {
      solved = moved(solved, variable, pivots.get(row), system.get(row, n));
    }
    boolean exact = residual(equation, solved).stream().allMatch(r -> r.signum() == 0);
    return exact ? Optional.of(solved) : Optional.empty();
  }

  private static List<Rational> residual(PointProgram equation, Point point) {
    Rationals field = new Rationals();
    List<Rational> sides = equation.program().run(field, Entries.of(equation, point, field));
    int half = sides.size() / 2;
    return minus(sides.subList(0, half), sides.subList(half, sides.size()));
  }

  private static List<Rational> minus(List<Rational> a, List<Rational> b) {
    List<Rational> difference = new ArrayList<>();
    for (int k = 0; k < a.size(); k++) {
      difference.add(a.get(k).minus(b.get(k)));
    }
    return difference;
  }

  private static Point moved(Point point, Variable variable, int entry, Rational by) {
    List<Rational> entries = new ArrayList<>(point.of(variable));
    entries.set(entry, entries.get(entry).plus(by));
    return point.with(variable, entries);
  }
}
