package dev.hence.eval;

import dev.hence.expr.Name;
import java.util.List;
import java.util.Optional;

/**
 * The values of names while an expression is evaluated in the numbers S. The layers of parameters,
 * of names that a derivative moves and of times are each a {@code Bindings} around another.
 */
interface Bindings<S> {
  /** The value that a layer gives to a name, before its definition is looked at. */
  Optional<Tensor<S>> bound(Name name, List<Integer> indices);

  /** The value of a name that has neither a bound value nor a definition. */
  Tensor<S> input(Name name, List<Integer> indices, int rows, int columns);

  /**
   * These bindings with the state and the time taken at another time.
   *
   * @throws EvaluationException if there is no trajectory here
   */
  Bindings<S> at(TimePoint time);

  /** The value of a time: 0, the time of integration, or the end. */
  S time(TimePoint time);

  /** The integral of a number along the trajectory from 0 to its end. */
  S integrate(S integrand);

  /**
   * Notes that a derivative by this name was taken as if the trajectory did not depend on it, which
   * the owner of the trajectory must check.
   */
  void assumeFixed(Name name, List<Integer> indices);
}
