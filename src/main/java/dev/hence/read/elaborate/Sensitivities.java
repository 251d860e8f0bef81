package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.read.syntax.Tree.Derivative.Kind;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Derivatives by a parameter p on which solutions u(t, p) depend: by the chain rule through u, at
 * each time, and under the integral. The sensitivity ∂u/∂p is a state itself.
 */
public final class Sensitivities {
  private final Scope scope;
  private final Dependence reach;

  /** The sensitivities in a scope. */
  public Sensitivities(Scope scope) {
    this.scope = scope;
    this.reach = new Dependence(scope);
  }

  /** The name of the derivative of a state by a parameter. */
  public static Name name(Name state, Name parameter) {
    return new Name("\\partial_{" + parameter.latex() + "}{" + state.latex() + "}");
  }

  private Map<Name, List<Name>> parameters() {
    return scope.dynamics().map(Dynamics::parameters).orElse(Map.of());
  }

  /** The states that depend on a parameter, each a number or a vector. */
  public List<Expr.Ref> movers(Map<Name, List<Name>> parameters, Name parameter) {
    return parameters.entrySet().stream()
        .filter(e -> e.getValue().contains(parameter))
        .flatMap(e -> plain(e.getKey()).stream())
        .sorted(Comparator.comparing(r -> r.name().latex()))
        .toList();
  }

  /** A name that is a number or a vector. */
  public Optional<Expr.Ref> plain(Name name) {
    return scope
        .variable(name, 0)
        .map(Declaration.Variable::shape)
        .filter(s -> s.isScalar() || s instanceof Shape.Vector)
        .map(s -> new Expr.Ref(name, List.of(), s));
  }

  /** Whether a formula speaks of a solution that depends on a parameter. */
  public boolean moves(Expr body, Name parameter) {
    return movers(parameters(), parameter).stream().anyMatch(u -> reach.mentions(body, u.name()));
  }

  /**
   * The derivative of a formula by a variable, where something in it moves with that; empty where
   * nothing does.
   */
  Optional<Expr> of(Expr body, Expr.Ref p, Kind kind, Build build, Span span) {
    if (parameters().isEmpty()) {
      return Optional.empty();
    }
    if (isUnknown(body, p)) {
      return refused("A derivative of a solution of which no sensitivity is known.", build, span);
    }
    List<Expr.Ref> movers = p.indices().isEmpty() ? movers(parameters(), p.name()) : List.of();
    List<Name> met = moving(List.of(body));
    boolean moves =
        !movers.isEmpty() && met.stream().anyMatch(x -> isOf(movers, x) || feels(x, p, movers));
    if (!moves || (kind != Kind.TOTAL && isAtItsNames(body))) {
      return Optional.empty();
    }
    Expr inside = body instanceof Expr.At a ? a.body() : body;
    if (kind != Kind.TOTAL && !movers.contains(inside)) {
      String words = " depends on " + p.name() + ", and may move with it or be held fixed here.";
      return refused(movers.getFirst().name() + words, build, span);
    }
    List<Expr> formulas = new ArrayList<>(movers);
    formulas.add(body);
    boolean others =
        moving(formulas).stream().anyMatch(s -> !isOf(movers, s) && feels(s, p, movers));
    Optional<Expr> total = others ? Optional.empty() : total(body, p, movers);
    return total.isPresent()
        ? total
        : refused("A derivative of this by a parameter of a solution.", build, span);
  }

  private static Optional<Expr> refused(String what, Build build, Span span) {
    return Optional.of(build.refuse(new Refusal.Derived(span, what)));
  }

  /** Of families, of matrices and of equations of second order no sensitivities are known. */
  private boolean isUnknown(Expr body, Expr.Ref by) {
    return parameters().entrySet().stream()
        .filter(e -> reach.mentions(body, e.getKey()))
        .anyMatch(
            e ->
                e.getValue().stream()
                    .filter(p -> isMovedBy(p, by))
                    .anyMatch(
                        p ->
                            !by.indices().isEmpty()
                                || !p.equals(by.name())
                                || scope.definition(p, 0).isPresent()
                                || !scope.isState(name(e.getKey(), p))));
  }

  private boolean isMovedBy(Name parameter, Expr.Ref by) {
    return parameter.equals(by.name())
        || scope
            .definition(parameter, 0)
            .filter(d -> reach.depends(d.lambda().body(), by.name()))
            .isPresent();
  }

  /** {@code \partial f/\partial p} of a declared f(u, p) moves the slot. */
  private boolean isAtItsNames(Expr body) {
    return body instanceof Expr.Call c
        && c.slots().isEmpty()
        && scope.function(c.function(), c.indices().size()).isPresent()
        && c.arguments().stream().allMatch(Expr.Ref.class::isInstance);
  }

  private static boolean isOf(List<Expr.Ref> movers, Name state) {
    return movers.stream().anyMatch(u -> u.name().equals(state));
  }

  /** Whether a state moves with p, though nothing declares it to depend on it. */
  private boolean feels(Name state, Expr.Ref p, List<Expr.Ref> movers) {
    List<Name> behind = moving(List.of(velocities().get(state).body()));
    return behind.stream().anyMatch(s -> isOf(movers, s))
        || Stream.concat(Stream.of(state), behind.stream())
            .anyMatch(s -> reach.mentions(velocities().get(s).body(), p.name()));
  }

  private Map<Name, Lambda> velocities() {
    return scope.dynamics().map(Dynamics::velocities).orElse(Map.of());
  }

  /** The states in formulas, in the velocities of these, and so on. */
  private List<Name> moving(List<? extends Expr> formulas) {
    List<Name> met = new ArrayList<>();
    List<Expr> open = new ArrayList<>(formulas);
    while (!open.isEmpty()) {
      Expr formula = open.removeLast();
      for (Name state : velocities().keySet()) {
        if (!met.contains(state) && reach.mentions(formula, state)) {
          met.add(state);
          open.add(velocities().get(state).body());
        }
      }
    }
    return met;
  }

  /** Sums and integrals term by term, values at a time there; what has no times by the chain. */
  private Optional<Expr> total(Expr body, Expr.Ref p, List<Expr.Ref> movers) {
    if (isTimeless(body)) {
      boolean fits = body.shape().isScalar() || body.shape() instanceof Shape.Vector;
      return fits && Shape.derivative(body.shape(), p.shape()).isPresent()
          ? Optional.of(chain(body, p, movers))
          : Optional.empty();
    }
    Optional<Expr> moment = Differentiation.time(body).filter(t -> isTakenAt(body, t));
    if (moment.isPresent()) {
      Expr time = moment.get();
      return total(Differentiation.stripped(body, time), p, movers).map(d -> new Expr.At(d, time));
    }
    return switch (body) {
      case Expr.Add a -> {
        List<Expr> terms = a.terms().stream().flatMap(t -> total(t, p, movers).stream()).toList();
        yield terms.size() == a.terms().size()
            ? Optional.of(new Expr.Add(terms))
            : Optional.empty();
      }
      case Expr.Negate n -> total(n.body(), p, movers).map(Expr.Negate::new);
      case Expr.Integral i when isAlong(i) -> {
        Expr time = new Expr.Ref(i.variable(), List.of(), Shape.SCALAR);
        yield total(Differentiation.stripped(i.body(), time), p, movers)
            .map(d -> new Expr.Integral(i.variable(), i.lower(), i.upper(), new Expr.At(d, time)));
      }
      case Expr.Ref r -> unfolded(r, r.indices(), List.of()).flatMap(b -> total(b, p, movers));
      case Expr.Call c when c.slots().isEmpty() ->
          unfolded(c, c.indices(), c.arguments()).flatMap(b -> total(b, p, movers));
      default -> Optional.empty();
    };
  }

  /** Whether a formula takes the state at one time, and nowhere else. */
  private boolean isTakenAt(Expr body, Expr time) {
    return isTimeless(Differentiation.stripped(body, time)) && !mentionsNow(body);
  }

  private boolean mentionsNow(Expr e) {
    if (e instanceof Expr.At) {
      return false;
    }
    return (e instanceof Expr.Ref r && scope.isState(r.name()))
        || scope.definition(e).filter(x -> reach.mentionsState(x.lambda().body())).isPresent()
        || Trees.children(e).stream().anyMatch(this::mentionsNow);
  }

  private boolean isAlong(Expr.Integral i) {
    Expr time = new Expr.Ref(i.variable(), List.of(), Shape.SCALAR);
    return isTimeless(Differentiation.stripped(i.body(), time))
        && reach.any(i.body(), e -> e instanceof Expr.At a && a.time().equals(time));
  }

  private boolean isTimeless(Expr body) {
    return !reach.any(body, e -> e instanceof Expr.At || e instanceof Expr.Integral);
  }

  /** The formula of a name, if its parameters stand at the names that they have in it. */
  private Optional<Expr> unfolded(Expr named, List<Expr> indices, List<Expr> arguments) {
    Optional<Definition> definition = scope.definition(named).filter(d -> indices.isEmpty());
    List<Expr> slots =
        definition.stream()
            .flatMap(d -> d.lambda().parameters().stream())
            .<Expr>map(Sensitivities::itself)
            .toList();
    return definition.filter(d -> slots.equals(arguments)).map(d -> d.lambda().body());
  }

  private static Expr itself(Parameter p) {
    return new Expr.Ref(p.name(), List.of(), p.shape());
  }

  /** ∂e/∂p + Σ (∂e/∂u) ∂u/∂p for a number or a vector e, laid out as {@link Expr.Derivative}. */
  public static Expr chain(Expr e, Expr.Ref p, List<Expr.Ref> movers) {
    List<Expr> terms = new ArrayList<>(List.of(new Expr.Derivative(e, p)));
    for (Expr.Ref u : movers) {
      Shape shape = Shape.derivative(u.shape(), p.shape()).orElseThrow();
      Expr s = new Expr.Ref(name(u.name(), p.name()), List.of(), shape);
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
