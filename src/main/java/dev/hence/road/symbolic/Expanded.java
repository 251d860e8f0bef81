package dev.hence.road.symbolic;

import dev.hence.eval.Interpretation;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.List;

/**
 * What speaks of a trajectory that ends at η, as a polynomial in η of what holds at its start:
 * E(θ(η)) = Σ ηᵏ/k! · dᵏE/dt, with the derivatives along the dynamics at the start.
 */
final class Expanded {
  private final Interpretation interpretation;
  private final Expr.Ref end;
  private final int orders;

  /**
   * @param orders so many terms; what is left is of that order in η
   */
  Expanded(Interpretation interpretation, Expr.Ref end, int orders) {
    this.interpretation = interpretation;
    this.end = end;
    this.orders = orders;
  }

  /** The same instance without times. */
  Interpretation withoutTimes() {
    boolean explicit =
        interpretation.velocities().values().stream()
            .anyMatch(v -> Trees.any(v.body(), Expanded::isTime));
    if (explicit) {
      throw new Unsupported("an order along dynamics that change with time");
    }
    return new Interpretation(
        interpretation.sizes(),
        interpretation.definitions(),
        interpretation.velocities(),
        java.util.Optional.empty());
  }

  private static boolean isTime(Expr e) {
    return e instanceof Expr.Ref r && r.name().equals(Name.TIME) && r.indices().isEmpty();
  }

  Expr of(Expr expr) {
    return switch (expr) {
      case Expr.At(Expr body, Expr.Literal zero) when zero.value().signum() == 0 -> plain(body);
      case Expr.At(Expr body, Expr time) when time.equals(end) -> series(plain(body), 0);
      case Expr.Integral i -> integral(i);
      default -> {
        List<Expr> parts = Trees.children(expr);
        yield parts.isEmpty() ? expr : Trees.rebuilt(expr, parts.stream().map(this::of).toList());
      }
    };
  }

  /** A body that speaks of no further times. */
  private static Expr plain(Expr body) {
    if (Trees.any(body, e -> e instanceof Expr.At || e instanceof Expr.Integral)) {
      throw new Unsupported("a time inside another time");
    }
    return body;
  }

  /** ∫₀^η g(θ_t) dt = Σ ηᵏ⁺¹/(k+1)! · dᵏg/dt. */
  private Expr integral(Expr.Integral integral) {
    boolean whole =
        integral.lower() instanceof Expr.Literal zero
            && zero.value().signum() == 0
            && integral.upper().equals(end);
    Expr.Ref variable = new Expr.Ref(integral.variable(), List.of(), end.shape());
    Expr body =
        Trees.map(
            integral.body(),
            e -> e instanceof Expr.At a && a.time().equals(variable) ? a.body() : e);
    boolean plain =
        !Trees.any(
            body, e -> e.equals(variable) || e instanceof Expr.At || e instanceof Expr.Integral);
    if (!whole || !plain) {
      throw new Unsupported("the order of such an integral");
    }
    return series(body, 1);
  }

  /** Σ η^(k+shift)/(k+shift)! · dᵏ/dt of an expression. */
  private Expr series(Expr expr, int shift) {
    List<Expr> terms = new ArrayList<>();
    Expr derivative = expr;
    Rational factorial = Rational.ONE;
    for (int k = 0; k + shift < Math.max(1 + shift, orders); k++) {
      int n = k + shift;
      factorial = n == 0 ? factorial : factorial.times(Rational.of(n));
      terms.add(n == 0 ? derivative : new Expr.Multiply(factor(n, factorial), derivative));
      derivative = new Expr.TimeDerivative(derivative);
    }
    return terms.size() == 1 ? terms.getFirst() : new Expr.Add(terms);
  }

  private Expr factor(int power, Rational factorial) {
    Expr base = power == 1 ? end : new Expr.Power(end, new Expr.Literal(Rational.of(power)));
    return factorial.equals(Rational.ONE)
        ? base
        : new Expr.Multiply(new Expr.Literal(Rational.ONE.dividedBy(factorial)), base);
  }
}
