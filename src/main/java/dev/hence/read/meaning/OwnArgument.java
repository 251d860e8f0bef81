package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Derivatives that do not say by what: {@code \nabla L(\theta)}, {@code \nabla^2 L(\theta)}, {@code
 * \nabla\nabla L(\theta)}, of a function of one argument by that argument, or of several numbers by
 * all of them.
 */
final class OwnArgument {
  private final Syntax.Derivative d;

  OwnArgument(Syntax.Derivative d) {
    this.d = d;
  }

  Expr differentiated(Expr body) {
    if (body instanceof Expr.Call call && isOfNumbers(call)) {
      return byNumbers(call);
    }
    boolean clear =
        d.order() <= 2
            && body instanceof Expr.Call c
            && c.arguments().size() == 1
            && c.slots().size() + d.order() <= 2;
    if (body instanceof Expr.Power p && p.base() instanceof Expr.Call && d.order() == 1) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          d.span(),
          "this may be a power of the gradient, or the gradient of a power",
          "write (\\nabla f(x))^2 or \\nabla (f(x)^2)");
    }
    if (!clear) {
      throw new Misread(
          ProblemId.DERIVATIVE_UNCLEAR,
          d.span(),
          "a gradient that does not say by what, of something other than a function of one"
              + " argument",
          "say by what, for example \\nabla_\\theta");
    }
    Expr.Call call = (Expr.Call) body;
    List<Integer> slots = Collections.nCopies(call.slots().size() + d.order(), 0);
    Shape argument = call.arguments().getFirst().shape();
    Shape shape = call.shape();
    for (int k = 0; k < d.order(); k++) {
      shape = Shape.derivative(shape, argument).orElseThrow(() -> Formulas.unsupported(d, "this"));
    }
    return new Expr.Call(call.function(), call.indices(), call.arguments(), slots, shape);
  }

  /** Whether it is a number that depends on several numbers, and on nothing else. */
  private boolean isOfNumbers(Expr.Call call) {
    return d.order() <= 2
        && call.arguments().size() > 1
        && call.slots().isEmpty()
        && call.shape().isScalar()
        && call.arguments().stream().allMatch(a -> a.shape().isScalar());
  }

  /** {@code \nabla f(x, y)}: the derivatives by all of its numbers, in their order. */
  private Expr byNumbers(Expr.Call call) {
    int count = call.arguments().size();
    List<Expr> entries = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      for (int k = 0; k < (d.order() == 1 ? 1 : count); k++) {
        List<Integer> slots = d.order() == 1 ? List.of(j) : List.of(j, k);
        entries.add(
            new Expr.Call(call.function(), call.indices(), call.arguments(), slots, Shape.SCALAR));
      }
    }
    Size size = Size.fixed(count);
    return new Expr.Stack(entries, d.order() == 1 ? Shape.vector(size) : Shape.matrix(size, size));
  }
}
