package dev.hence.model;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** The catalogue once more in plain Java, written from the formulas and not from the code. */
final class Oracle {
  private Oracle() {}

  static double activation(Activation activation, double z) {
    return switch (activation) {
      case TANH -> (Math.exp(2 * z) - 1) / (Math.exp(2 * z) + 1);
      case SIGMOID -> 0.5 * (1 + Math.tanh(z / 2));
      case SOFTPLUS -> Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
      case RELU -> z > 0 ? z : 0;
      case SIN -> Math.sin(z);
      case COS -> Math.sin(z + Math.PI / 2);
      case EXP -> Math.exp(z);
      case SQUARE -> z * z;
      case CUBIC -> z * z * z;
      case IDENTITY -> z;
    };
  }

  static double loss(Loss loss, double y, double u) {
    return switch (loss) {
      case SQUARED -> (u - y) * (u - y) / 2;
      case LOGISTIC -> Math.log1p(Math.exp(-y * u));
      case HUBER -> Math.abs(u - y) <= 1 ? (u - y) * (u - y) / 2 : Math.abs(u - y) - 0.5;
    };
  }

  /** w·x + b, the bias behind the weights. */
  static double linear(double[] x, double[] w) {
    double sum = w[x.length];
    for (int i = 0; i < x.length; i++) {
      sum += w[i] * x[i];
    }
    return sum;
  }

  /** Σ_k a_k act(w_k·x + b_k) + c with θ = (w_1, b_1, …, w_h, b_h, a_1, …, a_h, c). */
  static double mlp(double[] x, double[] theta, int h, DoubleUnaryOperator act) {
    int d = x.length;
    double sum = theta[h * (d + 1) + h];
    for (int k = 0; k < h; k++) {
      double z = theta[k * (d + 1) + d];
      for (int i = 0; i < d; i++) {
        z += theta[k * (d + 1) + i] * x[i];
      }
      sum += theta[h * (d + 1) + k] * act.applyAsDouble(z);
    }
    return sum;
  }

  /** The polynomial of degree 2 in two numbers. */
  static double quadratic(double x, double y, double[] w) {
    return w[0] + w[1] * x + w[2] * y + w[3] * x * x + w[4] * x * y + w[5] * y * y;
  }

  /** The gradient by central differences, extrapolated once: an error of order h⁴. */
  static double[] gradient(double[] at, ToDoubleFunction<double[]> function) {
    double[] gradient = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      gradient[i] = (4 * slope(at, i, 5e-4, function) - slope(at, i, 1e-3, function)) / 3;
    }
    return gradient;
  }

  private static double slope(double[] at, int i, double h, ToDoubleFunction<double[]> function) {
    double[] up = at.clone();
    double[] down = at.clone();
    up[i] += h;
    down[i] -= h;
    return (function.applyAsDouble(up) - function.applyAsDouble(down)) / (2 * h);
  }
}
