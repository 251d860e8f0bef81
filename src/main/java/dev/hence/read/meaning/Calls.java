package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts arguments into the slots of a function. */
final class Calls {
  private final Context context;

  Calls(Context context) {
    this.context = context;
  }

  /** The call; arguments that are not given stand at their declared names. */
  Expr build(
      Name name,
      List<Expr> indices,
      List<Parameter> parameters,
      List<Expr> given,
      List<Integer> slots,
      Written w) {
    List<Expr> arguments = new ArrayList<>(given);
    for (int k = given.size(); k < parameters.size(); k++) {
      arguments.add(standing(parameters.get(k), given.isEmpty(), w));
    }
    if (arguments.size() > parameters.size()) {
      throw new Misread(
          ProblemId.WRONG_ARITY,
          w.span(),
          name + " takes " + parameters.size() + " arguments, not " + arguments.size(),
          "");
    }
    Optional<Shape> entries =
        valueShape(name, indices).isScalar() ? entries(arguments, parameters) : Optional.empty();
    if (entries.isPresent()) {
      refuseOwnArgument(name, indices, parameters.getFirst(), arguments.getFirst(), w);
      context.ledger().note(name + " acts on every entry of a vector or a matrix");
    }
    for (int k = 0; k < arguments.size(); k++) {
      Expr fitted = Shapes.fitted(arguments.get(k), parameters.get(k).shape());
      arguments.set(k, fitted);
      if (entries.isEmpty() && !fitted.shape().equals(parameters.get(k).shape())) {
        throw mismatch(name, k, fitted, parameters.get(k), w)
            .unless(new OpenSlots(context).reshaped(name, indices.size(), k, fitted));
      }
    }
    Shape shape = entries.orElseGet(() -> callShape(name, indices, parameters, slots));
    if (entries.isPresent()) {
      context.ledger().note(name + ", a function of a number, acts on every entry");
    }
    return new Expr.Call(name, indices, arguments, slots, shape);
  }

  private static Misread mismatch(Name name, int k, Expr argument, Parameter slot, Written w) {
    return new Misread(
        ProblemId.SHAPE_MISMATCH,
        w.span(),
        "argument "
            + (k + 1)
            + " of "
            + name
            + " is "
            + Shapes.a(argument.shape())
            + " where "
            + Shapes.a(slot.shape())
            + " is declared",
        "");
  }

  /**
   * The shape of a function of one number, with a number as its value, that is given a vector or a
   * matrix: it acts on every entry.
   */
  private static Optional<Shape> entries(List<Expr> arguments, List<Parameter> parameters) {
    boolean single = parameters.size() == 1 && parameters.getFirst().shape().isScalar();
    return single
        ? Optional.of(arguments.getFirst().shape()).filter(shape -> !shape.isScalar())
        : Optional.empty();
  }

  /** {@code L(o)}, o being a number where L is declared: not the same o, or not every entry. */
  private void refuseOwnArgument(
      Name name, List<Expr> indices, Parameter slot, Expr argument, Written w) {
    if (argument instanceof Expr.Ref r && r.name().equals(slot.name()) && r.indices().isEmpty()) {
      throw new Misread(
              ProblemId.AMBIGUOUS,
              w.span(),
              slot.name()
                  + " is a number where "
                  + name
                  + " is declared, and a "
                  + Shapes.text(argument.shape())
                  + " here",
              "declare "
                  + name
                  + " with an argument of that shape; a function that acts on every entry with a"
                  + " letter that is nothing else")
          .unless(new OpenSlots(context).reshaped(name, indices.size(), 0, argument));
    }
  }

  private Shape callShape(
      Name name, List<Expr> indices, List<Parameter> parameters, List<Integer> slots) {
    Shape shape = valueShape(name, indices);
    for (int slot : slots) {
      shape = Shape.derivative(shape, parameters.get(slot).shape()).orElse(shape);
    }
    return shape;
  }

  private Shape valueShape(Name name, List<Expr> indices) {
    return context
        .function(name, indices.size())
        .map(Declaration.Function::shape)
        .or(() -> context.definition(name, indices.size()).map(Definition::shape))
        .orElseThrow();
  }

  /** A function written without an argument stands at the declared one. */
  private Expr standing(Parameter parameter, boolean bare, Written w) {
    Name name = parameter.name();
    Optional<Expr> family = new Families(context).whole(parameter);
    if (bare && family.isPresent()) {
      return family.get();
    }
    boolean whole = new Wholes(context).members(name).isPresent();
    boolean known =
        context.locals().containsKey(name) || context.variable(name, 0).isPresent() || whole;
    boolean allowed = bare || context.scope().isState(name) || context.locals().containsKey(name);
    if ((known && allowed) || new Times(context).isTimeVariable(name)) {
      return new Expr.Ref(name, List.of(), parameter.shape());
    }
    Optional<List<Parameter>> below =
        bare ? new Entities(context).parameters(name, 0) : Optional.empty();
    if (below.isPresent()) {
      return build(name, List.of(), below.get(), List.of(), List.of(), w);
    }
    boolean trailing = !bare && known && !context.isLetter(name.latex());
    if (trailing) {
      context.ledger().note(w.plain() + " without its argument " + name + " stands at it");
      return new Expr.Ref(name, List.of(), parameter.shape());
    }
    if (bare && !context.isLetter(name.latex()) && !context.knows(name, 0)) {
      context.ledger().assume(name, parameter.shape(), w.span());
      return new Expr.Ref(name, List.of(), parameter.shape());
    }
    throw new Misread(
        ProblemId.WRONG_ARITY,
        w.span(),
        "the argument " + name + " of " + w.plain() + " is missing",
        "write all its arguments");
  }
}
