package dev.hence.verdict;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import java.util.List;
import java.util.function.Predicate;

/** Whether exact values belong to declared domains. */
public final class Membership {
  private Membership() {}

  /** The declared domain of a variable of an instance. */
  public static Domain domain(Instance instance, Variable variable) {
    return instance
        .step()
        .scope()
        .variable(variable.name(), variable.indices().size())
        .map(Declaration.Variable::domain)
        .orElse(Domain.REALS);
  }

  /** Whether a variable may have these entries, row-major. */
  public static boolean holds(Domain domain, Variable variable, List<Rational> entries) {
    return switch (domain) {
      case Domain.Interval i -> entries.stream().allMatch(i::contains);
      case Domain.Finite f -> f.values().containsAll(entries);
      case Domain.Integers i ->
          entries.stream()
              .allMatch(
                  e ->
                      e.isInteger()
                          && i.from().filter(from -> e.compareTo(Rational.of(from)) < 0).isEmpty());
      case Domain.Labels l -> false;
      case Domain.Special s -> special(s.kind(), variable.rows(), variable.columns(), entries);
    };
  }

  private static boolean special(Domain.Kind kind, int rows, int columns, List<Rational> m) {
    return switch (kind) {
      case SIMPLEX -> m.stream().allMatch(e -> e.signum() >= 0) && sum(m).equals(Rational.ONE);
      case ONE_HOT ->
          sum(m).equals(Rational.ONE)
              && m.stream().allMatch(e -> e.signum() == 0 || e.equals(Rational.ONE));
      case SYMMETRIC -> rows == columns && isSymmetric(rows, m);
      case POSITIVE_SEMIDEFINITE -> rows == columns && isDefinite(rows, m, sign -> sign >= 0);
      case POSITIVE_DEFINITE -> rows == columns && isDefinite(rows, m, sign -> sign > 0);
      case INVERTIBLE -> rows == columns && isDefinite(rows, gram(rows, rows, m), sign -> sign > 0);
      case ORTHOGONAL -> rows == columns && isIdentity(rows, gram(rows, columns, m));
      case ORTHONORMAL_COLUMNS -> isIdentity(columns, gram(rows, columns, m));
    };
  }

  private static Rational sum(List<Rational> entries) {
    return entries.stream().reduce(Rational.ZERO, Rational::plus);
  }

  private static boolean isSymmetric(int n, List<Rational> m) {
    for (int k = 0; k < n * n; k++) {
      if (!m.get(k).equals(m.get(k % n * n + k / n))) {
        return false;
      }
    }
    return true;
  }

  /** Mᵀ·M, of which M is invertible exactly if it is positive definite. */
  private static Rational[] gramEntries(int rows, int columns, List<Rational> m) {
    Rational[] gram = new Rational[columns * columns];
    for (int k = 0; k < gram.length; k++) {
      gram[k] = Rational.ZERO;
      for (int row = 0; row < rows; row++) {
        Rational left = m.get(row * columns + k / columns);
        gram[k] = gram[k].plus(left.times(m.get(row * columns + k % columns)));
      }
    }
    return gram;
  }

  private static List<Rational> gram(int rows, int columns, List<Rational> m) {
    return List.of(gramEntries(rows, columns, m));
  }

  private static boolean isIdentity(int n, List<Rational> m) {
    for (int k = 0; k < n * n; k++) {
      if (!m.get(k).equals(k / n == k % n ? Rational.ONE : Rational.ZERO)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Symmetric elimination: M = L·D·Lᵀ. A pivot of 0 in a semidefinite matrix has nothing but zeros
   * beside it.
   */
  private static boolean isDefinite(int n, List<Rational> m, Predicate<Integer> pivotSign) {
    Rational[] a = m.toArray(Rational[]::new);
    for (int p = 0; p < n; p++) {
      Rational pivot = a[p * n + p];
      if (!pivotSign.test(pivot.signum())) {
        return false;
      }
      for (int row = p + 1; row < n; row++) {
        if (pivot.signum() == 0 && a[row * n + p].signum() != 0) {
          return false;
        }
        if (a[row * n + p].signum() != 0) {
          Rational factor = a[row * n + p].dividedBy(pivot);
          for (int column = p; column < n; column++) {
            a[row * n + column] = a[row * n + column].minus(factor.times(a[p * n + column]));
          }
        }
      }
    }
    return isSymmetric(n, m);
  }
}
