package dev.hence.read.elaborate;

import dev.hence.claim.Approach;
import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.claim.Magnitude;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Finds which letter goes where in a limit. */
final class Goings {
  /** A letter with its target. */
  record Going(Expr.Ref parameter, Approach.Target target) {}

  private final Scope scope;
  private final Dependence dependence;

  Goings(Scope scope) {
    this.scope = scope;
    this.dependence = new Dependence(scope);
  }

  /**
   * By what is said, of those letters that matter; else the one letter in the gauge goes to 0.
   * Empty where nothing says it, or several things do.
   *
   * @param sizes by which is measured
   * @param sides what must depend on the letter where nothing measures
   */
  Optional<Going> chosen(List<Going> said, List<Expr> sizes, List<Expr> sides) {
    SequencedSet<Expr.Ref> letters = new LinkedHashSet<>();
    sizes.forEach(e -> letters.addAll(Magnitude.letters(e, scope)));
    List<Expr> measured = letters.isEmpty() ? sides : sizes;
    List<Going> fitting =
        said.stream()
            .filter(g -> measured.stream().anyMatch(e -> depends(e, g.parameter())))
            .distinct()
            .toList();
    if (!fitting.isEmpty()) {
      return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }
    return letters.size() == 1
        ? Optional.of(toZero(letters.getFirst()))
        : sizes.stream()
            .flatMap(e -> Magnitude.distance(e).stream())
            .findFirst()
            .map(Goings::closing);
  }

  boolean depends(Expr expr, Expr.Ref letter) {
    return dependence.depends(expr, letter.name(), 0);
  }

  private Going toZero(Expr.Ref letter) {
    Shape shape = letter.shape();
    Expr zero =
        shape.isScalar() ? new Expr.Literal(Rational.ZERO) : new Expr.Filled(Rational.ZERO, shape);
    return new Going(letter, value(letter, zero, Approach.Side.BOTH));
  }

  /** A letter that is declared on one side of the value comes from there. */
  Approach.Value value(Expr.Ref letter, Expr value, Approach.Side side) {
    Optional<Domain> domain = scope.variable(letter.name(), 0).map(Declaration.Variable::domain);
    if (side != Approach.Side.BOTH
        || !(domain.orElse(Domain.REALS) instanceof Domain.Interval interval)
        || !(value instanceof Expr.Literal(Rational at))) {
      return new Approach.Value(value, side);
    }
    boolean above = interval.lower().filter(l -> l.compareTo(at) >= 0).isPresent();
    boolean below = interval.upper().filter(u -> u.compareTo(at) <= 0).isPresent();
    return new Approach.Value(
        value, above ? Approach.Side.ABOVE : below ? Approach.Side.BELOW : Approach.Side.BOTH);
  }

  private static Going closing(Magnitude.Distance d) {
    return new Going(d.from(), new Approach.Value(d.to(), Approach.Side.BOTH));
  }
}
