package dev.hence.verdict;

import dev.hence.eval.Interpretation;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that expressions lead to, through definitions and dynamics too. */
final class Mentions {
  private final Interpretation interpretation;
  private final Set<String> unfolded = new HashSet<>();
  private final Set<Name> names = new HashSet<>();

  private Mentions(Interpretation interpretation) {
    this.interpretation = interpretation;
  }

  /**
   * Those of some assumptions that say something of what a step speaks of: of a name in it, or of
   * one that another of them ties to such a name.
   */
  static List<Condition> concerning(Instance instance, List<Condition> assumptions) {
    Set<Name> reached = new HashSet<>(of(instance, List.of(instance.step().left())));
    reached.addAll(of(instance, List.of(instance.step().right())));
    instance.step().conditions().forEach(c -> reached.addAll(of(instance, sides(c))));
    instance.step().approach().ifPresent(a -> reached.add(a.parameter().name()));
    instance.step().horizon().ifPresent(reached::add);
    List<Condition> open = new ArrayList<>(assumptions);
    Set<Condition> concerning = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Condition assumption : List.copyOf(open)) {
        Set<Name> said = new HashSet<>(of(instance, sides(assumption)));
        said.removeAll(assumption.everywhere());
        if (said.isEmpty() || !Collections.disjoint(said, reached)) {
          reached.addAll(said);
          concerning.add(assumption);
          open.remove(assumption);
          more = true;
        }
      }
    }
    return assumptions.stream().filter(concerning::contains).toList();
  }

  private static List<Expr> sides(Condition condition) {
    return List.of(condition.left(), condition.right());
  }

  private static Set<Name> of(Instance instance, List<Expr> expressions) {
    Mentions mentions = new Mentions(instance.interpretation());
    expressions.forEach(mentions::collect);
    return mentions.names;
  }

  private void collect(Expr expr) {
    Trees.walk(
        expr,
        e -> {
          switch (e) {
            case Expr.Ref r -> mention(r.name(), r.name().key(r.indices().size()));
            case Expr.Call c -> mention(c.function(), c.function().key(c.indices().size()));
            default -> {}
          }
        });
  }

  /** What has a formula is no name of its own: what its formula leads to counts. */
  private void mention(Name name, String key) {
    if (!unfolded.add(key)) {
      return;
    }
    Lambda formula = interpretation.definitions().get(key);
    Lambda velocity = interpretation.velocities().get(name);
    if (formula == null) {
      names.add(name);
    } else {
      collect(formula.body());
    }
    if (velocity != null) {
      collect(velocity.body());
    }
  }
}
