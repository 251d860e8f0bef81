package dev.hence.expr;

import java.util.List;

/** The distribution from which one value of a random name is drawn. */
public sealed interface Law {
  /** The shape of a value. */
  Shape shape();

  /** The formulas of the law, in a fixed order. */
  List<Expr> parts();

  /** The same law with other formulas, in the order of {@link #parts}. */
  Law with(List<Expr> parts);

  /**
   * The normal law.
   *
   * @param mean a number or a vector
   * @param covariance the variance of a number, the covariance matrix of a vector
   */
  record Gaussian(Expr mean, Expr covariance) implements Law {
    @Override
    public Shape shape() {
      return mean.shape();
    }

    @Override
    public List<Expr> parts() {
      return List.of(mean, covariance);
    }

    @Override
    public Law with(List<Expr> parts) {
      return new Gaussian(parts.get(0), parts.get(1));
    }
  }

  /**
   * Finitely many values, numbered by an index.
   *
   * @param letter the index, bound in weight and value
   * @param weight the probability of the value with this index
   */
  record Finite(String letter, Range range, Expr weight, Expr value) implements Law {
    @Override
    public Shape shape() {
      return value.shape();
    }

    @Override
    public List<Expr> parts() {
      return List.of(range.lower(), range.upper(), weight, value);
    }

    @Override
    public Law with(List<Expr> parts) {
      return new Finite(letter, new Range(parts.get(0), parts.get(1)), parts.get(2), parts.get(3));
    }
  }
}
