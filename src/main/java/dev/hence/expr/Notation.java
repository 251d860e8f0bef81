package dev.hence.expr;

import java.util.List;
import java.util.Optional;

/** The facts about names that a printer needs, to write a formula as its author would. */
public interface Notation {
  /** Nothing is known of any name. */
  Notation UNKNOWN =
      new Notation() {
        @Override
        public boolean isState(Name name) {
          return false;
        }

        @Override
        public boolean isFixed(Name name, int indices) {
          return false;
        }

        @Override
        public Optional<Range> range(String letter) {
          return Optional.empty();
        }
      };

  /** Whether the dynamics move the name, so that it is written θ₀, θ_T at those times. */
  boolean isState(Name name);

  /**
   * Whether the name has one meaning at all times: a constant, or a function that depends on the
   * state through its arguments only.
   */
  boolean isFixed(Name name, int indices);

  /**
   * Whether a name depends on a variable through its arguments only, so that its value at x = a can
   * be written f(a).
   */
  default boolean isBound(Name name, int indices, Name variable) {
    return false;
  }

  /** The slots of a function, declared or defined; empty if nothing is known of it. */
  default List<Parameter> parameters(Name function, int indices) {
    return List.of();
  }

  /** Whether the last argument of a function is what stands low in its name: {@code K_θ(x, x')}. */
  default boolean takesSubscript(Name function, int indices) {
    return function.subscript().filter(this::isState).isPresent();
  }

  /** The range that was declared for an index letter, so that Σⱼ says enough. */
  Optional<Range> range(String letter);
}
