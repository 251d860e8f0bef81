package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import java.util.Collections;
import java.util.List;

/**
 * Derivatives that do not say by what: {@code \nabla L(\theta)}, {@code \nabla^2 L(\theta)}, {@code
 * \nabla\nabla L(\theta)}, of a function of one argument by that argument.
 */
final class OwnArgument {
  private final Syntax.Derivative d;

  OwnArgument(Syntax.Derivative d) {
    this.d = d;
  }

  Expr differentiated(Expr body) {
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
}
