package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.DerivativeKind;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/** Reads derivatives: by what, of what, along the flow or with everything else fixed. */
final class Derivatives {
  private final Context context;
  private final Reach reach;

  Derivatives(Context context) {
    this.context = context;
    this.reach = new Reach(context.scope());
  }

  Expr read(Syntax.Derivative d, Factors factors) {
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
    boolean transposed = body instanceof Expr.Transpose;
    Expr inner = body instanceof Expr.Transpose t ? t.body() : body;
    boolean clear =
        d.order() <= 2
            && inner instanceof Expr.Call c
            && c.arguments().size() == 1
            && c.slots().isEmpty()
            && c.shape().isScalar();
    if (!clear) {
      throw new Misread(
          ProblemId.DERIVATIVE_UNCLEAR,
          d.span(),
          "a gradient that does not say by what, of something other than a function of one"
              + " argument",
          "say by what, for example \\nabla_\\theta");
    }
    Expr.Call call = (Expr.Call) inner;
    List<Integer> slots = java.util.Collections.nCopies(d.order(), 0);
    Shape argument = call.arguments().getFirst().shape();
    Shape shape = call.shape();
    for (int k = 0; k < d.order(); k++) {
      shape = Shape.derivative(shape, argument).orElseThrow(() -> Formulas.unsupported(d, "this"));
    }
    Expr gradient = new Expr.Call(call.function(), call.indices(), call.arguments(), slots, shape);
    return transposed ? new Expr.Transpose(gradient) : gradient;
  }

  private Expr applied(Syntax.Derivative d, Expr body) {
    Expr result = body;
    for (int v = d.variables().size() - 1; v >= 0; v--) {
      int order = d.kind() == DerivativeKind.NABLA ? d.order() : d.variables().get(v).order();
      for (int k = 0; k < order; k++) {
        result = once(d, d.variables().get(v).name(), result);
      }
    }
    return result;
  }

  private Expr once(Syntax.Derivative d, Syntax variable, Expr body) {
    Optional<Name> time =
        Written.of(variable)
            .filter(w -> w.sub().isEmpty() && w.sup().isEmpty())
            .map(Written::primed)
            .filter(n -> n.equals(Name.TIME) && !context.knows(n, 0));
    if (time.isPresent()) {
      return byTime(d, body);
    }
    Expr by = new Formulas(context).expr(variable);
    return by(d, body, by);
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

  /** By a variable, a defined name, or an entry of one. */
  private Expr by(Syntax.Derivative d, Expr body, Expr by) {
    return switch (by) {
      case Expr.Ref ref -> by(d, body, ref);
      case Expr.Entry entry when body.shape().isScalar() ->
          new Expr.Entry(by(d, body, entry.body()), entry.indices());
      case Expr.At at -> {
        Expr inside = Times.stripped(body, at.time());
        yield new Expr.At(by(d, inside, at.body()), at.time());
      }
      default ->
          throw new Misread(
              ProblemId.DERIVATIVE_UNCLEAR,
              d.span(),
              "a derivative by something that is no name",
              "define a name for it");
    };
  }

  private Expr by(Syntax.Derivative d, Expr body, Expr.Ref variable) {
    if (Shape.derivative(body.shape(), variable.shape()).isEmpty()) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          d.span(),
          "the derivative of a " + body.shape() + " by a " + variable.shape(),
          "take it entry by entry");
    }
    Optional<Expr> time = Times.single(body);
    boolean state = context.scope().isState(variable.name());
    if (time.isPresent() && state) {
      Expr inside = Times.stripped(body, time.get());
      return new Expr.At(checked(d, inside, variable), time.get());
    }
    return checked(d, body, variable);
  }

  private Expr checked(Syntax.Derivative d, Expr body, Expr.Ref variable) {
    if (!reach.mentions(body, variable.name())) {
      throw new Misread(
          ProblemId.DERIVATIVE_UNCLEAR,
          d.span(),
          "what is differentiated does not depend on " + variable.name(),
          "write 0 if that is meant, or define it through " + variable.name());
    }
    if (d.kind() != DerivativeKind.TOTAL && hasTwoReadings(body, variable.name())) {
      throw new Misread(
          ProblemId.DERIVATIVE_UNCLEAR,
          d.span(),
          variable.name()
              + " stands in the formula both openly and behind another defined name, which may"
              + " move with it or stay fixed",
          "write d for the total derivative, or put the definition into the formula");
    }
    return new Expr.Derivative(body, variable);
  }

  /** Whether a formula mentions a name both openly and through another defined name. */
  private boolean hasTwoReadings(Expr body, Name variable) {
    Optional<Definition> whole = reach.definition(body);
    boolean opened = whole.isPresent() && (body instanceof Expr.Ref || body instanceof Expr.Call);
    Expr formula = opened ? whole.get().lambda().body() : body;
    boolean open = Trees.any(formula, e -> e instanceof Expr.Ref r && r.name().equals(variable));
    boolean hidden =
        Trees.any(
            formula,
            e ->
                e instanceof Expr.Ref r
                    && !r.name().equals(variable)
                    && reach
                        .definition(r)
                        .filter(def -> reach.mentions(def.lambda().body(), variable))
                        .isPresent());
    return open && hidden;
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
    List<Integer> slots = java.util.Collections.nCopies(d.variables().getFirst().order(), slot);
    return Optional.of(
        new References(context)
            .call(name, indices, parameters.get(), List.of(), slots, w, factors));
  }

  private Optional<List<Parameter>> parameters(Name name, int indices) {
    return context
        .function(name, indices)
        .map(f -> f.parameters())
        .or(() -> context.definition(name, indices).map(d -> d.lambda().parameters()));
  }
}
