package dev.hence.argument;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the uniqueness of solutions asks of a closed form: that it solves the differential equation
 * that the other side solves. That is the one that moves the state; or, for what is made of states,
 * one with a constant rate, which stands in an exponential of the closed form.
 */
final class Solutions {
  private static final int MOST_VELOCITIES = 3;

  private final Statement.Step step;
  private final Expr.Ref end;
  private final Trajectories trajectories;
  private final Depends depends;

  Solutions(Statement.Step step, Name end) {
    this.step = step;
    this.end = new Expr.Ref(end, List.of(), Shape.SCALAR);
    this.trajectories = new Trajectories(end, step.scope());
    this.depends = new Depends(step.scope());
  }

  /**
   * Two statements about one state: that the one side moves so, and that the derivative of the
   * closed form is what the same equation makes of it. In the second, the state is the one at 0.
   */
  record Pair(Statement.Step moving, Statement.Step form) {}

  /** What moves, if the left side is something of the state at the end. */
  Optional<Expr> moving() {
    return trajectories
        .slope(step.left())
        .filter(Expr.TimeDerivative.class::isInstance)
        .filter(slope -> isForm(step.right()));
  }

  /**
   * All that may hold, the most telling first.
   *
   * @param velocities what the derivative of the left side may be
   */
  List<Pair> pairs(List<Expr> velocities) {
    if (moving().isEmpty()) {
      return List.of();
    }
    Expr moving = ((Expr.TimeDerivative) moving().get()).body();
    Expr form = free(step.right());
    return laws(moving, form, velocities).stream().map(law -> pair(moving, form, law)).toList();
  }

  private Pair pair(Expr moving, Expr form, UnaryOperator<Expr> law) {
    return new Pair(
        step.equal(new Expr.TimeDerivative(moving), Tidy.of(law.apply(moving)), step.scope()),
        formed(form, law));
  }

  /** The time itself is the end: then a derivative in it is one along the trajectory. */
  private Statement.Step formed(Expr form, UnaryOperator<Expr> law) {
    Expr value = Tidy.of(law.apply(form));
    return end.name().equals(Name.TIME)
        ? step.with(
            new Expr.At(new Expr.TimeDerivative(atTheStart(form)), end),
            Relation.EQUAL,
            atTheStart(value))
        : step.equal(new Expr.Derivative(form, end), value, step.scope());
  }

  /** Whether it speaks of the beginning and of the end of the time alone. */
  private boolean isForm(Expr expr) {
    return !Trees.any(
        expr,
        e ->
            e instanceof Expr.Integral
                || e instanceof Expr.TimeDerivative
                || (e instanceof Expr.At at && !Tidy.isZero(at.time())));
  }

  private static Expr free(Expr expr) {
    return Trees.map(expr, e -> e instanceof Expr.At at ? at.body() : e);
  }

  private List<UnaryOperator<Expr>> laws(Expr moving, Expr form, List<Expr> velocities) {
    List<UnaryOperator<Expr>> laws = new ArrayList<>();
    velocities.stream()
        .filter(velocity -> isLaw(velocity, moving))
        .limit(MOST_VELOCITIES)
        .forEach(
            velocity -> laws.add(side -> Trees.map(velocity, e -> e.equals(moving) ? side : e)));
    rates(form).stream()
        .filter(rate -> Shape.product(rate.shape(), form.shape()).equals(Optional.of(form.shape())))
        .forEach(rate -> laws.add(side -> new Expr.Multiply(rate, side)));
    return laws;
  }

  /** Whether a velocity speaks of this state and of no other, and no derivative is to be taken. */
  private boolean isLaw(Expr velocity, Expr moving) {
    return moving instanceof Expr.Ref state
        && step.scope().isState(state.name())
        && !Trees.any(
            velocity,
            e ->
                e instanceof Expr.Derivative
                    || e instanceof Expr.TimeDerivative
                    || Velocities.isDotted(e) && !e.equals(state)
                    || e instanceof Expr.Ref r
                        && !r.equals(state)
                        && (step.scope().isState(r.name()) || depends.onTime(r)));
  }

  /** The derivatives in T of what is in an exponential. */
  private Set<Expr> rates(Expr form) {
    Set<Expr> rates = new LinkedHashSet<>();
    Trees.walk(
        form,
        e -> {
          if (e instanceof Expr.MatrixExponential m) {
            rate(m.argument()).ifPresent(rates::add);
          } else if (e instanceof Expr.Apply a && a.argument().shape().isScalar()) {
            rate(a.argument()).ifPresent(rates::add);
          }
        });
    return rates;
  }

  /** The factor of T, where that is all that it is multiplied with. */
  private Optional<Expr> rate(Expr exponent) {
    Expr at = Tidy.of(Trees.map(exponent, e -> e.equals(end) ? Tidy.ONE : e));
    boolean linear =
        Tidy.isZero(Tidy.of(Trees.map(exponent, e -> e.equals(end) ? Tidy.ZERO : e)))
            && Trees.any(exponent, end::equals)
            && !Trees.any(at, end::equals);
    return linear ? Optional.of(at) : Optional.empty();
  }

  /** A formula in which the state is the one at 0, written so. */
  Expr atTheStart(Expr expr) {
    if (Trees.any(expr, Expr.At.class::isInstance)) {
      return expr;
    }
    Expr zero = new Expr.Literal(Rational.ZERO);
    return Trees.map(
        expr,
        e -> e instanceof Expr.Ref r && step.scope().isState(r.name()) ? new Expr.At(r, zero) : e);
  }
}
