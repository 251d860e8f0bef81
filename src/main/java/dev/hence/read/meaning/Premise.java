package dev.hence.read.meaning;

import dev.hence.expr.Condition;
import java.util.List;
import java.util.Optional;

/**
 * What a statement is said to follow from.
 *
 * @param unread why it cannot be read, so that nothing can be said of what follows
 */
record Premise(List<Condition> conditions, Optional<Misread> unread) {
  static final Premise NONE = new Premise(List.of(), Optional.empty());

  Premise {
    conditions = List.copyOf(conditions);
  }

  /**
   * @throws Misread if it could not be read
   */
  void check() {
    if (unread.isPresent()) {
      throw unread.get();
    }
  }
}
