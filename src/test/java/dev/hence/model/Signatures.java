package dev.hence.model;

import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Functions as tests declare them. */
final class Signatures {
  static final Name F = new Name("f");
  static final Shape D = Shape.vector(Size.named("d"));
  static final Shape P = Shape.vector(Size.named("p"));

  private Signatures() {}

  /** f(x; θ) with x ∈ ℝ^d, θ ∈ ℝ^p. */
  static Signature model(Shape result) {
    return new Signature(
        F, List.of(), List.of(slot("x", D), slot("\\theta", P)), result, OptionalInt.of(1));
  }

  /** f(x) of a value of some shape, with a value of that shape. */
  static Signature entrywise(Shape shape) {
    return new Signature(F, List.of(), List.of(slot("x", shape)), shape, OptionalInt.empty());
  }

  /** f(y, u) of two values of one shape. */
  static Signature loss(Shape shape) {
    return new Signature(
        F,
        List.of(),
        List.of(slot("y", shape), slot("u", shape)),
        Shape.SCALAR,
        OptionalInt.empty());
  }

  static Parameter slot(String name, Shape shape) {
    return new Parameter(new Name(name), shape);
  }

  static Dimensions sizes(int d, int p) {
    return new Dimensions(Map.of("d", d, "p", p));
  }
}
