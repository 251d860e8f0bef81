package dev.hence.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Taylor coefficients in time of the solution of an ordinary differential equation, without any
 * integration step: x(T) = x₀ + ∫ G(x) dT is iterated, and each round settles one more coefficient
 * for certain (Picard).
 */
public final class TaylorFlow<S> {
  private final SeriesField<S> field;

  /**
   * @param field series in the time since the start; its order is the one that is reached
   */
  public TaylorFlow(SeriesField<S> field) {
    this.field = field;
  }

  /**
   * The solution with a given start.
   *
   * @param rightSide outputs the derivative of the state; its inputs are the state, then the
   *     parameters
   * @param initial the state at T = 0
   * @param parameters whatever else the right side needs; the time itself is {@link
   *     SeriesField#variable()}
   * @return the state as series in T, known to the order of the field
   * @throws EvaluationException {@code INDETERMINATE} if the right side loses coefficients, so that
   *     the order is not reached
   */
  public List<Series<S>> solve(Program rightSide, List<S> initial, List<Series<S>> parameters) {
    return solve(
        state -> {
          List<Series<S>> inputs = new ArrayList<>(state);
          inputs.addAll(parameters);
          return rightSide.run(field, inputs);
        },
        initial);
  }

  /**
   * The same for a right side that finds the place of the state among its inputs itself.
   *
   * @param rightSide gives the derivative of a state
   */
  public List<Series<S>> solve(UnaryOperator<List<Series<S>>> rightSide, List<S> initial) {
    List<Series<S>> state = begun(rightSide, initial);
    for (int known = 1; ; known++) {
      if (state.stream().allMatch(x -> x.order() >= field.order())) {
        return state;
      }
      if (known > field.order()) {
        throw EvaluationException.indeterminate("the flow loses orders in T");
      }
      state = improved(state, rightSide.apply(state), initial);
    }
  }

  /**
   * Exactly what does not move, whatever all else does; of the rest the start alone. What rests
   * stays where it is for all time, which no number of coefficients would show.
   */
  private List<Series<S>> begun(UnaryOperator<List<Series<S>>> rightSide, List<S> initial) {
    List<Series<S>> state = new ArrayList<>();
    initial.forEach(value -> state.add(field.constant(value)));
    try {
      boolean changed = true;
      while (changed && state.stream().anyMatch(Series::isExact)) {
        changed = false;
        List<Series<S>> velocity = rightSide.apply(state);
        for (int i = 0; i < initial.size(); i++) {
          if (state.get(i).isExact() && !velocity.get(i).isZero()) {
            state.set(i, field.taylor(List.of(initial.get(i))));
            changed = true;
          }
        }
      }
      return state;
    } catch (EvaluationException noVelocity) {
      return initial.stream().map(value -> field.taylor(List.of(value))).toList();
    }
  }

  private List<Series<S>> improved(
      List<Series<S>> state, List<Series<S>> velocity, List<S> initial) {
    List<Series<S>> improved = new ArrayList<>();
    for (int i = 0; i < initial.size(); i++) {
      if (state.get(i).isExact()) {
        improved.add(state.get(i));
        continue;
      }
      improved.add(field.add(field.constant(initial.get(i)), field.integral(velocity.get(i))));
    }
    return improved;
  }
}
