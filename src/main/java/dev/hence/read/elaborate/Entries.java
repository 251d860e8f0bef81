package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.read.type.Mismatch;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.List;

/** Entries of vectors, rows and matrices, counted from 1. */
final class Entries {
  private final Reading reading;

  Entries(Reading reading) {
    this.reading = reading;
  }

  /** Whether a value has entries with so many indices: a number has none. */
  boolean fit(Typed body, List<Expr> written) {
    Type type = reading.inference().known(body.type());
    return Tensors.isOpen(type) || depth(type) == indices(type, written).size();
  }

  private static List<Expr> indices(Type type, List<Expr> written) {
    return isProperMatrix(type) ? digits(written) : written;
  }

  Typed entry(Typed body, List<Expr> written, Span span) {
    Type type = reading.inference().known(body.type());
    List<Expr> indices = indices(type, written);
    if (!fit(body, written)) {
      Type expected = indices.size() == 1 ? vector() : matrix();
      Mismatch mismatch =
          new Mismatch(type, expected, new Mismatch.Reason.Sides(depth(type), indices.size()));
      return reading.refused(new Refusal.Unfit(span, Refusal.Where.ENTRY, mismatch));
    }
    if (Tensors.isOpen(type)) {
      Type expected = indices.size() == 1 ? vector() : matrix();
      reading.inference().same(expected, body.type(), span, Refusal.Where.ENTRY);
    }
    return Typed.of(Type.real(), build -> new Expr.Entry(body.draft().build(build), indices));
  }

  private Type vector() {
    return Type.vector(reading.inference().extent());
  }

  private Type matrix() {
    return Type.matrix(reading.inference().extent(), reading.inference().extent());
  }

  private static boolean isProperMatrix(Type type) {
    return Tensors.isMatrix(type) && !Tensors.isRow(type);
  }

  private static int depth(Type type) {
    return isProperMatrix(type) ? 2 : type instanceof Type.Tensor ? 1 : 0;
  }

  /** {@code A_{12}} and {@code A_{1i}} of a matrix: row 1, column 2 or i. */
  static List<Expr> digits(List<Expr> indices) {
    if (indices.size() != 1) {
      return indices;
    }
    if (indices.getFirst() instanceof Expr.Multiply m && isPlace(m.left()) && isPlace(m.right())) {
      return List.of(m.left(), m.right());
    }
    if (indices.getFirst() instanceof Expr.Literal l
        && l.value().compareTo(Rational.of(10)) > 0
        && l.value().compareTo(Rational.of(100)) < 0) {
      int number = l.value().intValueExact();
      return List.of(
          new Expr.Literal(Rational.of(number / 10)), new Expr.Literal(Rational.of(number % 10)));
    }
    return indices;
  }

  private static boolean isPlace(Expr index) {
    return index instanceof Expr.Index
        || (index instanceof Expr.Literal l
            && l.value().isInteger()
            && l.value().signum() > 0
            && l.value().compareTo(Rational.of(10)) < 0);
  }
}
