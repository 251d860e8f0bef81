package dev.hence.model;

import dev.hence.eval.Interpretation;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Runner;
import dev.hence.eval.Variable;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalogue entry under a name, compiled together with its derivative by each argument. */
final class Compiled {
  private final PointProgram program;
  private final List<Parameter> arguments;
  private final double[] outputs;
  private int kinks;

  Compiled(Signature signature, Lambda lambda, Dimensions dimensions) {
    arguments = signature.parameters();
    List<Expr> refs =
        arguments.stream().<Expr>map(p -> new Expr.Ref(p.name(), List.of(), p.shape())).toList();
    Expr call = new Expr.Call(signature.name(), List.of(), refs, List.of(), signature.result());
    List<Expr> expressions = new ArrayList<>(List.of(call));
    refs.forEach(ref -> expressions.add(new Expr.Derivative(call, (Expr.Ref) ref)));
    Interpretation interpretation =
        new Interpretation(
            dimensions.sizes(),
            Map.of(signature.name().key(0), lambda),
            Map.of(),
            Optional.empty());
    program = PointProgram.compile(interpretation, List.of(Map.of()), expressions);
    outputs = new double[program.sizes().stream().mapToInt(Integer::intValue).sum()];
  }

  /** The names of the free variables, arguments first. */
  List<String> variables() {
    return program.variables().stream().map(v -> v.name().latex()).toList();
  }

  /**
   * Runs the program.
   *
   * @param values the entries of each free variable
   */
  Compiled at(Map<String, double[]> values) {
    double[] inputs =
        program.variables().stream()
            .map(Variable::name)
            .map(Name::latex)
            .map(values::get)
            .flatMapToDouble(Arrays::stream)
            .toArray();
    Runner runner = program.program().runner();
    runner.run(inputs, outputs);
    kinks = runner.kinks();
    return this;
  }

  /** How many kinks the last run met. */
  int kinks() {
    return kinks;
  }

  double[] value() {
    return slice(0);
  }

  /** The derivative by each argument, row-major. */
  Map<String, double[]> derivatives() {
    Map<String, double[]> result = new LinkedHashMap<>();
    for (int k = 0; k < arguments.size(); k++) {
      result.put(arguments.get(k).name().latex(), slice(k + 1));
    }
    return result;
  }

  private double[] slice(int expression) {
    int from = program.sizes().subList(0, expression).stream().mapToInt(Integer::intValue).sum();
    return Arrays.copyOfRange(outputs, from, from + program.sizes().get(expression));
  }
}
