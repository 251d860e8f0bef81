package dev.hence.read.role;

import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.read.elaborate.Elaboration.Sides;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is said of any one moment is said of a state; beside the start, of the state at a time. */
final class Moments {
  private static final Expr START = new Expr.Literal(Rational.ZERO);

  private final Scope scope;

  private Moments(Scope scope) {
    this.scope = scope;
  }

  static Sides of(Sides sides, Scope scope) {
    return scope.dynamics().isEmpty() ? sides : new Moments(scope).timed(sides);
  }

  private Sides timed(Sides sides) {
    Set<Expr> times = new HashSet<>();
    times(sides.left(), times);
    times(sides.right(), times);
    boolean starts = scope.dynamics().filter(d -> !d.starts().isEmpty()).isPresent();
    if (times.size() == 1 && !starts) {
      Expr only = times.iterator().next();
      Sides stripped = stripped(sides, only);
      if (isTimeless(stripped) && !mentions(stripped, only) && !isEnd(only)) {
        return stripped;
      }
    }
    boolean now = speaksOfNow(sides.left()) || speaksOfNow(sides.right());
    if (times.contains(START) && times.size() == 1 && now) {
      Expr time = new Expr.Ref(Name.TIME, List.of(), Shape.SCALAR);
      return new Sides(at(sides.left(), time), at(sides.right(), time));
    }
    return sides;
  }

  private Expr at(Expr side, Expr time) {
    return speaksOfNow(side) ? new Expr.At(side, time) : side;
  }

  private boolean isEnd(Expr time) {
    return time instanceof Expr.Ref r
        && scope
            .dynamics()
            .map(Dynamics::endings)
            .filter(e -> e.values().stream().anyMatch(x -> x.time().equals(r.name())))
            .isPresent();
  }

  private static void times(Expr expr, Set<Expr> times) {
    Trees.walk(
        expr,
        e -> {
          if (e instanceof Expr.At a) {
            times.add(a.time());
          } else if (e instanceof Expr.Integral i) {
            times.add(i);
          }
        });
  }

  private static Sides stripped(Sides sides, Expr time) {
    return new Sides(stripped(sides.left(), time), stripped(sides.right(), time));
  }

  private static Expr stripped(Expr expr, Expr time) {
    return Trees.map(expr, e -> e instanceof Expr.At a && a.time().equals(time) ? a.body() : e);
  }

  private static boolean isTimeless(Sides sides) {
    Set<Expr> times = new HashSet<>();
    times(sides.left(), times);
    times(sides.right(), times);
    return times.isEmpty();
  }

  private static boolean mentions(Sides sides, Expr time) {
    return Trees.any(sides.left(), time::equals) || Trees.any(sides.right(), time::equals);
  }

  /** Whether a side takes the state at no time that it names. */
  private boolean speaksOfNow(Expr side) {
    return switch (side) {
      case Expr.At a -> false;
      case Expr.Integral i -> false;
      case Expr.TimeDerivative t -> true;
      case Expr.Ref r when scope.isState(r.name()) -> true;
      default ->
          Trees.children(side).stream().anyMatch(this::speaksOfNow)
              || scope
                  .definition(side)
                  .filter(d -> d.lambda().parameters().isEmpty())
                  .filter(d -> speaksOfNow(d.lambda().body()))
                  .isPresent();
    };
  }
}
