package dev.hence.verdict;

import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.Field;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Rationals;
import dev.hence.eval.Result;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Evaluates programs at exact points, for certain. */
final class ExactPoint {
  private static final List<Enclosures> PRECISIONS =
      List.of(new Enclosures(50), new Enclosures(150), new Enclosures(450));

  /** Two values of one entry, or why one has none. */
  record Pair(Result<Enclosure> left, Result<Enclosure> right) {
    /** left − right, where both have values. */
    Optional<Enclosure> difference(Enclosures field) {
      return left.value().flatMap(l -> right.value().map(r -> field.subtract(l, r)));
    }
  }

  private ExactPoint() {}

  /** Whether every variable of the instance's point lies in its declared domain. */
  static Optional<Variable> outside(Instance instance, Point point) {
    return point.values().entrySet().stream()
        .filter(
            e ->
                !Membership.holds(
                    Membership.domain(instance, e.getKey()), e.getKey(), e.getValue()))
        .map(e -> e.getKey())
        .findFirst();
  }

  /** Whether all variables of a program have values of the right size. */
  static boolean covers(Point point, PointProgram program) {
    return program.variables().stream().allMatch(v -> covers(point, v));
  }

  static boolean covers(Point point, Variable variable) {
    List<Rational> entries = point.values().get(variable);
    return entries != null && entries.size() == variable.size();
  }

  /**
   * Asks for an entry of two expressions in exact rationals, then in rising precision, until
   * something can be told of it.
   *
   * @param entries how many entries each expression has
   * @param tell what can be told; empty where more precision is wanted
   */
  static <R> Optional<R> look(
      PointProgram program, Point point, int entry, int entries, Function<Pair, Optional<R>> tell) {
    Pair exact = exactly(program, point, entry, entries);
    Optional<R> told = tell.apply(exact);
    for (Enclosures field : PRECISIONS) {
      if (told.isPresent()) {
        return told;
      }
      List<Result<Enclosure>> results = run(program, point, field);
      told = tell.apply(new Pair(results.get(entry), results.get(entries + entry)));
    }
    return told;
  }

  /** Subtracts in the highest precision; exact where both are. */
  static Optional<Enclosure> difference(Pair pair) {
    return pair.difference(PRECISIONS.getLast());
  }

  private static Pair exactly(PointProgram program, Point point, int entry, int entries) {
    List<Result<Rational>> results = run(program, point, new Rationals());
    return new Pair(exact(results.get(entry)), exact(results.get(entries + entry)));
  }

  private static Result<Enclosure> exact(Result<Rational> result) {
    return switch (result) {
      case Result.Value<Rational> v -> new Result.Value<>(new Enclosure.Exact(v.get()));
      case Result.Failure<Rational> f -> new Result.Failure<>(f.cause());
    };
  }

  private static <S> List<Result<S>> run(PointProgram program, Point point, Field<S> field) {
    List<S> inputs = new ArrayList<>();
    for (Variable variable : program.variables()) {
      point.of(variable).forEach(entry -> inputs.add(field.of(entry)));
    }
    return program.program().results(field, inputs);
  }
}
