package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.claim.Dynamics;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.DerivativeKind;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Derivatives by a parameter p on which solutions u(t, p) depend: by the chain rule through u, at
 * each time, and under the integral.
 */
final class Sensitivities {
  private final Context context;
  private final Dependence reach;
  private final Syntax.Derivative d;

  Sensitivities(Context context, Syntax.Derivative d) {
    this.context = context;
    this.d = d;
    this.reach = new Dependence(context.scope());
  }

  /** The total derivative of a formula in which u moves with p; empty where nothing does. */
  Optional<Expr> of(Expr body, Expr.Ref p) {
    refuseUnknown(body, p);
    List<Expr.Ref> movers = movers(p);
    boolean moves =
        !movers.isEmpty()
            && moving(List.of(body)).stream().anyMatch(x -> isOf(movers, x) || feels(x, p, movers));
    if (!moves) {
      return Optional.empty();
    }
    if (d.kind() != DerivativeKind.TOTAL) {
      if (isFunctionAtItsNames(body)) {
        return Optional.empty();
      }
      if (!isState(body, movers)) {
        throw unclear(movers, p);
      }
    }
    refuseOthers(body, p, movers);
    return Optional.of(total(body, p, movers));
  }

  /** Of families, of matrices and of equations of second order no sensitivities are known. */
  private void refuseUnknown(Expr body, Expr.Ref by) {
    Map<Name, List<Name>> parameters =
        context.scope().dynamics().map(Dynamics::parameters).orElse(Map.of());
    for (Map.Entry<Name, List<Name>> e : parameters.entrySet()) {
      for (Name p : e.getValue()) {
        boolean known =
            by.indices().isEmpty()
                && p.equals(by.name())
                && context.definition(p, 0).isEmpty()
                && context.scope().isState(Solutions.sensitivity(e.getKey(), p));
        if (!known && moves(p, by) && reach.mentions(body, e.getKey())) {
          throw new Misread(
              ProblemId.NOT_YET_SUPPORTED,
              d.span(),
              "a derivative of " + e.getKey() + " by what moves " + p,
              "read are derivatives by a number or a vector p of solutions u(t, p) that are"
                  + " numbers or vectors and move by equations of first order");
        }
      }
    }
  }

  private boolean moves(Name parameter, Expr.Ref by) {
    return parameter.equals(by.name())
        || context
            .definition(parameter, 0)
            .filter(d -> reach.depends(d.lambda().body(), by.name()))
            .isPresent();
  }

  private List<Expr.Ref> movers(Expr.Ref p) {
    boolean plain = p.indices().isEmpty() && !context.locals().containsKey(p.name());
    return plain ? new Solutions(context.scope()).movers(p.name()) : List.of();
  }

  /** {@code \partial f/\partial p} of a declared f(u, p) moves the slot. */
  private boolean isFunctionAtItsNames(Expr body) {
    return body instanceof Expr.Call c
        && c.slots().isEmpty()
        && context.function(c.function(), c.indices().size()).isPresent()
        && c.arguments().stream().allMatch(Expr.Ref.class::isInstance);
  }

  private static boolean isState(Expr body, List<Expr.Ref> movers) {
    Expr inside = body instanceof Expr.At a ? a.body() : body;
    return movers.stream().anyMatch(inside::equals);
  }

  private Misread unclear(List<Expr.Ref> movers, Expr.Ref p) {
    return new Misread(
        ProblemId.DERIVATIVE_UNCLEAR,
        d.span(),
        movers.getFirst().name()
            + " depends on "
            + p.name()
            + ", and may move with it or be held fixed here",
        "write d for the total derivative, as in \\frac{d}{dp}");
  }

  /** What else moves, and matters, must not depend on p, as it is not declared to. */
  private void refuseOthers(Expr body, Expr.Ref p, List<Expr.Ref> movers) {
    List<Expr> formulas = new ArrayList<>(movers);
    formulas.add(body);
    for (Name state : moving(formulas)) {
      if (!isOf(movers, state) && feels(state, p, movers)) {
        throw new Misread(
            ProblemId.NOT_YET_SUPPORTED,
            d.span(),
            "a derivative by "
                + p.name()
                + " of what depends on "
                + state
                + ", which moves with "
                + p.name()
                + " although it is not declared to depend on it",
            "declare it as a solution of a flow with this argument, as u(t, p); second derivatives"
                + " of solutions are not read");
      }
    }
  }

  private static boolean isOf(List<Expr.Ref> movers, Name state) {
    return movers.stream().anyMatch(u -> u.name().equals(state));
  }

  private boolean feels(Name state, Expr.Ref p, List<Expr.Ref> movers) {
    Dynamics dynamics = context.scope().dynamics().orElseThrow();
    return moving(List.of(dynamics.velocities().get(state).body())).stream()
            .anyMatch(s -> isOf(movers, s))
        || Stream.concat(
                Stream.of(state), moving(List.of(dynamics.velocities().get(state).body())).stream())
            .anyMatch(s -> reach.mentions(dynamics.velocities().get(s).body(), p.name()));
  }

  /** The states in formulas, in the velocities of these, and so on. */
  private List<Name> moving(List<? extends Expr> formulas) {
    Map<Name, Lambda> velocities = context.scope().dynamics().orElseThrow().velocities();
    List<Name> met = new ArrayList<>();
    List<Expr> open = new ArrayList<>(formulas);
    while (!open.isEmpty()) {
      Expr formula = open.removeLast();
      for (Name state : velocities.keySet()) {
        if (!met.contains(state) && reach.mentions(formula, state)) {
          met.add(state);
          open.add(velocities.get(state).body());
        }
      }
    }
    return met;
  }

  /** Sums and integrals term by term, values at a time there; what has no times by the chain. */
  private Expr total(Expr body, Expr.Ref p, List<Expr.Ref> movers) {
    if (isTimeless(body)) {
      return chain(fitting(body, p), p, movers);
    }
    Optional<Expr> moment = Times.single(body).filter(t -> isTakenAt(body, t));
    if (moment.isPresent()) {
      Expr now = Times.stripped(body, moment.get());
      return new Expr.At(total(now, p, movers), moment.get());
    }
    return switch (body) {
      case Expr.Add a -> new Expr.Add(a.terms().stream().map(t -> total(t, p, movers)).toList());
      case Expr.Negate n -> new Expr.Negate(total(n.body(), p, movers));
      case Expr.Integral i when isAlong(i) -> {
        Expr time = new Expr.Ref(i.variable(), List.of(), Shape.SCALAR);
        Expr now = Times.stripped(i.body(), time);
        yield new Expr.Integral(
            i.variable(), i.lower(), i.upper(), new Expr.At(total(now, p, movers), time));
      }
      case Expr.Ref r -> total(unfolded(r, List.of(), List.of()), p, movers);
      case Expr.Call c when c.slots().isEmpty() ->
          total(unfolded(c, c.indices(), c.arguments()), p, movers);
      default -> throw unsupported();
    };
  }

  /** Whether a formula takes the state at one time, and nowhere else. */
  private boolean isTakenAt(Expr body, Expr time) {
    return isTimeless(Times.stripped(body, time)) && !mentionsNow(body);
  }

  private boolean mentionsNow(Expr e) {
    if (e instanceof Expr.At) {
      return false;
    }
    return (e instanceof Expr.Ref r && context.scope().isState(r.name()))
        || reach.definition(e).filter(x -> reach.mentionsState(x.lambda().body())).isPresent()
        || Trees.children(e).stream().anyMatch(this::mentionsNow);
  }

  private boolean isAlong(Expr.Integral i) {
    Expr time = new Expr.Ref(i.variable(), List.of(), Shape.SCALAR);
    return new Times(context).isAlongTrajectory(i) && isTimeless(Times.stripped(i.body(), time));
  }

  private boolean isTimeless(Expr body) {
    return !reach.any(body, e -> e instanceof Expr.At || e instanceof Expr.Integral);
  }

  /** The formula of a name, if its parameters stand at the names that they have in it. */
  private Expr unfolded(Expr named, List<Expr> indices, List<Expr> arguments) {
    Optional<Definition> definition = reach.definition(named).filter(x -> indices.isEmpty());
    List<Name> slots =
        definition.stream()
            .flatMap(x -> x.lambda().parameters().stream())
            .map(Parameter::name)
            .toList();
    List<Name> given =
        arguments.stream()
            .flatMap(a -> a instanceof Expr.Ref r ? Stream.of(r.name()) : null)
            .toList();
    if (definition.isEmpty() || !slots.equals(given)) {
      throw unsupported();
    }
    return definition.get().lambda().body();
  }

  private Expr fitting(Expr body, Expr.Ref p) {
    boolean fits = body.shape().isScalar() || body.shape() instanceof Shape.Vector;
    if (!fits || Shape.derivative(body.shape(), p.shape()).isEmpty()) {
      throw unsupported();
    }
    return body;
  }

  private Misread unsupported() {
    return new Misread(
        ProblemId.NOT_YET_SUPPORTED,
        d.span(),
        "the derivative of this by a parameter of the solution",
        "read are sums, integrals along the trajectory and values at a time, of numbers and"
            + " vectors");
  }

  /** ∂e/∂p + Σ (∂e/∂u) ∂u/∂p for a number or a vector e, laid out as {@link Expr.Derivative}. */
  static Expr chain(Expr e, Expr.Ref p, List<Expr.Ref> movers) {
    List<Expr> terms = new ArrayList<>();
    terms.add(new Expr.Derivative(e, p));
    for (Expr.Ref u : movers) {
      Shape shape = Shape.derivative(u.shape(), p.shape()).orElseThrow();
      Expr s = new Expr.Ref(Solutions.sensitivity(u.name(), p.name()), List.of(), shape);
      if (e.equals(u)) {
        return s;
      }
      terms.add(through(new Expr.Derivative(e, u), e.shape(), u.shape(), s, p.shape()));
    }
    return new Expr.Add(terms);
  }

  private static Expr through(Expr slope, Shape e, Shape u, Expr s, Shape p) {
    if (u.isScalar()) {
      boolean outer = !e.isScalar() && !p.isScalar();
      return new Expr.Multiply(slope, outer ? new Expr.Transpose(s) : s);
    }
    if (!e.isScalar()) {
      return new Expr.Multiply(slope, s);
    }
    return p.isScalar()
        ? new Expr.Inner(slope, s)
        : new Expr.Multiply(new Expr.Transpose(s), slope);
  }
}
