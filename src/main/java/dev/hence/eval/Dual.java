package dev.hence.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A value and its derivatives, made by a {@link DualField}.
 *
 * @param partials one a direction, empty where the value does not depend on it; none at all for a
 *     constant
 */
public record Dual<S>(S value, List<Optional<S>> partials) {
  public Dual {
    partials = List.copyOf(partials);
  }

  boolean isConstant() {
    return partials.isEmpty();
  }

  Optional<S> partial(int direction) {
    return isConstant() ? Optional.empty() : partials.get(direction);
  }

  List<Optional<S>> map(UnaryOperator<S> slope) {
    List<Optional<S>> result = new ArrayList<>(partials.size());
    partials.forEach(partial -> result.add(partial.map(slope)));
    return result;
  }

  /** The derivatives of a function of this and another value. */
  List<Optional<S>> merge(
      Dual<S> other, BinaryOperator<S> both, UnaryOperator<S> left, UnaryOperator<S> right) {
    if (other.isConstant()) {
      return map(left);
    }
    if (isConstant()) {
      return other.map(right);
    }
    List<Optional<S>> result = new ArrayList<>(partials.size());
    for (int i = 0; i < partials.size(); i++) {
      Optional<S> p = partials.get(i);
      Optional<S> q = other.partials.get(i);
      if (p.isPresent() && q.isPresent()) {
        result.add(Optional.of(both.apply(p.get(), q.get())));
      } else {
        result.add(p.isPresent() ? p.map(left) : q.map(right));
      }
    }
    return result;
  }
}
