package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Rationals;
import dev.hence.eval.Variable;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Moves points onto the equations among the assumptions: all of them are solved together, exactly,
 * for names in which they are linear, one for each equation. Which names these are changes from
 * turn to turn, for another name may lead to another branch of the set on which they hold. Whether
 * the moved point satisfies everything else is for others to check.
 */
final class EquationSolver {
  /** How many choices of names are tried at one point. */
  private static final int MOST_CHOICES = 64;

  /** A choice that never served is given up after so many failures, if others serve. */
  private static final int MOST_FAILURES = 3;

  private final List<Equation> equations;
  private final Sampler sampler;
  private final List<Choice> choices;
  private Optional<Choice> last = Optional.empty();

  /** Names to be solved for, one for each equation, and what came of it. */
  private static final class Choice {
    private final List<Name> names;
    private int failures;
    private boolean served;

    Choice(List<Name> names) {
      this.names = names;
    }

    boolean isHopeless() {
      return !served && failures >= MOST_FAILURES;
    }
  }

  /**
   * An equation.
   *
   * @param program its outputs are the left sides, then the right sides
   * @param preferred names for which the equation is likely meant to be solved, tried first
   */
  record Equation(PointProgram program, List<Name> preferred) {}

  EquationSolver(List<Equation> equations, Sampler sampler) {
    this.equations = equations.stream().filter(e -> !e.program().variables().isEmpty()).toList();
    this.sampler = sampler;
    this.choices = choices();
  }

  /** Solves for what served last, if it does again. */
  Optional<Point> solve(Point point) {
    return last.flatMap(choice -> tried(point, choice)).or(() -> solve(point, 0));
  }

  /**
   * @param turn with which choice it is begun
   */
  Optional<Point> solve(Point point, int turn) {
    List<Choice> hopeful = choices.stream().filter(c -> !c.isHopeless()).toList();
    for (int k = 0; k < hopeful.size(); k++) {
      Choice choice = hopeful.get(Math.floorMod(turn + k, hopeful.size()));
      Optional<Point> solved = tried(point, choice);
      if (solved.isPresent()) {
        last = Optional.of(choice);
        return solved;
      }
    }
    return Optional.empty();
  }

  private Optional<Point> tried(Point point, Choice choice) {
    Optional<Point> solved = solve(point, choice.names);
    choice.served |= solved.isPresent();
    choice.failures += solved.isPresent() ? 0 : 1;
    return solved;
  }

  /** For people: the names that it was solved for in turn. */
  List<Name> names() {
    return choices.stream().flatMap(c -> c.names.stream()).distinct().toList();
  }

  /** Names, one for each equation. */
  private List<Choice> choices() {
    List<List<Name>> choices = List.of(List.of());
    for (Equation equation : equations) {
      List<List<Name>> longer = new ArrayList<>();
      for (List<Name> choice : choices) {
        for (Name name : candidates(equation)) {
          if (!choice.contains(name) && longer.size() < MOST_CHOICES) {
            List<Name> more = new ArrayList<>(choice);
            more.add(name);
            longer.add(more);
          }
        }
      }
      choices = longer;
    }
    return equations.isEmpty() ? List.of() : choices.stream().map(Choice::new).toList();
  }

  private List<Name> candidates(Equation equation) {
    SequencedSet<Name> names = new LinkedHashSet<>();
    List<Variable> free =
        equation.program().variables().stream()
            .filter(v -> sampler.domain(v) instanceof Domain.Interval)
            .toList();
    equation.preferred().stream()
        .filter(name -> free.stream().anyMatch(v -> v.name().equals(name)))
        .forEach(names::add);
    free.forEach(v -> names.add(v.name()));
    return List.copyOf(names);
  }

  /** One entry of a variable. */
  private record Unknown(Variable variable, int entry) {}

  private Optional<Point> solve(Point point, List<Name> names) {
    try {
      return linear(point, unknowns(names)).filter(this::isInside);
    } catch (EvaluationException notRational) {
      return Optional.empty();
    }
  }

  private List<Unknown> unknowns(List<Name> names) {
    SequencedSet<Unknown> unknowns = new LinkedHashSet<>();
    for (Equation equation : equations) {
      for (Variable variable : equation.program().variables()) {
        if (names.contains(variable.name())) {
          for (int k = 0; k < variable.size(); k++) {
            unknowns.add(new Unknown(variable, k));
          }
        }
      }
    }
    return List.copyOf(unknowns);
  }

  private boolean isInside(Point point) {
    return point.values().entrySet().stream()
        .allMatch(
            e ->
                !(sampler.domain(e.getKey()) instanceof Domain.Interval interval)
                    || e.getValue().stream().allMatch(interval::contains));
  }

  /** Solves A·δ = −f(v) for f(v + δ) = f(v) + A·δ, entries that are free kept as they are. */
  private Optional<Point> linear(Point point, List<Unknown> unknowns) {
    List<Rational> value = residual(point);
    List<List<Rational>> columns = new ArrayList<>();
    for (Unknown unknown : unknowns) {
      columns.add(minus(residual(moved(point, unknown, Rational.ONE)), value));
    }
    if (!isLinear(point, unknowns, value, columns)) {
      return Optional.empty();
    }
    int n = unknowns.size();
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
      solved = moved(solved, unknowns.get(pivots.get(row)), system.get(row, n));
    }
    boolean exact = residual(solved).stream().allMatch(r -> r.signum() == 0);
    return exact ? Optional.of(solved) : Optional.empty();
  }

  /** Whether two moves of all unknowns at once change the equations as their columns say. */
  private boolean isLinear(
      Point point, List<Unknown> unknowns, List<Rational> value, List<List<Rational>> columns) {
    for (int sign : new int[] {1, -1}) {
      Point far = point;
      List<Rational> expected = new ArrayList<>(value);
      for (int k = 0; k < unknowns.size(); k++) {
        Rational step = Rational.of(sign * (2L * k + 3), 2);
        far = moved(far, unknowns.get(k), step);
        for (int row = 0; row < expected.size(); row++) {
          expected.set(row, expected.get(row).plus(step.times(columns.get(k).get(row))));
        }
      }
      if (!residual(far).equals(expected)) {
        return false;
      }
    }
    return true;
  }

  private List<Rational> residual(Point point) {
    Rationals field = new Rationals();
    List<Rational> all = new ArrayList<>();
    for (Equation equation : equations) {
      PointProgram program = equation.program();
      List<Rational> sides = program.program().run(field, Entries.of(program, point, field));
      int half = sides.size() / 2;
      all.addAll(minus(sides.subList(0, half), sides.subList(half, sides.size())));
    }
    return all;
  }

  private static List<Rational> minus(List<Rational> a, List<Rational> b) {
    List<Rational> difference = new ArrayList<>();
    for (int k = 0; k < a.size(); k++) {
      difference.add(a.get(k).minus(b.get(k)));
    }
    return difference;
  }

  private static Point moved(Point point, Unknown unknown, Rational by) {
    List<Rational> entries = new ArrayList<>(point.of(unknown.variable()));
    entries.set(unknown.entry(), entries.get(unknown.entry()).plus(by));
    return point.with(unknown.variable(), entries);
  }
}
