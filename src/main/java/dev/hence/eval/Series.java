package dev.hence.eval;

import java.util.List;

/**
 * A truncated Laurent series Σ cₖ T^(v+k) + O(T^order), made by a {@link SeriesField}.
 *
 * @param valuation v, the exponent of the first coefficient; 0 if there is none
 * @param coefficients those that are known, from T^v on, the first and last not certainly zero;
 *     every one from there to the order is zero
 * @param order the exponent of the first coefficient that is not known, {@link #EXACT} if all are
 */
public record Series<S>(int valuation, List<S> coefficients, int order) {
  /** The order of a polynomial in T and 1/T of which nothing was cut off. */
  public static final int EXACT = Integer.MAX_VALUE;

  public Series {
    coefficients = List.copyOf(coefficients);
  }

  /** Whether no coefficient is known that may differ from zero. */
  public boolean isZeroSoFar() {
    return coefficients.isEmpty();
  }

  public boolean isExact() {
    return order == EXACT;
  }

  /** Whether this is certainly zero. */
  boolean isZero() {
    return isZeroSoFar() && isExact();
  }

  /** Whether this is certainly free of T. */
  boolean isConstant() {
    return isExact() && degree() <= 0 && valuation >= 0;
  }

  /** The exponent of the last coefficient that may differ from zero. */
  int degree() {
    return valuation + coefficients.size() - 1;
  }

  /** The least exponent whose coefficient may differ from zero. */
  public int start() {
    return isZeroSoFar() ? order : valuation;
  }

  /** The first coefficient, the limit sign of the series for small positive T. */
  public S leading() {
    return coefficients.getFirst();
  }
}
