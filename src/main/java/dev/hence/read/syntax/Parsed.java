package dev.hence.read.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * A display as a tree.
 *
 * @param faults of the rows that cannot be read, in order
 */
public record Parsed(Tree tree, List<Fault> faults) {
  public Parsed {
    faults = List.copyOf(faults);
  }

  static Parsed of(Tree tree) {
    List<Fault> faults = new ArrayList<>();
    collect(tree, faults);
    return new Parsed(tree, faults);
  }

  private static void collect(Tree tree, List<Fault> faults) {
    if (tree instanceof Tree.Unreadable u) {
      faults.add(u.fault());
    }
    for (Tree inner : tree.inner()) {
      collect(inner, faults);
    }
  }
}
