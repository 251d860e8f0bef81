package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Values with their first derivatives in several directions (forward mode): S[ε₁,…,ε_m] with
 * ε_i·ε_j = 0.
 *
 * <p>For second derivatives take the dual numbers over dual numbers; each level has its own type,
 * so the perturbations of two levels cannot be confused. A derivative that is zero because nothing
 * depends on the direction is not stored and costs nothing.
 */
public final class DualField<S> implements Field<Dual<S>> {
  private final Field<S> base;
  private final int directions;

  /** The variables of integrals that are being recorded. */
  private final Deque<S> open = new ArrayDeque<>();

  public DualField(Field<S> base, int directions) {
    this.base = base;
    this.directions = directions;
  }

  public Field<S> base() {
    return base;
  }

  public int directions() {
    return directions;
  }

  /** A value that depends on no direction. */
  public Dual<S> constant(S value) {
    return new Dual<>(value, List.of());
  }

  /** A value whose derivative is 1 in one direction and 0 in the others. */
  public Dual<S> variable(S value, int direction) {
    List<Optional<S>> partials = new ArrayList<>();
    for (int i = 0; i < directions; i++) {
      partials.add(i == direction ? Optional.of(base.one()) : Optional.empty());
    }
    return new Dual<>(value, partials);
  }

  /** A value with given derivatives, one a direction. */
  public Dual<S> dual(S value, List<S> partials) {
    if (partials.size() != directions) {
      throw new IllegalArgumentException(directions + " directions, not " + partials.size());
    }
    return new Dual<>(value, partials.stream().map(Optional::of).toList());
  }

  /** The derivative in a direction. */
  public S partial(Dual<S> a, int direction) {
    Objects.checkIndex(direction, directions);
    return a.partial(direction).orElseGet(base::zero);
  }

  @Override
  public Dual<S> of(Rational value) {
    return constant(base.of(value));
  }

  @Override
  public Dual<S> pi() {
    return constant(base.pi());
  }

  @Override
  public boolean isZero(Dual<S> a) {
    return base.isZero(a.value())
        && a.partials().stream().allMatch(p -> p.isEmpty() || base.isZero(p.get()));
  }

  @Override
  public Dual<S> add(Dual<S> a, Dual<S> b) {
    return new Dual<>(base.add(a.value(), b.value()), a.merge(b, base::add, p -> p, q -> q));
  }

  @Override
  public Dual<S> subtract(Dual<S> a, Dual<S> b) {
    return new Dual<>(
        base.subtract(a.value(), b.value()), a.merge(b, base::subtract, p -> p, base::negate));
  }

  @Override
  public Dual<S> negate(Dual<S> a) {
    return new Dual<>(base.negate(a.value()), a.map(base::negate));
  }

  @Override
  public Dual<S> multiply(Dual<S> a, Dual<S> b) {
    return new Dual<>(
        base.multiply(a.value(), b.value()),
        a.merge(
            b,
            (p, q) -> base.add(base.multiply(p, b.value()), base.multiply(a.value(), q)),
            p -> base.multiply(p, b.value()),
            q -> base.multiply(a.value(), q)));
  }

  /** (a/b)′ = (a′ − (a/b) b′)/b. */
  @Override
  public Dual<S> divide(Dual<S> a, Dual<S> b) {
    S quotient = base.divide(a.value(), b.value());
    return new Dual<>(
        quotient,
        a.merge(
            b,
            (p, q) -> base.divide(base.subtract(p, base.multiply(quotient, q)), b.value()),
            p -> base.divide(p, b.value()),
            q -> base.negate(base.divide(base.multiply(quotient, q), b.value()))));
  }

  @Override
  public Dual<S> power(Dual<S> a, int exponent) {
    S value = base.power(a.value(), exponent);
    if (exponent == 0) {
      return constant(value);
    }
    if (exponent == 1) {
      return a;
    }
    return chain(
        a, value, () -> base.multiply(base.of(exponent), base.power(a.value(), exponent - 1)));
  }

  /** (aᵇ)′ = aᵇ (b a′/a + b′ log a). */
  @Override
  public Dual<S> power(Dual<S> a, Dual<S> b) {
    S value = base.power(a.value(), b.value());
    Dual<S> inBase = chain(a, value, () -> base.divide(base.multiply(value, b.value()), a.value()));
    Dual<S> inExponent =
        chain(b, value, () -> base.multiply(value, base.apply(ElementaryFunction.LOG, a.value())));
    return new Dual<>(value, inBase.merge(inExponent, base::add, p -> p, q -> q));
  }

  /** (ⁿ√a)′ = ⁿ√a · a′/(n a). */
  @Override
  public Dual<S> root(Dual<S> a, int n) {
    S value = base.root(a.value(), n);
    return chain(a, value, () -> base.divide(value, base.multiply(base.of(n), a.value())));
  }

  @Override
  public Dual<S> apply(ElementaryFunction function, Dual<S> a) {
    S value = base.apply(function, a.value());
    return chain(a, value, () -> Slope.of(base, function, a.value(), value));
  }

  @Override
  public Dual<S> select(Dual<S> condition, Dual<S> ifPositive, Dual<S> ifNegative) {
    return select(condition, () -> ifPositive, () -> ifNegative);
  }

  @Override
  public Dual<S> select(
      Dual<S> condition, Supplier<Dual<S>> ifPositive, Supplier<Dual<S>> ifNegative) {
    refuseMoving(condition);
    return selected(condition, ifPositive, ifNegative);
  }

  private Dual<S> selected(
      Dual<S> condition, Supplier<Dual<S>> ifPositive, Supplier<Dual<S>> ifNegative) {
    S sign = condition.value();
    Branch<Dual<S>> positive = new Branch<>(ifPositive);
    Branch<Dual<S>> negative = new Branch<>(ifNegative);
    S value = base.select(sign, () -> positive.get().value(), () -> negative.get().value());
    if (!negative.taken()) {
      return positive.get();
    }
    if (!positive.taken()) {
      return negative.get();
    }
    return new Dual<>(value, partials(sign, positive.get(), negative.get()));
  }

  private List<Optional<S>> partials(S sign, Dual<S> positive, Dual<S> negative) {
    return positive.merge(
        negative,
        (p, q) -> base.select(sign, p, q),
        p -> base.select(sign, p, base.zero()),
        q -> base.select(sign, base.zero(), q));
  }

  /** The value is one side's where the condition is zero, but there is a kink in it. */
  @Override
  public Dual<S> choose(
      Dual<S> condition, Supplier<Dual<S>> ifNonnegative, Supplier<Dual<S>> ifNegative) {
    S sign = condition.value();
    Branch<Dual<S>> first = new Branch<>(ifNonnegative);
    Branch<Dual<S>> second = new Branch<>(ifNegative);
    S value = base.choose(sign, () -> first.get().value(), () -> second.get().value());
    if (!first.taken() || !second.taken()) {
      return selected(condition, first, second);
    }
    return new Dual<>(value, partials(sign, first.get(), second.get()));
  }

  /**
   * A jump that moves along the variable of an integral adds to its derivative what is not computed
   * here.
   */
  @Override
  public Dual<S> jump(
      Dual<S> condition, Supplier<Dual<S>> ifNonnegative, Supplier<Dual<S>> ifNegative) {
    refuseMoving(condition);
    return choose(condition, ifNonnegative, ifNegative);
  }

  private void refuseMoving(Dual<S> condition) {
    boolean moves =
        !condition.isConstant()
            && open.stream()
                .anyMatch(
                    x ->
                        base.line(condition.value(), x)
                            .filter(line -> base.isZero(line.slope()))
                            .isEmpty());
    if (moves) {
      throw EvaluationException.unsupported("the derivative of an integral over a jump that moves");
    }
  }

  @Override
  public Optional<Line<Dual<S>>> line(Dual<S> value, Dual<S> variable) {
    Optional<Line<S>> line = base.line(value.value(), variable.value());
    List<Optional<S>> slopes = new ArrayList<>();
    List<Optional<S>> intercepts = new ArrayList<>();
    for (Optional<S> partial : value.partials()) {
      Optional<Line<S>> moving = partial.flatMap(p -> base.line(p, variable.value()));
      if (partial.isPresent() && moving.isEmpty()) {
        return Optional.empty();
      }
      slopes.add(moving.map(Line::slope).filter(slope -> !base.isZero(slope)));
      intercepts.add(moving.map(Line::intercept));
    }
    return line.map(
        l ->
            new Line<>(
                new Dual<>(l.slope(), slopes), new Dual<>(l.intercept(), intercepts), l.sign()));
  }

  @Override
  public Dual<S> given(Dual<S> value, Dual<S> witness) {
    S exists = witness.value();
    return new Dual<>(
        base.given(value.value(), exists), value.map(partial -> base.given(partial, exists)));
  }

  /**
   * Each derivative is the upper right block of the exponential of [[A, A′], [0, A]] (Higham,
   * Functions of Matrices, eq. 3.16).
   */
  @Override
  public List<Dual<S>> matrixExponential(int n, List<Dual<S>> entries) {
    List<S> matrix = entries.stream().map(Dual::value).toList();
    List<S> values = base.matrixExponential(n, matrix);
    List<List<Optional<S>>> partials = new ArrayList<>();
    values.forEach(value -> partials.add(new ArrayList<>()));
    for (int direction = 0; direction < directions; direction++) {
      int d = direction;
      boolean depends = entries.stream().anyMatch(entry -> entry.partial(d).isPresent());
      List<S> derivative =
          depends
              ? frechet(n, matrix, entries.stream().map(entry -> partial(entry, d)).toList())
              : List.of();
      for (int i = 0; i < n * n; i++) {
        partials.get(i).add(depends ? Optional.of(derivative.get(i)) : Optional.empty());
      }
    }
    List<Dual<S>> result = new ArrayList<>();
    for (int i = 0; i < n * n; i++) {
      result.add(new Dual<>(values.get(i), partials.get(i)));
    }
    return result;
  }

  private List<S> frechet(int n, List<S> matrix, List<S> direction) {
    List<S> block = new ArrayList<>();
    for (int i = 0; i < 2 * n; i++) {
      for (int j = 0; j < 2 * n; j++) {
        int place = i % n * n + j % n;
        if (i / n == j / n) {
          block.add(matrix.get(place));
        } else {
          block.add(i < n ? direction.get(place) : base.zero());
        }
      }
    }
    List<S> exponential = base.matrixExponential(2 * n, block);
    List<S> derivative = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      derivative.addAll(exponential.subList(2 * n * i + n, 2 * n * i + 2 * n));
    }
    return derivative;
  }

  /**
   * Leibniz: the derivative under the integral, and those of the ends times the integrand there.
   */
  @Override
  public List<Dual<S>> integrals(
      Dual<S> lower, Dual<S> upper, Function<Dual<S>, List<Dual<S>>> integrands) {
    List<Dual<S>> bodies = new ArrayList<>();
    List<S> integrals =
        base.integrals(
            lower.value(),
            upper.value(),
            x -> {
              open.push(x);
              try {
                bodies.clear();
                bodies.addAll(integrands.apply(constant(x)));
              } finally {
                open.pop();
              }
              return bodies.stream().flatMap(DualField::parts).toList();
            });
    Iterator<S> next = integrals.iterator();
    List<Dual<S>> inside = new ArrayList<>();
    bodies.forEach(b -> inside.add(new Dual<>(next.next(), b.map(partial -> next.next()))));
    return atEnd(negate(lower), lower, integrands, atEnd(upper, upper, integrands, inside));
  }

  private static <S> Stream<S> parts(Dual<S> a) {
    return Stream.concat(Stream.of(a.value()), a.partials().stream().flatMap(Optional::stream));
  }

  /** What the motion of an end adds to the derivatives of integrals. */
  private List<Dual<S>> atEnd(
      Dual<S> motion,
      Dual<S> end,
      Function<Dual<S>, List<Dual<S>>> integrands,
      List<Dual<S>> integrals) {
    if (end.isConstant()) {
      return integrals;
    }
    List<Dual<S>> there = integrands.apply(constant(end.value()));
    List<Dual<S>> results = new ArrayList<>();
    for (int k = 0; k < integrals.size(); k++) {
      S height = there.get(k).value();
      Dual<S> integral = integrals.get(k);
      results.add(
          new Dual<>(
              integral.value(),
              integral.merge(
                  motion,
                  (p, q) -> base.add(p, base.multiply(height, q)),
                  p -> p,
                  q -> base.multiply(height, q))));
    }
    return results;
  }

  /** A function value whose slope is computed only if the argument depends on something. */
  private Dual<S> chain(Dual<S> a, S value, Supplier<S> slope) {
    if (a.isConstant()) {
      return constant(value);
    }
    S factor = slope.get();
    return new Dual<>(value, a.map(partial -> base.multiply(factor, partial)));
  }
}
