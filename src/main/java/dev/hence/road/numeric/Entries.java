package dev.hence.road.numeric;

import dev.hence.eval.Field;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Result;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.List;

/** The way of a point into the inputs of a program. */
final class Entries {
  /** Half a unit in the last place of a double, as a part of the double. */
  private static final double HALF_ULP = 0x1p-53;

  private Entries() {}

  static <S> List<S> of(PointProgram program, Point point, Field<S> field) {
    List<S> inputs = new ArrayList<>(program.program().inputs());
    for (Variable variable : program.variables()) {
      point.of(variable).forEach(entry -> inputs.add(field.of(entry)));
    }
    return inputs;
  }

  static <S> List<Result<S>> results(PointProgram program, Point point, Field<S> field) {
    return program.program().results(field, of(program, point, field));
  }

  /**
   * The nearest doubles.
   *
   * @param errors receives bounds on what was rounded off, mostly 0
   */
  static void fill(PointProgram program, Point point, double[] inputs, double[] errors) {
    int place = 0;
    for (Variable variable : program.variables()) {
      for (Rational entry : point.of(variable)) {
        inputs[place] = entry.toDouble();
        errors[place] = isDyadic(entry) ? 0 : Math.abs(inputs[place]) * HALF_ULP;
        place++;
      }
    }
  }

  /** Whether {@link Rational#toDouble} loses nothing. */
  private static boolean isDyadic(Rational value) {
    return value.denominator().bitCount() == 1
        && value.numerator().bitLength() <= 53
        && value.denominator().bitLength() <= 512;
  }
}
