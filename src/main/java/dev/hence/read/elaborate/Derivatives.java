package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Derivative;
import dev.hence.read.syntax.Tree.Derivative.Kind;
import dev.hence.read.syntax.Tree.Script;
import dev.hence.read.syntax.Tree.Scripted;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Derivatives: by what, of what, along the flow or with everything else fixed. */
final class Derivatives {
  private final Reading reading;

  Derivatives(Reading reading) {
    this.reading = reading;
  }

  /** A derivative with what it is taken of. */
  Typed read(Derivative d, Tree operand, Context context) {
    boolean prefix = d.operand().isEmpty();
    Optional<Tree> row = prefix ? transposed(operand) : Optional.empty();
    if (row.isPresent()) {
      Typed inside = read(d, row.get(), context);
      return new Powers(reading).raised(inside, high(operand), context);
    }
    Typed body = reading.read(operand, context);
    Typed derived =
        d.variables().isEmpty() ? bare(d, operand, body, context) : byVariables(d, body, context);
    boolean hessian =
        d.kind() == Kind.NABLA
            && order(d.written()) == 2
            && Tensors.isReal(reading.inference().known(body.type()));
    return hessian ? new Typed(derived.type(), new Form.Hessian(), derived.draft()) : derived;
  }

  /** What stands below a transpose at the end of an operand: that is the derivative's. */
  private static Optional<Tree> transposed(Tree operand) {
    if (!(operand instanceof Scripted s) || s.scripts().isEmpty()) {
      return Optional.empty();
    }
    Script last = s.scripts().getLast();
    boolean sign = last.isHigh() && last.content().filter(Powers::isTransposeSign).isPresent();
    if (!sign) {
      return Optional.empty();
    }
    List<Script> rest = s.scripts().subList(0, s.scripts().size() - 1);
    return Optional.of(rest.isEmpty() ? s.base() : new Scripted(s.base(), rest, s.nesting()));
  }

  private static Tree high(Tree operand) {
    return ((Scripted) operand).scripts().getLast().content().orElseThrow();
  }

  // By what is not said

  private Typed bare(Derivative d, Tree operand, Typed body, Context context) {
    int order = order(d.written());
    if (body.form() instanceof Form.Called c && c.arguments().size() == 1) {
      return own(d, body, c, order);
    }
    if (body.form() instanceof Form.Called c
        && NumberGradients.isOne(c, reading.inference())
        && order <= 2) {
      return NumberGradients.read(body, c.arguments().size(), order, d.span());
    }
    Optional<Expr.Ref> only =
        body.form() instanceof Form.Reference r
            ? onlyVariable(r, context)
            : new FieldOperators(reading, context).common(operand);
    if (only.isEmpty() || order > 2) {
      return reading.refused(
          new Refusal.Derived(d.span(), "A gradient that does not say by what."));
    }
    Name by = only.get().name();
    reading.inference().take("∇ is by " + by + ", the only name that moves in what follows it");
    Typed result = body;
    for (int k = 0; k < order; k++) {
      result = once(d, Calls.reference(only.get()), result, context);
    }
    return result;
  }

  /** A function of one argument, by that. */
  private Typed own(Derivative d, Typed body, Form.Called c, int order) {
    Type argument = c.arguments().getFirst();
    Type type = body.type();
    for (int k = 0; k < order; k++) {
      type = derived(type, argument, d.span());
    }
    Type result = type;
    if (order + c.order() > 2) {
      return reading.refused(new Refusal.Derived(d.span(), "A derivative of so high an order."));
    }
    return new Typed(
        result,
        new Form.Called(c.arguments(), c.value(), c.order() + order),
        build -> slots(body.draft().build(build), order, build.shape(result, d.span()), d, build));
  }

  private static Expr slots(Expr body, int order, Shape shape, Derivative d, Build build) {
    return switch (body) {
      case Expr.Call c -> {
        List<Integer> slots = new ArrayList<>(c.slots());
        slots.addAll(Collections.nCopies(order, 0));
        yield new Expr.Call(c.function(), c.indices(), c.arguments(), slots, shape);
      }
      case Expr.At a -> new Expr.At(slots(a.body(), order, shape, d, build), a.time());
      default ->
          build.refuse(new Refusal.Derived(d.span(), "A gradient that does not say by what."));
    };
  }

  /** The one variable on which a number depends, or the one of them that moves. */
  private Optional<Expr.Ref> onlyVariable(Form.Reference r, Context context) {
    if (r.indices() > 0 || context.locals().containsKey(r.name())) {
      return Optional.empty();
    }
    Expr own = new Expr.Ref(r.name(), List.of(), Shape.SCALAR);
    Dependence dependence = new Dependence(context.scope());
    List<Declaration.Variable> all =
        context.scope().variables().values().stream()
            .filter(v -> dependence.depends(own, v.name(), v.indices().size()))
            .toList();
    List<Declaration.Variable> moving =
        all.stream().filter(v -> context.scope().isState(v.name())).toList();
    List<Declaration.Variable> chosen = moving.isEmpty() ? all : moving;
    return chosen.size() == 1 && chosen.getFirst().indices().isEmpty()
        ? Optional.of(new Expr.Ref(chosen.getFirst().name(), List.of(), chosen.getFirst().shape()))
        : Optional.empty();
  }

  // By variables

  private Typed byVariables(Derivative d, Typed body, Context context) {
    List<Tree> variables = variables(d, context);
    if (d.kind() != Kind.NABLA && above(d.written()) != variables.size()) {
      return reading.refused(
          new Refusal.Derived(d.span(), "The orders above and below the bar are not the same."));
    }
    if (d.kind() == Kind.NABLA && d.variables().size() > 1) {
      return reading.refused(new Refusal.NoMeaning(d.span(), "a gradient by several variables"));
    }
    Optional<Typed> second = second(d, body, variables, context);
    if (second.isPresent()) {
      return second.get();
    }
    Typed result = body;
    for (Tree variable : variables.reversed()) {
      result =
          isTime(variable, context) && d.kind() != Kind.PARTIAL
              ? new Velocities(reading, context).alongFlow(result, d.span())
              : isTime(variable, context) && context.moves()
                  ? ofWhatIsWritten(
                      once(d, reading.read(variable, context), result, context), result, context)
                  : once(d, reading.read(variable, context), result, context);
    }
    return result;
  }

  /** {@code \partial^2 f / \partial x \partial y^\top}: rows by x and columns by y. */
  private Optional<Typed> second(Derivative d, Typed body, List<Tree> variables, Context context) {
    boolean number = Tensors.isReal(reading.inference().known(body.type()));
    if (!number || variables.size() != 2 || d.kind() == Kind.NABLA) {
      return Optional.empty();
    }
    Typed first = reading.read(variables.getFirst(), context);
    Typed last = reading.read(variables.getLast(), context);
    boolean turned = Tensors.isRow(reading.inference().known(first.type()));
    Typed outer = turned ? last : first;
    Typed inner = turned ? first : last;
    Type rows = reading.inference().known(outer.type());
    Type columns = reading.inference().known(inner.type());
    if (!Tensors.isVector(rows) || !Tensors.isRow(columns)) {
      return Optional.empty();
    }
    Type type = Tensors.matrix(Tensors.rows(rows), Tensors.columns(columns));
    return Optional.of(
        Typed.of(
            type,
            build -> {
              Differentiation by = new Differentiation(context, d.kind(), d.span(), build);
              Expr column = Differentiation.column(inner.draft().build(build));
              Expr gradient = by.by(outer.draft().build(build), body.draft().build(build));
              return by.by(column, gradient);
            }));
  }

  /** {@code \partial f_t(x)/\partial t} of what is written with time is along the flow. */
  private Typed ofWhatIsWritten(Typed fixed, Typed body, Context context) {
    return new Typed(
        fixed.type(),
        fixed.form(),
        build -> {
          Expr of = body.draft().build(build);
          boolean state = of instanceof Expr.Ref r && context.scope().isState(r.name());
          Expr now = new Expr.Ref(Name.TIME, List.of(), Shape.SCALAR);
          return state || Differentiation.time(of).filter(now::equals).isPresent()
              ? Velocities.along(of)
              : fixed.draft().build(build);
        });
  }

  /** The order that stands above: that of the first sign. */
  private static int above(Tree written) {
    return switch (Pieces.plain(written)) {
      case Tree.Command c -> above(c.arguments().getFirst());
      case Tree.Joined j -> above(j.links().getFirst().operand());
      case Scripted s when !s.scripts().getFirst().isHigh() ->
          s.scripts().size() > 1 ? order(s) : 1;
      default -> order(Pieces.plain(written));
    };
  }

  /** By what, a name once for each order. */
  private static List<Tree> variables(Derivative d, Context context) {
    List<Tree> all = new ArrayList<>();
    for (Tree variable : d.variables()) {
      boolean nabla = d.kind() == Kind.NABLA;
      int order = nabla ? order(d.written()) : isLabelled(variable, context) ? 1 : order(variable);
      Tree name = order > 1 && !nabla ? base(variable) : variable;
      all.addAll(Collections.nCopies(order, name));
    }
    return all;
  }

  /** Whether a number above is a label of the name, or of a family. */
  private static boolean isLabelled(Tree variable, Context context) {
    Optional<ScriptedName> n = ScriptedName.of(Pieces.plain(variable));
    return n.flatMap(ScriptedName::labelled).filter(name -> context.knows(name, 0)).isPresent()
        || n.filter(x -> x.low().isPresent())
            .flatMap(ScriptedName::labelledHigh)
            .filter(name -> context.knows(name, 1) || context.knows(name, 2))
            .isPresent();
  }

  /** What stands below the order. */
  private static Tree base(Tree variable) {
    Scripted s = scripted(variable).orElseThrow();
    List<Script> rest = s.scripts().stream().filter(x -> !x.isHigh()).toList();
    return rest.isEmpty() ? s.base() : new Scripted(s.base(), rest, s.nesting());
  }

  private static Optional<Scripted> scripted(Tree tree) {
    return switch (Pieces.plain(tree)) {
      case Scripted s -> Optional.of(s);
      case Tree.Choice c when ScriptedName.of(c).isPresent() -> scripted(c.readings().getFirst());
      default -> Optional.empty();
    };
  }

  /** The order that a number above says, if nothing else stands there. */
  private static int order(Tree tree) {
    return scripted(tree).map(Scripted::scripts).orElse(List.of()).stream()
        .filter(Script::isHigh)
        .flatMap(x -> x.content().flatMap(Pieces::numeral).stream())
        .filter(n -> n.isInteger() && n.signum() > 0)
        .mapToInt(n -> n.intValueExact())
        .findFirst()
        .orElse(1);
  }

  private static boolean isTime(Tree variable, Context context) {
    return ScriptedName.of(Pieces.plain(variable))
        .filter(ScriptedName::isBare)
        .map(ScriptedName::name)
        .filter(n -> n.equals(Name.TIME) && (!context.knows(n, 0) || context.moves()))
        .isPresent();
  }

  Typed once(Derivative d, Typed variable, Typed body, Context context) {
    Type result = reading.inference().unknown();
    reading
        .inference()
        .require(
            inference -> {
              Type of = inference.known(body.type());
              Type by = inference.known(variable.type());
              if (Tensors.isOpen(of) || Tensors.isOpen(by)) {
                return false;
              }
              inference.same(result, derived(of, by, d.span()), d.span(), Refusal.Where.PRODUCT);
              return true;
            });
    Form form = d.kind() == Kind.NABLA ? Form.Plain.PLAIN : new Form.Gradient();
    Typed plain =
        new Typed(
            reading.inference().known(result),
            form,
            build -> {
              Differentiation differentiation =
                  new Differentiation(context, d.kind(), d.span(), build);
              Expr of = body.draft().build(build);
              Expr by = variable.draft().build(build);
              Optional<Expr> slot =
                  by instanceof Expr.Ref ref && ref.indices().isEmpty()
                      ? differentiation.ownSlot(of, ref.name())
                      : Optional.empty();
              return slot.orElseGet(() -> differentiation.by(by, of));
            });
    return isTurned(d, body, variable, context) ? turned(plain, d.span()) : plain;
  }

  /** Whether the layout of the document turns this derivative. */
  private boolean isTurned(Derivative d, Typed body, Typed variable, Context context) {
    Type of = reading.inference().known(body.type());
    Type by = reading.inference().known(variable.type());
    return switch (context.layout()) {
      case GRADIENT -> false;
      case NUMERATOR ->
          d.kind() != Kind.NABLA
              && Tensors.isReal(of)
              && by instanceof Type.Tensor
              && !Tensors.isRow(by);
      case DENOMINATOR -> Tensors.isVector(of) && Tensors.isVector(by);
    };
  }

  private Typed turned(Typed derivative, Span span) {
    Type type = Tensors.transposed(reading.inference().known(derivative.type()));
    return Tensors.isOpen(type)
        ? reading.refused(new Refusal.Open(span, type))
        : new Typed(
            type, derivative.form(), build -> new Expr.Transpose(derivative.draft().build(build)));
  }

  private Type derived(Type of, Type by, Span span) {
    Optional<Type> type =
        DerivativeTypes.of(reading.inference().known(of), reading.inference().known(by));
    if (type.isEmpty()) {
      reading.refused(new Refusal.Derived(span, "A derivative with more than two indices."));
    }
    return type.orElseGet(reading.inference()::unknown);
  }

  // By a slot of a function

  /** {@code \frac{\partial \ell}{\partial u}}, where u names a slot of the function ℓ. */
  Optional<Calls.Callee> callee(Derivative d, Context context) {
    Optional<Calls.Callee> f = d.operand().flatMap(o -> function(o, context));
    Optional<Name> by =
        d.variables().size() == 1
            ? ScriptedName.of(Pieces.plain(d.variables().getFirst())).map(ScriptedName::name)
            : Optional.empty();
    if (f.isEmpty() || by.isEmpty()) {
      return Optional.empty();
    }
    int slot = f.get().parameters().stream().map(p -> p.name()).toList().indexOf(by.get());
    return slot < 0
        ? Optional.empty()
        : f.map(g -> g.by(Collections.nCopies(order(d.variables().getFirst()), slot)));
  }

  /** A function that is differentiated by a slot, at its arguments. */
  Typed atSlot(Calls.Callee f, List<Tree> arguments, Context context) {
    List<Typed> given = arguments.stream().map(a -> reading.read(a, context)).toList();
    return new Calls(reading, context).call(f, given);
  }

  private Optional<Calls.Callee> function(Tree operand, Context context) {
    return ScriptedName.of(Pieces.plain(operand))
        .flatMap(n -> new Names(reading, context).find(n))
        .flatMap(
            found ->
                found instanceof Found.Function f && f.subscripts().isEmpty()
                    ? Optional.of(f.callee())
                    : Optional.empty());
  }
}
