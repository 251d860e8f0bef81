package dev.hence.read.role;

import dev.hence.read.elaborate.RangeEnds;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The letters at the ends of sums in statements: they are sizes wherever else they stand. */
final class Ends {
  private Ends() {}

  static Set<String> of(List<Clause> clauses) {
    Set<String> all = new HashSet<>();
    for (Clause clause : clauses) {
      List<Tree> trees = new ArrayList<>(clause.allNames());
      clause.links().forEach(l -> trees.add(l.operand()));
      trees.forEach(t -> all.addAll(RangeEnds.of(t)));
    }
    return all;
  }
}
