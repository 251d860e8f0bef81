package dev.hence.eval;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

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
    List<Evaluator<Tape.Node>> evaluators =
        assignments.stream()
            .map(letters -> new Evaluator<>(Env.of(tape, interpretation, inputs, letters)))
            .toList();
    List<Tape.Node> outputs = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (Expr expression : expressions) {
      int before = outputs.size();
      evaluators.forEach(e -> outputs.addAll(e.value(expression).entries()));
      sizes.add(outputs.size() - before);
    }
    return new PointProgram(
        tape.program(inputs.count, outputs), List.copyOf(inputs.known.sequencedKeySet()), sizes);
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
