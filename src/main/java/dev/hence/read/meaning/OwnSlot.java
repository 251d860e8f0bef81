package dev.hence.read.meaning;

import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.DerivativeKind;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code \nabla_w L(\hat w)} of a function L(w): its gradient by its own argument, taken at ŵ.
 * Taken as the derivative of what L is worth at ŵ it would be 0 for every L.
 */
final class OwnSlot {
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);

  private final Context context;
  private final Syntax.Derivative d;

  OwnSlot(Context context, Syntax.Derivative d) {
    this.context = context;
    this.d = d;
  }

  /**
   * The derivative by a slot; empty where the name that is differentiated by enters in another way.
   *
   * @param order how often it is differentiated, always by the one name
   */
  Optional<Expr> of(Expr body, Name variable, int order) {
    if (!(body instanceof Expr.Call c) || !c.slots().isEmpty()) {
      return Optional.empty();
    }
    List<Name> names = context.parameters(c).stream().map(Parameter::name).toList();
    int slot = names.indexOf(variable);
    Dependence reach = new Dependence(context.scope());
    if (slot < 0 || c.arguments().stream().anyMatch(a -> reach.depends(a, variable, 0))) {
      return Optional.empty();
    }
    Expr at = differentiated(c, slot, order);
    // With a ∇ it is never that of a constant.
    if (d.kind() != DerivativeKind.NABLA && context.variable(variable, 0).isPresent()) {
      if (context.ledger().readsConstants()) {
        return Optional.of(Shapes.fitted(ZERO, at.shape()));
      }
      context.ledger().gradient(c.function().latex());
    }
    return Optional.of(at);
  }

  /** Whether a node is a function that is declared or defined with an argument of this name. */
  boolean isNamed(Expr node, Name name) {
    return node instanceof Expr.Call c
        && context.parameters(c).stream().anyMatch(p -> p.name().equals(name));
  }

  /**
   * {@code \nabla_\theta (f(x; \theta_s) - y)^2}: the one value at which functions of θ stand in a
   * formula, if nothing else in it speaks of that value.
   */
  Optional<Expr.Ref> value(Expr body, Name variable) {
    Set<Expr> values = new HashSet<>();
    slots(body, variable, values);
    return values.size() == 1
            && values.iterator().next() instanceof Expr.Ref ref
            && !Trees.any(at(body, variable, ref), ref::equals)
        ? Optional.of(ref)
        : Optional.empty();
  }

  private void slots(Expr body, Name variable, Set<Expr> values) {
    Trees.walk(
        body,
        e -> {
          if (isNamed(e, variable)) {
            Expr.Call c = (Expr.Call) e;
            values.add(c.arguments().get(slot(c, variable)));
          }
        });
  }

  private int slot(Expr.Call c, Name variable) {
    return context.parameters(c).stream().map(Parameter::name).toList().indexOf(variable);
  }

  /** The formula with the functions at the variable itself. */
  Expr at(Expr body, Name variable, Expr.Ref value) {
    Expr free = new Expr.Ref(variable, List.of(), value.shape());
    return Trees.map(
        body,
        e -> {
          if (!isNamed(e, variable)) {
            return e;
          }
          Expr.Call c = (Expr.Call) e;
          List<Expr> arguments = new ArrayList<>(c.arguments());
          int slot = slot(c, variable);
          if (arguments.get(slot).equals(value)) {
            arguments.set(slot, free);
          }
          return new Expr.Call(c.function(), c.indices(), arguments, c.slots(), c.shape());
        });
  }

  private Expr differentiated(Expr.Call c, int slot, int order) {
    Shape by = context.parameters(c).get(slot).shape();
    Shape shape = c.shape();
    for (int k = 0; k < order; k++) {
      if (!shape.isScalar() && k == 0) {
        throw new Misread(
            ProblemId.DERIVATIVE_UNCLEAR,
            d.span(),
            "the derivative of a vector by an argument that stands at another value",
            "write \\left. \\frac{\\partial f}{\\partial x} \\right|_{x = a}");
      }
      shape = Shape.derivative(shape, by).orElseThrow(() -> Formulas.unsupported(d, "this"));
    }
    return new Expr.Call(
        c.function(), c.indices(), c.arguments(), Collections.nCopies(order, slot), shape);
  }
}
