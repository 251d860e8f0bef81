package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EquationSystem;
import dev.hence.eval.Variable;
import dev.hence.verdict.Point;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A root of equations near a point, enclosed in one precision after the other. */
final class Roots implements Function<Enclosures, Optional<Map<Variable, List<Enclosure>>>> {
  private static final Enclosures FIRST = new Enclosures(60);

  private final EquationSystem system;
  private final Sampler sampler;
  private final Point point;
  private final Map<Integer, Optional<Map<Variable, List<Enclosure>>>> known = new HashMap<>();

  private Roots(EquationSystem system, Sampler sampler, Point point) {
    this.system = system;
    this.sampler = sampler;
    this.point = point;
  }

  /** Empty if none is seen to exist inside of the domains. */
  static Optional<Roots> of(EquationSystem system, Sampler sampler, Point point) {
    Roots roots = new Roots(system, sampler, point);
    return roots.apply(FIRST).isPresent() ? Optional.of(roots) : Optional.empty();
  }

  @Override
  public Optional<Map<Variable, List<Enclosure>>> apply(Enclosures field) {
    return known.computeIfAbsent(
        field.digits(),
        d ->
            system
                .root(point.values(), v -> sampler.domain(v) instanceof Domain.Interval, field)
                .filter(this::isInside));
  }

  private boolean isInside(Map<Variable, List<Enclosure>> root) {
    return root.entrySet().stream()
        .allMatch(
            e ->
                !(sampler.domain(e.getKey()) instanceof Domain.Interval interval)
                    || e.getValue().stream()
                        .allMatch(
                            x -> interval.contains(x.lower()) && interval.contains(x.upper())));
  }
}
