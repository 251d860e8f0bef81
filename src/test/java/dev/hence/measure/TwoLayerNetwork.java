package dev.hence.measure;

import java.util.Random;

/**
 * f(x) = (1/√m) Σᵣ aᵣ tanh(wᵣ x + bᵣ) for a number x. The parameters are w, b and a, one behind the
 * other.
 *
 * @param width m, the number of hidden units
 */
record TwoLayerNetwork(int width) {
  int parameters() {
    return 3 * width;
  }

  /** Parameters that are drawn from the standard Gaussian. */
  double[] draw(Random random) {
    return random.doubles(parameters(), 0, 1).map(any -> random.nextGaussian()).toArray();
  }

  double value(double[] theta, double x) {
    double sum = 0;
    for (int r = 0; r < width; r++) {
      sum += theta[2 * width + r] * StrictMath.tanh(theta[r] * x + theta[width + r]);
    }
    return sum / StrictMath.sqrt(width);
  }

  double[] gradient(double[] theta, double x) {
    double[] gradient = new double[parameters()];
    double scale = 1 / StrictMath.sqrt(width);
    for (int r = 0; r < width; r++) {
      double h = StrictMath.tanh(theta[r] * x + theta[width + r]);
      double slope = theta[2 * width + r] * (1 - h * h) * scale;
      gradient[r] = slope * x;
      gradient[width + r] = slope;
      gradient[2 * width + r] = h * scale;
    }
    return gradient;
  }
}
