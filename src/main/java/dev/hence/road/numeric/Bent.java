package dev.hence.road.numeric;

import dev.hence.eval.Interpretation;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Runner;
import dev.hence.eval.Variable;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import dev.hence.verdict.Point;
import dev.hence.verdict.Restriction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Whether the functions of which something is assumed everywhere are more at a point than
 * polynomials of degree 2 in their arguments. Where constants alone are drawn, or parabolas, what
 * holds of them says nothing of all functions that are as is assumed. A function without free
 * coefficients is what it is.
 */
final class Bent {
  private static final int PLACES = 4;
  private static final double[] STEPS = {1.0 / 8, 1, 8};
  private static final double FIRST = -0.3;

  /** A third difference above this, relative to the values, is none of rounding. */
  private static final double CLEARLY = 1e-6;

  private final List<PointProgram> functions = new ArrayList<>();
  private final Set<Name> arguments = new HashSet<>();

  Bent(Interpretation interpretation, Restriction restriction) {
    for (Expr.Call call : calls(interpretation, restriction)) {
      PointProgram program =
          PointProgram.compile(interpretation, restriction.assignments(), List.of(call));
      if (!program.variables().stream().allMatch(this::isArgument)) {
        functions.add(program);
      }
    }
  }

  /** The functions of a condition, at arguments of their own. */
  private SequencedSet<Expr.Call> calls(Interpretation interpretation, Restriction restriction) {
    SequencedSet<Expr.Call> calls = new LinkedHashSet<>();
    List.of(restriction.condition().left(), restriction.condition().right())
        .forEach(
            side ->
                Trees.walk(
                    side,
                    e -> {
                      if (e instanceof Expr.Call call) {
                        calls.add(free(call, interpretation));
                      }
                    }));
    return calls;
  }

  private Expr.Call free(Expr.Call call, Interpretation interpretation) {
    Lambda lambda =
        interpretation.definitions().get(call.function().key(call.indices().size()));
    List<Expr> free = new ArrayList<>();
    for (int k = 0; k < lambda.parameters().size(); k++) {
      Name name = new Name("\\xi_{" + call.function().latex() + "," + k + "}");
      arguments.add(name);
      free.add(new Expr.Ref(name, List.of(), lambda.parameters().get(k).shape()));
    }
    return new Expr.Call(call.function(), call.indices(), free, List.of(), lambda.body().shape());
  }

  private boolean isArgument(Variable variable) {
    return arguments.contains(variable.name());
  }

  boolean at(Point point) {
    return functions.stream().allMatch(program -> isBent(program, point));
  }

  /** Whether a third difference is not 0 in some direction. */
  private boolean isBent(PointProgram program, Point point) {
    Runner runner = program.program().runner();
    for (double step : STEPS) {
      double[][] values = new double[PLACES][];
      for (int place = 0; place < PLACES; place++) {
        values[place] = new double[program.program().outputs()];
        runner.run(inputs(program, point, place * step), values[place]);
      }
      for (int k = 0; k < values[0].length; k++) {
        double size = 0;
        for (double[] at : values) {
          size = Math.max(size, Math.abs(at[k]));
        }
        double third = values[3][k] - 3 * values[2][k] + 3 * values[1][k] - values[0][k];
        if (Math.abs(third) > CLEARLY * size) {
          return true;
        }
      }
    }
    return false;
  }

  /** The arguments on their way along a line. */
  private double[] inputs(PointProgram program, Point point, double way) {
    double[] inputs = new double[program.program().inputs()];
    int next = 0;
    for (Variable variable : program.variables()) {
      for (int k = 0; k < variable.size(); k++) {
        inputs[next] =
            isArgument(variable)
                ? FIRST + way / (1 + next)
                : point.of(variable).get(k).toDouble();
        next++;
      }
    }
    return inputs;
  }
}
