package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import dev.hence.time.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Whether a polynomial is a combination of others with coefficients ≥ 0: a linear programme, by the
 * simplex method in exact numbers, the pivots by R. Bland's rule, so that it ends.
 */
final class Combination {
  private static final int MOST_CELLS = 20_000;
  private static final int MOST_PIVOTS = 200;

  private final int columns;
  private final List<Rational[]> rows = new ArrayList<>();
  private final int[] basis;

  private Combination(Polynomial wanted, List<Polynomial> parts, List<Monomial> monomials) {
    columns = parts.size();
    basis = new int[monomials.size()];
    for (int r = 0; r < monomials.size(); r++) {
      Monomial monomial = monomials.get(r);
      Rational right = coefficient(wanted, monomial);
      Rational sign = Rational.of(right.signum() < 0 ? -1 : 1);
      Rational[] row = new Rational[columns + 1];
      for (int c = 0; c < columns; c++) {
        row[c] = coefficient(parts.get(c), monomial).times(sign);
      }
      row[columns] = right.times(sign);
      rows.add(row);
      basis[r] = -1;
    }
  }

  private static Rational coefficient(Polynomial polynomial, Monomial monomial) {
    return polynomial.terms().getOrDefault(monomial, Rational.ZERO);
  }

  /** The coefficients, one for each part, if there are any. */
  static Optional<List<Rational>> of(Polynomial wanted, List<Polynomial> parts, Deadline deadline) {
    SequencedSet<Monomial> monomials = new LinkedHashSet<>(wanted.terms().keySet());
    parts.forEach(part -> monomials.addAll(part.terms().keySet()));
    if ((long) monomials.size() * parts.size() > MOST_CELLS) {
      return Optional.empty();
    }
    return new Combination(wanted, parts, List.copyOf(monomials)).solved(deadline);
  }

  private Optional<List<Rational>> solved(Deadline deadline) {
    for (int pivots = 0; pivots < MOST_PIVOTS && !deadline.passed(); pivots++) {
      int column = entering();
      if (column < 0) {
        return feasible() ? Optional.of(values()) : Optional.empty();
      }
      pivot(leaving(column), column);
    }
    return Optional.empty();
  }

  /** The first column by which the sum of what is still artificial falls. */
  private int entering() {
    for (int c = 0; c < columns; c++) {
      Rational gain = Rational.ZERO;
      for (int r = 0; r < basis.length; r++) {
        if (basis[r] < 0) {
          gain = gain.plus(rows.get(r)[c]);
        }
      }
      if (gain.signum() > 0) {
        return c;
      }
    }
    return -1;
  }

  private int leaving(int column) {
    int best = -1;
    Rational least = Rational.ZERO;
    for (int r = 0; r < basis.length; r++) {
      Rational entry = rows.get(r)[column];
      if (entry.signum() > 0) {
        Rational ratio = rows.get(r)[columns].dividedBy(entry);
        int order = best < 0 ? -1 : ratio.compareTo(least);
        if (order < 0 || (order == 0 && basis[r] < basis[best])) {
          best = r;
          least = ratio;
        }
      }
    }
    return best;
  }

  private void pivot(int row, int column) {
    Rational[] chosen = rows.get(row);
    Rational inverse = Rational.ONE.dividedBy(chosen[column]);
    for (int c = 0; c <= columns; c++) {
      chosen[c] = chosen[c].times(inverse);
    }
    for (int r = 0; r < rows.size(); r++) {
      Rational factor = rows.get(r)[column];
      if (r != row && factor.signum() != 0) {
        Rational[] other = rows.get(r);
        for (int c = 0; c <= columns; c++) {
          if (chosen[c].signum() != 0) {
            other[c] = other[c].minus(factor.times(chosen[c]));
          }
        }
      }
    }
    basis[row] = column;
  }

  private boolean feasible() {
    for (int r = 0; r < basis.length; r++) {
      if (basis[r] < 0 && rows.get(r)[columns].signum() != 0) {
        return false;
      }
    }
    return true;
  }

  private List<Rational> values() {
    List<Rational> values = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      values.add(Rational.ZERO);
    }
    for (int r = 0; r < basis.length; r++) {
      if (basis[r] >= 0) {
        values.set(basis[r], rows.get(r)[columns]);
      }
    }
    return values;
  }
}
