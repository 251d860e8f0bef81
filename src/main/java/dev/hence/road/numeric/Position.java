package dev.hence.road.numeric;

import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.Field;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Result;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where sides are looked at. */
sealed interface Position {
  /** The point, or one that is near. */
  Point point();

  /** Runs a program there in exact numbers. */
  List<Result<Rational>> exactly(PointProgram program);

  /** Runs a program there in enclosures. */
  List<Result<Enclosure>> enclosed(PointProgram program, Enclosures field);

  /** A point whose entries are known exactly. */
  record Exact(Point point) implements Position {
    @Override
    public List<Result<Rational>> exactly(PointProgram program) {
      return results(program, new dev.hence.eval.Rationals());
    }

    @Override
    public List<Result<Enclosure>> enclosed(PointProgram program, Enclosures field) {
      return results(program, field);
    }

    private <S> List<Result<S>> results(PointProgram program, Field<S> field) {
      return Entries.results(program, point, field);
    }
  }

  /**
   * A point at which the assumed equations hold, of which it is known that it exists, and where.
   *
   * @param roots encloses the entries of some variables in a precision
   */
  record Near(Point point, Function<Enclosures, Optional<Map<Variable, List<Enclosure>>>> roots)
      implements Position {
    @Override
    public List<Result<Rational>> exactly(PointProgram program) {
      return none(program, "the entries are not known exactly");
    }

    @Override
    public List<Result<Enclosure>> enclosed(PointProgram program, Enclosures field) {
      Optional<Map<Variable, List<Enclosure>>> root = roots.apply(field);
      return root.isEmpty()
          ? none(program, "not enclosed so closely")
          : program.results(field, variable -> entries(root.get(), variable, field));
    }

    private List<Enclosure> entries(
        Map<Variable, List<Enclosure>> root, Variable variable, Enclosures field) {
      List<Enclosure> known = root.get(variable);
      return known != null ? known : point.of(variable).stream().map(field::of).toList();
    }

    private static <S> List<Result<S>> none(PointProgram program, String why) {
      return Collections.nCopies(
          program.program().outputs(),
          new Result.Failure<>(new EvaluationException(EvaluationException.Reason.INEXACT, why)));
    }
  }
}
