package dev.hence.search;

import dev.hence.claim.Approach;
import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * To which order an equation that is false holds in a positive number that may become small: θ(h) =
 * θ₀ − h·∇L is false, and holds to O(h²).
 */
final class Orders {
  /** What holds to the first order only may be a factor that was lost; that says nothing. */
  private static final int LEAST = 2;

  private static final int MOST = 6;

  /** What holds to so high an order holds for all small numbers, and fails for another reason. */
  private static final int ALL = 12;

  private final Statement.Step step;
  private final Predicate<Statement.Step> holds;

  private Orders(Statement.Step step, Predicate<Statement.Step> holds) {
    this.step = step;
    this.holds = holds;
  }

  /**
   * The equation with the order to which it holds; none if there is none worth telling.
   *
   * @param holds whether a step agrees on all its instances
   */
  static Optional<Statement.Step> of(Statement.Step step, Predicate<Statement.Step> holds) {
    if (step.relation() != Relation.EQUAL
        || step.approach().isPresent()
        || step.kind() == Kind.INDEPENDENCE
        || step.round().isPresent()) {
      return Optional.empty();
    }
    Orders orders = new Orders(step, holds);
    return orders.letters().stream().flatMap(l -> orders.highest(l).stream()).findFirst();
  }

  /** The end of the trajectory; else the positive numbers that the step speaks of. */
  private List<Expr.Ref> letters() {
    if (step.horizon().isPresent()) {
      return List.of(letter(step.horizon().get()));
    }
    List<Expr.Ref> letters = new ArrayList<>();
    for (Declaration.Variable v : step.scope().variables().values()) {
      if (isSmall(v) && (depends(step.left(), v.name()) || depends(step.right(), v.name()))) {
        letters.add(letter(v.name()));
      }
    }
    return letters;
  }

  private static Expr.Ref letter(Name name) {
    return new Expr.Ref(name, List.of(), Shape.SCALAR);
  }

  /** A number that is declared to be positive and has no bound away from 0. */
  private static boolean isSmall(Declaration.Variable v) {
    return v.indices().isEmpty()
        && v.shape().isScalar()
        && v.domain() instanceof Domain.Interval i
        && i.lower().filter(l -> l.signum() == 0).isPresent();
  }

  private boolean depends(Expr expr, Name name) {
    return new Dependence(step.scope()).depends(expr, name);
  }

  /** The highest order that holds, if the sides are not both as small as that. */
  private Optional<Statement.Step> highest(Expr.Ref letter) {
    Optional<Statement.Step> best = Optional.empty();
    for (int order = LEAST; order <= MOST; order++) {
      Statement.Step candidate = to(step, letter, order);
      if (!holds.test(candidate)) {
        break;
      }
      best = Optional.of(candidate);
    }
    boolean exact = best.isPresent() && holds.test(to(step, letter, ALL));
    return best.filter(b -> !exact && !isTrivial(b));
  }

  private boolean isTrivial(Statement.Step candidate) {
    Expr nothing =
        step.left().shape().isScalar()
            ? new Expr.Literal(Rational.ZERO)
            : new Expr.Filled(Rational.ZERO, step.left().shape());
    return holds.test(candidate.with(step.left(), Relation.EQUAL, nothing));
  }

  private static Statement.Step to(Statement.Step step, Expr.Ref letter, int order) {
    Expr gauge = new Expr.Power(letter, new Expr.Literal(Rational.of(order)));
    return step.approaching(
        Kind.ORDER,
        Relation.EQUAL,
        new Approach(
            letter,
            new Approach.Value(new Expr.Literal(Rational.ZERO), Approach.Side.ABOVE),
            Approach.Strength.BIG,
            gauge,
            Optional.empty()));
  }
}
