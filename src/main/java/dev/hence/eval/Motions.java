package dev.hence.eval;

import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import java.util.List;
import java.util.Optional;

/** The names that move while a derivative is taken. */
final class Motions {
  private Motions() {}

  /** The state moves with its velocity. */
  record Flow<S>(Evaluator<S> below, DualField<S> dual) implements Layers.Motion<S> {
    @Override
    public Optional<Tensor<Dual<S>>> moved(Name name, List<Integer> indices) {
      if (name.equals(Name.TIME) && indices.isEmpty()) {
        return Optional.of(below.clock().map(t -> dual.dual(t, List.of(dual.base().one()))));
      }
      Lambda velocity = below.env.interpretation.velocities().get(name);
      if (velocity == null || velocity.indices().size() != indices.size()) {
        return Optional.empty();
      }
      Tensor<S> speed = below.unfold(velocity, indices);
      Tensor<S> value = below.lookup(name, indices, velocity);
      return Optional.of(
          Tensor.filled(
              value.rows(),
              value.columns(),
              k -> dual.dual(value.entries().get(k), List.of(speed.entries().get(k)))));
    }

    @Override
    public Dual<S> time(TimePoint time, S value) {
      return time == TimePoint.RUNNING
          ? dual.dual(value, List.of(dual.base().one()))
          : dual.constant(value);
    }

    @Override
    public Layers.Motion<S> at(TimePoint time) {
      if (time == TimePoint.START) {
        return new Resting<>(dual);
      }
      throw EvaluationException.unsupported("the time derivative of a value at another time");
    }
  }

  /** Nothing moves. */
  record Resting<S>(DualField<S> dual) implements Layers.Motion<S> {
    @Override
    public Dual<S> time(TimePoint time, S value) {
      return dual.constant(value);
    }

    @Override
    public Optional<Tensor<Dual<S>>> moved(Name name, List<Integer> indices) {
      return Optional.empty();
    }

    @Override
    public Layers.Motion<S> at(TimePoint time) {
      return this;
    }
  }

  /** One name moves, in all directions at once. */
  record One<S>(
      Name name,
      List<Integer> indices,
      Tensor<Dual<S>> seeded,
      DualField<S> dual,
      Interpretation interpretation,
      Bindings<S> below)
      implements Layers.Motion<S> {
    @Override
    public Dual<S> time(TimePoint time, S value) {
      return dual.constant(value);
    }

    @Override
    public Optional<Tensor<Dual<S>>> moved(Name other, List<Integer> at) {
      return other.equals(name) && at.equals(indices) ? Optional.of(seeded) : Optional.empty();
    }

    @Override
    public Layers.Motion<S> at(TimePoint time) {
      if (interpretation.isState(name)) {
        return new Resting<>(dual);
      }
      below.assumeFixed(name, indices);
      return this;
    }
  }
}
