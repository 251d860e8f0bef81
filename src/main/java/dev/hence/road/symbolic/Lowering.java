package dev.hence.road.symbolic;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * From expressions to rectangles of scalar terms, in one instance: sums, products, vectors and
 * matrices are written out, definitions unfolded, derivatives taken.
 *
 * <p>Made for one obligation, used by one thread.
 */
final class Lowering {
  private static final int MOST_TERMS = 400_000;
  private static final int DEEPEST = 400;

  private final Setting setting;
  private final Terms terms;
  private final MatrixAlgebra algebra;
  private final Unfolding unfolding;
  private final Derivations derivations;
  private final Clockwork clockwork;
  private final Branching branching;
  private final Unrolling unrolling;
  private final Determinants determinants;
  private final Averaging averaging;

  /** By node: to compare trees costs more than it saves. */
  private final IdentityHashMap<Expr, Reach> reaches = new IdentityHashMap<>();

  private final IdentityHashMap<Expr, Map<Environment, Rectangle>> known = new IdentityHashMap<>();
  private int depth;

  Lowering(Setting setting) {
    this.setting = setting;
    this.terms = setting.terms();
    this.algebra = setting.algebra();
    this.unfolding = new Unfolding(this, setting);
    this.derivations = new Derivations(this, setting);
    this.clockwork = new Clockwork(this, setting);
    this.branching = new Branching(this, setting);
    this.unrolling = new Unrolling(this, setting, unfolding, branching);
    this.determinants = new Determinants(this, setting);
    this.averaging = new Averaging(this, setting, unfolding);
  }

  Derivations derivations() {
    return derivations;
  }

  /**
   * The entries of an expression.
   *
   * @throws Unsupported if it says something that this road cannot lower
   */
  Rectangle of(Expr expr, Environment at) {
    if (++depth > DEEPEST) {
      throw new Unsupported(
          "a formula nested more than " + DEEPEST + " deep, definitions unfolded");
    }
    if (terms.size() > MOST_TERMS) {
      throw new Unsupported("a formula of more than " + MOST_TERMS + " terms, written out");
    }
    if (setting.deadline().passed()) {
      throw new OutOfTime();
    }
    try {
      return switch (expr) {
        case Expr.Ref r -> remembered(expr, at, () -> unfolding.ref(r, at));
        case Expr.Call c -> remembered(expr, at, () -> unfolding.call(c, at));
        case Expr.Derivative d -> remembered(expr, at, () -> derivations.derivative(d, at));
        case Expr.TimeDerivative t -> remembered(expr, at, () -> derivations.alongFlow(t, at));
        case Expr.Substituted s -> remembered(expr, at, () -> derivations.substituted(s, at));
        case Expr.Integral i -> remembered(expr, at, () -> clockwork.integral(i, at));
        case Expr.Expectation e -> remembered(expr, at, () -> averaging.mean(e, at));
        default -> compute(expr, at);
      };
    } finally {
      depth--;
    }
  }

  private Rectangle remembered(Expr expr, Environment at, Supplier<Rectangle> compute) {
    Reach reach = reaches.computeIfAbsent(expr, e -> Reach.of(e, setting.interpretation()));
    Map<Environment, Rectangle> results = known.computeIfAbsent(expr, e -> new HashMap<>());
    Environment seen = at.seenBy(reach);
    Rectangle result = results.get(seen);
    if (result == null) {
      result = compute.get();
      results.put(seen, result);
    }
    return result;
  }

  Term number(Expr expr, Environment at) {
    return of(expr, at).number();
  }

  private Rectangle compute(Expr expr, Environment at) {
    return switch (expr) {
      case Expr.Literal l -> Rectangle.of(terms.constant(l.value()));
      case Expr.Pi p -> Rectangle.of(terms.pi());
      case Expr.Index i -> Rectangle.of(terms.constant(unfolding.letter(i, at)));
      case Expr.SizeOf s -> Rectangle.of(terms.constant(size(s.size(), at)));
      case Expr.Add a -> algebra.sum(a.terms().stream().map(t -> of(t, at)).toList());
      case Expr.Negate n -> of(n.body(), at).map(terms::negate);
      case Expr.Multiply m -> algebra.product(of(m.left(), at), of(m.right(), at));
      case Expr.Hadamard h -> of(h.left(), at).zip(of(h.right(), at), terms::product);
      case Expr.Kronecker k -> algebra.kronecker(of(k.left(), at), of(k.right(), at));
      case Expr.Vectorised v -> algebra.stacked(of(v.body(), at));
      case Expr.Divide d -> quotient(d, at);
      case Expr.Power p -> power(p, at);
      case Expr.Root r -> Rectangle.of(root(argument(r.body(), at), r.degree()));
      case Expr.Apply a when a.shape().isScalar() ->
          Rectangle.of(apply(a.function(), argument(a.argument(), at)));
      case Expr.Apply a -> of(a.argument(), at).map(u -> apply(a.function(), u));
      case Expr.MatrixExponential m -> clockwork.exponential(m, at);
      case Expr.Abs a -> Rectangle.of(terms.abs(number(a.body(), at)));
      case Expr.Extremum e -> Rectangle.of(branching.extremum(e, at));
      case Expr.Cases c -> branching.cases(c, at);
      case Expr.Inner i -> Rectangle.of(algebra.inner(of(i.left(), at), of(i.right(), at)));
      case Expr.Norm n -> Rectangle.of(terms.sqrt(algebra.squaredNorm(of(n.body(), at))));
      case Expr.Transpose t -> of(t.body(), at).transposed();
      case Expr.Trace t -> Rectangle.of(algebra.trace(of(t.body(), at)));
      case Expr.Determinant d -> Rectangle.of(determinants.of(d.body(), at));
      case Expr.Diagonal d -> algebra.diagonal(of(d.body(), at).entries());
      case Expr.Entry e -> Rectangle.of(entry(e, at));
      case Expr.Identity i -> algebra.identity(size(i.size(), at));
      case Expr.Filled f -> filled(f.shape(), terms.constant(f.value()), at);
      case Expr.Stack s ->
          new Rectangle(
              rows(s.shape(), at),
              columns(s.shape(), at),
              s.entries().stream().map(e -> number(e, at)).toList());
      case Expr.Family f -> unrolling.family(f, at);
      case Expr.Sum s -> unrolling.sum(s, at);
      case Expr.At a -> clockwork.at(a, at);
      case Expr.Ref r -> throw new IllegalStateException("remembered: " + r);
      case Expr.Call c -> throw new IllegalStateException("remembered: " + c);
      case Expr.Derivative d -> throw new IllegalStateException("remembered: " + d);
      case Expr.TimeDerivative t -> throw new IllegalStateException("remembered: " + t);
      case Expr.Substituted s -> throw new IllegalStateException("remembered: " + s);
      case Expr.Integral i -> throw new IllegalStateException("remembered: " + i);
      case Expr.Expectation e -> throw new IllegalStateException("remembered: " + e);
    };
  }

  // Numbers

  private Rectangle quotient(Expr.Divide quotient, Environment at) {
    Term divisor = number(quotient.denominator(), at);
    setting.sources().divisor(divisor, quotient.denominator(), at);
    return algebra.scaled(terms.power(divisor, -1), of(quotient.numerator(), at));
  }

  private Term argument(Expr expr, Environment at) {
    Term term = number(expr, at);
    setting.sources().argument(term, expr, at);
    return term;
  }

  private Rectangle power(Expr.Power power, Environment at) {
    Term exponent = number(power.exponent(), at);
    boolean divides = exponent instanceof Term.Constant c && c.value().signum() < 0;
    if (!power.base().shape().isScalar()) {
      return power(power, unfolding.integer(exponent, "an exponent"), at);
    }
    boolean even =
        exponent instanceof Term.Constant c
            && c.value().isInteger()
            && !c.value().numerator().testBit(0);
    if (even && power.base() instanceof Expr.Norm norm) {
      Rational half = ((Term.Constant) exponent).value().dividedBy(Rational.of(2));
      return Rectangle.of(terms.power(algebra.squaredNorm(of(norm.body(), at)), half));
    }
    if (even && !divides && power.base() instanceof Expr.Abs abs) {
      return Rectangle.of(terms.power(number(abs.body(), at), exponent));
    }
    Term base = number(power.base(), at);
    if (divides) {
      setting.sources().divisor(base, power.base(), at);
    }
    return Rectangle.of(terms.power(base, exponent));
  }

  private Rectangle power(Expr.Power power, int exponent, Environment at) {
    Rectangle matrix = of(power.base(), at);
    if (exponent >= 0) {
      return algebra.power(matrix, exponent);
    }
    Term determinant = determinants.of(power.base(), at);
    setting.sources().divisor(determinant, new Expr.Determinant(power.base()), at);
    return algebra.power(algebra.inverse(matrix, determinant), -exponent);
  }

  private Term root(Term body, int degree) {
    return degree % 2 == 0
        ? terms.power(body, Rational.of(1, degree))
        : terms.oddRoot(body, degree);
  }

  private Term apply(ElementaryFunction function, Term u) {
    return switch (function) {
      case EXP -> terms.exp(u);
      case LOG -> terms.log(u);
      case SQRT -> terms.sqrt(u);
      case SIN -> terms.apply(Elementary.SIN, u);
      case COS -> terms.apply(Elementary.COS, u);
      case TAN -> terms.apply(Elementary.TAN, u);
      case ARCSIN -> terms.apply(Elementary.ARCSIN, u);
      case ARCCOS -> terms.apply(Elementary.ARCCOS, u);
      case ARCTAN -> terms.apply(Elementary.ARCTAN, u);
      case SINH -> terms.apply(Elementary.SINH, u);
      case COSH -> terms.apply(Elementary.COSH, u);
      case TANH -> terms.tanh(u);
      case ARSINH -> terms.apply(Elementary.ARSINH, u);
      case ARCOSH -> terms.apply(Elementary.ARCOSH, u);
      case ARTANH -> terms.apply(Elementary.ARTANH, u);
      case ERF -> terms.apply(Elementary.ERF, u);
    };
  }

  // Entries

  private Term entry(Expr.Entry entry, Environment at) {
    Rectangle body = of(entry.body(), at);
    List<Integer> indices = integers(entry.indices(), at);
    boolean ofRow = entry.body().shape() instanceof Shape.Row;
    int row = ofRow ? 1 : indices.getFirst();
    int column = ofRow || indices.size() == 2 ? indices.getLast() : 1;
    if (row < 1 || row > body.rows() || column < 1 || column > body.columns()) {
      throw new Unsupported("the entry " + indices + " of a value that has none there");
    }
    return body.get(row - 1, column - 1);
  }

  List<Integer> integers(List<Expr> exprs, Environment at) {
    return exprs.stream().map(e -> unfolding.integer(e, at)).toList();
  }

  // Sizes

  Rectangle filled(Shape shape, Term value, Environment at) {
    return algebra.filled(rows(shape, at), columns(shape, at), value);
  }

  int rows(Shape shape, Environment at) {
    return switch (shape) {
      case Shape.Scalar s -> 1;
      case Shape.Vector v -> size(v.size(), at);
      case Shape.Row r -> 1;
      case Shape.Matrix m -> size(m.rows(), at);
    };
  }

  int columns(Shape shape, Environment at) {
    return rows(shape.transposed(), at);
  }

  private int size(Size size, Environment at) {
    return size.value(setting.interpretation().sizes(), at.letters())
        .orElseThrow(() -> new Unsupported("the size " + size + ", which has no value here"));
  }
}
