package dev.hence.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A formula as a tree. Every node knows its shape; a tree is made only of parts that fit, and it is
 * what the author wrote: nothing here simplifies.
 *
 * <p>Values are real. A {@link Ref} without a definition is an input: a variable, a data point, the
 * state. Meaning of time: the <em>state</em> is the set of names that the dynamics move. A bare
 * state is its current value; {@link At} takes everything inside at another time of the same
 * trajectory.
 */
public sealed interface Expr {
  Shape shape();

  /** 0 in a shape. */
  static Expr zero(Shape shape) {
    return shape.isScalar() ? new Literal(Rational.ZERO) : new Filled(Rational.ZERO, shape);
  }

  /** An exact number. */
  record Literal(Rational value) implements Expr {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /** The number π. */
  record Pi() implements Expr {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /** An index letter, free or bound: an integer. */
  record Index(String letter) implements Expr {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /** A size, such as the N in 1/N: an integer. */
  record SizeOf(Size size) implements Expr {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /**
   * A declared variable, a defined name, a parameter or a bound real variable.
   *
   * @param indices which member of the family, integer expressions; empty for a plain name
   */
  record Ref(Name name, List<Expr> indices, Shape shape) implements Expr {
    public Ref {
      indices = List.copyOf(indices);
    }
  }

  /**
   * A function, declared or defined, at its arguments; or its partial derivative by slots. A
   * function of one number that is given a vector or a matrix acts on every entry.
   *
   * @param indices which member of a family of functions
   * @param slots the slots by which it is differentiated, ascending, a slot once for each order;
   *     the derivative is taken first and then stands at the arguments
   */
  record Call(
      Name function, List<Expr> indices, List<Expr> arguments, List<Integer> slots, Shape shape)
      implements Expr {
    public Call {
      indices = List.copyOf(indices);
      arguments = List.copyOf(arguments);
      slots = List.copyOf(slots);
    }

    /** Whether the function acts on every entry of its argument. */
    public boolean isEntrywise(Lambda lambda) {
      return arguments.size() == 1
          && !arguments.getFirst().shape().isScalar()
          && lambda.parameters().getFirst().shape().isScalar();
    }

    /**
     * The parameters that stand for something else than what has their name outside: s in a
     * function of s at T − s, or in its derivative. Where a time has that name, they are none.
     */
    public List<Name> shadowing(Lambda lambda) {
      List<Name> names = new ArrayList<>();
      for (int k = 0; k < Math.min(lambda.parameters().size(), arguments.size()); k++) {
        Name name = lambda.parameters().get(k).name();
        boolean same =
            slots.isEmpty()
                && arguments.get(k) instanceof Ref r
                && r.indices().isEmpty()
                && r.name().equals(name);
        if (!same) {
          names.add(name);
        }
      }
      return names;
    }
  }

  /** A sum of at least two terms of one shape. */
  record Add(List<Expr> terms) implements Expr {
    public Add {
      terms = List.copyOf(terms);
    }

    @Override
    public Shape shape() {
      return terms.getFirst().shape();
    }
  }

  /** The negative. */
  record Negate(Expr body) implements Expr {
    @Override
    public Shape shape() {
      return body.shape();
    }
  }

  /** A product, by the shapes: scaling, or the matrix product with rows and columns. */
  record Multiply(Expr left, Expr right) implements Expr {
    @Override
    public Shape shape() {
      return Shape.product(left.shape(), right.shape()).orElseThrow();
    }
  }

  /** The entrywise product of two values of one shape. */
  record Hadamard(Expr left, Expr right) implements Expr {
    @Override
    public Shape shape() {
      return left.shape();
    }
  }

  /** The Kronecker product: every entry of the left times the whole right. */
  record Kronecker(Expr left, Expr right) implements Expr {
    @Override
    public Shape shape() {
      return Shape.kronecker(left.shape(), right.shape());
    }
  }

  /** The columns of a matrix, one below the other. */
  record Vectorised(Expr body) implements Expr {
    @Override
    public Shape shape() {
      return Shape.stacked(body.shape());
    }
  }

  /** Anything over a number. */
  record Divide(Expr numerator, Expr denominator) implements Expr {
    @Override
    public Shape shape() {
      return numerator.shape();
    }
  }

  /** A power of a number, or a square matrix to an integer (−1 is the inverse). */
  record Power(Expr base, Expr exponent) implements Expr {
    @Override
    public Shape shape() {
      return base.shape();
    }
  }

  /** The real n-th root of a number. */
  record Root(Expr body, int degree) implements Expr {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /** An elementary function, entry by entry. */
  record Apply(ElementaryFunction function, Expr argument) implements Expr {
    @Override
    public Shape shape() {
      return argument.shape();
    }
  }

  /** The exponential of a square matrix. */
  record MatrixExponential(Expr argument) implements Expr {
    @Override
    public Shape shape() {
      return argument.shape();
    }
  }

  /** The absolute value of a number; 0 is a kink. */
  record Abs(Expr body) implements Expr {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /** The largest or smallest of at least two numbers; a tie is a kink. */
  record Extremum(boolean largest, List<Expr> options) implements Expr {
    public Extremum {
      options = List.copyOf(options);
    }

    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /**
   * One value where the condition holds, another where it does not.
   *
   * @param open whether there is neither where the sides of the condition are equal
   */
  record Cases(Condition condition, Expr then, Expr otherwise, boolean open) implements Expr {
    public Cases(Condition condition, Expr then, Expr otherwise) {
      this(condition, then, otherwise, false);
    }

    @Override
    public Shape shape() {
      return then.shape();
    }
  }

  /** The inner product of two values of one shape: the sum of the products of their entries. */
  record Inner(Expr left, Expr right) implements Expr {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /** The Euclidean (Frobenius) norm. Its square is smooth everywhere, itself it has a kink at 0. */
  record Norm(Expr body) implements Expr {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /** The transpose. */
  record Transpose(Expr body) implements Expr {
    @Override
    public Shape shape() {
      return body.shape().transposed();
    }
  }

  /** The trace of a square matrix. */
  record Trace(Expr body) implements Expr {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /** The determinant of a square matrix. */
  record Determinant(Expr body) implements Expr {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /** The square matrix with a vector on its diagonal. */
  record Diagonal(Expr body, Shape shape) implements Expr {}

  /** An entry of a vector (one index) or matrix (two), counted from 1. */
  record Entry(Expr body, List<Expr> indices) implements Expr {
    public Entry {
      indices = List.copyOf(indices);
    }

    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /** The identity matrix. */
  record Identity(Size size) implements Expr {
    @Override
    public Shape shape() {
      return Shape.matrix(size, size);
    }
  }

  /** A value all of whose entries are one number. */
  record Filled(Rational value, Shape shape) implements Expr {}

  /** A matrix, row or column written out entry by entry, row-major. */
  record Stack(List<Expr> entries, Shape shape) implements Expr {
    public Stack {
      entries = List.copyOf(entries);
    }
  }

  /**
   * The vector of a family of numbers, or the matrix of a doubly indexed one.
   *
   * @param letters the index letters, one or two, bound here
   */
  record Family(List<String> letters, List<Range> ranges, Expr body, Shape shape) implements Expr {
    public Family {
      letters = List.copyOf(letters);
      ranges = List.copyOf(ranges);
    }
  }

  /**
   * A finite sum or product over an index, or the largest or smallest of finitely many numbers. The
   * factors of a product of matrices stand in the order of the index; an empty one is the identity.
   *
   * @param conditions which values of the index are taken
   */
  record Sum(Fold fold, String letter, Range range, List<Condition> conditions, Expr body)
      implements Expr {
    public Sum {
      conditions = List.copyOf(conditions);
    }

    public Sum(boolean product, String letter, Range range, List<Condition> conditions, Expr body) {
      this(product ? Fold.PRODUCT : Fold.SUM, letter, range, conditions, body);
    }

    /** Whether terms are added, so that this is linear in them. */
    public boolean adds() {
      return fold == Fold.SUM;
    }

    /** Whether factors are multiplied. */
    public boolean multiplies() {
      return fold == Fold.PRODUCT;
    }

    @Override
    public Shape shape() {
      return multiplies() && body.shape() instanceof Shape.Matrix m
          ? Shape.matrix(at(m.rows(), range.lower()), at(m.columns(), range.upper()))
          : body.shape();
    }

    private Size at(Size size, Expr end) {
      return SizeForm.of(end).map(value -> size.with(Map.of(letter, value))).orElse(size);
    }
  }

  /**
   * A definite integral.
   *
   * @param variable the real variable bound here
   */
  record Integral(Name variable, Expr lower, Expr upper, Expr body) implements Expr {
    @Override
    public Shape shape() {
      return body.shape();
    }
  }

  /**
   * The mean of the body over a random name, whose members are drawn by a law, each independently
   * of the others.
   *
   * @param variable the random name, bound in the body
   * @param letters the index letters of its members, bound in the law; empty for a plain name
   */
  record Expectation(Name variable, List<String> letters, List<Range> ranges, Law law, Expr body)
      implements Expr {
    public Expectation {
      letters = List.copyOf(letters);
      ranges = List.copyOf(ranges);
    }

    /** The index letters that are bound somewhere in it. */
    public List<String> lettersBound() {
      return law instanceof Law.Finite finite
          ? Stream.concat(letters.stream(), Stream.of(finite.letter())).toList()
          : letters;
    }

    @Override
    public Shape shape() {
      return body.shape();
    }
  }

  /** The body with the state taken at a time of the trajectory. */
  record At(Expr body, Expr time) implements Expr {
    @Override
    public Shape shape() {
      return body.shape();
    }
  }

  /** The derivative along the dynamics at the current state. */
  record TimeDerivative(Expr body) implements Expr {
    @Override
    public Shape shape() {
      return body.shape();
    }
  }

  /**
   * The derivative of the body by a name: that name moves, every name that is defined through it is
   * computed anew, everything else stays fixed. If the name is itself defined, its own definition
   * is cut: it moves by itself.
   *
   * <p>Shape, by {@link Shape#derivative}: a gradient is shaped like the variable.
   */
  record Derivative(Expr body, Ref variable) implements Expr {
    @Override
    public Shape shape() {
      return Shape.derivative(body.shape(), variable.shape()).orElseThrow();
    }
  }

  /** The body with a name given another value, after all derivatives inside are taken. */
  record Substituted(Expr body, Ref variable, Expr value) implements Expr {
    @Override
    public Shape shape() {
      return body.shape();
    }
  }
}
