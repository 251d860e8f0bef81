package dev.hence.campaign.tree;

import java.util.function.UnaryOperator;
import org.apfloat.Apfloat;

/** Means of polynomials under a normal law: its moments are 1, 0, σ², 0, 3σ⁴, 0, 15σ⁶, … */
final class Moments {
  private static final int DEGREE = 10;

  private Moments() {}

  /** The mean of a polynomial of a degree up to 10, by Newton's interpolation at −5, …, 5. */
  static Apfloat mean(UnaryOperator<Apfloat> polynomial, Apfloat deviation) {
    Apfloat[] nodes = new Apfloat[DEGREE + 1];
    Apfloat[] differences = new Apfloat[DEGREE + 1];
    for (int k = 0; k <= DEGREE; k++) {
      nodes[k] = new Apfloat(k - DEGREE / 2, Grid.DIGITS);
      differences[k] = polynomial.apply(nodes[k]);
    }
    for (int level = 1; level <= DEGREE; level++) {
      for (int k = DEGREE; k >= level; k--) {
        differences[k] =
            differences[k].subtract(differences[k - 1]).divide(nodes[k].subtract(nodes[k - level]));
      }
    }
    Apfloat[] coefficients = new Apfloat[DEGREE + 1];
    java.util.Arrays.fill(coefficients, Apfloat.ZERO);
    for (int k = DEGREE; k >= 0; k--) {
      for (int j = DEGREE; j >= 1; j--) {
        coefficients[j] = coefficients[j - 1].subtract(nodes[k].multiply(coefficients[j]));
      }
      coefficients[0] = differences[k].subtract(nodes[k].multiply(coefficients[0]));
    }
    Apfloat sum = coefficients[0];
    Apfloat moment = new Apfloat(1, Grid.DIGITS);
    for (int j = 2; j <= DEGREE; j += 2) {
      moment =
          moment.multiply(deviation).multiply(deviation).multiply(new Apfloat(j - 1, Grid.DIGITS));
      sum = sum.add(coefficients[j].multiply(moment));
    }
    return sum;
  }
}
