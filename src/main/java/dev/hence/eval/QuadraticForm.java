package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A polynomial of degree 2 in some numbers z, as the symmetric matrix M with (1, z)ᵀ M (1, z): it
 * is nowhere negative exactly if M is positive semidefinite.
 *
 * @param size how many rows M has
 * @param entries row by row
 */
public record QuadraticForm(int size, List<Rational> entries) {
  public QuadraticForm {
    entries = List.copyOf(entries);
  }

  /**
   * The outputs of a program as such polynomials.
   *
   * @param free the variables that are z
   * @param fixed the values of the others
   * @return empty if one of them is not seen to be one
   */
  public static Optional<List<QuadraticForm>> of(
      PointProgram program, Set<Variable> free, Map<Variable, List<Rational>> fixed) {
    List<Quadratic> inputs = new ArrayList<>();
    int count = 0;
    for (Variable variable : program.variables()) {
      for (int k = 0; k < variable.size(); k++) {
        inputs.add(
            free.contains(variable)
                ? Quadratic.input(count++)
                : Quadratic.of(fixed.get(variable).get(k)));
      }
    }
    List<QuadraticForm> forms = new ArrayList<>();
    for (Result<Quadratic> result : program.program().results(new QuadraticField(), inputs)) {
      Optional<Map<Quadratic.Pair, Rational>> terms = result.value().flatMap(Quadratic::terms);
      if (terms.isEmpty()) {
        return Optional.empty();
      }
      forms.add(of(terms.get(), count + 1));
    }
    return Optional.of(forms);
  }

  private static QuadraticForm of(Map<Quadratic.Pair, Rational> terms, int size) {
    Rational half = Rational.of(1, 2);
    List<Rational> entries = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        Rational value = terms.getOrDefault(Quadratic.Pair.of(row - 1, column - 1), Rational.ZERO);
        entries.add(row == column ? value : value.times(half));
      }
    }
    return new QuadraticForm(size, entries);
  }

  /** Whether it is 0 everywhere. */
  public boolean isZero() {
    return entries.stream().allMatch(e -> e.signum() == 0);
  }
}
