package dev.hence.eval;

import java.util.Optional;

/**
 * The result of an evaluation: a value, or the reason why there is none.
 *
 * @param <S> the numbers
 */
public sealed interface Result<S> {
  /**
   * The value.
   *
   * @throws EvaluationException if there is none, saying why
   */
  S get();

  /** A value. */
  record Value<S>(S get) implements Result<S> {}

  /** No value. */
  record Failure<S>(EvaluationException cause) implements Result<S> {
    @Override
    public S get() {
      throw cause;
    }
  }

  /** The value, if there is one. */
  default Optional<S> value() {
    return switch (this) {
      case Value<S> v -> Optional.of(v.get());
      case Failure<S> f -> Optional.empty();
    };
  }

  /** Why there is no value, if there is none. */
  default Optional<EvaluationException.Reason> reason() {
    return switch (this) {
      case Value<S> v -> Optional.empty();
      case Failure<S> f -> Optional.of(f.cause().reason());
    };
  }
}
