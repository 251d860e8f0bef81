package dev.hence.read.role;

import dev.hence.expr.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * Under what something is claimed.
 *
 * @param premises from which it follows
 * @param excluded that no alternative to it holds
 * @param restrictions what words beside it say
 */
record Under(List<Condition> premises, List<Condition> excluded, List<Condition> restrictions) {
  static final Under NOTHING = new Under(List.of(), List.of(), List.of());

  Under {
    premises = List.copyOf(premises);
    excluded = List.copyOf(excluded);
    restrictions = List.copyOf(restrictions);
  }

  /** Whether nothing that it follows from is named. */
  boolean isBare() {
    return premises.isEmpty() && excluded.isEmpty();
  }

  Under following(List<Condition> other) {
    return new Under(other, excluded, restrictions);
  }

  Under restricted(List<Condition> more) {
    return new Under(premises, excluded, more);
  }

  List<Condition> all() {
    List<Condition> all = new ArrayList<>(premises);
    all.addAll(excluded);
    all.addAll(restrictions);
    return all;
  }
}
