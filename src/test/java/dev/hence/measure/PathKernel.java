package dev.hence.measure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * Trains a network by the gradient flow of ½ Σⱼ (f(xⱼ) − yⱼ)², and integrates beside it, for each
 * input x and each sample j, the tangent kernel and its product with the residual.
 */
final class PathKernel implements FirstOrderDifferentialEquations {
  private static final double TOLERANCE = 1e-9;

  private final TwoLayerNetwork network;
  private final double[] samples;
  private final double[] targets;
  private final double[] inputs;

  PathKernel(TwoLayerNetwork network, double[] samples, double[] targets, double[] inputs) {
    this.network = network;
    this.samples = samples.clone();
    this.targets = targets.clone();
    this.inputs = inputs.clone();
  }

  @Override
  public int getDimension() {
    return network.parameters() + 2 * inputs.length * samples.length;
  }

  @Override
  public void computeDerivatives(double t, double[] state, double[] velocity) {
    double[] theta = Arrays.copyOf(state, network.parameters());
    double[][] gradients =
        Arrays.stream(samples).mapToObj(x -> network.gradient(theta, x)).toArray(double[][]::new);
    double[] residuals =
        IntStream.range(0, samples.length)
            .mapToDouble(j -> network.value(theta, samples[j]) - targets[j])
            .toArray();
    for (int p = 0; p < theta.length; p++) {
      velocity[p] = 0;
      for (int j = 0; j < samples.length; j++) {
        velocity[p] -= residuals[j] * gradients[j][p];
      }
    }
    int at = theta.length;
    for (double x : inputs) {
      double[] gradient = network.gradient(theta, x);
      for (int j = 0; j < samples.length; j++) {
        double kernel = inner(gradient, gradients[j]);
        velocity[at++] = kernel;
        velocity[at++] = residuals[j] * kernel;
      }
    }
  }

  /**
   * The weights αⱼ(x) = −∫ (f(xⱼ) − yⱼ) K(x, xⱼ) dt / ∫ K(x, xⱼ) dt, a row for each sample.
   *
   * @param start the parameters at the start
   * @param end the time of training
   */
  double[][] weights(double[] start, double end) {
    double[] state = Arrays.copyOf(start, getDimension());
    new DormandPrince853Integrator(1e-12, end, TOLERANCE, TOLERANCE)
        .integrate(this, 0, state, end, state);
    double[][] weights = new double[samples.length][inputs.length];
    int at = start.length;
    for (int k = 0; k < inputs.length; k++) {
      for (int j = 0; j < samples.length; j++) {
        weights[j][k] = -state[at + 1] / state[at];
        at += 2;
      }
    }
    return weights;
  }

  private static double inner(double[] a, double[] b) {
    double sum = 0;
    for (int p = 0; p < a.length; p++) {
      sum += a[p] * b[p];
    }
    return sum;
  }
}
