package dev.hence.read.role;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.read.elaborate.Elaboration.Sides;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Of which times formulas speak, also through the definitions behind them. */
final class Times {
  private final Scope scope;
  private final Dependence reach;

  Times(Scope scope) {
    this.scope = scope;
    this.reach = new Dependence(scope);
  }

  boolean speaksOfTimes(Expr expr) {
    return reach.any(expr, e -> e instanceof Expr.At || e instanceof Expr.Integral);
  }

  /** Whether a side takes the state at no time that it names: W_1 beside W_1(0). */
  boolean speaksOfNow(Expr side) {
    return speaksOfNow(side, new HashSet<>());
  }

  private boolean speaksOfNow(Expr side, Set<String> seen) {
    return switch (side) {
      case Expr.At a -> false;
      case Expr.Integral i -> false;
      case Expr.TimeDerivative t -> true;
      case Expr.Ref r when scope.isState(r.name()) -> true;
      default ->
          Trees.children(side).stream().anyMatch(e -> speaksOfNow(e, seen))
              || scope
                  .definition(side)
                  .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
                  .filter(d -> d.lambda().parameters().isEmpty())
                  .filter(d -> speaksOfNow(d.lambda().body(), seen))
                  .isPresent();
    };
  }

  /** The times of which a claim speaks and which it does not bind. */
  Set<Expr> of(Sides sides) {
    Set<Expr> met = new HashSet<>();
    free(sides.left(), Set.of(), met, new HashSet<>());
    free(sides.right(), Set.of(), met, new HashSet<>());
    return scope.dynamics().isPresent() || isLikeTrajectory(met, sides) ? met : Set.of();
  }

  private void free(Expr expr, Set<Name> bound, Set<Expr> out, Set<Expr> seen) {
    Set<Name> inside = bound;
    switch (expr) {
      case Expr.At a -> add(a.time(), bound, out);
      case Expr.Integral i when isAlong(i) -> {
        add(i.lower(), bound, out);
        add(i.upper(), bound, out);
        Set<Name> more = new HashSet<>(bound);
        more.add(i.variable());
        inside = more;
      }
      default -> {}
    }
    Set<Name> below = inside;
    scope
        .definition(expr)
        .filter(d -> seen.add(d.lambda().body()))
        .ifPresent(d -> free(d.lambda().body(), below, out, seen));
    Trees.children(expr).forEach(child -> free(child, below, out, seen));
  }

  private static void add(Expr time, Set<Name> bound, Set<Expr> out) {
    boolean known = time instanceof Expr.Ref r && bound.contains(r.name());
    if (!known) {
      out.add(time);
    }
  }

  /**
   * Whether an integral runs over the time of a trajectory: it takes the state at the time that it
   * binds, or ends at a letter that says time, T or a positive number.
   */
  boolean isAlong(Expr.Integral integral) {
    Expr time = new Expr.Ref(integral.variable(), List.of(), Shape.SCALAR);
    boolean state =
        reach.any(integral.body(), e -> e instanceof Expr.At a && a.time().equals(time));
    return state
        || (integral.lower().equals(Starts.START)
            && integral.upper() instanceof Expr.Ref end
            && isEnd(end.name()));
  }

  private boolean isEnd(Name name) {
    Optional<Declaration.Variable> declared = scope.variable(name, 0).filter(v -> !v.assumed());
    boolean unknown = scope.definition(name, 0).isEmpty() && scope.function(name, 0).isEmpty();
    return declared.map(v -> isPositive(v.domain())).orElse(unknown);
  }

  private static boolean isPositive(Domain domain) {
    return domain instanceof Domain.Interval i
        && i.lower().filter(lower -> lower.signum() >= 0).isPresent();
  }

  /**
   * Without dynamics: integrals from 0 to one letter that runs over positive numbers, as T does,
   * are like those along a trajectory on which nothing moves.
   */
  private boolean isLikeTrajectory(Set<Expr> met, Sides sides) {
    List<Expr> ends = met.stream().filter(t -> !t.equals(Starts.START)).toList();
    return ends.size() == 1
        && ends.getFirst() instanceof Expr.Ref r
        && r.indices().isEmpty()
        && scope.variable(r.name(), 0).filter(v -> isPositive(v.domain())).isPresent()
        && !areDifferentiatedBy(r.name(), sides);
  }

  boolean areDifferentiatedBy(Name end, Sides sides) {
    return Stream.of(sides.left(), sides.right())
        .anyMatch(
            s ->
                reach.any(
                    s, e -> e instanceof Expr.Derivative d && d.variable().name().equals(end)));
  }
}
