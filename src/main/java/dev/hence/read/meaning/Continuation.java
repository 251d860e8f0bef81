package dev.hence.read.meaning;

import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.Optional;

/**
 * The side with which the last statement ended, for a row or a display that begins with a relation.
 * It is read again where it goes on, so it must mean there what it meant before.
 */
final class Continuation {
  private Optional<Syntax> side = Optional.empty();
  private boolean otherNames;

  void end() {
    side = Optional.empty();
    otherNames = false;
  }

  void at(Optional<Syntax> last) {
    side = last;
    otherNames = false;
  }

  /** Comes to a part that may have names of its own. */
  void enter(boolean ownNames) {
    otherNames |= ownNames;
  }

  /** Leaves it again. */
  void leave(boolean ownNames) {
    otherNames |= ownNames;
  }

  /**
   * The left side of a relation that has none.
   *
   * @throws Misread if there is none, or none that surely means the same here
   */
  Syntax left(Span span) {
    if (side.isEmpty()) {
      throw new Misread(
          ProblemId.UNEXPECTED_TOKEN,
          span,
          "a display that begins with a relation, with none before it to continue",
          "write its left side");
    }
    if (otherNames) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          span,
          "this continues a statement for which names had another meaning",
          "write its left side");
    }
    return side.get();
  }
}
