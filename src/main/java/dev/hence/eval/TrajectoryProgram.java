package dev.hence.eval;

import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * Expressions of one instance that speak of a trajectory, as programs.
 *
 * <p>The three programs share one array of inputs; who runs them fills in the places that this
 * record names. With z = (state, integrals): z' = (velocities, integrands) at the running state,
 * the integrals begin at 0, and {@code sides} is read off at the end.
 *
 * @param inputs the length of the array of inputs
 * @param data the variables that rest, with the place of their first entry
 * @param states the variables that move, with their places at each time
 * @param runningTime the place of the time of integration
 * @param endTime the place of the end time
 * @param integrals the places of the integrals, in the order of the integrands
 * @param sides the entries of the expressions, one expression after the other
 * @param sizes how many entries each expression has
 * @param velocities the velocities of the states' entries, one state after the other
 * @param integrands what is integrated from 0 to the end
 * @param whole the sides, the velocities and the integrands in one
 */
public record TrajectoryProgram(
    int inputs,
    SequencedMap<Variable, Integer> data,
    SequencedMap<Variable, Places> states,
    int runningTime,
    int endTime,
    List<Integer> integrals,
    Program sides,
    List<Integer> sizes,
    Program velocities,
    Program integrands,
    Program whole) {
  /** The places of a state's first entry at the start, while running and at the end. */
  public record Places(int start, int running, int end) {}

  /**
   * Compiles expressions that may speak of the state at 0, at the end, and inside integrals from 0
   * to the end.
   *
   * @throws EvaluationException {@code UNSUPPORTED} if they speak of other times, or are too large
   */
  public static TrajectoryProgram compile(
      Interpretation interpretation,
      List<? extends Map<String, Integer>> assignments,
      List<Expr> expressions) {
    return new Compiler(interpretation, assignments).compile(expressions);
  }

  /** Records everything on one tape. */
  private static final class Compiler {
    private final Tape tape = new Tape(PointProgram.LIMIT);
    private final Interpretation interpretation;
    private final List<? extends Map<String, Integer>> assignments;
    private final SequencedMap<Variable, Integer> data = new LinkedHashMap<>();
    private final SequencedMap<Variable, Places> states = new LinkedHashMap<>();
    private final SequencedMap<Tape.Node, Integer> integrals = new LinkedHashMap<>();
    private final SequencedSet<String> fixed = new LinkedHashSet<>();
    private final int runningTime = 0;
    private final int endTime = 1;
    private int count = 2;

    Compiler(Interpretation interpretation, List<? extends Map<String, Integer>> assignments) {
      this.interpretation = interpretation;
      this.assignments = assignments;
    }

    TrajectoryProgram compile(List<Expr> expressions) {
      List<Evaluator<Tape.Node>> evaluators =
          assignments.stream().map(letters -> evaluator(new Moment(null), letters)).toList();
      List<Tape.Node> sides = new ArrayList<>();
      List<Integer> sizes = new ArrayList<>();
      for (Expr expression : expressions) {
        int before = sides.size();
        evaluators.forEach(e -> sides.addAll(e.value(expression).entries()));
        sizes.add(sides.size() - before);
      }
      List<Tape.Node> velocities = velocities();
      checkFixed(velocities);
      checkIntegrands();
      List<Tape.Node> all = new ArrayList<>(sides);
      all.addAll(velocities);
      all.addAll(integrals.sequencedKeySet());
      return new TrajectoryProgram(
          count,
          data,
          states,
          runningTime,
          endTime,
          List.copyOf(integrals.values()),
          tape.program(count, sides),
          sizes,
          tape.program(count, velocities),
          tape.program(count, List.copyOf(integrals.sequencedKeySet())),
          tape.program(count, all));
    }

    private Evaluator<Tape.Node> evaluator(Moment moment, Map<String, Integer> letters) {
      return new Evaluator<>(Env.of(tape, interpretation, moment, letters));
    }

    /** Velocities may bring in further states, and those their velocities. */
    private List<Tape.Node> velocities() {
      List<Tape.Node> result = new ArrayList<>();
      for (int done = 0; done < states.size(); done++) {
        Variable state = List.copyOf(states.sequencedKeySet()).get(done);
        Lambda velocity = interpretation.velocities().get(state.name());
        Env<Tape.Node> env =
            Env.of(tape, interpretation, new Moment(TimePoint.RUNNING), Map.of())
                .withTime(Name.TIME, TimePoint.RUNNING)
                .withLetters(velocity.indices(), state.indices());
        result.addAll(new Evaluator<>(env).value(velocity.body()).entries());
      }
      return result;
    }

    private void checkFixed(List<Tape.Node> velocities) {
      Program program = tape.program(count, velocities);
      for (Map.Entry<Variable, Integer> e : data.entrySet()) {
        Variable v = e.getKey();
        boolean taken = fixed.contains(v.name().latex() + v.indices());
        for (int k = 0; taken && k < v.size(); k++) {
          if (program.reads(e.getValue() + k)) {
            throw EvaluationException.unsupported(
                "a derivative by " + v.name() + ", on which the trajectory depends");
          }
        }
      }
    }

    private void checkIntegrands() {
      Separation separation = new Separation(tape, late(), running());
      if (integrals.keySet().stream().anyMatch(separation::speaksOfTheEnd)) {
        throw EvaluationException.unsupported("an integrand that depends on the end time");
      }
    }

    /** The inputs that are known at the end only. */
    private BitSet late() {
      BitSet late = new BitSet();
      late.set(endTime);
      states.forEach((v, places) -> late.set(places.end(), places.end() + v.size()));
      integrals.values().forEach(late::set);
      return late;
    }

    /** The inputs that change on the way. */
    private BitSet running() {
      BitSet running = new BitSet();
      running.set(runningTime);
      states.forEach((v, places) -> running.set(places.running(), places.running() + v.size()));
      return running;
    }

    /** The bindings at one time, or at none in particular. */
    private final class Moment implements Bindings<Tape.Node> {
      private final TimePoint time;

      Moment(TimePoint time) {
        this.time = time;
      }

      @Override
      public Optional<Tensor<Tape.Node>> bound(Name name, List<Integer> indices) {
        return Optional.empty();
      }

      @Override
      public Tensor<Tape.Node> input(Name name, List<Integer> indices, int rows, int columns) {
        Variable variable = new Variable(name, indices, rows, columns);
        int first =
            interpretation.isState(name)
                ? place(states.computeIfAbsent(variable, this::allocate))
                : data.computeIfAbsent(variable, v -> reserve(v.size()));
        return Tensor.filled(rows, columns, k -> tape.input(first + k));
      }

      private Places allocate(Variable v) {
        return new Places(reserve(v.size()), reserve(v.size()), reserve(v.size()));
      }

      private int place(Places places) {
        if (time == null) {
          throw EvaluationException.unsupported(
              "the state without a time in a statement about a trajectory");
        }
        return switch (time) {
          case START -> places.start();
          case RUNNING -> places.running();
          case END -> places.end();
        };
      }

      @Override
      public Bindings<Tape.Node> at(TimePoint other) {
        return new Moment(other);
      }

      @Override
      public Tape.Node time(TimePoint which) {
        return switch (which) {
          case START -> tape.zero();
          case RUNNING -> tape.input(runningTime);
          case END -> tape.input(endTime);
        };
      }

      @Override
      public Tape.Node integrate(Tape.Node integrand) {
        if (tape.isBound(integrand)) {
          throw EvaluationException.unsupported(
              "an integral along the trajectory inside another integral");
        }
        Separation separation = new Separation(tape, late(), running());
        return separation.speaksOfTheEnd(integrand)
            ? separation.terms(integrand).map(this::separately).orElseGet(() -> whole(integrand))
            : whole(integrand);
      }

      private Tape.Node whole(Tape.Node integrand) {
        return tape.input(integrals.computeIfAbsent(integrand, i -> reserve(1)));
      }

      private Tape.Node separately(List<Separation.Term> terms) {
        return terms.stream()
            .map(t -> tape.multiply(t.ended(), whole(t.running())))
            .reduce(tape::add)
            .orElseGet(tape::zero);
      }

      @Override
      public void assumeFixed(Name name, List<Integer> indices) {
        fixed.add(name.latex() + indices);
      }
    }

    private int reserve(int size) {
      int first = count;
      count += size;
      return first;
    }
  }
}
