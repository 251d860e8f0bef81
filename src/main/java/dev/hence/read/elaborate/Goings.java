package dev.hence.read.elaborate;

import dev.hence.claim.Approach;
import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Finds which letter goes where in a limit. */
final class Goings {
  /** A letter with its target. */
  record Going(Expr.Ref parameter, Approach.Target target) {}

  /** The distance of one letter from another. */
  private record Distance(Expr.Ref from, Expr.Ref to) {}

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
    sizes.forEach(e -> letters.addAll(letters(e)));
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
        : sizes.stream().flatMap(e -> distance(e).stream()).findFirst().map(Goings::closing);
  }

  boolean depends(Expr expr, Expr.Ref letter) {
    return dependence.on(expr, letter.name(), 0);
  }

  /** The letters that are no functions, sizes or defined names. */
  private SequencedSet<Expr.Ref> letters(Expr gauge) {
    SequencedSet<Expr.Ref> letters = new LinkedHashSet<>();
    Trees.walk(
        gauge,
        e -> {
          if (e instanceof Expr.Ref r
              && r.indices().isEmpty()
              && scope.definition(r.name(), 0).isEmpty()) {
            letters.add(r);
          }
        });
    return letters;
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

  private static Going closing(Distance d) {
    return new Going(d.from(), new Approach.Value(d.to(), Approach.Side.BOTH));
  }

  /** Whether a gauge depends on two letters through their difference alone. */
  private static Optional<Distance> distance(Expr gauge) {
    SequencedSet<Distance> found = new LinkedHashSet<>();
    Expr without =
        Trees.map(
            gauge,
            e -> {
              Optional<Distance> distance = difference(e);
              distance.ifPresent(found::add);
              return distance.<Expr>map(Distance::from).orElse(e);
            });
    return found.size() == 1 && !Trees.any(without, e -> e.equals(found.getFirst().to()))
        ? Optional.of(found.getFirst())
        : Optional.empty();
  }

  private static Optional<Distance> difference(Expr e) {
    return e instanceof Expr.Add(List<Expr> terms)
            && terms.size() == 2
            && terms.get(0) instanceof Expr.Ref from
            && terms.get(1) instanceof Expr.Negate(Expr.Ref to)
            && from.indices().isEmpty()
            && to.indices().isEmpty()
        ? Optional.of(new Distance(from, to))
        : Optional.empty();
  }
}
