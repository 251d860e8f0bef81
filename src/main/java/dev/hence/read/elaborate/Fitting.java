package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.read.type.Type;
import dev.hence.text.Span;

/** Fits a value to a type that is expected where it stands. */
final class Fitting {
  private final Inference inference;

  Fitting(Inference inference) {
    this.inference = inference;
  }

  /** The value with the type; the number 0 is the zero of any type. */
  Typed fit(Typed value, Type expected, Span span, Refusal.Where where) {
    if (value.form() instanceof Form.Numeral n && n.isZero()) {
      return zero(value, expected, span);
    }
    inference.same(expected, value.type(), span, where);
    return value;
  }

  private static Typed zero(Typed value, Type type, Span span) {
    return new Typed(
        type,
        value.form(),
        build -> {
          Shape shape = build.shape(type, span);
          return shape.isScalar()
              ? new Expr.Literal(Rational.ZERO)
              : new Expr.Filled(Rational.ZERO, shape);
        });
  }
}
