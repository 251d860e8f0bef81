package dev.hence.verdict;

import dev.hence.eval.DoubleMatrices;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.expr.Rational;
import java.util.Arrays;
import java.util.Optional;

/** The ellipsoid of Lyapunov around a zero of a field: with JᵀP + PJ = −I at the zero. */
final class Basin {
  /** What the Jacobian elsewhere leaves of the I at least. */
  private static final Rational LEFT = Rational.of(1, 2);

  /** For the rounding of doubles. */
  private static final double SPARE = 1.01;

  private final double[][] p;
  private final double least;
  private final double most;
  private final double radius;

  /**
   * @param p symmetric and positive definite
   * @param least an eigenvalue of P is no less
   * @param most no eigenvalue of P is more
   * @param radius no point of the ellipsoid is further from its middle
   */
  private Basin(double[][] p, double least, double most, double radius) {
    this.p = p;
    this.least = least;
    this.most = most;
    this.radius = radius;
  }

  /** No point of the ellipsoid is further from its middle. */
  double radius() {
    return radius;
  }

  /**
   * The ellipsoid that a point is on; none if the zero does not attract.
   *
   * @param j the Jacobian at the zero
   * @param d from the zero to the point
   */
  static Optional<Basin> of(double[][] j, double[] d) {
    int n = d.length;
    double[][] system = new double[n * n][n * n];
    double[] sides = new double[n * n];
    for (int i = 0; i < n; i++) {
      sides[i * n + i] = -1;
      for (int k = 0; k < n; k++) {
        for (int m = 0; m < n; m++) {
          system[i * n + k][m * n + k] += j[m][i];
          system[i * n + k][i * n + m] += j[m][k];
        }
      }
    }
    return DoubleMatrices.inverse(system).flatMap(i -> around(DoubleMatrices.times(i, sides), d));
  }

  private static Optional<Basin> around(double[] entries, double[] d) {
    int n = d.length;
    double[][] p = new double[n][n];
    double value = 0;
    double most = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        p[i][k] = (entries[i * n + k] + entries[k * n + i]) / 2;
        value += d[i] * p[i][k] * d[k];
        sum += Math.abs(p[i][k]);
      }
      most = Math.max(most, sum);
    }
    double upper = most * SPARE;
    double height = value;
    return least(p).map(least -> new Basin(p, least, upper, Math.sqrt(height / least) * SPARE));
  }

  /** A bound below for the eigenvalues of a symmetric matrix, if it is positive definite. */
  private static Optional<Double> least(double[][] p) {
    return DoubleMatrices.inverse(p)
        .filter(inverse -> isPositive(p))
        .map(inverse -> 1 / (norm(inverse) * SPARE));
  }

  /** The largest sum of the sizes in a row. */
  private static double norm(double[][] matrix) {
    return Arrays.stream(matrix)
        .mapToDouble(row -> Arrays.stream(row).map(Math::abs).sum())
        .max()
        .orElse(0);
  }

  /** Whether Cholesky's method finds a root. */
  private static boolean isPositive(double[][] p) {
    int n = p.length;
    double[][] root = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k <= i; k++) {
        double rest = p[i][k];
        for (int m = 0; m < k; m++) {
          rest -= root[i][m] * root[k][m];
        }
        if (i == k && !(rest > 0)) {
          return false;
        }
        root[i][k] = i == k ? Math.sqrt(rest) : rest / root[k][k];
      }
    }
    return true;
  }

  /** Whether −(JᵀP + PJ) − I/2 is positive definite, by the circles of Gershgorin. */
  boolean holds(Enclosures field, Enclosure[][] j) {
    int n = p.length;
    for (int i = 0; i < n; i++) {
      Rational left = LEFT.negate();
      for (int k = 0; k < n; k++) {
        Enclosure entry = field.zero();
        for (int m = 0; m < n; m++) {
          entry = field.subtract(entry, field.multiply(j[m][i], field.of(Rational.of(p[m][k]))));
          entry = field.subtract(entry, field.multiply(field.of(Rational.of(p[i][m])), j[m][k]));
        }
        Rational size = larger(entry.upper(), entry.lower().negate());
        left = i == k ? left.plus(entry.lower()) : left.minus(size);
      }
      if (left.signum() < 0) {
        return false;
      }
    }
    return true;
  }

  private static Rational larger(Rational a, Rational b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /**
   * Whether what is taken for the zero is one up to a distance.
   *
   * @param speed no entry of the velocity there is more
   */
  boolean holdsZero(double speed, double distance) {
    return Math.sqrt(most / least) * 4 * most * Math.sqrt(p.length) * speed <= distance;
  }

  /** The distance from the zero, integrated over all times, is no more than so often the radius. */
  double time() {
    return 4 * most;
  }
}
