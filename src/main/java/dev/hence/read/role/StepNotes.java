package dev.hence.read.role;

import dev.hence.claim.Backwards;
import dev.hence.claim.Beginnings;
import dev.hence.claim.Dependence;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.read.role.Moments.Timed;
import java.util.ArrayList;
import java.util.List;

/** What is to be known of how a claim about trajectories is checked. */
final class StepNotes {
  private StepNotes() {}

  static List<String> of(Timed timed, Scope scope) {
    List<Expr> sides = List.of(timed.sides().left(), timed.sides().right());
    List<String> notes = new ArrayList<>();
    if (!Backwards.ended(scope, sides).isEmpty()) {
      notes.add("followed backwards from the end, where a value is given; states are those there");
    }
    if (timed.horizon().isPresent()) {
      begun(sides, scope)
          .forEach(
              f ->
                  notes.add(
                      f
                          + " is written "
                          + Beginnings.arbitrary(f)
                          + " less its value at the initial state, plus the value that is given"
                          + " there"));
    }
    return notes;
  }

  /** The functions with a value at the start of which sides speak. */
  private static List<Name> begun(List<Expr> sides, Scope scope) {
    Dependence reach = new Dependence(scope);
    return scope.dynamics().stream()
        .flatMap(d -> d.starts().keySet().stream().filter(n -> !d.moves(n)))
        .filter(
            n ->
                sides.stream()
                    .anyMatch(
                        side ->
                            reach.any(
                                side, e -> e instanceof Expr.Call c && c.function().equals(n))))
        .sorted()
        .toList();
  }
}
