package dev.hence.eval;

import java.util.Optional;
import java.util.function.Supplier;

/** A branch of a {@code select}: computed at most once, and it is known whether it was. */
final class Branch<S> implements Supplier<S> {
  private final Supplier<S> source;
  private Optional<S> value = Optional.empty();

  Branch(Supplier<S> source) {
    this.source = source;
  }

  boolean taken() {
    return value.isPresent();
  }

  @Override
  public S get() {
    if (value.isEmpty()) {
      value = Optional.of(source.get());
    }
    return value.get();
  }
}
