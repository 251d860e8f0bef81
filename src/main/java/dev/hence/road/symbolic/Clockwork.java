package dev.hence.road.symbolic;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import java.util.Optional;

/** What speaks of times: values at a time, integrals, exponentials of matrices. */
final class Clockwork {
  private final Lowering lowering;
  private final Setting setting;

  Clockwork(Lowering lowering, Setting setting) {
    this.lowering = lowering;
    this.setting = setting;
  }

  /** The body with the state taken at a time, and the time itself where the body speaks of it. */
  Rectangle at(Expr.At node, Environment at) {
    Moment time = moment(node.time(), at);
    if (at.moment() instanceof Moment.Flow flow) {
      if (flow.base().equals(time)) {
        return lowering.of(node.body(), at);
      }
      if (flow.base().equals(Moment.CURRENT) && !time.equals(Moment.START)) {
        throw new Unsupported("a derivative along the dynamics of values at several times");
      }
    }
    Environment then = at.at(time);
    return lowering.of(
        node.body(), setting.isTime(Name.TIME) ? then.withClock(Name.TIME, time) : then);
  }

  private Moment moment(Expr time, Environment at) {
    if (time instanceof Expr.Literal l
        && l.value().signum() == 0
        && setting.horizon().isPresent()) {
      return Moment.START;
    }
    if (time instanceof Expr.Ref r && at.binding(Member.of(r.name())).isEmpty()) {
      if (at.clocks().containsKey(r.name())) {
        return at.clocks().get(r.name());
      }
      if (isHorizon(r.name())) {
        return Moment.END;
      }
    }
    throw new Unsupported("the state at a time other than 0, the end and that of an integral");
  }

  private boolean isHorizon(Name name) {
    return setting.horizon().filter(name::equals).isPresent();
  }

  /** An integral along the trajectory from 0 to its end, or one of a polynomial. */
  Rectangle integral(Expr.Integral integral, Environment at) {
    boolean fromStart = integral.lower() instanceof Expr.Literal l && l.value().signum() == 0;
    boolean toEnd =
        integral.upper() instanceof Expr.Ref r
            && isHorizon(r.name())
            && at.binding(Member.of(r.name())).isEmpty();
    if (!fromStart || !toEnd) {
      return ordinary(integral, at);
    }
    Environment inside = at.integrating(integral.variable());
    Rectangle integrand = lowering.of(integral.body(), inside);
    boolean whole = integrand.isNumber();
    return setting
        .trajectory()
        .integral(
            integrand,
            inside.integrals(),
            whole ? Optional.of(Display.text(integral, at)) : Optional.empty());
  }

  /** ∫_a^b g(u) du over a variable of its own. */
  private Rectangle ordinary(Expr.Integral integral, Environment at) {
    Term.Symbol variable =
        (Term.Symbol)
            setting.inputs().moving(Member.of(integral.variable()), 1, 1, at.level()).number();
    Quadratures quadratures = setting.trajectory().quadratures();
    Environment inside =
        at.withMoved(Member.of(integral.variable()), Binding.moved(Rectangle.of(variable), true));
    quadratures.open(variable);
    try {
      Rectangle integrand = lowering.of(integral.body(), inside);
      Term lower = lowering.number(integral.lower(), at);
      Term upper = lowering.number(integral.upper(), at);
      return integrand.map(g -> quadratures.integral(g, variable, lower, upper));
    } finally {
      quadratures.close();
    }
  }

  Rectangle exponential(Expr.MatrixExponential exponential, Environment at) {
    Trajectory trajectory = setting.trajectory();
    return trajectory
        .exponentials()
        .exponential(lowering.of(exponential.argument(), at), trajectory::moves);
  }
}
