package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a parameter takes other values than its own while the solutions that depend on it would be
 * left as they are: {@code G(2p)}, a mean over p.
 */
final class HeldSolutions {
  private HeldSolutions() {}

  /**
   * Why a side cannot be checked although it could be read: it moves a parameter without the
   * solutions that depend on it.
   */
  static Optional<String> obstacle(Context context, Expr side) {
    Solutions solutions = new Solutions(context.scope());
    Dependence reach = new Dependence(context.scope());
    List<String> found = new ArrayList<>();
    Trees.walk(side, e -> obstacle(e, reach, solutions).ifPresent(found::add));
    return found.stream().findFirst();
  }

  private static Optional<String> obstacle(Expr e, Dependence reach, Solutions solutions) {
    Optional<Definition> definition = reach.definition(e);
    Optional<Name> bound =
        switch (e) {
          case Expr.Integral i -> Optional.of(i.variable());
          case Expr.Expectation m -> Optional.of(m.variable());
          default -> Optional.empty();
        };
    if (bound.filter(p -> solutions.moves(e, p, reach)).isPresent()) {
      return Optional.of("a mean or an integral over " + bound.get() + " of what depends on it");
    }
    if (e instanceof Expr.Substituted s && solutions.moves(s.body(), s.variable().name(), reach)) {
      return Optional.of("a value for " + s.variable().name() + " in what depends on it");
    }
    if (!(e instanceof Expr.Call c) || definition.isEmpty()) {
      return Optional.empty();
    }
    List<Parameter> parameters = definition.get().lambda().parameters();
    for (int k = 0; k < parameters.size(); k++) {
      Name name = parameters.get(k).name();
      boolean itself =
          c.slots().isEmpty()
              && c.arguments().get(k) instanceof Expr.Ref r
              && r.name().equals(name)
              && r.indices().isEmpty();
      if (!itself && solutions.moves(definition.get().lambda().body(), name, reach)) {
        return Optional.of(c.function() + " at another argument than " + name);
      }
    }
    return Optional.empty();
  }
}
