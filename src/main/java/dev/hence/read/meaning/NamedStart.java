package dev.hence.read.meaning;

import dev.hence.claim.Backwards;
import dev.hence.claim.Dependence;
import dev.hence.claim.Dynamics;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where trajectories begin at t_0, times are counted from there. That loses nothing where the time
 * enters only through arbitrary functions of it: f(u, t + t_0) is one as well, if every f takes the
 * time in the same place. Where a time is a number in a formula, it would.
 */
final class NamedStart {
  private final Context context;
  private final Dependence reach;
  private final Set<Name> instants = new HashSet<>(Set.of(Name.TIME));
  private final Map<String, Boolean> slots = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private boolean bare;

  NamedStart(Context context) {
    this.context = context;
    this.reach = new Dependence(context.scope());
  }

  /**
   * Why a claim cannot be checked with times that are counted from the start.
   *
   * @param end of the trajectory
   */
  Optional<String> obstacle(List<Expr> sides, Optional<Name> end) {
    Optional<Dynamics> dynamics =
        context
            .scope()
            .dynamics()
            .filter(
                d -> d.clock().isPresent() || !Backwards.ended(context.scope(), sides).isEmpty());
    if (dynamics.isEmpty()) {
      return Optional.empty();
    }
    dynamics
        .get()
        .clock()
        .ifPresent(
            c -> {
              instants.add(c.start());
              instants.addAll(c.ends());
            });
    dynamics.get().endings().values().forEach(e -> instants.add(e.time()));
    end.ifPresent(instants::add);
    sides.forEach(this::look);
    dynamics.get().velocities().values().forEach(v -> look(v.body()));
    return bare
        ? Optional.of(
            dynamics.get().clock().isPresent()
                ? "a time in a formula, where the trajectory begins at "
                    + dynamics.get().clock().get().start()
                : "a time in a formula, where a value is given at the end")
        : Optional.empty();
  }

  private void look(Expr e) {
    switch (e) {
      case Expr.At a -> look(a.body());
      case Expr.Integral i when new Times(context).isAlongTrajectory(i) -> {
        instants.add(i.variable());
        look(i.body());
      }
      case Expr.Ref r when r.indices().isEmpty() && instants.contains(r.name()) -> bare = true;
      case Expr.Derivative d when instants.contains(d.variable().name()) -> bare = true;
      case Expr.Call c when context.function(c.function(), c.indices().size()).isPresent() ->
          arguments(c);
      default -> Trees.children(e).forEach(this::look);
    }
    reach
        .definition(e)
        .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
        .ifPresent(d -> look(d.lambda().body()));
  }

  private void arguments(Expr.Call c) {
    for (int k = 0; k < c.arguments().size(); k++) {
      Expr argument = c.arguments().get(k);
      boolean time = argument instanceof Expr.Ref r && instants.contains(r.name());
      String slot = c.function().key(c.indices().size()) + "/" + k;
      bare |= slots.computeIfAbsent(slot, s -> time) != time;
      bare |= time && c.slots().contains(k);
      if (!time) {
        look(argument);
      }
    }
  }
}
