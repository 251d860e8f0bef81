package dev.hence.road.symbolic;

import dev.hence.expr.Name;
import dev.hence.expr.UnicodePrinter;
import java.util.List;

/**
 * A name, or one member of a family.
 *
 * @param indices the values of its indices; empty for a plain name
 */
record Member(Name name, List<Integer> indices) {
  Member {
    indices = List.copyOf(indices);
  }

  static Member of(Name name) {
    return new Member(name, List.of());
  }

  /** Under what its declaration and its definition are kept. */
  String key() {
    return name.key(indices.size());
  }

  @Override
  public String toString() {
    return UnicodePrinter.print(name, indices);
  }
}
