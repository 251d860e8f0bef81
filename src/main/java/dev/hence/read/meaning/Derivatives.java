package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.DerivativeKind;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads derivatives: by what, of what, along the flow or with everything else fixed. */
final class Derivatives {
  private final Context context;

  Derivatives(Context context) {
    this.context = context;
  }

  Expr read(Syntax.Derivative d, Factors factors) {
    if (d.kind() == DerivativeKind.NABLA && factors.isDotted() && d.operand().isEmpty()) {
      return divergence(d, factors);
    }
    if (d.variables().isEmpty()) {
      return bareGradient(d, factors);
    }
    if (d.kind() == DerivativeKind.NABLA && d.variables().size() > 1) {
      throw Formulas.unsupported(d, "a gradient by several variables at once");
    }
    Optional<Expr> slot = slotDerivative(d, factors);
    if (slot.isPresent()) {
      return slot.get();
    }
    Expr body =
        d.operand().isPresent()
            ? new Formulas(context).expr(d.operand().get())
            : d.kind() == DerivativeKind.NABLA
                ? factors.gradientOperand(d)
                : factors.derivativeOperand(d);
    if (body instanceof Expr.Transpose t && d.operand().isEmpty()) {
      return new Expr.Transpose(applied(d, t.body()));
    }
    return applied(d, body);
  }

  /** {@code \nabla L(\theta)}, {@code \nabla^2 L(\theta)} for a function of one argument: by it. */
  private Expr bareGradient(Syntax.Derivative d, Factors factors) {
    Expr body =
        d.operand().isPresent()
            ? new Formulas(context).expr(d.operand().get())
            : factors.gradientOperand(d);
    if (!(body instanceof Expr.Call) && !(body instanceof Expr.Transpose)) {
      Optional<Expr> composite = composite(d, body);
      if (composite.isPresent()) {
        return composite.get();
      }
    }
    Optional<Expr.Ref> only = onlyVariable(body);
    if (only.isPresent() && d.order() <= 2) {
      return gradient(d, body, only.get());
    }
    OwnArgument own = new OwnArgument(d);
    return body instanceof Expr.Transpose t
        ? new Expr.Transpose(laidOut(t.body(), own.differentiated(t.body())))
        : laidOut(body, own.differentiated(body));
  }

  /** The Jacobian of a vector, with a column for each of its entries where the layout says so. */
  private Expr laidOut(Expr body, Expr derivative) {
    boolean columns =
        context.ledger().layout() == Layout.DENOMINATOR
            && body.shape() instanceof Shape.Vector
            && derivative.shape() instanceof Shape.Matrix;
    return columns ? new Expr.Transpose(derivative) : derivative;
  }

  private Expr gradient(Syntax.Derivative d, Expr body, Expr.Ref by) {
    Partials partials = new Partials(context, d);
    context.ledger().note("∇ is by " + by.name() + ", the only name that moves in what follows it");
    Expr first = partials.by(by, body);
    return d.order() == 1
        ? first
        : partials.second(by, by, body).orElseGet(() -> partials.by(by, first));
  }

  /**
   * {@code \nabla L} of a name L that is defined through one variable, has one as its subscript, or
   * in which one name moves: by it.
   */
  private Optional<Expr.Ref> onlyVariable(Expr body) {
    if (!(body instanceof Expr.Ref own) || !own.shape().isScalar()) {
      return Optional.empty();
    }
    Dependence reach = new Dependence(context.scope());
    List<Declaration.Variable> all =
        context.scope().variables().values().stream()
            .filter(v -> reach.depends(body, v.name(), v.indices().size()))
            .toList();
    List<Declaration.Variable> moving =
        all.stream().filter(v -> context.scope().isState(v.name())).toList();
    List<Declaration.Variable> below =
        all.stream().filter(v -> isSubscript(own.name(), v.name())).toList();
    List<Declaration.Variable> chosen = !below.isEmpty() ? below : moving.isEmpty() ? all : moving;
    return chosen.size() == 1 && chosen.getFirst().indices().isEmpty()
        ? Optional.of(new Expr.Ref(chosen.getFirst().name(), List.of(), chosen.getFirst().shape()))
        : Optional.empty();
  }

  /** {@code E_{\hat w}}: the subscript says what is thought to move. */
  private static boolean isSubscript(Name name, Name variable) {
    return name.latex().endsWith("_{" + variable.latex() + "}");
  }

  /** {@code \nabla (p U)}: by the one vector of which p and U are functions. */
  private Optional<Expr> composite(Syntax.Derivative d, Expr body) {
    FieldOperators operators = new FieldOperators(context);
    boolean simple = d.order() == 1 || (d.order() == 2 && body.shape().isScalar());
    return operators
        .common(body)
        .filter(by -> simple)
        .map(
            by -> {
              Expr first = operators.gradient(body, by, d.span());
              return d.order() == 1 ? first : operators.gradient(first, by, d.span());
            });
  }

  /** {@code \nabla_x \cdot v}: the trace of the Jacobian. */
  private Expr divergence(Syntax.Derivative d, Factors factors) {
    Expr body = factors.dottedOperand(d);
    Expr jacobian =
        d.variables().isEmpty()
            ? composite(d, body).orElseGet(() -> new OwnArgument(d).differentiated(body))
            : applied(d, body);
    boolean square = jacobian.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns());
    if (!square || d.order() != 1) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          d.span(),
          "the divergence of " + Shapes.a(body.shape()),
          "it takes a vector as long as the variable");
    }
    return new Expr.Trace(jacobian);
  }

  private Expr applied(Syntax.Derivative d, Expr body) {
    List<Syntax> variables = variables(d);
    Optional<Expr> atItsSlot = slot(d, variables, body);
    if (atItsSlot.isPresent()) {
      return atItsSlot.get();
    }
    Partials partials = new Partials(context, d);
    if (variables.size() == 2) {
      Optional<Expr> second = second(variables, partials, body);
      if (second.isPresent()) {
        return second.get();
      }
    }
    Expr result = body;
    for (Syntax variable : variables.reversed()) {
      result = once(d, variable, partials, result);
    }
    return result;
  }

  /** {@code \nabla_w L(\hat w)}, or the same at a time. */
  private Optional<Expr> slot(Syntax.Derivative d, List<Syntax> variables, Expr body) {
    List<Name> names =
        variables.stream().flatMap(v -> Written.of(v).stream()).map(this::name).distinct().toList();
    if (names.size() != 1 || isTime(variables.getFirst())) {
      return Optional.empty();
    }
    return new OwnSlot(context, d).of(body, names.getFirst(), variables.size());
  }

  private Name name(Written w) {
    return Written.labelled(w.primed(), w.sub(), w.sup()).orElse(w.primed());
  }

  /** By what, a name once for each order, the last of them first. */
  private static List<Syntax> variables(Syntax.Derivative d) {
    List<Syntax> variables = new ArrayList<>();
    boolean nabla = d.kind() == DerivativeKind.NABLA;
    for (Syntax.Variable v : d.variables()) {
      variables.addAll(Collections.nCopies(nabla ? d.order() : v.order(), v.name()));
    }
    return variables;
  }

  /** The matrix of second derivatives, where both are by vectors. */
  private Optional<Expr> second(List<Syntax> variables, Partials partials, Expr body) {
    boolean timed = variables.stream().anyMatch(this::isTime);
    return timed
        ? Optional.empty()
        : partials.second(
            new Formulas(context).expr(variables.get(0)),
            new Formulas(context).expr(variables.get(1)),
            body);
  }

  private boolean isTime(Syntax variable) {
    return Written.of(variable)
        .filter(w -> w.sub().isEmpty() && w.sup().isEmpty())
        .map(Written::primed)
        .filter(n -> n.equals(Name.TIME) && (!context.knows(n, 0) || isClock() || isRunning()))
        .isPresent();
  }

  /** Where there are dynamics, a declared t is their time within bounds. */
  private boolean isClock() {
    return context.scope().dynamics().isPresent()
        && context.scope().variable(Name.TIME, 0).isPresent()
        && !context.locals().containsKey(Name.TIME);
  }

  /** Under an integral along the trajectory t is its time. */
  private boolean isRunning() {
    return context.scope().dynamics().isPresent() && context.times().contains(Name.TIME);
  }

  private Expr once(Syntax.Derivative d, Syntax variable, Partials partials, Expr body) {
    boolean explicit = d.kind() == DerivativeKind.PARTIAL && context.knows(Name.TIME, 0);
    return isTime(variable) && !explicit
        ? byTime(d, body)
        : partials.by(new Formulas(context).expr(variable), body);
  }

  private Expr byTime(Syntax.Derivative d, Expr body) {
    boolean withTime = writtenWithTime(body);
    if (d.kind() == DerivativeKind.PARTIAL && !withTime) {
      throw new Misread(
          ProblemId.TIME_UNCLEAR,
          d.span(),
          "t does not occur in what ∂/∂t differentiates",
          "write \\frac{d}{dt} for the derivative along the dynamics");
    }
    return alongFlow(body, d.span());
  }

  private boolean writtenWithTime(Expr body) {
    boolean state = body instanceof Expr.Ref r && context.scope().isState(r.name());
    return state || Trees.any(body, e -> e instanceof Expr.At);
  }

  /** The derivative along the dynamics; of a value at the time t, that derivative at t. */
  Expr alongFlow(Expr body, Span span) {
    if (context.scope().dynamics().isEmpty()) {
      throw new Misread(
          ProblemId.NO_DYNAMICS,
          span,
          "a derivative along the dynamics, but nothing says how the state moves",
          "give the dynamics in the header, for example flow: \\dot\\theta = -\\nabla_\\theta L");
    }
    Optional<Expr> time = Times.single(body).filter(Derivatives::isVariable);
    if (time.isPresent()) {
      Expr inside = Times.stripped(body, time.get());
      return new Expr.At(new Expr.TimeDerivative(inside), time.get());
    }
    return new Expr.TimeDerivative(body);
  }

  private static boolean isVariable(Expr time) {
    return time instanceof Expr.Ref;
  }

  // By a slot of a function

  /** {@code \frac{\partial \ell}{\partial u}(y, f(x))}: u names a slot of the function ℓ. */
  private Optional<Expr> slotDerivative(Syntax.Derivative d, Factors factors) {
    Optional<Written> operand = d.operand().flatMap(Written::of);
    if (operand.isEmpty() || d.variables().size() != 1 || operand.get().sup().isPresent()) {
      return Optional.empty();
    }
    Written w = operand.get();
    List<Expr> indices = w.sub().flatMap(s -> new Integers(context).list(s)).orElse(List.of());
    Name name = w.primed();
    Optional<List<Parameter>> parameters = parameters(name, indices.size());
    Optional<Name> by = Written.of(d.variables().getFirst().name()).map(Written::primed);
    if (parameters.isEmpty() || by.isEmpty() || (w.sub().isPresent() && indices.isEmpty())) {
      return Optional.empty();
    }
    int slot = parameters.get().stream().map(Parameter::name).toList().indexOf(by.get());
    boolean applied = factors.arguments().isPresent();
    if (slot < 0 || !applied) {
      return Optional.empty();
    }
    List<Integer> slots = Collections.nCopies(d.variables().getFirst().order(), slot);
    return Optional.of(
        new Entities(context).call(name, indices, parameters.get(), List.of(), slots, w, factors));
  }

  private Optional<List<Parameter>> parameters(Name name, int indices) {
    return context
        .function(name, indices)
        .map(f -> f.parameters())
        .or(() -> context.definition(name, indices).map(d -> d.lambda().parameters()));
  }
}
