package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.Optional;

/** What is known when expressions are made: all types. */
final class Build {
  private final Inference inference;

  Build(Inference inference) {
    this.inference = inference;
  }

  /** The shape of a type; one that nothing says is refused. */
  Shape shape(Type type, Span span) {
    Optional<Shape> shape = Tensors.shape(inference.known(type));
    if (shape.isEmpty()) {
      refuse(new Refusal.Open(span, inference.known(type)));
    }
    return shape.orElse(Shape.SCALAR);
  }

  /** What is known at a place, with the types that are found out. */
  Context known(Context context) {
    return context.withLocals(inference::known);
  }

  /** The type of a name that nothing declares. */
  Type undeclared(Name name, Span span) {
    return inference.undeclared(name, span);
  }

  /** Takes back a use of a name that nothing declares: it names an argument of a function. */
  void forget(Name name) {
    inference.forget(name);
  }

  /** Makes two types the same, or refuses. */
  void same(Type left, Type right, Span span) {
    inference.same(left, right, span, Refusal.Where.DEFINITION);
  }

  /** Notes what is taken for granted. */
  void take(String sentence) {
    inference.take(sentence);
  }

  /** Notes that a function is differentiated by its own argument at another value. */
  void derive(Expr.Call derivative) {
    inference.derive(derivative);
  }

  /** An expression in place of one that cannot be made. */
  Expr refuse(Refusal refusal) {
    inference.refuse(refusal);
    return new Expr.Literal(Rational.ZERO);
  }
}
