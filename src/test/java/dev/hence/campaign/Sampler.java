package dev.hence.campaign;

import dev.hence.campaign.tree.Grid;
import dev.hence.campaign.tree.Point;
import java.util.HashMap;
import java.util.Map;
import org.apfloat.Apfloat;

/** Draws points of the domain of a draft: small numbers, fractions, and now and then a far one. */
final class Sampler {
  private static final int DIGITS = 50;
  private static final int LARGEST_SIZE = 3;

  private final Draft draft;
  private final Dice dice;

  Sampler(Draft draft, Dice dice) {
    this.draft = draft;
    this.dice = dice;
  }

  Point point() {
    return point(new HashMap<>());
  }

  private Point point(Map<String, Integer> sizes) {
    Map<String, Grid> values = new HashMap<>();
    for (Variable variable : draft.variables()) {
      values.put(variable.name(), value(variable, sizes));
    }
    sizes.forEach((name, size) -> values.put(name, Grid.of(size)));
    Apfloat now = fraction(dice.between(1, 12), 5);
    return draft.onto().apply(new Point(values, draft.world(), now));
  }

  /** A point at which all sizes are different, so that no shapes fit by chance. */
  Point generic() {
    Map<String, Integer> sizes = new HashMap<>();
    for (Variable variable : draft.variables()) {
      variable.rows().ifPresent(n -> different(n, sizes));
      variable.columns().ifPresent(n -> different(n, sizes));
    }
    return point(sizes);
  }

  private static void different(String name, Map<String, Integer> sizes) {
    if (!Character.isDigit(name.charAt(0))) {
      sizes.putIfAbsent(name, sizes.size() + 2);
    }
  }

  private int size(String name, Map<String, Integer> sizes) {
    return Character.isDigit(name.charAt(0))
        ? Integer.parseInt(name)
        : sizes.computeIfAbsent(name, n -> dice.between(1, LARGEST_SIZE));
  }

  private Grid value(Variable variable, Map<String, Integer> sizes) {
    if (variable.domain() == Variable.Domain.INDEX) {
      return Grid.of(dice.between(1, size(variable.rows().orElseThrow(), sizes)));
    }
    int rows = variable.rows().map(n -> size(n, sizes)).orElse(1);
    int columns = variable.columns().map(n -> size(n, sizes)).orElse(1);
    Grid drawn = Grid.zero(rows, columns);
    for (int k = 0; k < rows * columns; k++) {
      drawn = drawn.with(k / columns, k % columns, number(variable.domain()));
    }
    return shaped(drawn, variable.domain());
  }

  private static Grid shaped(Grid drawn, Variable.Domain domain) {
    return switch (domain) {
      case SYMMETRIC -> symmetric(drawn, 0);
      // Diagonally dominant, so positive definite (Gershgorin).
      case POSITIVE_DEFINITE -> symmetric(drawn, 1000);
      case REAL, POSITIVE, UNIT, NATURAL, INVERTIBLE, INDEX -> drawn;
    };
  }

  private static Grid symmetric(Grid drawn, int diagonal) {
    int n = drawn.rows();
    Grid result = Grid.zero(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Apfloat entry = drawn.at(Math.min(i, j), Math.max(i, j));
        Apfloat shown = i == j ? entry.add(new Apfloat(diagonal, DIGITS)) : entry;
        result = result.with(i, j, shown);
      }
    }
    return result;
  }

  private Apfloat number(Variable.Domain domain) {
    return switch (domain) {
      case POSITIVE -> fraction(dice.between(1, 25), dice.of(1, 3, 7, 10));
      case UNIT -> fraction(dice.between(1, 12), 13);
      case NATURAL -> fraction(dice.between(0, 5), 1);
      default -> real();
    };
  }

  private Apfloat real() {
    return switch (dice.below(8)) {
      case 0 -> fraction(dice.between(-30, 30), 1);
      case 1, 2 -> fraction(dice.between(-3, 3), 1);
      default -> fraction(dice.between(-25, 25), dice.of(3, 5, 7, 8));
    };
  }

  private static Apfloat fraction(long top, long bottom) {
    return new Apfloat(top, DIGITS).divide(new Apfloat(bottom, DIGITS));
  }
}
