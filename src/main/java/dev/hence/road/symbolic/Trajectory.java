package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Substitution and differentiation that look into the symbols for integrals and for exponentials of
 * matrices.
 */
final class Trajectory {
  private final Terms terms;
  private final Inputs inputs;
  private final MatrixExponentials exponentials;
  private final Integrals integrals;
  private final Quadratures quadratures;

  Trajectory(Terms terms, Inputs inputs, MatrixAlgebra algebra, boolean polynomials) {
    this.terms = terms;
    this.inputs = inputs;
    this.exponentials = new MatrixExponentials(terms, inputs, algebra, polynomials);
    this.integrals = new Integrals(terms, inputs, s -> runs(s, 0));
    this.quadratures = new Quadratures(terms, inputs);
  }

  Quadratures quadratures() {
    return quadratures;
  }

  Integrals integrals() {
    return integrals;
  }

  MatrixExponentials exponentials() {
    return exponentials;
  }

  /** Whether a symbol changes with the time of an integral at a depth. */
  boolean runs(Term.Symbol symbol, int depth) {
    Moment running = new Moment.Running(depth);
    return inputs.isClock(symbol, depth)
        || inputs.state(symbol).filter(p -> p.moment().equals(running)).isPresent()
        || exponentials.entry(symbol).filter(e -> e.moment().equals(running)).isPresent()
        || inside(symbol, s -> runs(s, depth));
  }

  private boolean inside(Term.Symbol symbol, Predicate<Term.Symbol> predicate) {
    return quadratures
        .of(symbol)
        .filter(q -> q.parts().stream().anyMatch(part -> Symbols.any(part, predicate)))
        .isPresent();
  }

  /** Whether a symbol changes as the state moves. */
  boolean moves(Term.Symbol symbol) {
    return inputs.isClock(symbol)
        || inputs.isHorizon(symbol)
        || inputs.state(symbol).filter(p -> !p.moment().equals(Moment.START)).isPresent()
        || exponentials.entry(symbol).isPresent()
        || integrals.integrand(symbol).isPresent()
        || inside(symbol, this::moves);
  }

  /** All symbols that terms depend on, also those inside integrands and exponents. */
  Set<Term.Symbol> deepSymbols(List<? extends Term> list) {
    Set<Term.Symbol> all = new LinkedHashSet<>();
    Set<Term.Symbol> open = Symbols.of(list);
    while (!open.isEmpty()) {
      Set<Term.Symbol> inner = new LinkedHashSet<>();
      for (Term.Symbol symbol : open) {
        if (all.add(symbol)) {
          integrals.integrand(symbol).ifPresent(g -> inner.addAll(Symbols.of(List.of(g))));
          exponentials.entry(symbol).ifPresent(e -> inner.addAll(Symbols.of(e.rate().entries())));
          quadratures.of(symbol).ifPresent(q -> inner.addAll(Symbols.of(q.parts())));
        }
      }
      open = inner;
    }
    return all;
  }

  // Substitution

  Rectangle substituted(Rectangle rectangle, Map<Term.Symbol, Term> values) {
    Substitution substitution = substitution(rectangle.entries(), values);
    return rectangle.map(substitution::in);
  }

  private Substitution substitution(List<? extends Term> list, Map<Term.Symbol, Term> values) {
    Map<Term.Symbol, Term> all = new HashMap<>(values);
    for (Term.Symbol symbol : Symbols.of(list)) {
      if (!values.containsKey(symbol)) {
        substituteInside(symbol, values, all);
      }
    }
    return Substitution.of(terms, all);
  }

  /** The time of an integral is bound in its integrand: nothing from outside replaces it. */
  private void substituteInside(
      Term.Symbol symbol, Map<Term.Symbol, Term> values, Map<Term.Symbol, Term> all) {
    integrals
        .integrand(symbol)
        .ifPresent(
            g -> {
              Map<Term.Symbol, Term> free = new HashMap<>(values);
              free.keySet().removeIf(s -> runs(s, 0));
              Term changed = substitution(List.of(g), free).in(g);
              if (!changed.equals(g)) {
                all.put(symbol, integrals.integral(changed, Optional.empty()));
              }
            });
    quadratures
        .of(symbol)
        .ifPresent(
            q -> {
              List<Term> parts = q.parts();
              Substitution inside = substitution(parts, values);
              List<Term> changed = parts.stream().map(inside::in).toList();
              if (!changed.equals(parts)) {
                all.put(
                    symbol,
                    quadratures.integral(
                        changed.get(0), q.variable(), changed.get(1), changed.get(2)));
              }
            });
    exponentials
        .entry(symbol)
        .ifPresent(
            e -> {
              Rectangle changed = substituted(e.rate(), values);
              if (!changed.equals(e.rate())) {
                all.put(symbol, exponentials.value(changed, e.moment()).get(e.row(), e.column()));
              }
            });
  }

  // Differentiation

  /**
   * A derivation of terms.
   *
   * @param velocities its values on symbols; 0 on those that are not named
   * @param atEnd whether the end of the trajectory moves, at speed 1, and integrals grow with it
   */
  Rectangle derivative(Rectangle rectangle, Map<Term.Symbol, Term> velocities, boolean atEnd) {
    Map<Term.Symbol, Term> all = completed(rectangle, velocities, atEnd);
    return rectangle.map(Differentiation.along(terms, all)::of);
  }

  /** The same derivation, written as gradient times velocity: so −‖∇L‖² is seen to be one. */
  Rectangle gradientTimes(Rectangle rectangle, Map<Term.Symbol, Term> velocities, boolean atEnd) {
    Map<Term.Symbol, Term> all = completed(rectangle, velocities, atEnd);
    return rectangle.map(
        entry -> {
          List<Term> addends = new ArrayList<>();
          all.forEach(
              (symbol, velocity) ->
                  addends.add(
                      terms.product(Differentiation.derivative(terms, entry, symbol), velocity)));
          return terms.sum(addends);
        });
  }

  /** With the values on integrals and exponentials. */
  private Map<Term.Symbol, Term> completed(
      Rectangle rectangle, Map<Term.Symbol, Term> velocities, boolean atEnd) {
    Map<Term.Symbol, Term> all = new LinkedHashMap<>(velocities);
    for (Term.Symbol symbol : Symbols.of(rectangle.entries())) {
      integrals.integrand(symbol).ifPresent(g -> put(all, symbol, growth(g, velocities, atEnd)));
      quadratures.of(symbol).ifPresent(q -> put(all, symbol, growth(q, velocities, atEnd)));
      exponentials
          .entry(symbol)
          .ifPresent(e -> put(all, symbol, exponential(e, velocities, atEnd)));
    }
    if (atEnd) {
      all.put(inputs.horizon(), terms.one());
    }
    return all;
  }

  private void put(Map<Term.Symbol, Term> all, Term.Symbol symbol, Term value) {
    if (!value.equals(terms.zero())) {
      all.put(symbol, value);
    }
  }

  /** Leibniz: the derivative of ∫_0^T g dt is g at T, if T moves, plus ∫_0^T of that of g. */
  private Term growth(Term integrand, Map<Term.Symbol, Term> velocities, boolean atEnd) {
    Term inside = derivative(Rectangle.of(integrand), velocities, atEnd).number();
    Term grown = integrals.integral(inside, Optional.empty());
    return atEnd ? terms.sum(atEnd(integrand), grown) : grown;
  }

  /** Leibniz for both ends: ∫ of the derivative, and the integrand at an end times its velocity. */
  private Term growth(Quadratures.Quadrature q, Map<Term.Symbol, Term> velocities, boolean atEnd) {
    boolean branches =
        deepTerms(q.integrand())
            .anyMatch(
                t -> t instanceof Term.Select s && quadratures.mentions(s.on(), q.variable()));
    if (branches) {
      throw new Unsupported("the derivative of an integral over branches");
    }
    List<Term> rates =
        q.parts().stream()
            .map(part -> derivative(Rectangle.of(part), velocities, atEnd).number())
            .toList();
    Term inside = quadratures.integral(rates.get(0), q.variable(), q.lower(), q.upper());
    Term below = terms.product(rates.get(1), at(q, q.lower()));
    Term above = terms.product(rates.get(2), at(q, q.upper()));
    return terms.sum(inside, above, terms.negate(below));
  }

  private static Stream<Term> deepTerms(Term term) {
    return Stream.concat(Stream.of(term), term.children().stream().flatMap(Trajectory::deepTerms));
  }

  private Term at(Quadratures.Quadrature q, Term end) {
    return substituted(Rectangle.of(q.integrand()), Map.of(q.variable(), end)).number();
  }

  private Term exponential(
      MatrixExponentials.Entry entry, Map<Term.Symbol, Term> velocities, boolean atEnd) {
    if (deepSymbols(entry.rate().entries()).stream().anyMatch(velocities::containsKey)) {
      throw new Unsupported("the derivative of the exponential of a matrix by its entries");
    }
    return atEnd && entry.moment().equals(Moment.END)
        ? exponentials.derivative(entry)
        : terms.zero();
  }

  // Times

  /** An integrand with its time taken to be the end. */
  private Term atEnd(Term integrand) {
    return moved(Rectangle.of(integrand), Moment.BOUND, Moment.END).number();
  }

  /**
   * The integrals ∫_0^T of what runs with the time at a depth.
   *
   * @param text how they are printed if they stay whole
   * @throws Unsupported if they run with the time of an outer integral too
   */
  Rectangle integral(Rectangle integrand, int depth, Optional<String> text) {
    Rectangle bound = moved(integrand, new Moment.Running(depth), Moment.BOUND);
    Rectangle result = bound.map(g -> integrals.integral(g, text));
    for (Term.Symbol symbol : Symbols.of(result.entries())) {
      Optional<Term> kept = integrals.integrand(symbol);
      if (kept.isPresent() && Symbols.any(kept.get(), s -> runsOutside(s, depth))) {
        throw new Unsupported("an integral along the trajectory inside another");
      }
    }
    return result;
  }

  private boolean runsOutside(Term.Symbol symbol, int depth) {
    return IntStream.range(1, depth).anyMatch(outer -> runs(symbol, outer));
  }

  /** The rectangle with what it says of one time said of another. */
  private Rectangle moved(Rectangle rectangle, Moment from, Moment to) {
    return substituted(rectangle, moving(rectangle, from, to));
  }

  private Map<Term.Symbol, Term> moving(Rectangle rectangle, Moment from, Moment to) {
    Map<Term.Symbol, Term> values = new HashMap<>();
    for (Term.Symbol symbol : deepSymbols(rectangle.entries())) {
      inputs
          .state(symbol)
          .filter(p -> p.moment().equals(from))
          .ifPresent(p -> values.put(symbol, inputs.at(p, to)));
      exponentials
          .entry(symbol)
          .filter(e -> e.moment().equals(from))
          .ifPresent(
              e -> values.put(symbol, exponentials.value(e.rate(), to).get(e.row(), e.column())));
    }
    clock(from).ifPresent(clock -> values.put(clock, time(to)));
    return values;
  }

  private Optional<Term.Symbol> clock(Moment moment) {
    return switch (moment) {
      case Moment.Running r -> Optional.of(inputs.clock(r.depth()));
      case Moment.End e -> Optional.of(inputs.horizon());
      case Moment.Start s -> Optional.empty();
      case Moment.Current c -> Optional.empty();
      case Moment.Flow f -> Optional.empty();
    };
  }

  private Term time(Moment moment) {
    return moment.equals(Moment.START) ? terms.zero() : clock(moment).orElseThrow();
  }

  /**
   * The rectangle at T = 0: the end is the start, and integrals are 0. All at once, so that
   * (1/T)·∫_0^T g dt becomes 0/0 and not 0.
   */
  Rectangle atStart(Rectangle rectangle) {
    Map<Term.Symbol, Term> values = moving(rectangle, Moment.END, Moment.START);
    for (Term.Symbol symbol : Symbols.of(rectangle.entries())) {
      if (integrals.integrand(symbol).isPresent()) {
        values.put(symbol, terms.zero());
      }
    }
    return substituted(rectangle, values);
  }
}
