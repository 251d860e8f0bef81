package dev.hence.road.symbolic;

import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How fast the entries of the state move, by the dynamics. */
final class Velocities {
  private final Lowering lowering;
  private final Setting setting;

  Velocities(Lowering lowering, Setting setting) {
    this.lowering = lowering;
    this.setting = setting;
  }

  /**
   * The velocities of those symbols that stand for the state at a moment.
   *
   * @param at where they are needed: names that move there move in the dynamics too
   */
  Map<Term.Symbol, Term> of(Set<Term.Symbol> symbols, Moment moment, Environment at) {
    Map<Member, Rectangle> known = new HashMap<>();
    Map<Term.Symbol, Term> velocities = new LinkedHashMap<>();
    for (Term.Symbol symbol : symbols) {
      Optional<Inputs.Place> place =
          setting.inputs().state(symbol).filter(p -> p.moment().equals(moment));
      if (place.isPresent()) {
        Rectangle velocity =
            known.computeIfAbsent(place.get().member(), m -> velocity(m, moment, at));
        velocities.put(symbol, velocity.entries().get(place.get().entry()));
      }
    }
    return velocities;
  }

  private Rectangle velocity(Member member, Moment moment, Environment at) {
    Lambda lambda = setting.interpretation().velocities().get(member.name());
    Map<Name, Moment> times = setting.isTime(Name.TIME) ? Map.of(Name.TIME, moment) : Map.of();
    Environment inside =
        at.ofDynamics(moment, times, setting.interpretation()::isState)
            .withLetters(lambda.indices(), member.indices());
    return lowering.of(lambda.body(), inside);
  }

  /**
   * Whether a trajectory to which some symbols belong depends on others.
   *
   * @param others symbols to which names are bound in the environment
   */
  boolean dependOn(Set<Term.Symbol> symbols, Set<Term> others, Environment at) {
    Set<Term.Symbol> seen = new LinkedHashSet<>();
    Set<Term.Symbol> open = new LinkedHashSet<>();
    symbols.forEach(s -> atEnd(s).ifPresent(open::add));
    while (!open.isEmpty()) {
      seen.addAll(open);
      Set<Term.Symbol> inside =
          setting
              .trajectory()
              .deepSymbols(java.util.List.copyOf(of(open, Moment.END, at).values()));
      if (inside.stream().anyMatch(others::contains)) {
        return true;
      }
      open.clear();
      inside.forEach(s -> atEnd(s).filter(e -> !seen.contains(e)).ifPresent(open::add));
    }
    return false;
  }

  private Optional<Term.Symbol> atEnd(Term.Symbol symbol) {
    return setting.inputs().state(symbol).map(p -> setting.inputs().at(p, Moment.END));
  }
}
