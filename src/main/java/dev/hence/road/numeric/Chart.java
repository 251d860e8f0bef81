package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Real coordinates of the members of a domain that may vary continuously. */
sealed interface Chart {
  /** The coordinates of a member, or of one close to it. */
  double[] coordinates(List<Rational> entries);

  /** The entries with certain coordinates, if they are in the domain. */
  Optional<double[]> entries(double[] coordinates);

  /** The same exactly. */
  Optional<List<Rational>> exact(List<Rational> coordinates);

  /** The chart of a domain; nothing for finite domains and those that are not moved. */
  static Optional<Chart> of(Domain domain, Variable variable) {
    return switch (domain) {
      case Domain.Interval i -> Optional.of(new Box(i));
      case Domain.Special s ->
          switch (s.kind()) {
            case SIMPLEX -> Optional.of(new Weights());
            case SYMMETRIC -> Optional.of(new Mirrored(variable.rows()));
            case POSITIVE_SEMIDEFINITE, POSITIVE_DEFINITE -> Optional.of(new Gram(variable.rows()));
            case ONE_HOT, INVERTIBLE, ORTHOGONAL, ORTHONORMAL_COLUMNS -> Optional.empty();
          };
      case Domain.Finite f -> Optional.empty();
      case Domain.Integers i -> Optional.empty();
      case Domain.Labels l -> Optional.empty();
    };
  }

  private static double[] doubles(List<Rational> entries) {
    return entries.stream().mapToDouble(Rational::toDouble).toArray();
  }

  /** Every entry in an interval. */
  record Box(Domain.Interval interval, double lower, double upper) implements Chart {
    private static final double LARGEST = 1e9;

    Box(Domain.Interval interval) {
      this(
          interval,
          interval.lower().map(Rational::toDouble).orElse(-LARGEST),
          interval.upper().map(Rational::toDouble).orElse(LARGEST));
    }

    @Override
    public double[] coordinates(List<Rational> entries) {
      return doubles(entries);
    }

    @Override
    public Optional<double[]> entries(double[] coordinates) {
      for (double x : coordinates) {
        if (!(x >= lower && x <= upper)) {
          return Optional.empty();
        }
      }
      return Optional.of(coordinates);
    }

    @Override
    public Optional<List<Rational>> exact(List<Rational> coordinates) {
      return Optional.of(coordinates).filter(c -> c.stream().allMatch(interval::contains));
    }
  }

  /** Shares of 1, by weights that are not negative. */
  record Weights() implements Chart {
    @Override
    public double[] coordinates(List<Rational> entries) {
      return doubles(entries);
    }

    @Override
    public Optional<double[]> entries(double[] coordinates) {
      double sum = 0;
      for (double x : coordinates) {
        if (!(x >= 0)) {
          return Optional.empty();
        }
        sum += x;
      }
      double[] shares = coordinates.clone();
      for (int k = 0; k < shares.length; k++) {
        shares[k] /= sum;
      }
      return sum > 0 ? Optional.of(shares) : Optional.empty();
    }

    @Override
    public Optional<List<Rational>> exact(List<Rational> coordinates) {
      Rational sum = coordinates.stream().reduce(Rational.ZERO, Rational::plus);
      boolean shares = sum.signum() > 0 && coordinates.stream().allMatch(c -> c.signum() >= 0);
      return shares
          ? Optional.of(coordinates.stream().map(c -> c.dividedBy(sum)).toList())
          : Optional.empty();
    }
  }

  /** A symmetric matrix, by the entries on and above its diagonal. */
  record Mirrored(int n) implements Chart {
    @Override
    public double[] coordinates(List<Rational> entries) {
      double[] upper = new double[n * (n + 1) / 2];
      for (int r = 0, next = 0; r < n; r++) {
        for (int c = r; c < n; c++) {
          upper[next++] = entries.get(r * n + c).toDouble();
        }
      }
      return upper;
    }

    private int place(int k) {
      int r = Math.min(k / n, k % n);
      int c = Math.max(k / n, k % n);
      return r * n - r * (r - 1) / 2 + c - r;
    }

    @Override
    public Optional<double[]> entries(double[] coordinates) {
      double[] entries = new double[n * n];
      for (int k = 0; k < entries.length; k++) {
        entries[k] = coordinates[place(k)];
      }
      return Optional.of(entries);
    }

    @Override
    public Optional<List<Rational>> exact(List<Rational> coordinates) {
      List<Rational> entries = new ArrayList<>();
      for (int k = 0; k < n * n; k++) {
        entries.add(coordinates.get(place(k)));
      }
      return Optional.of(entries);
    }
  }

  /** A matrix A·Aᵀ, a little more than that so that it is definite, by the triangle A. */
  record Gram(int n) implements Chart {
    private static final double LEAST = 0x1p-6;

    /** Cholesky's factor; where a pivot vanishes, so does what stands below it. */
    @Override
    public double[] coordinates(List<Rational> entries) {
      double[] a = new double[n * n];
      for (int r = 0; r < n; r++) {
        for (int c = 0; c <= r; c++) {
          double rest = entries.get(r * n + c).toDouble();
          for (int k = 0; k < c; k++) {
            rest -= a[r * n + k] * a[c * n + k];
          }
          double pivot = a[c * n + c];
          double below = pivot > LEAST ? rest / pivot : 0;
          a[r * n + c] = r == c ? Math.sqrt(Math.max(rest - LEAST, 0)) : below;
        }
      }
      return a;
    }

    @Override
    public Optional<double[]> entries(double[] coordinates) {
      double[] entries = new double[n * n];
      for (int r = 0; r < n; r++) {
        for (int c = 0; c < n; c++) {
          double sum = r == c ? LEAST : 0;
          for (int k = 0; k < n; k++) {
            sum += coordinates[r * n + k] * coordinates[c * n + k];
          }
          entries[r * n + c] = sum;
        }
      }
      return Optional.of(entries);
    }

    @Override
    public Optional<List<Rational>> exact(List<Rational> coordinates) {
      RationalMatrix a = new RationalMatrix(n, n, coordinates);
      RationalMatrix least = RationalMatrix.identity(n).times(Rational.of(LEAST));
      return Optional.of(a.times(a.transposed()).plus(least).entries());
    }
  }
}
