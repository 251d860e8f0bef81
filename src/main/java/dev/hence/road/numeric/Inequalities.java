package dev.hence.road.numeric;

import dev.hence.eval.Form;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether linear inequalities contradict each other, by the elimination of Fourier and Motzkin in
 * exact numbers; products of atoms count as unknowns of their own.
 */
final class Inequalities {
  private static final int MOST = 120;

  /** A form that is positive, or not negative. */
  record Inequality(Form form, boolean strict) {}

  private Inequalities() {}

  /** Whether they certainly have no common solution. */
  static boolean contradict(List<Inequality> said) {
    Set<Inequality> left = new LinkedHashSet<>(said);
    Optional<List<String>> unknown = unknown(left);
    while (unknown.isPresent()) {
      left = without(left, unknown.get());
      if (left.size() > MOST) {
        return false;
      }
      unknown = unknown(left);
    }
    return left.stream().anyMatch(Inequalities::fails);
  }

  private static Optional<List<String>> unknown(Set<Inequality> all) {
    return all.stream()
        .flatMap(i -> i.form().terms().keySet().stream())
        .filter(product -> !product.isEmpty())
        .findFirst();
  }

  private static Set<Inequality> without(Set<Inequality> all, List<String> unknown) {
    List<Inequality> lower = new ArrayList<>();
    List<Inequality> upper = new ArrayList<>();
    Set<Inequality> next = new LinkedHashSet<>();
    for (Inequality i : all) {
      int sign = coefficient(i, unknown).signum();
      if (sign == 0) {
        next.add(i);
      } else {
        (sign > 0 ? lower : upper).add(i);
      }
    }
    for (Inequality low : lower) {
      for (Inequality high : upper) {
        Form sum =
            low.form()
                .times(coefficient(high, unknown).negate())
                .plus(high.form().times(coefficient(low, unknown)));
        next.add(new Inequality(sum, low.strict() || high.strict()));
      }
    }
    return next;
  }

  private static Rational coefficient(Inequality i, List<String> unknown) {
    return i.form().terms().getOrDefault(unknown, Rational.ZERO);
  }

  private static boolean fails(Inequality constant) {
    int sign = constant.form().constant().signum();
    return constant.strict() ? sign <= 0 : sign < 0;
  }
}
