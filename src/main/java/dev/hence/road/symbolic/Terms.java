package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import dev.hence.road.symbolic.Term.Constant;
import dev.hence.road.symbolic.Term.Origin;
import dev.hence.road.symbolic.Term.Power;
import dev.hence.road.symbolic.Term.Product;
import dev.hence.road.symbolic.Term.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The factory of {@link Term}s: one for each obligation, used by one thread.
 *
 * <p>It folds only what holds at every point where the parts are defined, and never drops a part
 * that may be undefined: 0·(1/x) stays, so that {@link Conditions} still finds x ≠ 0. It neither
 * expands nor factors.
 */
public final class Terms {
  private final Map<Object, Term> pool = new HashMap<>();
  private final Map<String, Symbol> symbols = new HashMap<>();
  private final Map<String, OpaqueRule> rules = new HashMap<>();
  private int nextId;
  private final Constant zero = constant(Rational.ZERO);
  private final Constant one = constant(Rational.ONE);

  private record SumKey(Rational constant, List<Term> addends) {}

  private record ProductKey(Rational coefficient, List<Term> factors) {}

  private record PowerKey(Term base, Rational exponent) {}

  private record OddRootKey(Term base, int index) {}

  private record ApplyKey(Elementary function, Term argument) {}

  private record SelectKey(Term on, Term above, Term below) {}

  private record OpaqueKey(String name, List<Integer> orders, List<Term> arguments) {}

  /** How many terms were made. */
  int size() {
    return pool.size();
  }

  public Constant zero() {
    return zero;
  }

  public Constant one() {
    return one;
  }

  public Constant constant(Rational value) {
    return intern(
        value, Range.point(value), true, origin -> new Constant(origin, value), Constant.class);
  }

  public Constant constant(long value) {
    return constant(Rational.of(value));
  }

  public Term.Pi pi() {
    return intern(Term.Pi.class, Range.open(3, 4), true, Term.Pi::new, Term.Pi.class);
  }

  /** A real symbol of which nothing is assumed, unless it was made before with a domain. */
  public Symbol symbol(String name) {
    Symbol known = symbols.get(name);
    return known != null ? known : symbol(name, Domain.REAL);
  }

  /**
   * The symbol of this name.
   *
   * @throws IllegalArgumentException if the name stands already for a symbol of another domain
   */
  public Symbol symbol(String name, Domain domain) {
    Symbol symbol =
        symbols.computeIfAbsent(
            name, n -> new Symbol(new Origin(nextId++, domain.range(), true), n, domain));
    if (!symbol.domain().equals(domain)) {
      throw new IllegalArgumentException("two domains for " + name);
    }
    return symbol;
  }

  /** A symbol that no name reaches. */
  Symbol fresh(Domain domain) {
    int number = nextId++;
    return new Symbol(new Origin(number, domain.range(), true), "·" + number, domain);
  }

  public Term sum(Term... addends) {
    return sum(List.of(addends));
  }

  public Term sum(List<Term> addends) {
    return new SumBuilder(this).addAll(addends).build();
  }

  public Term minus(Term left, Term right) {
    return sum(left, negate(right));
  }

  public Term negate(Term term) {
    return product(constant(-1), term);
  }

  public Term product(Term... factors) {
    return product(List.of(factors));
  }

  public Term product(List<Term> factors) {
    return new ProductBuilder(this).multiplyAll(factors).build();
  }

  /** numerator · denominator^(−1). */
  public Term quotient(Term numerator, Term denominator) {
    return product(numerator, power(denominator, -1));
  }

  public Term power(Term base, long exponent) {
    return power(base, Rational.of(exponent));
  }

  /** base^exponent with a constant exponent; a fraction asks for a base ≥ 0. */
  public Term power(Term base, Rational exponent) {
    return PowerRules.power(this, base, exponent);
  }

  /** base^exponent; where the exponent is no constant the base has to be positive. */
  public Term power(Term base, Term exponent) {
    return exponent instanceof Constant c
        ? power(base, c.value())
        : exp(product(exponent, log(base)));
  }

  public Term sqrt(Term radicand) {
    return power(radicand, Rational.of(1, 2));
  }

  /**
   * The real root of odd index, of any real base.
   *
   * @throws IllegalArgumentException if the index is even or not positive
   */
  public Term oddRoot(Term base, int index) {
    if (index <= 0 || index % 2 == 0) {
      throw new IllegalArgumentException("no odd root: " + index);
    }
    if (index == 1) {
      return base;
    }
    return base.range().nonnegative()
        ? power(base, Rational.of(1, index))
        : intern(
            new OddRootKey(base, index),
            base.range().signOnly(false),
            base.total(),
            origin -> new Term.OddRoot(origin, base, index),
            Term.class);
  }

  public Term exp(Term argument) {
    return apply(Elementary.EXP, argument);
  }

  public Term log(Term argument) {
    return apply(Elementary.LOG, argument);
  }

  public Term tanh(Term argument) {
    return apply(Elementary.TANH, argument);
  }

  public Term abs(Term argument) {
    return apply(Elementary.ABS, argument);
  }

  public Term apply(Elementary function, Term argument) {
    return FunctionRules.value(this, function, argument)
        .orElseGet(
            () ->
                intern(
                    new ApplyKey(function, argument),
                    FunctionRules.range(function, argument.range()),
                    argument.total() && FunctionRules.definedOn(function, argument.range()),
                    origin -> new Term.Apply(origin, function, argument),
                    Term.class));
  }

  /** −1, 0 or 1 would be its values; 0 is left out, as everywhere at a kink. */
  public Term sign(Term on) {
    return select(on, one, constant(-1));
  }

  /** {@code above} where on > 0, {@code below} where on < 0. */
  public Term select(Term on, Term above, Term below) {
    Range range = on.range();
    if (on.total() && (range.positive() || range.negative())) {
      return range.positive() ? above : below;
    }
    return intern(
        new SelectKey(on, above, below),
        above.range().hull(below.range()),
        on.total() && range.nonzero() && above.total() && below.total(),
        origin -> new Term.Select(origin, on, above, below),
        Term.class);
  }

  /** max(left, right), its kink where the two are equal. */
  public Term max(Term left, Term right) {
    return select(minus(left, right), left, right);
  }

  /**
   * A partial derivative of an unknown smooth function of all real arguments.
   *
   * @param orders how often it is differentiated in each argument
   */
  public Term opaque(String name, List<Integer> orders, List<Term> arguments) {
    if (orders.size() != arguments.size()) {
      throw new IllegalArgumentException("orders and arguments of " + name + " differ in number");
    }
    Optional<Term> known =
        Optional.ofNullable(rules.get(name)).flatMap(rule -> rule.value(orders, arguments));
    return known.orElseGet(() -> rawOpaque(name, orders, arguments));
  }

  /** What is known of a function that is else unknown. */
  interface OpaqueRule {
    /** A partial derivative at some arguments in other terms. */
    Optional<Term> value(List<Integer> orders, List<Term> arguments);
  }

  /** Says what is known of the unknown function of a name, once for all. */
  void rule(String name, OpaqueRule rule) {
    rules.putIfAbsent(name, rule);
  }

  private Term rawOpaque(String name, List<Integer> orders, List<Term> arguments) {
    return intern(
        new OpaqueKey(name, List.copyOf(orders), List.copyOf(arguments)),
        Range.ALL,
        arguments.stream().allMatch(Term::total),
        origin -> new Term.Opaque(origin, name, List.copyOf(orders), List.copyOf(arguments)),
        Term.class);
  }

  /** A power that no rule folds. */
  Term rawPower(Term base, Rational exponent) {
    return intern(
        new PowerKey(base, exponent),
        PowerRules.range(base.range(), exponent),
        base.total() && PowerRules.definedOn(base.range(), exponent),
        origin -> new Power(origin, base, exponent),
        Term.class);
  }

  /** A sum whose addends are sorted, more than one or one beside a constant. */
  Term rawSum(Rational constant, List<Term> addends) {
    Range range = Range.point(constant);
    for (Term addend : addends) {
      range = range.plus(addend.range());
    }
    return intern(
        new SumKey(constant, addends),
        range,
        addends.stream().allMatch(Term::total),
        origin -> new Term.Sum(origin, constant, addends),
        Term.class);
  }

  /** A product whose factors are sorted, more than one or one beside a coefficient. */
  Term rawProduct(Rational coefficient, List<Term> factors) {
    Range range = Range.point(coefficient);
    for (Term factor : factors) {
      range = range.times(factor.range());
    }
    return intern(
        new ProductKey(coefficient, factors),
        range,
        factors.stream().allMatch(Term::total),
        origin -> new Product(origin, coefficient, factors),
        Term.class);
  }

  private <T extends Term> T intern(
      Object key, Range range, boolean total, Function<Origin, T> make, Class<T> type) {
    Term known = pool.get(key);
    if (known == null) {
      known = make.apply(new Origin(nextId++, range, total));
      pool.put(key, known);
    }
    return type.cast(known);
  }
}
