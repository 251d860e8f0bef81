package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Slots of functions whose letters nothing else speaks of, {@code p(x; \beta)} of an x that is
 * declared nowhere: numbers, unless that cannot be read and one shape of the document can.
 */
final class OpenSlots {
  private final Context context;

  OpenSlots(Context context) {
    this.context = context;
  }

  /** Whether a slot is taken for a number for want of anything that is said of its letter. */
  boolean isOpen(Parameter slot) {
    Name name = slot.name();
    return slot.shape().isScalar()
        && !name.equals(Name.TIME)
        && !context.knows(name, 0)
        && !context.knows(name, 1);
  }

  /** The left side of a definition with the one shape for its open slots that can be read. */
  Optional<Pattern> shaped(Pattern pattern, Syntax right, Span span) {
    if (pattern.parameters().stream().noneMatch(this::isOpen)) {
      return Optional.empty();
    }
    List<Pattern> read = new ArrayList<>();
    for (Shape shape : shapes()) {
      Pattern candidate = with(pattern, shape);
      try {
        Context scratch = context.with(context.ledger().scratch());
        Definitions.defined(candidate, right, scratch, span);
        read.add(candidate);
      } catch (Misread notThisOne) {
        // others are tried
      }
    }
    return read.size() == 1 ? Optional.of(read.getFirst()) : Optional.empty();
  }

  /** The shapes of vectors and matrices that are declared. */
  private List<Shape> shapes() {
    return context.scope().variables().values().stream()
        .map(Declaration.Variable::shape)
        .filter(shape -> !shape.isScalar())
        .distinct()
        .toList();
  }

  private Pattern with(Pattern pattern, Shape shape) {
    List<Parameter> parameters =
        pattern.parameters().stream()
            .map(p -> isOpen(p) ? new Parameter(p.name(), shape) : p)
            .toList();
    return new Pattern(pattern.name(), pattern.indices(), parameters, pattern.members());
  }

  /** Notes what the open slots of a definition are taken for. */
  void note(Pattern shaped) {
    shaped.parameters().stream()
        .filter(p -> !context.knows(p.name(), 0) && !p.shape().isScalar())
        .forEach(
            p ->
                context
                    .ledger()
                    .note(
                        p.name()
                            + ", an argument of "
                            + shaped.name()
                            + ", is taken to be "
                            + Shapes.a(p.shape())));
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
            .filter(d -> d.shape().equals(argument.shape()))
            .isPresent();
  }

  private static boolean isBold(Name name) {
    return name.latex().startsWith("\\boldsymbol{");
  }
}
