package dev.hence.read.meaning;

import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the known functions say of numbers, of vectors and of matrices. */
final class Functions {
  private static final Expr ONE = new Expr.Literal(Rational.ONE);

  private final Context context;

  Functions(Context context) {
    this.context = context;
  }

  Expr apply(Syntax.FunctionName f, Expr x) {
    return switch (f.name()) {
      case "ln", "log" -> elementary(ElementaryFunction.LOG, f, x);
      case "exp" -> exponential(x, f.span());
      case "cot" -> reciprocal(elementary(ElementaryFunction.TAN, f, x), f);
      case "sec" -> reciprocal(elementary(ElementaryFunction.COS, f, x), f);
      case "csc" -> reciprocal(elementary(ElementaryFunction.SIN, f, x), f);
      case "coth" -> reciprocal(elementary(ElementaryFunction.TANH, f, x), f);
      case "sech" -> reciprocal(elementary(ElementaryFunction.COSH, f, x), f);
      case "csch" -> reciprocal(elementary(ElementaryFunction.SINH, f, x), f);
      case "erfc" -> new Entrywise(context).each(entrywise(f, x), Functions::complementaryError);
      case "det" -> new Expr.Determinant(square(f, x));
      case "tr" -> trace(f, x);
      case "diag" -> diagonal(f, x);
      case "vec" -> new Expr.Vectorised(x);
      case "sign" -> new Entrywise(context).each(entrywise(f, x), Distinctions::sign);
      default -> elementary(named(f), f, x);
    };
  }

  /** Whether a prime on a name says the derivative of a function of one number. */
  static boolean hasSlope(Syntax.FunctionName f) {
    return !List.of("max", "min", "sup", "inf", "det", "tr", "diag", "vec", "rank", "sign")
        .contains(f.name());
  }

  /** {@code \tanh'(z)}: the derivative of the function, entry by entry, taken where it says. */
  Expr apply(Syntax.FunctionName f, Expr x, int primes) {
    return primes == 0
        ? apply(f, x)
        : new Entrywise(context).each(entrywise(f, x), entry -> slope(f, entry, primes));
  }

  private Expr slope(Syntax.FunctionName f, Expr x, int primes) {
    Expr.Ref variable = new Expr.Ref(free(x), List.of(), Shape.SCALAR);
    Expr slope = apply(f, variable);
    for (int k = 0; k < primes; k++) {
      slope = new Expr.Derivative(slope, variable);
    }
    return new Expr.Substituted(slope, variable, x);
  }

  /** A letter of which nothing is said. */
  private Name free(Expr x) {
    return Stream.concat(Stream.of("u", "v", "s", "z"), Stream.iterate("u'", l -> l + "'"))
        .map(Name::new)
        .filter(n -> !context.knows(n, 0) && !context.isLetter(n.latex()))
        .filter(n -> !Trees.any(x, e -> e instanceof Expr.Ref r && r.name().equals(n)))
        .findFirst()
        .orElseThrow();
  }

  /** erfc z = 1 − erf z (DLMF 7.2.2). */
  private static Expr complementaryError(Expr z) {
    return new Expr.Add(List.of(ONE, new Expr.Negate(new Expr.Apply(ElementaryFunction.ERF, z))));
  }

  private Expr reciprocal(Expr value, Syntax.FunctionName f) {
    return new Entrywise(context).quotient(ONE, value, f.span());
  }

  private static ElementaryFunction named(Syntax.FunctionName f) {
    try {
      return ElementaryFunction.valueOf(f.name().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Formulas.unsupported(f, "the function " + f.name());
    }
  }

  private static Expr elementary(ElementaryFunction function, Syntax.FunctionName f, Expr x) {
    return new Expr.Apply(function, entrywise(f, x));
  }

  /**
   * Numbers, vectors and rectangles, on whose entries a function acts. Of a square matrix there may
   * be meant a function of the matrix as a whole.
   */
  private static Expr entrywise(Syntax.FunctionName f, Expr x) {
    return entrywise(f.name(), f.span(), x);
  }

  private static Expr entrywise(String name, Span span, Expr x) {
    if (x.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns())) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          span,
          name + " of a square matrix may act on its entries or on the matrix as a whole",
          "define a function of a number, \\phi(z) = \\"
              + name
              + " z, and write \\phi(A): it acts"
              + " on the entries");
    }
    return x;
  }

  /** The root of a number, or of every entry. */
  static Expr root(Expr body, int degree, Span span) {
    if (body.shape().isScalar()) {
      return new Expr.Root(body, degree);
    }
    if (degree != 2) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          span,
          "a root takes a number, not " + Shapes.a(body.shape()),
          "");
    }
    return new Expr.Apply(ElementaryFunction.SQRT, entrywise("sqrt", span, body));
  }

  /** e to a power: of a square matrix the matrix exponential, else entry by entry. */
  static Expr exponential(Expr exponent, Span span) {
    boolean square = exponent.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns());
    return square
        ? new Expr.MatrixExponential(exponent)
        : new Expr.Apply(ElementaryFunction.EXP, exponent);
  }

  private static Expr trace(Syntax.FunctionName f, Expr x) {
    return x.shape().isScalar() ? x : new Expr.Trace(square(f, x));
  }

  /** A vector becomes a matrix, a matrix the vector of its diagonal. */
  private Expr diagonal(Syntax.FunctionName f, Expr x) {
    return switch (x.shape()) {
      case Shape.Vector v -> new Expr.Diagonal(x, Shape.matrix(v.size(), v.size()));
      case Shape.Matrix m when m.rows().equals(m.columns()) -> {
        Shape.Vector shape = new Shape.Vector(m.rows());
        String letter = new Entrywise(context).fresh(shape, List.of(x)).getFirst();
        Expr index = new Expr.Index(letter);
        yield new Expr.Family(
            List.of(letter),
            List.of(Entrywise.upTo(m.rows())),
            new Expr.Entry(x, List.of(index, index)),
            shape);
      }
      default ->
          throw new Misread(
              ProblemId.SHAPE_MISMATCH,
              f.span(),
              "diag takes a vector or a square matrix, not " + Shapes.a(x.shape()),
              "");
    };
  }

  private static Expr square(Syntax.FunctionName f, Expr x) {
    if (x.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns())) {
      return x;
    }
    throw new Misread(
        ProblemId.SHAPE_MISMATCH,
        f.span(),
        f.name() + " takes a square matrix, not " + Shapes.a(x.shape()),
        "");
  }

  /** max(0, z) of every entry, or the slope of that. */
  Expr rectified(Expr x, boolean slope) {
    Expr zero = new Expr.Literal(Rational.ZERO);
    return new Entrywise(context)
        .each(
            x,
            z ->
                slope
                    ? new Expr.Cases(new Condition(z, Relation.GREATER, zero), ONE, zero)
                    : new Expr.Extremum(true, List.of(zero, z)));
  }

  /** The largest or smallest of several numbers; with one vector among them, of every entry. */
  Expr extremum(boolean largest, List<Expr> options, Span span) {
    Optional<Shape> shape =
        options.stream().map(Expr::shape).filter(s -> !s.isScalar()).findFirst();
    if (shape.isEmpty()) {
      return new Expr.Extremum(largest, options);
    }
    Expr whole =
        options.stream().filter(o -> o.shape().equals(shape.get())).findFirst().orElseThrow();
    for (Expr option : options) {
      if (!option.shape().isScalar()) {
        Shapes.requireSame(whole, option, "the " + (largest ? "largest" : "smallest"), span);
      }
    }
    return new Entrywise(context)
        .each(
            options, shape.get(), entries -> new Expr.Extremum(largest, new ArrayList<>(entries)));
  }
}
