package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The same numbers, in which the outcomes of some choices are known: along the variable of an
 * integral by their conditions, and then, where the same computation is done at another value of
 * it, by their order. It notes the first other choice whose condition changes linearly with the
 * variable.
 */
final class ForcedField<S> implements Field<S> {
  /** A choice that has two outcomes along the way of a variable. */
  record Kink<S>(S condition, Line<S> line) {}

  private final Field<S> base;
  private final Map<S, Boolean> forced;
  private Optional<S> watched = Optional.empty();
  private Optional<Kink<S>> kink = Optional.empty();
  private final List<Optional<Boolean>> decided = new ArrayList<>();
  private boolean again;
  private int next;

  /**
   * @param forced conditions, and whether each is positive
   */
  ForcedField(Field<S> base, Map<S, Boolean> forced) {
    this.base = base;
    this.forced = Map.copyOf(forced);
  }

  /** Begins the computation: at the variable, or later at another value of it. */
  void begin(S variable) {
    next = 0;
    if (watched.isEmpty()) {
      watched = Optional.of(variable);
    } else {
      again = true;
    }
  }

  /** The first choice that was noted. */
  Optional<Kink<S>> kink() {
    return kink;
  }

  private Optional<Boolean> outcome(S condition) {
    if (again) {
      return decided.get(next++);
    }
    Optional<Boolean> known = Optional.ofNullable(forced.get(condition));
    decided.add(known);
    if (known.isEmpty() && kink.isEmpty() && watched.isPresent()) {
      kink =
          base.line(condition, watched.get())
              .filter(line -> !base.isZero(line.slope()))
              .map(line -> new Kink<>(condition, line));
    }
    return known;
  }

  @Override
  public S select(S condition, S ifPositive, S ifNegative) {
    return outcome(condition)
        .map(positive -> positive ? ifPositive : ifNegative)
        .orElseGet(() -> base.select(condition, ifPositive, ifNegative));
  }

  @Override
  public S select(S condition, Supplier<S> ifPositive, Supplier<S> ifNegative) {
    return outcome(condition)
        .map(positive -> positive ? ifPositive.get() : ifNegative.get())
        .orElseGet(() -> base.select(condition, ifPositive, ifNegative));
  }

  @Override
  public S choose(S condition, Supplier<S> ifNonnegative, Supplier<S> ifNegative) {
    return outcome(condition)
        .map(positive -> positive ? ifNonnegative.get() : ifNegative.get())
        .orElseGet(() -> base.choose(condition, ifNonnegative, ifNegative));
  }

  @Override
  public S jump(S condition, Supplier<S> ifNonnegative, Supplier<S> ifNegative) {
    return outcome(condition)
        .map(positive -> positive ? ifNonnegative.get() : ifNegative.get())
        .orElseGet(() -> base.jump(condition, ifNonnegative, ifNegative));
  }

  @Override
  public Optional<Line<S>> line(S value, S variable) {
    return base.line(value, variable);
  }

  @Override
  public S of(Rational value) {
    return base.of(value);
  }

  @Override
  public S pi() {
    return base.pi();
  }

  @Override
  public boolean isZero(S a) {
    return base.isZero(a);
  }

  @Override
  public S add(S a, S b) {
    return base.add(a, b);
  }

  @Override
  public S subtract(S a, S b) {
    return base.subtract(a, b);
  }

  @Override
  public S multiply(S a, S b) {
    return base.multiply(a, b);
  }

  @Override
  public S negate(S a) {
    return base.negate(a);
  }

  @Override
  public S divide(S a, S b) {
    return base.divide(a, b);
  }

  @Override
  public S power(S a, int exponent) {
    return base.power(a, exponent);
  }

  @Override
  public S power(S a, S exponent) {
    return base.power(a, exponent);
  }

  @Override
  public S root(S a, int n) {
    return base.root(a, n);
  }

  @Override
  public S apply(ElementaryFunction function, S a) {
    return base.apply(function, a);
  }

  @Override
  public S given(S value, S witness) {
    return base.given(value, witness);
  }

  @Override
  public List<S> matrixExponential(int n, List<S> entries) {
    return base.matrixExponential(n, entries);
  }

  @Override
  public List<S> integrals(S lower, S upper, Function<S, List<S>> integrands) {
    return base.integrals(lower, upper, integrands);
  }

  @Override
  public S integral(S lower, S upper, Program integrand, List<S> captured) {
    return base.integral(lower, upper, integrand, captured);
  }

  @Override
  public S between(Rational lower, Rational upper) {
    return base.between(lower, upper);
  }

  @Override
  public double uncertainty(S a) {
    return base.uncertainty(a);
  }
}
