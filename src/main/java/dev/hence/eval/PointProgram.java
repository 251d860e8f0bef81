package dev.hence.eval;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * Expressions of one instance as a program of their free variables.
 *
 * @param program its inputs are the entries of the variables, one variable after the other; its
 *     outputs the entries of the expressions, one expression after the other
 * @param variables the free variables that occur, in the order of their inputs
 * @param sizes how many entries each expression has, over all assignments of the index letters
 */
public record PointProgram(Program program, List<Variable> variables, List<Integer> sizes) {
  /** The greatest number of operations in one program. */
  public static final int LIMIT = 400_000;

  public PointProgram {
    variables = List.copyOf(variables);
    sizes = List.copyOf(sizes);
  }

  /**
   * Compiles expressions that speak of one state and no other times.
   *
   * @param assignments values of the free index letters; each expression is taken at each of them
   * @throws EvaluationException {@code UNSUPPORTED} if they speak of times or are too large
   */
  public static PointProgram compile(
      Interpretation interpretation,
      List<? extends Map<String, Integer>> assignments,
      List<Expr> expressions) {
    Tape tape = new Tape(LIMIT);
    Inputs inputs = new Inputs(tape);
    List<List<Tape.Node>> recorded =
        recorded(tape, inputs, interpretation, assignments, expressions);
    List<Tape.Node> outputs = recorded.stream().flatMap(List::stream).toList();
    List<Integer> sizes = recorded.stream().map(List::size).toList();
    return new PointProgram(
        tape.program(inputs.count, outputs), List.copyOf(inputs.known.sequencedKeySet()), sizes);
  }

  /**
   * Whether compiling them takes no more than so many operations; what cannot be compiled at all
   * takes none.
   */
  public static boolean isWithin(
      int operations,
      Interpretation interpretation,
      List<? extends Map<String, Integer>> assignments,
      List<Expr> expressions) {
    Tape tape = new Tape(operations);
    try {
      recorded(tape, new Inputs(tape), interpretation, assignments, expressions);
      return true;
    } catch (EvaluationException e) {
      return !tape.isFull();
    }
  }

  /**
   * The numbers at whose zeros expressions may change their ways, over the same variables: first
   * the branches, of which {@code sizes} says how many there are, then others.
   */
  public static PointProgram landmarks(
      Interpretation interpretation,
      List<? extends Map<String, Integer>> assignments,
      List<Expr> expressions) {
    Tape tape = new Tape(LIMIT);
    Inputs inputs = new Inputs(tape);
    List<Tape.Node> all =
        recorded(tape, inputs, interpretation, assignments, expressions).stream()
            .flatMap(List::stream)
            .toList();
    List<List<Tape.Node>> found = Landmarks.of(tape, all);
    List<Tape.Node> outputs = found.stream().flatMap(List::stream).toList();
    return new PointProgram(
        tape.program(inputs.count, outputs),
        List.copyOf(inputs.known.sequencedKeySet()),
        found.stream().map(List::size).toList());
  }

  /** The entries of each expression, over all assignments. */
  private static List<List<Tape.Node>> recorded(
      Tape tape,
      Inputs inputs,
      Interpretation interpretation,
      List<? extends Map<String, Integer>> assignments,
      List<Expr> expressions) {
    List<Evaluator<Tape.Node>> evaluators =
        assignments.stream()
            .map(letters -> new Evaluator<>(Env.of(tape, interpretation, inputs, letters)))
            .toList();
    List<List<Tape.Node>> entries = new ArrayList<>();
    for (Expr expression : expressions) {
      List<Tape.Node> own = new ArrayList<>();
      evaluators.forEach(e -> own.addAll(e.value(expression).entries()));
      entries.add(own);
    }
    return entries;
  }

  /** Runs the program where its variables have values. */
  public <S> List<Result<S>> results(Field<S> field, Function<Variable, List<S>> values) {
    List<S> arguments = new ArrayList<>(program.inputs());
    variables.forEach(variable -> arguments.addAll(values.apply(variable)));
    return program.results(field, arguments);
  }

  /** The free variables, each given inputs where it is first met. */
  private static final class Inputs implements Bindings<Tape.Node> {
    private final Tape tape;
    private final SequencedMap<Variable, Tensor<Tape.Node>> known = new LinkedHashMap<>();
    private int count;

    Inputs(Tape tape) {
      this.tape = tape;
    }

    @Override
    public Optional<Tensor<Tape.Node>> bound(Name name, List<Integer> indices) {
      return Optional.empty();
    }

    @Override
    public Tensor<Tape.Node> input(Name name, List<Integer> indices, int rows, int columns) {
      return known.computeIfAbsent(
          new Variable(name, indices, rows, columns),
          v -> Tensor.filled(rows, columns, k -> tape.input(count++)));
    }

    @Override
    public Bindings<Tape.Node> at(TimePoint time) {
      throw EvaluationException.unsupported("times in a statement about one state");
    }

    @Override
    public Tape.Node time(TimePoint time) {
      throw EvaluationException.unsupported("times in a statement about one state");
    }

    @Override
    public Tape.Node integrate(Tape.Node integrand) {
      throw EvaluationException.unsupported("an integral in a statement about one state");
    }

    @Override
    public void assumeFixed(Name name, List<Integer> indices) {
      throw EvaluationException.unsupported("times in a statement about one state");
    }
  }
}
