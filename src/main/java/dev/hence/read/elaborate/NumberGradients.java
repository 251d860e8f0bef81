package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;

/** {@code \nabla f(x, y)} of a function of several numbers: the derivatives by all of them. */
final class NumberGradients {
  private NumberGradients() {}

  /** Whether a value is a number that depends on numbers, and is not differentiated yet. */
  static boolean isOne(Form.Called c, Inference inference) {
    return c.order() == 0
        && Tensors.isReal(inference.known(c.value()))
        && c.arguments().stream().allMatch(a -> Tensors.isReal(inference.known(a)));
  }

  /** The derivatives in their order; of order 2 the matrix of them. */
  static Typed read(Typed body, int count, int order, Span span) {
    Size size = Size.fixed(count);
    Shape shape = order == 1 ? Shape.vector(size) : Shape.matrix(size, size);
    return Typed.of(
        Tensors.of(shape),
        build -> {
          Expr of = body.draft().build(build);
          List<Expr> entries = new ArrayList<>();
          for (int j = 0; j < count; j++) {
            for (int k = 0; k < (order == 1 ? 1 : count); k++) {
              entries.add(derived(of, order == 1 ? List.of(j) : List.of(j, k), span, build));
            }
          }
          return new Expr.Stack(entries, shape);
        });
  }

  private static Expr derived(Expr body, List<Integer> slots, Span span, Build build) {
    return switch (body) {
      case Expr.Call c ->
          new Expr.Call(c.function(), c.indices(), c.arguments(), slots, Shape.SCALAR);
      case Expr.At a -> new Expr.At(derived(a.body(), slots, span, build), a.time());
      default -> build.refuse(new Refusal.Derived(span, "A gradient that does not say by what."));
    };
  }
}
