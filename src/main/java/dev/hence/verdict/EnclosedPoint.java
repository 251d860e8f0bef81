package dev.hence.verdict;

import dev.hence.claim.Domain;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EquationSystem;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Result;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A point at which equations hold for certain, though of some of its entries only bounds are known.
 *
 * @param near the same but for these entries, which are near
 * @param enclosed the entries of the variables of the equations
 * @param field in which they are enclosed
 */
record EnclosedPoint(Point near, Map<Variable, List<Enclosure>> enclosed, Enclosures field) {
  private static final MathContext SHOWN = new MathContext(12);

  /**
   * The point near another at which equations hold.
   *
   * @return empty if none is seen to exist inside the domains
   */
  static Optional<EnclosedPoint> of(
      Instance instance, EquationSystem equations, Point near, Enclosures field) {
    if (!equations.variables().stream().allMatch(v -> ExactPoint.covers(near, v))) {
      return Optional.empty();
    }
    return equations
        .root(near.values(), v -> Membership.domain(instance, v) instanceof Domain.Interval, field)
        .filter(root -> isInside(instance, root))
        .map(root -> new EnclosedPoint(near, root, field));
  }

  private static boolean isInside(Instance instance, Map<Variable, List<Enclosure>> root) {
    return root.entrySet().stream()
        .allMatch(
            e ->
                !(Membership.domain(instance, e.getKey()) instanceof Domain.Interval interval)
                    || e.getValue().stream().allMatch(entry -> isInside(interval, entry)));
  }

  private static boolean isInside(Domain.Interval interval, Enclosure entry) {
    return interval.contains(entry.lower()) && interval.contains(entry.upper());
  }

  List<Result<Enclosure>> results(PointProgram program) {
    return program.results(field, this::entries);
  }

  private List<Enclosure> entries(Variable variable) {
    List<Enclosure> known = enclosed.get(variable);
    return known != null ? known : near.of(variable).stream().map(field::of).toList();
  }

  /** The point with the entries that are not known exactly in decimals. */
  Point shown() {
    Point shown = near;
    for (Map.Entry<Variable, List<Enclosure>> e : enclosed.entrySet()) {
      List<Rational> entries = new ArrayList<>();
      for (Enclosure entry : e.getValue()) {
        entries.add(entry instanceof Enclosure.Exact(Rational exact) ? exact : decimal(entry));
      }
      shown = shown.with(e.getKey(), entries);
    }
    return shown;
  }

  private static Rational decimal(Enclosure entry) {
    Rational middle = entry.lower().plus(entry.upper()).dividedBy(Rational.of(2));
    BigDecimal numerator = new BigDecimal(middle.numerator());
    return Rational.of(numerator.divide(new BigDecimal(middle.denominator()), SHOWN));
  }
}
