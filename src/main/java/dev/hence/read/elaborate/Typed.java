package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.read.type.Type;

/**
 * What a tree was read as.
 *
 * @param type as far as it is known by now
 * @param form what those around it may ask before the expression is made
 * @param draft makes the expression
 */
record Typed(Type type, Form form, Draft draft) {
  static Typed of(Type type, Draft draft) {
    return new Typed(type, Form.Plain.PLAIN, draft);
  }

  /** An expression that needs nothing to be known. */
  static Typed of(Type type, Expr expr) {
    return of(type, build -> expr);
  }

  /** A number that is written out. */
  static Typed number(Rational value) {
    Expr literal = new Expr.Literal(value);
    return new Typed(Type.real(), new Form.Numeral(value), build -> literal);
  }
}
