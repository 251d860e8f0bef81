package dev.hence.road.symbolic;

import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.UnicodePrinter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Derivatives by names, by slots and along the dynamics, and values put in after them. */
final class Derivations {
  private final Lowering lowering;
  private final Setting setting;
  private final Terms terms;
  private final Inputs inputs;
  private final Trajectory trajectory;
  private final Velocities velocities;

  Derivations(Lowering lowering, Setting setting) {
    this.lowering = lowering;
    this.setting = setting;
    this.terms = setting.terms();
    this.inputs = setting.inputs();
    this.trajectory = setting.trajectory();
    this.velocities = new Velocities(lowering, setting);
  }

  Velocities velocities() {
    return velocities;
  }

  // By a name

  Rectangle derivative(Expr.Derivative derivative, Environment at) {
    Expr.Ref variable = derivative.variable();
    Rectangle moving = moving(variable, at);
    Environment inside = moved(variable, moving, at);
    Rectangle body = lowering.of(derivative.body(), inside);
    requireFixedTrajectory(body, moving, variable, inside);
    trajectory.quadratures().differentiated(body);
    Rectangle result = derivative(body, derivative.body().shape(), moving, variable.shape());
    Set<Term.Symbol> symbols = trajectory.deepSymbols(result.entries());
    boolean gone = moving.entries().stream().noneMatch(symbols::contains);
    return gone && !trajectory.quadratures().isOpen()
        ? result
        : put(result, moving, lowering.of(variable, at));
  }

  /** The body with a name given another value after all derivatives inside are taken. */
  Rectangle substituted(Expr.Substituted node, Environment at) {
    Expr.Ref variable = node.variable();
    String key = variable.name().key(variable.indices().size());
    if (setting.interpretation().definitions().containsKey(key)) {
      throw new Unsupported(
          "another value for " + UnicodePrinter.print(variable.name()) + ", which has a formula");
    }
    Rectangle moving = moving(variable, at);
    Environment inside = moved(variable, moving, at);
    Rectangle body = lowering.of(node.body(), inside);
    requireFixedTrajectory(body, moving, variable, inside);
    return put(body, moving, lowering.of(node.value(), at));
  }

  private Rectangle moving(Expr.Ref variable, Environment at) {
    return inputs.moving(
        member(variable, at),
        lowering.rows(variable.shape(), at),
        lowering.columns(variable.shape(), at),
        at.level());
  }

  private Member member(Expr.Ref ref, Environment at) {
    return new Member(ref.name(), lowering.integers(ref.indices(), at));
  }

  private Environment moved(Expr.Ref variable, Rectangle moving, Environment at) {
    Member member = member(variable, at);
    boolean parameter = at.isParameter(member);
    boolean state = setting.interpretation().isState(variable.name()) && !parameter;
    Optional<Moment> since = state ? Optional.of(at.moment()) : Optional.empty();
    return at.withMoved(member, new Binding(moving, parameter, since));
  }

  private Rectangle put(Rectangle body, Rectangle moving, Rectangle value) {
    Map<Term.Symbol, Term> values = new HashMap<>();
    for (int k = 0; k < moving.entries().size(); k++) {
      values.put((Term.Symbol) moving.entries().get(k), value.entries().get(k));
    }
    trajectory.quadratures().put(values);
    return trajectory.substituted(body, values);
  }

  /**
   * What is taken at other times than the one in force must not depend on what is moved: the
   * derivative of θ_T by a data point is not looked for.
   */
  private void requireFixedTrajectory(
      Rectangle body, Rectangle moving, Expr.Ref variable, Environment inside) {
    Set<Term.Symbol> symbols = new LinkedHashSet<>(trajectory.deepSymbols(body.entries()));
    symbols.removeIf(s -> !atOtherTime(s, inside.moment()));
    boolean state = inside.bound().get(member(variable, inside)).since().isPresent();
    if (!symbols.isEmpty()
        && (state || velocities.dependOn(symbols, Set.copyOf(moving.entries()), inside))) {
      throw new Unsupported(
          "a change of "
              + UnicodePrinter.print(variable.name())
              + ", on which the state at another time depends");
    }
  }

  private boolean atOtherTime(Term.Symbol symbol, Moment moment) {
    return inputs.state(symbol).filter(p -> !p.moment().equals(moment)).isPresent();
  }

  /** Shapes as {@link Shape#derivative} says: rows for the body, columns for the variable. */
  private Rectangle derivative(
      Rectangle body, Shape bodyShape, Rectangle moving, Shape variableShape) {
    List<Rectangle> partial = new ArrayList<>();
    for (Term entry : moving.entries()) {
      partial.add(trajectory.derivative(body, Map.of((Term.Symbol) entry, terms.one()), false));
    }
    if (variableShape.isScalar()) {
      return partial.getFirst();
    }
    if (bodyShape.isScalar()) {
      return Rectangle.filled(moving.rows(), moving.columns(), k -> partial.get(k).number());
    }
    int columns = partial.size();
    return Rectangle.filled(
        body.entries().size(), columns, k -> partial.get(k % columns).entries().get(k / columns));
  }

  // By slots

  /**
   * A partial derivative of a function, taken before the arguments are put in.
   *
   * @param values the arguments
   * @param inside where the parameters are bound to them
   */
  Rectangle bySlots(
      Lambda lambda, List<Integer> slots, List<Rectangle> values, Environment inside) {
    Environment at = inside;
    Map<Integer, Rectangle> moving = new LinkedHashMap<>();
    for (int slot : slots) {
      if (!moving.containsKey(slot)) {
        Name name = lambda.parameters().get(slot).name();
        Rectangle value = values.get(slot);
        Rectangle symbols =
            inputs.moving(Member.of(name), value.rows(), value.columns(), at.level());
        moving.put(slot, symbols);
        at = at.withMoved(Member.of(name), Binding.moved(symbols, true));
      }
    }
    Rectangle result = lowering.of(lambda.body(), at);
    trajectory.quadratures().differentiated(result);
    Shape shape = lambda.body().shape();
    for (int slot : slots) {
      Parameter parameter = lambda.parameters().get(slot);
      result = derivative(result, shape, moving.get(slot), parameter.shape());
      trajectory.quadratures().differentiated(result);
      shape =
          Shape.derivative(shape, parameter.shape())
              .orElseThrow(() -> new Unsupported("this derivative by a slot"));
    }
    for (Map.Entry<Integer, Rectangle> slot : moving.entrySet()) {
      result = put(result, slot.getValue(), values.get(slot.getKey()));
    }
    return result;
  }

  // Along the dynamics

  Rectangle alongFlow(Expr.TimeDerivative node, Environment at) {
    if (setting.interpretation().velocities().isEmpty()) {
      throw new Unsupported("a derivative along dynamics that are not given");
    }
    Environment inside = at.flowing(setting.interpretation()::isState);
    Moment flow = inside.moment();
    Rectangle body = lowering.of(node.body(), inside);
    boolean atEnd =
        setting.horizon().isEmpty()
            || (flow instanceof Moment.Flow f && f.base().equals(Moment.END));
    requireNoTimes(body, flow, atEnd);
    Map<Term.Symbol, Term> moves = velocities.of(trajectory.deepSymbols(body.entries()), flow, at);
    Rectangle result = trajectory.gradientTimes(body, moves, atEnd);
    return settled(result, flow, at);
  }

  /** At the end, or in the present of a statement about no other time, time itself moves. */
  private void requireNoTimes(Rectangle body, Moment flow, boolean atEnd) {
    for (Term.Symbol symbol : trajectory.deepSymbols(body.entries())) {
      boolean clock =
          inputs.isHorizon(symbol)
              || trajectory
                  .exponentials()
                  .entry(symbol)
                  .filter(e -> e.moment().equals(Moment.END))
                  .isPresent();
      boolean moving = inputs.state(symbol).filter(p -> p.moment().equals(flow)).isPresent();
      if (trajectory.moves(symbol) && !moving && !(atEnd && clock)) {
        throw new Unsupported("a derivative along the dynamics of values at several times");
      }
    }
  }

  /** The moving state put back to what it is outside. */
  private Rectangle settled(Rectangle result, Moment flow, Environment at) {
    Map<Term.Symbol, Term> values = new HashMap<>();
    for (Term.Symbol symbol : trajectory.deepSymbols(result.entries())) {
      inputs
          .state(symbol)
          .filter(place -> place.moment().equals(flow))
          .ifPresent(place -> values.put(symbol, outside(place, at)));
    }
    return trajectory.substituted(result, values);
  }

  private Term outside(Inputs.Place place, Environment at) {
    return at.binding(place.member())
        .map(binding -> binding.at(at.moment(), place.member()).entries().get(place.entry()))
        .orElseGet(() -> inputs.at(place, at.moment()));
  }
}
