package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.FamilyLetters;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.read.syntax.Tree.Derivative.Kind;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes derivatives of expressions by what is a variable, an entry of one, or a family. */
final class Differentiation {
  private final Context context;
  private final Kind kind;
  private final Span span;
  private final Build build;
  private final Dependence dependence;

  Differentiation(Context context, Kind kind, Span span, Build build) {
    this.context = context;
    this.kind = kind;
    this.span = span;
    this.build = build;
    this.dependence = new Dependence(context.scope());
  }

  Expr by(Expr variable, Expr body) {
    Optional<Expr> total =
        variable instanceof Expr.Ref p && !isLocal(p)
            ? new Sensitivities(context.scope()).of(body, p, kind, build, span)
            : Optional.empty();
    return total.orElseGet(() -> fixed(variable, body));
  }

  private boolean isLocal(Expr.Ref variable) {
    return context.locals().containsKey(variable.name());
  }

  /** With everything fixed that the variable does not define. */
  private Expr fixed(Expr variable, Expr body) {
    Optional<Expr.Family> whole =
        variable instanceof Expr.Ref r && r.indices().isEmpty() && !isLocal(r)
            ? new NamedWholes(context.scope()).members(r.name())
            : Optional.empty();
    if (whole.isPresent() && body.shape().isScalar()) {
      return byFamily(whole.get(), body);
    }
    return switch (variable) {
      case Expr.Ref ref when body.shape() instanceof Shape.Row && !ref.shape().isScalar() ->
          ofRow(body, ref);
      case Expr.Ref ref -> raw(body, ref);
      case Expr.Transpose t when t.body() instanceof Expr.Ref ref && body.shape().isScalar() ->
          new Expr.Transpose(raw(body, ref));
      case Expr.Transpose t
          when t.body() instanceof Expr.Ref ref && body.shape() instanceof Shape.Vector ->
          raw(body, ref);
      case Expr.Entry e when e.body() instanceof Expr.Call call && body.shape().isScalar() ->
          new Expr.Entry(byValue(call, body), e.indices());
      case Expr.Entry e when e.body() instanceof Expr.Ref ref ->
          new Entrywise(context).each(body, part -> new Expr.Entry(raw(part, ref), e.indices()));
      case Expr.At at -> new Expr.At(by(at.body(), stripped(body, at.time())), at.time());
      case Expr.Family f when f.body() instanceof Expr.Ref && body.shape().isScalar() ->
          byFamily(f, body);
      case Expr.Stack s when body.shape().isScalar() ->
          new Expr.Stack(s.entries().stream().map(v -> by(v, body)).toList(), s.shape());
      case Expr.Call call -> byValue(call, body);
      default ->
          build.refuse(new Refusal.Derived(span, "A derivative by something that is no name."));
    };
  }

  /** {@code \partial y^\top/\partial x}: the row runs to the right, x downwards. */
  private Expr ofRow(Expr body, Expr.Ref variable) {
    return context.layout() == Layout.NUMERATOR
        ? build.refuse(
            new Refusal.Derived(span, "The derivative of a row by a column, in numerator layout."))
        : new Expr.Transpose(raw(column(body), variable));
  }

  static Expr column(Expr row) {
    return row instanceof Expr.Transpose t ? t.body() : new Expr.Transpose(row);
  }

  /** {@code \partial\ell(f(x), y)/\partial f(x)}: by the slot in which the value stands. */
  private Expr byValue(Expr.Call value, Expr body) {
    boolean call =
        body instanceof Expr.Call c
            && c.slots().isEmpty()
            && c.shape().isScalar()
            && c.arguments().stream().filter(value::equals).count() == 1;
    if (!call) {
      return build.refuse(new Refusal.Derived(span, "A derivative by a value of a function."));
    }
    Expr.Call of = (Expr.Call) body;
    int slot = of.arguments().indexOf(value);
    return new Expr.Call(of.function(), of.indices(), of.arguments(), List.of(slot), value.shape());
  }

  /** By a vector whose entries are the members of a family: the vector of the derivatives. */
  private Expr byFamily(Expr.Family written, Expr body) {
    Expr.Family family = FamilyLetters.primed(written);
    return new Expr.Family(
        family.letters(), family.ranges(), raw(body, (Expr.Ref) family.body()), family.shape());
  }

  static Expr stripped(Expr expr, Expr time) {
    return Trees.map(expr, e -> e instanceof Expr.At a && a.time().equals(time) ? a.body() : e);
  }

  static Optional<Expr> time(Expr expr) {
    Set<Expr> times = new HashSet<>();
    Trees.walk(
        expr,
        e -> {
          if (e instanceof Expr.At a) {
            times.add(a.time());
          }
        });
    return times.size() == 1 ? times.stream().findFirst() : Optional.empty();
  }

  private Expr raw(Expr body, Expr.Ref variable) {
    Optional<Expr> time = time(body);
    if (time.isPresent() && context.scope().isState(variable.name())) {
      Expr inside = stripped(body, time.get());
      return new Expr.At(checked(inside, variable), time.get());
    }
    return checked(body, variable);
  }

  private Expr checked(Expr body, Expr.Ref variable) {
    if (isConstrained(variable)) {
      return build.refuse(
          new Refusal.Derived(
              span,
              "The entries of "
                  + variable.name()
                  + " may move one by one, or only along what is declared of it."));
    }
    if (!dependence.depends(body, variable.name(), variable.indices().size())) {
      return independent(body, variable);
    }
    Optional<NamedSlots.Held> held =
        kind == Kind.TOTAL ? Optional.empty() : new NamedSlots(context).beside(body, variable);
    if (held.isPresent()) {
      build.forget(variable.name());
      return held.get().at(new Expr.Derivative(held.get().body(), variable));
    }
    boolean two =
        kind == Kind.PARTIAL && isOpen(formula(body), variable) && isHidden(body, variable);
    if (two) {
      return build.refuse(
          new Refusal.Derived(
              span,
              variable.name()
                  + " stands in the formula both openly and behind another defined name."));
    }
    return Shape.derivative(body.shape(), variable.shape()).isPresent()
        ? new Expr.Derivative(body, variable)
        : build.refuse(new Refusal.Derived(span, "A derivative with more than two indices."));
  }

  private boolean isConstrained(Expr.Ref variable) {
    return context
        .variable(variable.name(), variable.indices().size())
        .map(Declaration.Variable::domain)
        .filter(d -> d instanceof Domain.Special s && s.kind() != Domain.Kind.INVERTIBLE)
        .isPresent();
  }

  /** The derivative of a function by its own argument, where that stands at another value. */
  Optional<Expr> ownSlot(Expr body, Name variable) {
    if (!(body instanceof Expr.Call c)) {
      return Optional.empty();
    }
    List<Parameter> parameters =
        context.parameters(c.function(), c.indices().size()).orElse(List.of());
    int slot = parameters.stream().map(Parameter::name).toList().indexOf(variable);
    boolean elsewhere =
        slot >= 0
            && c.slots().stream().allMatch(s -> s == slot)
            && c.arguments().stream().noneMatch(a -> dependence.depends(a, variable, 0));
    if (!elsewhere) {
      return Optional.empty();
    }
    List<Integer> slots = new ArrayList<>(c.slots());
    slots.add(slot);
    return Shape.derivative(c.shape(), parameters.get(slot).shape())
        .map(
            shape ->
                noted(
                    new Expr.Call(c.function(), c.indices(), c.arguments(), slots, shape),
                    variable));
  }

  /** With a ∇ it is never the derivative of a constant. */
  private Expr noted(Expr.Call derivative, Name variable) {
    if (context.variable(variable, 0).isEmpty()) {
      build.forget(variable);
    } else if (kind != Kind.NABLA) {
      build.derive(derivative);
    }
    return derivative;
  }

  /** What does not depend on a name has no derivative by it, unless it is a formula. */
  private Expr independent(Expr body, Expr.Ref variable) {
    NamedSlots slots = new NamedSlots(context);
    Optional<NamedSlots.Held> held =
        variable.indices().isEmpty() ? slots.elsewhere(body, variable) : Optional.empty();
    if (held.isPresent()) {
      return held.get().at(checked(held.get().body(), variable));
    }
    if (slots.names(body, variable.name())) {
      return build.refuse(
          new Refusal.Derived(
              span, variable.name() + " names an argument that stands at another value here."));
    }
    boolean written = body instanceof Expr.Literal && kind != Kind.NABLA;
    boolean formula =
        written
            || (Trees.any(body, e -> e instanceof Expr.Ref || e instanceof Expr.Call)
                && !isName(body));
    boolean fits = Shape.derivative(body.shape(), variable.shape()).isPresent();
    return formula && fits
        ? new Expr.Derivative(body, variable)
        : build.refuse(
            new Refusal.Derived(
                span, "What is differentiated does not depend on " + variable.name() + "."));
  }

  private static boolean isName(Expr body) {
    return switch (body) {
      case Expr.Ref r -> true;
      case Expr.Call c -> c.arguments().stream().allMatch(Differentiation::isName);
      case Expr.Entry e -> isName(e.body());
      case Expr.Transpose t -> isName(t.body());
      case Expr.Negate n -> isName(n.body());
      default -> false;
    };
  }

  // A name that enters openly and through others

  private Expr formula(Expr body) {
    Expr formula = body;
    while (formula instanceof Expr.Derivative inner) {
      formula = inner.body();
    }
    Scope scope = context.scope();
    Expr inside = formula;
    return scope.definition(formula).map(Definition::lambda).map(l -> l.body()).orElse(inside);
  }

  private static boolean isOpen(Expr formula, Expr.Ref variable) {
    return Trees.any(
        formula,
        e ->
            e instanceof Expr.Ref r
                && r.name().equals(variable.name())
                && r.indices().size() == variable.indices().size());
  }

  private boolean isHidden(Expr body, Expr.Ref variable) {
    return Trees.any(
        formula(body),
        e ->
            e instanceof Expr.Ref r
                && !r.name().equals(variable.name())
                && context.scope().definition(r).isPresent()
                && !new NamedWholes(context.scope()).isWhole(r.name(), variable.name())
                && dependence.depends(r, variable.name(), variable.indices().size()));
  }
}
