package dev.hence.argument;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Partial derivatives of a function by its slots, as an author would write them. */
final class Partial {
  private Partial() {}

  /** By a slot: by the name that stands there if it stands nowhere else. */
  static Expr of(Expr.Call c, int slot) {
    Expr argument = c.arguments().get(slot);
    boolean alone =
        argument instanceof Expr.Ref
            && c.slots().isEmpty()
            && (c.arguments().size() > 1 || !argument.shape().isScalar())
            && Collections.frequency(c.arguments(), argument) == 1;
    Shape shape = Shape.derivative(c.shape(), argument.shape()).orElseThrow();
    return alone ? new Expr.Derivative(c, (Expr.Ref) argument) : slotted(c, slot, shape);
  }

  /** {@code σ'(z)} entry by entry. */
  static Expr entrywise(Expr.Call c) {
    return slotted(c, 0, c.shape());
  }

  private static Expr slotted(Expr.Call c, int slot, Shape shape) {
    List<Integer> slots = new ArrayList<>(c.slots());
    slots.add(slot);
    Collections.sort(slots);
    return new Expr.Call(c.function(), c.indices(), c.arguments(), slots, shape);
  }
}
