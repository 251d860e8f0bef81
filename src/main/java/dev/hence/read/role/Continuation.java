package dev.hence.read.role;

import dev.hence.read.syntax.Tree;
import java.util.Optional;

/**
 * The side with which the last statement ended, for a row or a display that begins with a relation.
 *
 * @param otherNames whether names had another meaning there
 */
record Continuation(Optional<Tree> side, boolean otherNames) {
  static final Continuation NONE = new Continuation(Optional.empty(), false);

  static Continuation of(Optional<Tree> side) {
    return new Continuation(side, false);
  }

  /** Comes to, or leaves, a part that has names of its own. */
  Continuation passing(boolean ownNames) {
    return new Continuation(side, otherNames || ownNames);
  }
}
