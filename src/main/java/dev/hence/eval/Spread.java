package dev.hence.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * A normal value as mean + L z, with independent coordinates z: the covariance is L D Lᵀ with ones
 * on the diagonal of L, found without square roots.
 *
 * @param factor L, row by row; only what is below the diagonal is kept
 * @param variances of the coordinates z, the diagonal of D
 */
record Spread<S>(Tensor<S> mean, List<List<S>> factor, List<S> variances) {
  static <S> Spread<S> of(Field<S> field, Tensor<S> mean, Tensor<S> covariance) {
    int n = mean.size();
    List<List<S>> factor = new ArrayList<>();
    List<S> variances = new ArrayList<>();
    for (int row = 0; row < n; row++) {
      List<S> scaled = new ArrayList<>();
      List<S> own = new ArrayList<>();
      for (int column = 0; column < row; column++) {
        S rest = covariance.get(row, column);
        for (int k = 0; k < column; k++) {
          rest = field.subtract(rest, field.multiply(scaled.get(k), factor.get(column).get(k)));
        }
        scaled.add(rest);
        S pivot = variances.get(column);
        own.add(field.isZero(rest) ? field.zero() : field.divide(rest, pivot));
      }
      S variance = covariance.get(row, row);
      for (int k = 0; k < row; k++) {
        variance = field.subtract(variance, field.multiply(scaled.get(k), own.get(k)));
      }
      factor.add(own);
      variances.add(variance);
    }
    return new Spread<>(mean, factor, variances);
  }

  /** The value at whole coordinates. */
  Tensor<S> at(Field<S> field, List<Integer> coordinates) {
    return Tensor.filled(mean.rows(), mean.columns(), row -> at(field, coordinates, row));
  }

  private S at(Field<S> field, List<Integer> coordinates, int row) {
    S value = shifted(field, mean.entries().get(row), coordinates.get(row));
    for (int k = 0; k < row; k++) {
      int z = coordinates.get(k);
      if (z != 0 && !field.isZero(factor.get(row).get(k))) {
        value = field.add(value, field.multiply(field.of(z), factor.get(row).get(k)));
      }
    }
    return value;
  }

  private static <S> S shifted(Field<S> field, S value, int by) {
    return by == 0 ? value : field.add(value, field.of(by));
  }
}
