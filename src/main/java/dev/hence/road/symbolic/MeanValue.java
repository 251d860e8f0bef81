package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import dev.hence.time.Deadline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Shows that two functions are one by their derivatives in a variable and by their values at one
 * place (a consequence of the mean value theorem). Both must be defined and smooth wherever the
 * variables are in their domains, and the domain of the variable must be an interval: arctan x +
 * arctan(1/x) is π/2 for x &gt; 0, and another number for x &lt; 0.
 */
final class MeanValue {
  private static final int MOST_SYMBOLS = 4;

  /** How often derivatives are compared by their own: (log x)² needs two, e^x·log x has no end. */
  static final int MOST_DERIVATIVES = 4;

  /** Functions that become algebraic by differentiation. */
  private static final Set<Elementary> WORTHWHILE =
      EnumSet.of(
          Elementary.LOG,
          Elementary.ARCSIN,
          Elementary.ARCCOS,
          Elementary.ARCTAN,
          Elementary.ARSINH,
          Elementary.ARCOSH,
          Elementary.ARTANH);

  private static final List<Rational> PLACES =
      List.of(
          Rational.ZERO,
          Rational.ONE,
          Rational.of(-1),
          Rational.of(1, 2),
          Rational.of(-1, 2),
          Rational.of(2));

  private final Terms terms;
  private final Deadline deadline;
  private final BiFunction<Term, Term, Reduction> equal;

  /**
   * @param equal decides whether two terms are equal, nothing being taken for granted
   */
  MeanValue(Terms terms, Deadline deadline, BiFunction<Term, Term, Reduction> equal) {
    this.terms = terms;
    this.deadline = deadline;
    this.equal = equal;
  }

  Optional<Reduction> decide(Term left, Term right) {
    Set<Term.Symbol> symbols = Symbols.of(List.of(left, right));
    boolean suitable =
        symbols.size() <= MOST_SYMBOLS
            && any(left, right, t -> t instanceof Term.Apply a && WORTHWHILE.contains(a.function()))
            && !any(left, right, MeanValue::hasKink);
    if (!suitable || !everywhere(left) || !everywhere(right)) {
      return Optional.empty();
    }
    return symbols.stream().flatMap(s -> along(s, left, right).stream()).findFirst();
  }

  private Optional<Reduction> along(Term.Symbol symbol, Term left, Term right) {
    Optional<Term> place = place(symbol.domain());
    if (place.isEmpty() || deadline.passed()) {
      return Optional.empty();
    }
    Term leftSlope = Differentiation.derivative(terms, left, symbol);
    Term rightSlope = Differentiation.derivative(terms, right, symbol);
    if (!everywhere(leftSlope) || !everywhere(rightSlope)) {
      return Optional.empty();
    }
    Substitution there = Substitution.of(terms, Map.of(symbol, place.get()));
    return zero(leftSlope, rightSlope)
        .flatMap(
            slopes ->
                zero(there.in(left), there.in(right))
                    .map(
                        values ->
                            new Reduction.Zero(
                                "derivatives in %s: %s; values at %s: %s"
                                    .formatted(symbol.name(), slopes, place.get(), values))));
  }

  private Optional<String> zero(Term left, Term right) {
    if (left.equals(right)) {
      return Optional.of(Finding.SAME_TERM);
    }
    return equal.apply(left, right) instanceof Reduction.Zero(String method, Optional<Given> given)
        ? Optional.of(method)
        : Optional.empty();
  }

  private Optional<Term> place(Domain domain) {
    Range range = domain.range();
    boolean interval = !range.nonzero() || range.positive() || range.negative();
    return interval && !domain.integer()
        ? PLACES.stream().filter(p -> Range.point(p).within(range)).findFirst().map(terms::constant)
        : Optional.empty();
  }

  private boolean everywhere(Term term) {
    return term.total()
        || Conditions.of(terms, term).stream()
            .allMatch(condition -> AtomForm.holds(terms, condition, deadline));
  }

  private static boolean hasKink(Term term) {
    return term instanceof Term.Select
        || (term instanceof Term.Apply a && a.function() == Elementary.ABS);
  }

  private static boolean any(Term left, Term right, java.util.function.Predicate<Term> predicate) {
    List<Term> open = new ArrayList<>(List.of(left, right));
    Set<Term> seen = new java.util.HashSet<>(open);
    while (!open.isEmpty()) {
      Term next = open.removeLast();
      if (predicate.test(next)) {
        return true;
      }
      next.children().stream().filter(seen::add).forEach(open::add);
    }
    return false;
  }
}
