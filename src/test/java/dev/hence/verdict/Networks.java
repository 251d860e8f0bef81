package dev.hence.verdict;

import static dev.hence.verdict.Fixtures.*;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import java.util.ArrayList;
import java.util.List;

/** Gradient flow of small models of one input: data x_j, y_j, loss ½(u − y)². */
public final class Networks {
  private static final Shape PARAMETERS = Shape.vector(Size.named("p"));
  public static final Expr.Ref THETA = variable("\\theta", PARAMETERS);
  public static final Expr.Ref X = variable("x");

  private Networks() {}

  /** The output f(x; θ). */
  public static Expr output(Expr x) {
    return call("f", List.of(), x, THETA);
  }

  /** The kernel K(x, x') = ⟨∇f(x; θ), ∇f(x'; θ)⟩. */
  public static Expr kernel(Expr x, Expr other) {
    return new Expr.Inner(call("f", List.of(1), x, THETA), call("f", List.of(1), other, THETA));
  }

  /** The derivative ℓ'(y_j, f(x_j; θ)) of the loss in the output. */
  public static Expr slope(String letter) {
    return minus(output(member("x", letter)), member("y", letter));
  }

  /** ℓ'(y_j, f(x_j; θ)) K(x, x_j). */
  public static Expr pull(Expr x, String letter) {
    return times(slope(letter), kernel(x, member("x", letter)));
  }

  private static Expr call(String function, List<Integer> slots, Expr... arguments) {
    Shape shape = slots.isEmpty() ? Shape.SCALAR : PARAMETERS;
    return new Expr.Call(new Name(function), List.of(), List.of(arguments), slots, shape);
  }

  /** Adds a network with so many hidden tanh units, and its gradient flow. */
  public static Fixtures.Claim network(Fixtures.Claim claim, int hidden, int samples) {
    List<Expr> terms = new ArrayList<>();
    for (int k = 0; k < hidden; k++) {
      Expr inside = sum(times(entry(3 * k + 1), X), entry(3 * k + 2));
      terms.add(times(entry(3 * k + 3), apply(ElementaryFunction.TANH, inside)));
    }
    terms.add(entry(3 * hidden + 1));
    return model(claim, new Expr.Add(terms), 3 * hidden + 1, samples)
        .choice("f", "mlp(" + hidden + ", tanh)")
        .choice("N", Integer.toString(samples));
  }

  /** Adds the linear model θ_1 x + θ_2, and its gradient flow. */
  public static Fixtures.Claim linear(Fixtures.Claim claim, int samples) {
    return model(claim, sum(times(entry(1), X), entry(2)), 2, samples)
        .choice("f", "linear")
        .choice("N", Integer.toString(samples));
  }

  private static Fixtures.Claim model(
      Fixtures.Claim claim, Expr body, int parameters, int samples) {
    Expr loss = times(number(1, 2), sumOver("j", power(slope("j"), 2)));
    return claim
        .size("N", samples)
        .size("p", parameters)
        .define(
            "f",
            List.of(new Parameter(X.name(), Shape.SCALAR), new Parameter(THETA.name(), PARAMETERS)),
            body)
        .define("L", loss)
        .moves("\\theta", negative(derivative(variable("L"), THETA)));
  }

  private static Expr entry(int k) {
    return new Expr.Entry(THETA, List.of(number(k)));
  }

  /** f(x; θ_T) = f(x; θ_0) − Σ_j ∫ ℓ'_j K(x, x_j) dt, the integrand times a factor. */
  public static Fixtures.Claim pathKernel(Expr factor) {
    Expr change = sumOver("j", integral(times(factor, pull(X, "j"))));
    return equation(atEnd(output(X)), minus(atStart(output(X)), change)).alongTrajectory();
  }

  /** d f(x; θ)/dt = −Σ_j ℓ'_j K(x, x_j), the right side times a factor. */
  public static Fixtures.Claim derivativeAlongFlow(Expr factor) {
    return equation(dt(output(X)), negative(times(factor, sumOver("j", pull(X, "j")))));
  }

  /** α_j(x) = −∫ ℓ'_j K(x, x_j) dt / ∫ K(x, x_j) dt. */
  public static Expr weight(Expr x) {
    return negative(over(integral(pull(x, "j")), integral(kernel(x, member("x", "j")))));
  }

  /** α_j(x) = α_j(x̃). */
  public static Fixtures.Claim independence(int samples) {
    return equation(weight(X), weight(variable("\\tilde{x}")))
        .alongTrajectory()
        .forEach("j", samples);
  }
}
