package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Slots of declared functions whose letters nothing else speaks of, {@code \ell(o, y)} of an o that
 * is declared nowhere: numbers, unless they are given something else.
 */
final class OpenSlots {
  private final Context context;

  OpenSlots(Context context) {
    this.context = context;
  }

  /** Whether a slot is taken for a number for want of anything that is said of its letter. */
  private boolean isOpen(Parameter slot) {
    Name name = slot.name();
    return slot.shape().isScalar()
        && !name.equals(Name.TIME)
        && !context.knows(name, 0)
        && !context.knows(name, 1);
  }

  /**
   * A declared function whose open slot is given a vector or a matrix: the function with a slot of
   * that shape. Functions of one number act on entries instead, unless their letter is bold.
   */
  Optional<Declaration.Function> reshaped(Name name, int indices, int slot, Expr argument) {
    return context
        .function(name, indices)
        .filter(
            f -> isOpen(f.parameters().get(slot)) || isWhole(f.parameters().get(slot), argument))
        .filter(f -> f.parameters().size() > 1 || isBold(f.parameters().get(slot).name()))
        .map(
            f -> {
              List<Parameter> parameters = new ArrayList<>(f.parameters());
              parameters.set(slot, new Parameter(parameters.get(slot).name(), argument.shape()));
              return new Declaration.Function(
                  f.name(), f.indices(), parameters, f.shape(), f.span());
            });
  }

  /** Whether the letter of a slot was given a meaning since, of the shape of the argument. */
  private boolean isWhole(Parameter slot, Expr argument) {
    return slot.shape().isScalar()
        && context
            .definition(slot.name(), 0)
            .or(() -> context.definition(slot.name(), 1))
            .filter(d -> d.shape().equals(argument.shape()))
            .isPresent();
  }

  private static boolean isBold(Name name) {
    return name.latex().startsWith("\\boldsymbol{");
  }
}
