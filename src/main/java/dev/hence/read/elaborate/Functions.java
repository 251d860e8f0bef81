package dev.hence.read.elaborate;

import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The functions that have a name of their own in the field. */
final class Functions {
  private static final Expr ONE = new Expr.Literal(Rational.ONE);
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);

  private static final Map<String, ElementaryFunction> RECIPROCALS =
      Map.of(
          "cot", ElementaryFunction.TAN,
          "sec", ElementaryFunction.COS,
          "csc", ElementaryFunction.SIN,
          "coth", ElementaryFunction.TANH,
          "sech", ElementaryFunction.COSH,
          "csch", ElementaryFunction.SINH);

  private static final List<String> ELEMENTARY =
      List.of(
          "log", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh",
          "arsinh", "arcosh", "artanh", "erf");

  private final Reading reading;
  private final Context context;

  Functions(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  /** A function of one argument. */
  Typed apply(String name, Typed x, Span span) {
    return switch (name) {
      case "exp" -> exponential(x);
      case "ln" -> each(x, span, e -> new Expr.Apply(ElementaryFunction.LOG, e));
      case "det" -> ofSquare(x, span, Expr.Determinant::new);
      case "tr" -> trace(x, span);
      case "diag" -> diagonal(x, span);
      case "vec" -> vectorised(x, span);
      case "sign" -> eachEntry(x, span, Functions::sign);
      case "erfc" -> eachEntry(x, span, Functions::complementaryError);
      default -> named(name, x, span);
    };
  }

  private Typed named(String name, Typed x, Span span) {
    if (RECIPROCALS.containsKey(name)) {
      ElementaryFunction f = RECIPROCALS.get(name);
      return eachEntry(x, span, e -> new Expr.Divide(ONE, new Expr.Apply(f, e)));
    }
    return ELEMENTARY.contains(name)
        ? each(
            x,
            span,
            e -> new Expr.Apply(ElementaryFunction.valueOf(name.toUpperCase(Locale.ROOT)), e))
        : reading.refused(new Refusal.NoMeaning(span, "the function " + name));
  }

  /** A function that expressions take of all entries. */
  private Typed each(Typed x, Span span, UnaryOperator<Expr> function) {
    return Typed.of(
        x.type().plain(),
        build -> {
          Expr argument = x.draft().build(build);
          return isSquare(argument.shape())
              ? build.refuse(ofSquareMatrix(span))
              : function.apply(argument);
        });
  }

  /** A function whose value at every entry is written out. */
  private Typed eachEntry(Typed x, Span span, UnaryOperator<Expr> function) {
    return each(x, span, argument -> new Entrywise(context).each(argument, function));
  }

  /** Whether a prime on a name says the derivative of a function of one number. */
  static boolean hasSlope(String name) {
    return ELEMENTARY.contains(name)
        || RECIPROCALS.containsKey(name)
        || List.of("exp", "ln", "erfc").contains(name);
  }

  /** {@code \tanh'(z)}: the derivative of the function, entry by entry, taken where it says. */
  Typed slope(String name, int primes, Typed x, Span span) {
    return each(
        x,
        span,
        argument ->
            new Entrywise(context).each(argument, entry -> slope(name, primes, entry, span)));
  }

  private Expr slope(String name, int primes, Expr x, Span span) {
    Expr.Ref variable = new Expr.Ref(free(x), List.of(), Shape.SCALAR);
    Typed value = apply(name, Calls.reference(variable), span);
    Expr slope = value.draft().build(new Build(reading.inference()));
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

  private static Refusal ofSquareMatrix(Span span) {
    return new Refusal.Several(
        span,
        "a function of a square matrix",
        List.of("the function of every entry", "the function of the matrix as a whole"));
  }

  private static boolean isSquare(Shape shape) {
    return shape instanceof Shape.Matrix m && m.rows().equals(m.columns());
  }

  /** e to a power: of a square matrix the matrix exponential, else entry by entry. */
  static Typed exponential(Typed x) {
    return Typed.of(
        x.type().plain(),
        build -> {
          Expr exponent = x.draft().build(build);
          return isSquare(exponent.shape())
              ? new Expr.MatrixExponential(exponent)
              : new Expr.Apply(ElementaryFunction.EXP, exponent);
        });
  }

  private Typed ofSquare(Typed x, Span span, UnaryOperator<Expr> function) {
    Type square = square();
    reading.inference().same(square, x.type(), span, Refusal.Where.SQUARE);
    return Typed.of(Type.real(), build -> function.apply(x.draft().build(build)));
  }

  private Type square() {
    var size = reading.inference().extent();
    return Type.matrix(size, size);
  }

  private Typed trace(Typed x, Span span) {
    return Tensors.isReal(reading.inference().known(x.type()))
        ? x
        : ofSquare(x, span, Expr.Trace::new);
  }

  /** A vector becomes a matrix, a matrix the vector of its diagonal. */
  private Typed diagonal(Typed x, Span span) {
    Type type = reading.inference().known(x.type());
    if (Tensors.isVector(type)) {
      Type result = Tensors.matrix(Tensors.rows(type), Tensors.rows(type));
      return Typed.of(
          result, build -> new Expr.Diagonal(x.draft().build(build), build.shape(result, span)));
    }
    reading.inference().same(square(), x.type(), span, Refusal.Where.SQUARE);
    Type result = Type.vector(Tensors.rows(reading.inference().known(x.type())));
    return Typed.of(result, build -> diagonal(x.draft().build(build), build.shape(result, span)));
  }

  private Expr diagonal(Expr matrix, Shape shape) {
    String letter = new Entrywise(context).fresh(shape, List.of(matrix)).getFirst();
    Expr index = new Expr.Index(letter);
    return new Expr.Family(
        List.of(letter),
        List.of(Entrywise.upTo(shape.sizes().getFirst())),
        new Expr.Entry(matrix, List.of(index, index)),
        shape);
  }

  private Typed vectorised(Typed x, Span span) {
    Type type = reading.inference().known(x.type());
    Optional<dev.hence.read.type.Extent> size = Tensors.rows(type).times(Tensors.columns(type));
    return Tensors.isOpen(type) || size.isEmpty()
        ? reading.refused(new Refusal.Open(span, type))
        : Typed.of(Type.vector(size.get()), build -> new Expr.Vectorised(x.draft().build(build)));
  }

  /** The sign of a number; that of 0 is 0. */
  private static Expr sign(Expr x) {
    Expr negative =
        new Expr.Cases(new Condition(x, Relation.LESS, ZERO), new Expr.Negate(ONE), ZERO);
    return new Expr.Cases(new Condition(x, Relation.GREATER, ZERO), ONE, negative);
  }

  /** erfc z = 1 − erf z (DLMF 7.2.2). */
  private static Expr complementaryError(Expr z) {
    return new Expr.Add(List.of(ONE, new Expr.Negate(new Expr.Apply(ElementaryFunction.ERF, z))));
  }

  /** The largest or smallest of several numbers; with a vector among them, of every entry. */
  Typed extremum(boolean largest, List<Typed> options, Span span) {
    Type widest =
        options.stream()
            .map(o -> reading.inference().known(o.type()))
            .filter(Type.Tensor.class::isInstance)
            .findFirst()
            .orElse(Type.real());
    for (Typed option : options) {
      boolean number = Tensors.isReal(reading.inference().known(option.type()));
      if (!number) {
        reading.inference().same(widest, option.type(), span, Refusal.Where.ENTRYWISE);
      }
    }
    return Typed.of(
        widest,
        build -> {
          List<Expr> all = options.stream().map(o -> o.draft().build(build)).toList();
          return new Entrywise(context)
              .each(all, build.shape(widest, span), e -> new Expr.Extremum(largest, e));
        });
  }

  /** The logarithm to a base that is written below. */
  static Typed logarithm(Typed base, Typed x) {
    return Typed.of(
        Type.real(),
        build ->
            new Expr.Divide(
                new Expr.Apply(ElementaryFunction.LOG, x.draft().build(build)),
                new Expr.Apply(ElementaryFunction.LOG, base.draft().build(build))));
  }
}
