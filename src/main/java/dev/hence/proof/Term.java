package dev.hence.proof;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import java.util.List;

/**
 * A number written in components: what the translation makes of one entry of a side. Vectors and
 * matrices do not occur, index letters stand for integers, and every name that can move or be bound
 * is told apart from every other.
 */
public sealed interface Term {
  Term ZERO = new Numeral(Rational.ZERO);
  Term ONE = new Numeral(Rational.ONE);

  /** A rational number. */
  record Numeral(Rational value) implements Term {}

  /** An integer made of sizes and index letters. */
  record Whole(Size value) implements Term {}

  /** A time as a number: the end T, or the bound variable of an integral. */
  record Clock(Time time) implements Term {}

  /**
   * An entry of a declared variable.
   *
   * @param copy 0 for the variable itself; otherwise the number of a {@link Let} that binds it
   */
  record Variable(Name name, int copy, List<Size> indices, List<Size> entry, Time time)
      implements Term {}

  /**
   * An entry of an arbitrary smooth function, or of a partial derivative of it.
   *
   * @param partials by which entries of which slots it is differentiated, in canonical order: the
   *     order of partial derivatives of a smooth function does not matter
   */
  record Function(
      Name name,
      List<Size> indices,
      List<Partial> partials,
      List<Argument> arguments,
      List<Size> entry)
      implements Term {
    public Function {
      partials =
          partials.size() < 2
              ? List.copyOf(partials)
              : partials.stream()
                  .sorted(java.util.Comparator.comparing(Partial::toString))
                  .toList();
      arguments = Parts.of(arguments);
    }

    /** The name of the inverse of a matrix, its only argument; no document can write it. */
    static final Name INVERSE = new Name("⁻¹");

    /** The name of exp(s C) for a number s and a matrix C; no document can write it. */
    static final Name EXPONENTIAL = new Name("e⁰");

    /** The name of the power Mⁿ of a matrix, n its only index; no document can write it. */
    static final Name POWER = new Name("ⁿ");

    /** Whether it is an entry of a power of a matrix, with an exponent that is no number. */
    public boolean isMatrixPower() {
      return name.equals(POWER);
    }

    /** Whether it is an entry of the exponential of a multiple of a matrix. */
    public boolean isExponential() {
      return name.equals(EXPONENTIAL);
    }

    /** Whether it is an entry of the inverse of a matrix. */
    public boolean isInverse() {
      return name.equals(INVERSE);
    }
  }

  /** A partial derivative by an entry of a slot. */
  record Partial(int slot, List<Size> entry) {}

  /** What stands in a slot: a number, or the entries of a vector or matrix by bound letters. */
  record Argument(List<Letter> letters, Term body) {}

  /** A sum of finitely many terms; of none, 0. */
  record Sum(List<Term> terms) implements Term {
    public Sum {
      terms = Parts.of(terms);
    }
  }

  /** A product of finitely many factors; of none, 1. */
  record Product(List<Term> factors) implements Term {
    public Product {
      factors = Parts.of(factors);
    }
  }

  /** An integer power. */
  record Power(Term base, int exponent) implements Term {}

  /** An elementary function. */
  record Elementary(ElementaryFunction function, Term argument) implements Term {}

  /** Something of which only this is known, that equal parts give equal values. */
  record Opaque(String kind, List<Term> parts) implements Term {
    public Opaque {
      parts = Parts.of(parts);
    }
  }

  /** The sum over the values of a letter; 0 if there are none. */
  record Over(Letter letter, Term body) implements Term {}

  /** 1 where two integers are equal, else 0. */
  record Delta(Size left, Size right) implements Term {}

  /** 1 where an integer is less than another, else 0. */
  record Below(Size left, Size right) implements Term {}

  /** The integral over a real variable. */
  record Integral(String variable, Term lower, Term upper, Term body) implements Term {}

  /** The derivative of the body by an entry of a bound variable, or by the end of time. */
  record Derivative(Term body, Target target) implements Term {}

  /** By what is differentiated. */
  sealed interface Target {}

  /** An entry of a variable that a {@link Let} around it binds. */
  record Entry(Variable variable) implements Target {}

  /** The end T of the trajectory, with which the state there moves. */
  record EndOfTime() implements Target {}

  /** The bound variable of an integral. */
  record Inside(String variable) implements Target {}

  /**
   * The body with a bound variable given its value, after all derivatives inside are taken.
   *
   * @param letters which entry of it: the indices of a family, then row and column
   */
  record Let(Name name, int copy, List<Letter> letters, Term value, Term body) implements Term {}

  static Term of(long value) {
    return new Numeral(Rational.of(value));
  }

  static Term negative(Term term) {
    return new Product(List.of(of(-1), term));
  }

  static Term minus(Term left, Term right) {
    return new Sum(List.of(left, negative(right)));
  }

  static Term times(Term left, Term right) {
    return new Product(List.of(left, right));
  }
}
