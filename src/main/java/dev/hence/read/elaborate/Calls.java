package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.read.type.Mismatch;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts arguments into the slots of a function. */
final class Calls {
  /**
   * A function that is known.
   *
   * @param slots by which it is differentiated before it stands at its arguments
   */
  record Callee(
      Name name, List<Expr> indices, List<Parameter> parameters, List<Integer> slots, Span span) {
    public Callee {
      indices = List.copyOf(indices);
      parameters = List.copyOf(parameters);
      slots = List.copyOf(slots);
    }

    Callee by(List<Integer> newSlots) {
      return new Callee(name, indices, parameters, newSlots, span);
    }
  }

  private final Reading reading;
  private final Context context;

  Calls(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  /** A function of so many indices, if the name is one. */
  Optional<Callee> callee(Name name, List<Expr> indices, Span span) {
    return context
        .parameters(name, indices.size())
        .map(p -> new Callee(name, indices, p, List.of(), span));
  }

  /** The function at arguments; those that are not given stand at their declared names. */
  Typed call(Callee f, List<Typed> given) {
    Type value = value(f);
    if (given.size() > f.parameters().size()) {
      return tooMany(f, given, value);
    }
    List<Typed> arguments = new ArrayList<>(given);
    for (Parameter p : f.parameters().subList(given.size(), f.parameters().size())) {
      arguments.add(standing(p, given.isEmpty(), f.span()));
    }
    if (isEntrywise(f, arguments)) {
      return entrywise(f, arguments.getFirst());
    }
    Type result = value;
    for (int slot : f.slots()) {
      result = derived(result, Tensors.of(f.parameters().get(slot).shape()), f.span());
    }
    return call(f, fitted(f, arguments), result);
  }

  /** The function without arguments in parentheses; those that stand low fill the last slots. */
  Typed alone(Callee f, List<Typed> low) {
    int open = f.parameters().size() - low.size();
    if (low.isEmpty() || open <= 0) {
      return call(f, low);
    }
    List<Typed> arguments = new ArrayList<>();
    f.parameters().subList(0, open).forEach(p -> arguments.add(standing(p, true, f.span())));
    arguments.addAll(low);
    return call(f, arguments);
  }

  private List<Typed> fitted(Callee f, List<Typed> arguments) {
    Fitting fitting = new Fitting(reading.inference());
    List<Typed> fitted = new ArrayList<>();
    for (int k = 0; k < arguments.size(); k++) {
      Type type = Tensors.of(f.parameters().get(k).shape());
      fitted.add(fitting.fit(arguments.get(k), type, f.span(), Refusal.Where.ARGUMENT));
    }
    return fitted;
  }

  private Type derived(Type of, Type by, Span span) {
    Optional<Type> type = DerivativeTypes.of(of, by);
    if (type.isEmpty()) {
      reading.refused(new Refusal.Derived(span, "A derivative with more than two indices."));
    }
    return type.orElseGet(reading.inference()::unknown);
  }

  private Typed call(Callee f, List<Typed> arguments, Type type) {
    List<Type> types = arguments.stream().map(Typed::type).toList();
    return new Typed(
        type,
        new Form.Called(types, value(f), f.slots().size()),
        build -> {
          List<Expr> built = arguments.stream().map(a -> a.draft().build(build)).toList();
          Shape shape = build.shape(type, f.span());
          return new Expr.Call(f.name(), f.indices(), built, f.slots(), shape);
        });
  }

  /** A function of one number that is given a vector or a matrix acts on every entry. */
  private boolean isEntrywise(Callee f, List<Typed> arguments) {
    boolean single =
        arguments.size() == 1
            && f.parameters().getFirst().shape().isScalar()
            && Tensors.isReal(value(f));
    return single && reading.inference().known(arguments.getFirst().type()) instanceof Type.Tensor;
  }

  private Typed entrywise(Callee f, Typed argument) {
    reading.inference().take(f.name() + ", a function of a number, acts on every entry");
    boolean own =
        argument.form() instanceof Form.Reference r
            && r.indices() == 0
            && r.name().equals(f.parameters().getFirst().name());
    return own
        ? reading.refused(
            new Refusal.Several(
                f.span(),
                "a function of a number at its own letter",
                List.of(f.name() + " of every entry", f.name() + " of the whole")))
        : call(f, List.of(argument), argument.type());
  }

  private Typed tooMany(Callee f, List<Typed> given, Type value) {
    List<Type> taken = f.parameters().stream().map(p -> Tensors.of(p.shape())).toList();
    List<Type> types = given.stream().map(Typed::type).toList();
    Mismatch mismatch =
        new Mismatch(
            new Type.Function(taken, value),
            new Type.Function(types, value),
            new Mismatch.Reason.Arity(taken.size(), types.size()));
    return reading.refused(new Refusal.Unfit(f.span(), Refusal.Where.ARGUMENTS, mismatch));
  }

  /** What the function is worth, whatever is differentiated. */
  Type value(Callee f) {
    int indices = f.indices().size();
    Shape shape =
        context
            .definition(f.name(), indices)
            .map(Definition::shape)
            .or(() -> context.scope().function(f.name(), indices).map(Declaration.Function::shape))
            .orElseThrow();
    return Tensors.of(shape);
  }

  /** A function written without an argument stands at the declared one. */
  private Typed standing(Parameter parameter, boolean bare, Span span) {
    Name name = parameter.name();
    Type type = Tensors.of(parameter.shape());
    boolean known = context.locals().containsKey(name) || isVariable(name);
    boolean letter = context.isLetter(name.latex());
    if ((known && !letter) || context.isTimeVariable(name)) {
      return reference(name, type, span);
    }
    Optional<Typed> whole =
        bare && Tensors.isVector(type) && !context.knows(name, 0)
            ? new Wholes(reading, context).ofFamily(name, span)
            : Optional.empty();
    if (whole.isPresent()) {
      return whole.get();
    }
    Optional<Callee> inner = bare ? callee(name, List.of(), span) : Optional.empty();
    if (inner.isPresent()) {
      return call(inner.get(), List.of());
    }
    if (bare && !letter && !context.knows(name, 0)) {
      Type forced = reading.inference().undeclared(name, span);
      reading.inference().same(type, forced, span, Refusal.Where.ARGUMENT);
      return reference(name, type, span);
    }
    return reading.refused(new Refusal.Unknown(span, "the argument " + name.latex()));
  }

  /** Whether a name may move: it is declared, or all members of a family. */
  private boolean isVariable(Name name) {
    return context.variable(name, 0).isPresent()
        || new NamedWholes(context.scope()).members(name).isPresent();
  }

  static Typed reference(Expr.Ref variable) {
    return Typed.of(Tensors.of(variable.shape()), variable);
  }

  static Typed reference(Name name, Type type, Span span) {
    return new Typed(
        type,
        new Form.Reference(name, 0),
        build -> new Expr.Ref(name, List.of(), build.shape(type, span)));
  }
}
