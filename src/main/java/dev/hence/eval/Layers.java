package dev.hence.eval;

import dev.hence.expr.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layers that evaluation puts around the bindings it was given. */
final class Layers {
  private Layers() {}

  /** A layer that binds plain names, the parameters of a formula. */
  record Parameters<S>(Bindings<S> inner, Map<Name, Tensor<S>> values) implements Bindings<S> {
    Parameters {
      values = Map.copyOf(values);
    }

    @Override
    public Optional<Tensor<S>> bound(Name name, List<Integer> indices) {
      return indices.isEmpty() && values.containsKey(name)
          ? Optional.of(values.get(name))
          : inner.bound(name, indices);
    }

    @Override
    public Tensor<S> input(Name name, List<Integer> indices, int rows, int columns) {
      return inner.input(name, indices, rows, columns);
    }

    @Override
    public Bindings<S> at(TimePoint time) {
      return new Parameters<>(inner.at(time), values);
    }

    @Override
    public S time(TimePoint time) {
      return inner.time(time);
    }

    @Override
    public S integrate(S integrand) {
      return inner.integrate(integrand);
    }

    @Override
    public void assumeFixed(Name name, List<Integer> indices) {
      inner.assumeFixed(name, indices);
    }
  }

  /** A layer that binds all members of a random name to one outcome. */
  record Drawn<S>(Bindings<S> inner, Name variable, Map<List<Integer>, Tensor<S>> values)
      implements Bindings<S> {
    Drawn {
      values = Map.copyOf(values);
    }

    @Override
    public Optional<Tensor<S>> bound(Name name, List<Integer> indices) {
      return name.equals(variable) && values.containsKey(indices)
          ? Optional.of(values.get(indices))
          : inner.bound(name, indices);
    }

    @Override
    public Tensor<S> input(Name name, List<Integer> indices, int rows, int columns) {
      return inner.input(name, indices, rows, columns);
    }

    @Override
    public Bindings<S> at(TimePoint time) {
      return new Drawn<>(inner.at(time), variable, values);
    }

    @Override
    public S time(TimePoint time) {
      return inner.time(time);
    }

    @Override
    public S integrate(S integrand) {
      return inner.integrate(integrand);
    }

    @Override
    public void assumeFixed(Name name, List<Integer> indices) {
      inner.assumeFixed(name, indices);
    }
  }

  /** Gives the value and the partials of a name that moves; empty for one that rests. */
  interface Motion<S> {
    Optional<Tensor<Dual<S>>> moved(Name name, List<Integer> indices);

    /** A time, which moves with the state. */
    Dual<S> time(TimePoint time, S value);

    /** The motion as it is felt at another time of the trajectory. */
    Motion<S> at(TimePoint time);
  }

  /** A layer in dual numbers, in which some names move and everything else is constant. */
  record Moving<S>(Bindings<S> inner, DualField<S> field, Motion<S> motion)
      implements Bindings<Dual<S>> {
    @Override
    public Optional<Tensor<Dual<S>>> bound(Name name, List<Integer> indices) {
      Optional<Tensor<Dual<S>>> moved = motion.moved(name, indices);
      return moved.isPresent() ? moved : inner.bound(name, indices).map(this::still);
    }

    @Override
    public Tensor<Dual<S>> input(Name name, List<Integer> indices, int rows, int columns) {
      return still(inner.input(name, indices, rows, columns));
    }

    @Override
    public Bindings<Dual<S>> at(TimePoint time) {
      return new Moving<>(inner.at(time), field, motion.at(time));
    }

    @Override
    public Dual<S> time(TimePoint time) {
      return motion.time(time, inner.time(time));
    }

    @Override
    public Dual<S> integrate(Dual<S> integrand) {
      return new Dual<>(inner.integrate(integrand.value()), integrand.map(inner::integrate));
    }

    @Override
    public void assumeFixed(Name name, List<Integer> indices) {
      inner.assumeFixed(name, indices);
    }

    private Tensor<Dual<S>> still(Tensor<S> value) {
      return value.map(field::constant);
    }
  }
}
