package dev.hence.read.role;

import dev.hence.read.elaborate.IterateScripts;
import dev.hence.read.elaborate.RangeEnds;
import dev.hence.read.syntax.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The letters at the ends of sums in statements: they are sizes wherever else they stand. */
final class Ends {
  private Ends() {}

  static Set<String> of(List<Clause> clauses) {
    Set<String> all = new HashSet<>();
    for (Clause clause : clauses) {
      clause.trees().forEach(t -> all.addAll(RangeEnds.of(t)));
    }
    return all;
  }

  /** The letters that count steps in statements. */
  static Set<String> counts(List<Clause> clauses, Known known) {
    Set<String> all = new HashSet<>();
    for (Clause clause : clauses) {
      for (Tree tree : clause.trees()) {
        all.addAll(IterateScripts.counts(tree, known.iteration()::makes, known.context()));
      }
    }
    return all;
  }
}
