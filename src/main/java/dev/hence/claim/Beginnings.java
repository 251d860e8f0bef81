package dev.hence.claim;

import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * A step about trajectories whose names begin with given values: the same step about all
 * trajectories. A name w that begins with c is written c + μ − μ(0), where μ moves as w does and
 * begins freely: whatever μ(0) is, w begins with c, and every trajectory of w is of this form. So
 * what is shown for every state of μ and every μ(0) uses the value at the start, and of later times
 * nothing but the dynamics.
 *
 * <p>A function f(x; θ) that has the values e(x) at the initial state is written e(x) + g(x; θ) −
 * g(x; θ₀), with g as arbitrary as f was: g = f is one.
 *
 * <p>A step about one state is left alone, for the dynamics pass through other states than the
 * first.
 */
public final class Beginnings {
  /** Ends the names of what moves freely; the reader gives no name such an end. */
  private static final String FREE = "\\!";

  private static final Expr START = new Expr.Literal(Rational.ZERO);

  private final Statement.Step step;
  private final Dynamics dynamics;
  private final Map<Name, Lambda> starts;
  private final Map<Name, Lambda> velocities;
  private final SequencedMap<String, Trial.Entry> tries;
  private Scope scope;

  private Beginnings(Statement.Step step, Dynamics dynamics) {
    this.step = step;
    this.dynamics = dynamics;
    this.starts = new HashMap<>(dynamics.starts());
    this.velocities = new HashMap<>(dynamics.velocities());
    this.tries = new LinkedHashMap<>(step.trial().entries());
    this.scope = step.scope();
  }

  /** The step as it is looked at: itself, if it speaks of one state, or all begin freely. */
  public static Statement.Step of(Statement.Step step) {
    Optional<Dynamics> dynamics = step.scope().dynamics().filter(d -> !d.starts().isEmpty());
    return dynamics.isPresent() && step.horizon().isPresent()
        ? new Beginnings(step, dynamics.get()).free()
        : step;
  }

  /**
   * What a step says at least, if it says how fast something changes at every state: that it does
   * so along the trajectories that begin with given values.
   */
  public static Optional<Statement.Step> along(Statement.Step step) {
    boolean begins = step.scope().dynamics().filter(d -> !d.starts().isEmpty()).isPresent();
    boolean ofStates =
        step.horizon().isEmpty()
            && step.approach().isEmpty()
            && (step.kind() == Kind.POINTWISE || step.kind() == Kind.INEQUALITY);
    boolean changes =
        Stream.of(step.left(), step.right())
            .anyMatch(side -> Trees.any(side, e -> e instanceof Expr.TimeDerivative));
    if (!begins || !ofStates || !changes) {
      return Optional.empty();
    }
    Expr now = new Expr.Ref(Name.TIME, List.of(), Shape.SCALAR);
    Kind kind = step.kind() == Kind.POINTWISE ? Kind.TRAJECTORY : step.kind();
    return Optional.of(
        step.with(new Expr.At(step.left(), now), step.relation(), new Expr.At(step.right(), now))
            .along(kind, Name.TIME));
  }

  /**
   * Whether a name is of something that moves freely, and whose value at the start says nothing.
   */
  public static boolean isFree(Name name) {
    return name.latex().endsWith(FREE);
  }

  /** The name with the given value, for which such a name stands. */
  public static Name given(Name free) {
    return new Name(free.latex().substring(0, free.latex().length() - FREE.length()));
  }

  private Statement.Step free() {
    List<Name> functions =
        dynamics.starts().keySet().stream().filter(n -> !dynamics.moves(n)).sorted().toList();
    functions.forEach(this::function);
    List<Name> states = starts.keySet().stream().filter(dynamics::moves).sorted().toList();
    states.forEach(this::state);
    scope = scope.with(dynamics.moving(velocities, starts.keySet(), dynamics.span()));
    return step.within(step.left(), step.right(), scope).trying(new Trial(tries));
  }

  private void state(Name name) {
    Lambda start = starts.get(name);
    Declaration.Variable declared = scope.variable(name, start.indices().size()).orElseThrow();
    Name free = new Name(name.latex() + FREE);
    velocities.put(free, velocities.remove(name));
    Expr mu = new Expr.Ref(free, letters(start), declared.shape());
    define(
        new Declaration.Variable(
            free, declared.indices(), declared.shape(), Domain.REALS, false, declared.span()),
        definition(name, start, mu, new Expr.At(mu, START), declared.shape(), declared.span()));
  }

  private static List<Expr> letters(Lambda lambda) {
    return lambda.indices().stream().map(letter -> (Expr) new Expr.Index(letter)).toList();
  }

  /** The value at the start, and what was added since. */
  private static Definition definition(
      Name name, Lambda start, Expr now, Expr before, Shape shape, Span span) {
    Expr all = new Expr.Add(List.of(start.body(), now, new Expr.Negate(before)));
    return new Definition(name, new Lambda(start.indices(), start.parameters(), all), shape, span);
  }

  private void define(Declaration free, Definition definition) {
    scope =
        scope
            .without(definition.name().key(definition.lambda().indices().size()))
            .with(free)
            .with(definition);
  }

  private void function(Name name) {
    Lambda start = starts.remove(name);
    Declaration.Function declared = scope.function(name, start.indices().size()).orElseThrow();
    Name free = arbitrary(name);
    List<Expr> now = new ArrayList<>();
    List<Expr> before = new ArrayList<>();
    for (Parameter slot : start.parameters()) {
      Expr value = new Expr.Ref(slot.name(), List.of(), slot.shape());
      now.add(value);
      before.add(dynamics.moves(slot.name()) ? initial(slot.name()) : value);
    }
    Shape shape = declared.shape();
    Expr g = new Expr.Call(free, letters(start), now, List.of(), shape);
    Expr g0 = new Expr.Call(free, letters(start), before, List.of(), shape);
    Optional.ofNullable(tries.get(name.latex())).ifPresent(t -> tries.put(free.latex(), t));
    define(
        new Declaration.Function(
            free, declared.indices(), declared.parameters(), shape, declared.span()),
        definition(name, start, g, g0, shape, declared.span()));
  }

  /** The function that stands for one with values at the start. */
  public static Name arbitrary(Name function) {
    return new Name("\\tilde{" + function.latex() + "}");
  }

  /** The initial state: what it is given as, or one that does not move. */
  private Expr initial(Name state) {
    if (!starts.containsKey(state)) {
      Declaration.Variable moving = scope.variable(state, 0).orElseThrow();
      Name first = new Name(state.latex() + "_{0}");
      scope =
          scope.with(
              new Declaration.Variable(
                  first, List.of(), moving.shape(), moving.domain(), false, moving.span()));
      starts.put(state, Lambda.constant(new Expr.Ref(first, List.of(), moving.shape())));
    }
    return starts.get(state).body();
  }
}
