package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.List;

/**
 * A real scalar expression, a node of a hash-consed DAG: within one {@link Terms} equal structure
 * is the same object, so equality is identity.
 *
 * <p>Made by {@link Terms} only.
 */
public abstract sealed class Term {
  private final int id;
  private final Range range;
  private final boolean total;

  private Term(Origin origin) {
    this.id = origin.id();
    this.range = origin.range();
    this.total = origin.total();
  }

  /** What the factory knows of a node beside its structure. */
  record Origin(int id, Range range, boolean total) {}

  /** The number of this node within its factory, in order of creation. */
  final int id() {
    return id;
  }

  /** An interval that holds every value of this term. */
  public final Range range() {
    return range;
  }

  /** Whether this is defined wherever its symbols are in their domains. */
  public final boolean total() {
    return total;
  }

  /** The terms directly below. */
  public abstract List<Term> children();

  @Override
  public final boolean equals(Object other) {
    return this == other;
  }

  /** Depends on the order of creation only, so that maps of terms iterate alike in every run. */
  @Override
  public final int hashCode() {
    return id * 0x9E3779B9;
  }

  @Override
  public final String toString() {
    return TermPrinter.print(this);
  }

  /** An exact rational number. */
  public static final class Constant extends Term {
    private final Rational value;

    Constant(Origin origin, Rational value) {
      super(origin);
      this.value = value;
    }

    public Rational value() {
      return value;
    }

    @Override
    public List<Term> children() {
      return List.of();
    }
  }

  /** The number π. */
  public static final class Pi extends Term {
    Pi(Origin origin) {
      super(origin);
    }

    @Override
    public List<Term> children() {
      return List.of();
    }
  }

  /** A real variable. */
  public static final class Symbol extends Term {
    private final String name;
    private final Domain domain;

    Symbol(Origin origin, String name, Domain domain) {
      super(origin);
      this.name = name;
      this.domain = domain;
    }

    public String name() {
      return name;
    }

    public Domain domain() {
      return domain;
    }

    @Override
    public List<Term> children() {
      return List.of();
    }
  }

  /** constant + addends; no addend is a constant or a sum. */
  public static final class Sum extends Term {
    private final Rational constant;
    private final List<Term> addends;

    Sum(Origin origin, Rational constant, List<Term> addends) {
      super(origin);
      this.constant = constant;
      this.addends = addends;
    }

    public Rational constant() {
      return constant;
    }

    public List<Term> addends() {
      return addends;
    }

    @Override
    public List<Term> children() {
      return addends;
    }
  }

  /** coefficient · factors; no factor is a constant or a product. */
  public static final class Product extends Term {
    private final Rational coefficient;
    private final List<Term> factors;

    Product(Origin origin, Rational coefficient, List<Term> factors) {
      super(origin);
      this.coefficient = coefficient;
      this.factors = factors;
    }

    public Rational coefficient() {
      return coefficient;
    }

    public List<Term> factors() {
      return factors;
    }

    @Override
    public List<Term> children() {
      return factors;
    }
  }

  /**
   * base^exponent: an integer exponent, or a fraction, which asks for a base ≥ 0. An exponent that
   * is no number is written by exp and log.
   */
  public static final class Power extends Term {
    private final Term base;
    private final Rational exponent;

    Power(Origin origin, Term base, Rational exponent) {
      super(origin);
      this.base = base;
      this.exponent = exponent;
    }

    public Term base() {
      return base;
    }

    public Rational exponent() {
      return exponent;
    }

    @Override
    public List<Term> children() {
      return List.of(base);
    }
  }

  /** The real root of odd index, defined for every real base. */
  public static final class OddRoot extends Term {
    private final Term base;
    private final int index;

    OddRoot(Origin origin, Term base, int index) {
      super(origin);
      this.base = base;
      this.index = index;
    }

    public Term base() {
      return base;
    }

    public int index() {
      return index;
    }

    @Override
    public List<Term> children() {
      return List.of(base);
    }
  }

  /** An elementary function of one argument. */
  public static final class Apply extends Term {
    private final Elementary function;
    private final Term argument;

    Apply(Origin origin, Elementary function, Term argument) {
      super(origin);
      this.function = function;
      this.argument = argument;
    }

    public Elementary function() {
      return function;
    }

    public Term argument() {
      return argument;
    }

    @Override
    public List<Term> children() {
      return List.of(argument);
    }
  }

  /** {@code above} where the switch is positive, {@code below} where it is negative. */
  public static final class Select extends Term {
    private final Term on;
    private final Term above;
    private final Term below;

    Select(Origin origin, Term on, Term above, Term below) {
      super(origin);
      this.on = on;
      this.above = above;
      this.below = below;
    }

    /** The term whose sign decides. */
    public Term on() {
      return on;
    }

    public Term above() {
      return above;
    }

    public Term below() {
      return below;
    }

    @Override
    public List<Term> children() {
      return List.of(on, above, below);
    }
  }

  /** A partial derivative of an unknown smooth function, at the arguments. */
  public static final class Opaque extends Term {
    private final String name;
    private final List<Integer> orders;
    private final List<Term> arguments;

    Opaque(Origin origin, String name, List<Integer> orders, List<Term> arguments) {
      super(origin);
      this.name = name;
      this.orders = orders;
      this.arguments = arguments;
    }

    public String name() {
      return name;
    }

    /** How often it is differentiated in each argument; partial derivatives commute. */
    public List<Integer> orders() {
      return orders;
    }

    public List<Term> arguments() {
      return arguments;
    }

    @Override
    public List<Term> children() {
      return arguments;
    }
  }
}
