package dev.hence.road.symbolic;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows that a function is nowhere negative by its least value: it is convex in one variable, and
 * where its slope vanishes, at −1, 0 or 1, it is not negative. So e^u ≥ 1 + u and log s ≤ s − 1.
 */
final class Convexity {
  private static final int MOST_SYMBOLS = 4;

  private final Terms terms;
  private final Trajectory trajectory;
  private final Equality equality;
  private final Positivity positivity;

  Convexity(Setting setting, Equality equality, Positivity positivity) {
    this.terms = setting.terms();
    this.trajectory = setting.trajectory();
    this.equality = equality;
    this.positivity = positivity;
  }

  Optional<Finding> show(Term term, boolean strict) {
    List<Term.Symbol> symbols = List.copyOf(Symbols.of(List.of(term)));
    if (!term.total() || symbols.size() > MOST_SYMBOLS) {
      return Optional.empty();
    }
    return symbols.stream()
        .filter(symbol -> isInterval(symbol.domain()) && !trajectory.moves(symbol))
        .flatMap(symbol -> in(symbol, term, strict).stream())
        .findFirst();
  }

  private static boolean isInterval(Domain domain) {
    Range range = domain.range();
    boolean whole = !range.nonzero() || range.positive() || range.negative();
    return whole && !domain.integer();
  }

  private Optional<Finding> in(Term.Symbol symbol, Term term, boolean strict) {
    Term slope = Differentiation.derivative(terms, term, symbol);
    Term curvature = Differentiation.derivative(terms, slope, symbol);
    if (!slope.total() || positivity.show(curvature, List.of(), false).isEmpty()) {
      return Optional.empty();
    }
    for (long candidate = -1; candidate <= 1; candidate++) {
      Term place = terms.constant(candidate);
      if (!place.range().within(symbol.domain().range())) {
        continue;
      }
      Substitution there = Substitution.of(terms, Map.of(symbol, place));
      Term value = there.in(term);
      boolean flat =
          !equality.looksDifferent(there.in(slope), terms.zero())
              && equality.decide(there.in(slope), terms.zero()).isSettled();
      if (flat && positivity.show(value, List.of(), strict).isPresent()) {
        String how = "convex in " + symbol.name() + ", least at " + place;
        Given curved = Given.nonnegative(curvature, curvature, false, how);
        Given least = Given.nonnegative(value, value, strict, how);
        return Optional.of(
            new Finding.Settled(
                List.of(how),
                List.of(
                    curved.named(
                        "the second derivative of the difference in $" + symbol.name() + "$"),
                    least.named("its value at $" + symbol.name() + " = " + place + "$"))));
      }
    }
    return Optional.empty();
  }
}
