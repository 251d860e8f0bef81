package dev.hence.eval;

/**
 * e^p · m, made by a {@link GrowthField}: what grows or vanishes faster than every power of T.
 *
 * @param exponent p, a polynomial in 1/T without a constant; 0 for a plain series
 * @param factor m; where smaller exponentials were dropped beside it, it is not exact
 */
public record Growth<S>(Series<S> exponent, Series<S> factor) {
  /** Whether this is a series and nothing else. */
  public boolean isPlain() {
    return exponent.isZero();
  }
}
