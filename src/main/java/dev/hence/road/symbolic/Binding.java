package dev.hence.road.symbolic;

import java.util.Optional;

/**
 * The value that a name has for a while.
 *
 * @param parameter whether the name is a parameter there
 * @param since if the state was moved by a derivative, the time at which it was
 */
record Binding(Rectangle value, boolean parameter, Optional<Moment> since) {
  static Binding ofParameter(Rectangle value) {
    return new Binding(value, true, Optional.empty());
  }

  static Binding moved(Rectangle value, boolean parameter) {
    return new Binding(value, parameter, Optional.empty());
  }

  /** The value while the state is taken at a moment. */
  Rectangle at(Moment moment, Member member) {
    if (since.isPresent() && !since.get().equals(moment)) {
      throw new Unsupported(
          "a derivative by " + member + " of something that takes " + member + " at another time");
    }
    return value;
  }
}
