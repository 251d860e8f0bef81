package dev.hence.eval;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Expressions of one instance as series in the distance s > 0 of one variable to a target: a number
 * is a ± sᵐ, or ±1/sᵐ on its way to infinity; a vector is a + sᵐ·v, v being its entries at the
 * point, so that it comes along a ray, or along a curve with an m for each entry. Where the
 * variable is the end of a trajectory, it is sᵐ.
 */
public final class ApproachProgram {
  /** Where the variable goes. */
  public sealed interface Goal {}

  /** A value that is free of the variable. */
  public record Value(Expr value) implements Goal {}

  /** Beyond all bounds. */
  public record Infinity(boolean positive) implements Goal {}

  private final Name parameter;
  private final Goal goal;
  private final List<Integer> sizes;
  private final Optional<PointProgram> state;
  private final Optional<PointProgram> value;
  private final Optional<TrajectoryProgram> trajectory;

  private ApproachProgram(
      Name parameter,
      Goal goal,
      List<Integer> sizes,
      Optional<PointProgram> state,
      Optional<PointProgram> value,
      Optional<TrajectoryProgram> trajectory) {
    this.parameter = parameter;
    this.goal = goal;
    this.sizes = sizes;
    this.state = state;
    this.value = value;
    this.trajectory = trajectory;
  }

  /**
   * Compiles expressions that speak of one state; or of a trajectory, if its end is the variable
   * and goes to 0.
   *
   * @throws EvaluationException {@code UNSUPPORTED} if they speak of other times or are too large
   */
  public static ApproachProgram compile(
      Interpretation interpretation,
      List<? extends Map<String, Integer>> assignments,
      List<Expr> expressions,
      Name parameter,
      Goal goal) {
    if (interpretation.horizon().isPresent()) {
      boolean starts = goal instanceof Value(Expr.Literal(Rational zero)) && zero.signum() == 0;
      if (!interpretation.horizon().get().equals(parameter) || !starts) {
        throw EvaluationException.unsupported("a limit of a trajectory other than at its start");
      }
      TrajectoryProgram program =
          TrajectoryProgram.compile(interpretation, assignments, expressions);
      return new ApproachProgram(
          parameter,
          goal,
          program.sizes(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(program));
    }
    PointProgram program = PointProgram.compile(interpretation, assignments, expressions);
    Optional<PointProgram> value =
        goal instanceof Value v
            ? Optional.of(
                PointProgram.compile(interpretation, List.of(new TreeMap<>()), List.of(v.value())))
            : Optional.empty();
    return new ApproachProgram(
        parameter, goal, program.sizes(), Optional.of(program), value, Optional.empty());
  }

  /** How many entries each expression has, over all assignments of the index letters. */
  public List<Integer> sizes() {
    return sizes;
  }

  /**
   * What must have a value at a point: all variables but a number that moves; of a vector that
   * moves the direction.
   */
  public SequencedSet<Variable> variables() {
    SequencedSet<Variable> variables = new LinkedHashSet<>();
    trajectory.ifPresent(
        t -> {
          variables.addAll(t.data().sequencedKeySet());
          variables.addAll(t.states().sequencedKeySet());
        });
    value.ifPresent(v -> variables.addAll(v.variables()));
    state.ifPresent(s -> variables.addAll(s.variables()));
    variables.removeIf(v -> isParameter(v) && v.size() == 1);
    return variables;
  }

  private boolean isParameter(Variable variable) {
    return variable.name().equals(parameter) && variable.indices().isEmpty();
  }

  /**
   * The entries of the expressions, one expression after the other.
   *
   * @param coming with which power of s the variable comes, {@code m}
   */
  public <S> List<Result<Series<S>>> run(
      SeriesField<S> field, Function<Variable, List<Rational>> point, Coming coming) {
    if (trajectory.isPresent()) {
      if (!coming.equals(Coming.straight(false))) {
        throw EvaluationException.unsupported("a trajectory that ends before it begins");
      }
      return new TrajectoryJet<>(trajectory.get(), field).sides(point);
    }
    Program program = state.orElseThrow().program();
    List<Series<S>> inputs = inputs(field, point, coming);
    List<Result<Series<S>>> results = program.results(field, inputs);
    boolean lost =
        results.stream()
            .flatMap(r -> r.reason().stream())
            .anyMatch(EvaluationException.Reason.UNSUPPORTED::equals);
    return lost ? flattened(field, results, growths(field, point, coming)) : results;
  }

  /**
   * The same with exponentials that grow or vanish faster than every power; for statements about
   * one state.
   *
   * @throws EvaluationException {@code UNSUPPORTED} along trajectories
   */
  public <S> List<Result<Growth<S>>> growths(
      SeriesField<S> field, Function<Variable, List<Rational>> point, Coming coming) {
    if (state.isEmpty()) {
      throw EvaluationException.unsupported("exponential growth along trajectories");
    }
    GrowthField<S> growths = new GrowthField<>(field);
    return state
        .get()
        .program()
        .results(growths, inputs(field, point, coming).stream().map(growths::plain).toList());
  }

  /**
   * The same with a number that moves at the distance e^{−1/T} from its target, or at e^{1/T}, so
   * that its logarithm is a series too; for statements about one state.
   *
   * @throws EvaluationException {@code UNSUPPORTED} along trajectories, and where a vector moves
   */
  public <S> List<Result<Growth<S>>> slowly(
      SeriesField<S> field, Function<Variable, List<Rational>> point, boolean below) {
    if (state.isEmpty()) {
      throw EvaluationException.unsupported("orders of logarithms along trajectories");
    }
    GrowthField<S> growths = new GrowthField<>(field);
    List<Growth<S>> inputs = new ArrayList<>();
    for (Variable variable : state.get().variables()) {
      if (isParameter(variable)) {
        inputs.add(slow(growths, field, point, variable, below));
      } else {
        point.apply(variable).forEach(entry -> inputs.add(growths.of(entry)));
      }
    }
    return state.get().program().results(growths, inputs);
  }

  private <S> Growth<S> slow(
      GrowthField<S> growths,
      SeriesField<S> field,
      Function<Variable, List<Rational>> point,
      Variable variable,
      boolean below) {
    if (variable.size() != 1) {
      throw EvaluationException.unsupported("orders of logarithms of a vector");
    }
    return switch (goal) {
      case Infinity i -> {
        Growth<S> far = growths.divide(growths.of(Rational.ONE), growths.vanishing());
        yield i.positive() ? far : growths.negate(far);
      }
      case Value v -> {
        S target =
            target(field.base(), x -> point.apply(x).stream().map(field.base()::of).toList())
                .getFirst();
        Growth<S> distance = growths.vanishing();
        yield growths.add(
            growths.plain(field.constant(target)), below ? growths.negate(distance) : distance);
      }
    };
  }

  /** Entries without a series that have one once what vanishes to every order is left out. */
  private static <S> List<Result<Series<S>>> flattened(
      SeriesField<S> field, List<Result<Series<S>>> results, List<Result<Growth<S>>> growths) {
    List<Result<Series<S>>> flattened = new ArrayList<>();
    for (int k = 0; k < results.size(); k++) {
      Result<Series<S>> result = results.get(k);
      boolean lost =
          result.reason().filter(EvaluationException.Reason.UNSUPPORTED::equals).isPresent();
      flattened.add(
          lost ? growths.get(k).value().flatMap(g -> flattened(field, g)).orElse(result) : result);
    }
    return flattened;
  }

  private static <S> Optional<Result<Series<S>>> flattened(SeriesField<S> field, Growth<S> growth) {
    try {
      return Optional.of(new Result.Value<>(new GrowthField<>(field).flattened(growth)));
    } catch (EvaluationException e) {
      return Optional.empty();
    }
  }

  private <S> List<Series<S>> inputs(
      SeriesField<S> field, Function<Variable, List<Rational>> point, Coming coming) {
    List<Series<S>> inputs = new ArrayList<>();
    for (Variable variable : state.orElseThrow().variables()) {
      if (isParameter(variable)) {
        inputs.addAll(moving(field, point, variable, coming));
      } else {
        point.apply(variable).forEach(entry -> inputs.add(field.of(entry)));
      }
    }
    return inputs;
  }

  private <S> List<Series<S>> moving(
      SeriesField<S> field,
      Function<Variable, List<Rational>> point,
      Variable variable,
      Coming coming) {
    return switch (goal) {
      case Infinity i -> {
        Series<S> far = field.divide(field.one(), distance(field, coming, 0));
        yield List.of(i.positive() ? far : field.negate(far));
      }
      case Value v -> {
        List<S> target =
            target(field.base(), x -> point.apply(x).stream().map(field.base()::of).toList());
        List<Series<S>> entries = new ArrayList<>();
        for (int k = 0; k < target.size(); k++) {
          Series<S> direction =
              target.size() == 1
                  ? field.of(coming.below() ? -1 : 1)
                  : field.of(point.apply(variable).get(k));
          entries.add(
              field.add(
                  field.constant(target.get(k)),
                  field.multiply(direction, distance(field, coming, k))));
        }
        yield entries;
      }
    };
  }

  private static <S> Series<S> distance(SeriesField<S> field, Coming coming, int entry) {
    return field.power(field.variable(), coming.power(entry));
  }

  private <S> List<S> target(Field<S> field, Function<Variable, List<S>> values) {
    PointProgram program = value.orElseThrow();
    List<S> inputs = new ArrayList<>();
    program.variables().forEach(v -> inputs.addAll(values.apply(v)));
    return program.program().run(field, inputs);
  }

  /**
   * The entries at a certain small distance, in plain numbers; for statements about one state.
   *
   * @throws EvaluationException {@code UNSUPPORTED} along trajectories
   */
  public <S> List<Result<S>> at(
      Field<S> field, Function<Variable, List<Rational>> point, boolean below, Rational distance) {
    S s = field.of(goal instanceof Infinity ? Rational.ONE.dividedBy(distance) : distance);
    return moved(field, v -> point.apply(v).stream().map(field::of).toList(), below, s);
  }

  /**
   * The entries in a set of points, which are as near the target as is said; for statements about
   * one state.
   *
   * @param distance from a target that is a number; the size of what goes to infinity
   * @throws EvaluationException {@code UNSUPPORTED} along trajectories
   */
  public <S> List<Result<S>> moved(
      Field<S> field, Function<Variable, List<S>> values, boolean below, S distance) {
    if (state.isEmpty()) {
      throw EvaluationException.unsupported("trajectories are followed otherwise");
    }
    List<S> inputs = new ArrayList<>();
    for (Variable variable : state.get().variables()) {
      inputs.addAll(
          isParameter(variable)
              ? parameter(field, values, variable, below, distance)
              : values.apply(variable));
    }
    return state.get().program().results(field, inputs);
  }

  private <S> List<S> parameter(
      Field<S> field,
      Function<Variable, List<S>> values,
      Variable variable,
      boolean below,
      S distance) {
    return switch (goal) {
      case Infinity i -> List.of(i.positive() ? distance : field.negate(distance));
      case Value v -> {
        List<S> target = target(field, values);
        List<S> entries = new ArrayList<>();
        for (int k = 0; k < target.size(); k++) {
          S direction =
              target.size() == 1 ? field.of(below ? -1 : 1) : values.apply(variable).get(k);
          entries.add(field.add(target.get(k), field.multiply(direction, distance)));
        }
        yield entries;
      }
    };
  }
}
