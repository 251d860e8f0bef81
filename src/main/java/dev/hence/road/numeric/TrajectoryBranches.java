package dev.hence.road.numeric;

import dev.hence.eval.PointProgram;
import dev.hence.eval.TrajectoryProgram;
import dev.hence.eval.Variable;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which branches of the sides, the velocities and the integrands trajectories have taken, and
 * initial states that take those which none has.
 */
final class TrajectoryBranches {
  private final TrajectoryStatement statement;
  private final BranchSearch search;

  TrajectoryBranches(TrajectoryStatement statement, long seed, Budget budget) {
    this.statement = statement;
    TrajectoryProgram program = statement.program();
    PointProgram named = new PointProgram(program.whole(), names(program), List.of());
    search = new BranchSearch(named, statement.points(), this::start, seed, budget);
  }

  /** Every input by a name: the state while running by its own. */
  private static List<Variable> names(TrajectoryProgram program) {
    SortedMap<Integer, Variable> names = new TreeMap<>();
    names.put(program.runningTime(), number("t"));
    names.put(program.endTime(), number("T"));
    for (int k = 0; k < program.integrals().size(); k++) {
      names.put(program.integrals().get(k), number("∫" + (k + 1)));
    }
    program.data().forEach((variable, place) -> names.put(place, variable));
    program
        .states()
        .forEach(
            (variable, places) -> {
              names.put(places.start(), at(variable, "(0)"));
              names.put(places.running(), variable);
              names.put(places.end(), at(variable, "(T)"));
            });
    return List.copyOf(names.values());
  }

  private static Variable number(String name) {
    return new Variable(new Name(name), List.of(), 1, 1);
  }

  private static Variable at(Variable variable, String time) {
    Name name = new Name(variable.name().latex() + time);
    return new Variable(name, variable.indices(), variable.rows(), variable.columns());
  }

  /** What the programs read where a trajectory begins. */
  private double[] start(Point point) {
    TrajectoryProgram program = statement.program();
    double[] inputs = new double[program.inputs()];
    program.data().forEach((variable, place) -> put(point.of(variable), inputs, place));
    program
        .states()
        .forEach(
            (variable, places) -> {
              put(point.of(variable), inputs, places.start());
              put(point.of(variable), inputs, places.running());
              put(point.of(variable), inputs, places.end());
            });
    return inputs;
  }

  private static void put(List<Rational> entries, double[] inputs, int place) {
    for (int k = 0; k < entries.size(); k++) {
      inputs[place + k] = entries.get(k).toDouble();
    }
  }

  /** Notes what a usable trajectory takes at its start and at its end. */
  void note(Point start, double[] ended) {
    search.note(start);
    double[] inputs = ended.clone();
    statement
        .program()
        .states()
        .forEach(
            (variable, places) ->
                System.arraycopy(ended, places.end(), inputs, places.running(), variable.size()));
    search.note(inputs);
  }

  /** Tries initial states that take what was not taken, until something stops it. */
  boolean sought(List<Point> from, Predicate<Point> found) {
    return search.sought(from, found);
  }

  List<String> untaken() {
    return search.untaken();
  }
}
