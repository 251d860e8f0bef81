package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.read.math.Font;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Syntax;
import java.util.List;
import java.util.Optional;

/** The identity matrix and the vectors of ones and zeros, with a size or without. */
final class Constants {
  private final Context context;

  Constants(Context context) {
    this.context = context;
  }

  /** {@code I}, {@code I_n}, {@code \mathbf{1}}, {@code \mathbb{1}_n}, {@code \mathbf{0}}. */
  Optional<Expr> read(Written w, Factors factors) {
    boolean marked = w.primes() > 0 || !w.base().accents().isEmpty() || w.sup().isPresent();
    if (marked || context.knows(new Name(w.base().key()), 0)) {
      return Optional.empty();
    }
    Syntax.Name name = w.base();
    if (name.base().equals("I")) {
      return identity(w);
    }
    boolean digit =
        (name.bold() || name.font() == Font.BLACKBOARD)
            && (name.base().equals("1") || name.base().equals("0"));
    boolean indicator =
        factors
            .arguments()
            .filter(g -> g.items().stream().anyMatch(Syntax.Chain.class::isInstance))
            .isPresent();
    if (!digit || indicator) {
      return Optional.empty();
    }
    Rational value = name.base().equals("1") ? Rational.ONE : Rational.ZERO;
    return w.sub().isPresent()
        ? filled(value, w.sub().get())
        : Optional.of(new Expr.Filled(value, Shape.vector(OpenSizes.at(w.span()))));
  }

  private Optional<Expr> identity(Written w) {
    return w.sub().isEmpty()
        ? Optional.of(new Expr.Identity(OpenSizes.at(w.span())))
        : shape(w.sub().get())
            .filter(s -> s instanceof Shape.Vector || isSquare(s))
            .map(s -> new Expr.Identity(length(s)));
  }

  private static boolean isSquare(Shape shape) {
    return shape instanceof Shape.Matrix m && m.rows().equals(m.columns());
  }

  private static Size length(Shape shape) {
    return shape instanceof Shape.Vector v ? v.size() : ((Shape.Matrix) shape).rows();
  }

  /** {@code 1_n}, {@code 0_{m \times n}}. */
  Optional<Expr> filled(Rational value, Syntax size) {
    boolean simple = value.equals(Rational.ONE) || value.signum() == 0;
    return simple ? shape(size).map(shape -> new Expr.Filled(value, shape)) : Optional.empty();
  }

  private Optional<Shape> shape(Syntax size) {
    if (size instanceof Syntax.Product p && p.factors().size() == 2) {
      List<Syntax.Factor> factors = p.factors();
      Optional<Size> rows = known(factors.get(0).value());
      Optional<Size> columns = known(factors.get(1).value());
      boolean times = factors.get(1).operator() == Operator.TIMES;
      return times && rows.isPresent() && columns.isPresent()
          ? Optional.of(Shape.matrix(rows.get(), columns.get()))
          : Optional.empty();
    }
    return known(size).map(Shape::vector);
  }

  /** A size that something else speaks of, or a number. */
  private Optional<Size> known(Syntax syntax) {
    return new Integers(context)
        .size(syntax)
        .filter(
            size ->
                size.isFixed()
                    ? size.offset() > 0
                    : size.keys().stream().allMatch(context::isSize));
  }
}
