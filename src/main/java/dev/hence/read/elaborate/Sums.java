package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Terms with their signs. All are of one type; a number that is written out beside vectors or
 * rectangles stands for one in every entry, and a row is added to every row of a matrix.
 */
final class Sums {
  private final Reading reading;

  Sums(Reading reading) {
    this.reading = reading;
  }

  Typed read(Joined sum, Context context) {
    Optional<Refusal> again = OpenEnds.ofSum(sum);
    if (again.isPresent()) {
      return reading.refused(again.get());
    }
    List<Typed> terms = new ArrayList<>();
    if (sum.links().stream().anyMatch(l -> Pieces.meaning(l.operator()).contains("p"))) {
      return reading.refused(new Refusal.NoMeaning(sum.span(), "± on one side alone"));
    }
    for (Dots.Part part : new Dots(reading, context).parts(sum.links(), false)) {
      boolean minus = Pieces.meaning(part.link().operator()).equals("-");
      terms.add(minus ? negated(part.value()) : part.value());
    }
    return terms.size() == 1 ? terms.getFirst() : sum(withLaplacians(terms), sum.span());
  }

  /** {@code \nabla^2 p} beside numbers is one, the Laplacian. */
  private List<Typed> withLaplacians(List<Typed> terms) {
    List<Typed> others = terms.stream().filter(t -> !isHessian(t)).toList();
    boolean numbers = others.stream().allMatch(t -> isNumber(t));
    boolean known = others.stream().anyMatch(t -> !(t.form() instanceof Form.Numeral));
    return numbers && known
        ? terms.stream().map(t -> isHessian(t) ? FieldOperators.trace(t) : t).toList()
        : terms;
  }

  private boolean isNumber(Typed term) {
    return Tensors.isReal(reading.inference().known(term.type()));
  }

  private boolean isHessian(Typed term) {
    return term.form() instanceof Form.Hessian
        && Tensors.isSquare(reading.inference().known(term.type()));
  }

  private static Typed negated(Typed term) {
    Form form =
        switch (term.form()) {
          case Form.Numeral n -> new Form.Numeral(n.value().negate());
          case Form.Hessian h -> h;
          default -> Form.Plain.PLAIN;
        };
    return new Typed(term.type(), form, build -> new Expr.Negate(term.draft().build(build)));
  }

  private Typed sum(List<Typed> terms, Span span) {
    Type type = type(terms, span);
    return Typed.of(
        type,
        build -> {
          Shape shape = build.shape(type, span);
          return new Expr.Add(
              terms.stream().map(t -> fitted(t.draft().build(build), shape)).toList());
        });
  }

  /** The type of the terms that are no written numbers; rows beside matrices count as those. */
  private Type type(List<Typed> terms, Span span) {
    List<Typed> others = terms.stream().filter(t -> !(t.form() instanceof Form.Numeral)).toList();
    if (others.isEmpty()) {
      return Type.real();
    }
    Type first = widest(others);
    for (Typed term : others) {
      if (!isAddedToRows(term.type(), first)) {
        reading.inference().same(first, term.type(), span, Refusal.Where.SUM);
      }
    }
    if (others.size() < terms.size()) {
      refuseBesideSquare(terms, first, span);
    }
    return reading.inference().known(first).plain();
  }

  private Type widest(List<Typed> terms) {
    return terms.stream()
        .map(Typed::type)
        .filter(t -> isProper(reading.inference().known(t)))
        .findFirst()
        .orElse(terms.getFirst().type());
  }

  private static boolean isProper(Type type) {
    return Tensors.isMatrix(type) && !Tensors.isRow(type);
  }

  private boolean isAddedToRows(Type term, Type sum) {
    Type t = reading.inference().known(term);
    Type s = reading.inference().known(sum);
    return Tensors.isRow(t)
        && isProper(s)
        && reading
            .inference()
            .fits(Type.vector(Tensors.columns(t)), Type.vector(Tensors.columns(s)));
  }

  /** In a sum with a square matrix 1 may be I or a matrix of ones. */
  private void refuseBesideSquare(List<Typed> terms, Type sum, Span span) {
    Type type = reading.inference().known(sum);
    boolean proper =
        terms.stream().anyMatch(t -> t.form() instanceof Form.Numeral n && !n.isZero());
    if (proper && Tensors.isSquare(type)) {
      reading.inference().same(type, Type.real(), span, Refusal.Where.SUM);
    }
  }

  private static Expr fitted(Expr term, Shape shape) {
    if (shape.isScalar()) {
      return term;
    }
    return switch (term) {
      case Expr.Literal l when l.value().signum() == 0 -> new Expr.Filled(l.value(), shape);
      case Expr.Literal l when l.value().equals(Rational.ONE) ->
          new Expr.Filled(Rational.ONE, shape);
      case Expr.Literal l -> new Expr.Multiply(l, new Expr.Filled(Rational.ONE, shape));
      case Expr.Negate(Expr.Literal l) -> new Expr.Negate(fitted(l, shape));
      default ->
          term.shape() instanceof Shape.Row && shape instanceof Shape.Matrix m
              ? new Expr.Multiply(new Expr.Filled(Rational.ONE, Shape.vector(m.rows())), term)
              : term;
    };
  }
}
