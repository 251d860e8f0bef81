package dev.hence.read.meaning;

import dev.hence.expr.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * What a statement is said to follow from.
 *
 * @param excluded that none of the alternatives to the statement holds
 */
record Premise(List<Condition> conditions, List<Condition> excluded) {
  static final Premise NONE = new Premise(List.of(), List.of());

  Premise {
    conditions = List.copyOf(conditions);
    excluded = List.copyOf(excluded);
  }

  /** All that is taken to hold. */
  List<Condition> all() {
    List<Condition> all = new ArrayList<>(conditions);
    all.addAll(excluded);
    return List.copyOf(all);
  }
}
