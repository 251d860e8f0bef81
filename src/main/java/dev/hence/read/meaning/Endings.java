package dev.hence.read.meaning;

import dev.hence.claim.Backwards;
import dev.hence.claim.Dependence;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Values at the end of trajectories: {@code \lambda(T) = 0} among the dynamics. */
final class Endings {
  private final Context context;

  Endings(Context context) {
    this.context = context;
  }

  /**
   * The dynamics with a value at the end.
   *
   * @throws Misread if it is none
   */
  Dynamics with(Clause clause) {
    Expr left = new Formulas(context).expr(clause.first().orElseThrow());
    Expr right =
        Shapes.fitted(
            new Formulas(context).expr(clause.links().getFirst().operand()), left.shape());
    Shapes.requireSame(left, right, "a value at the end", clause.span());
    Dynamics dynamics = context.scope().dynamics().orElseThrow();
    boolean plain =
        left instanceof Expr.At a
            && a.body() instanceof Expr.Ref r
            && r.indices().isEmpty()
            && dynamics.moves(r.name())
            && !dynamics.parameters().containsKey(r.name())
            && a.time() instanceof Expr.Ref;
    if (!plain) {
      throw unclear(clause.span());
    }
    Expr.At at = (Expr.At) left;
    Expr value = Times.stripped(right, at.time());
    Name time = ((Expr.Ref) at.time()).name();
    Name name = ((Expr.Ref) at.body()).name();
    boolean other =
        dynamics.endings().values().stream().anyMatch(e -> !e.time().equals(time))
            || new Dependence(context.scope())
                .any(
                    value,
                    e ->
                        e instanceof Expr.At
                            || e instanceof Expr.Integral
                            || (e instanceof Expr.Ref r
                                && (r.name().equals(name) || r.name().equals(time))));
    if (other) {
      throw unclear(clause.span());
    }
    return dynamics.ending(name, new Dynamics.Ending(time, value));
  }

  private static Misread unclear(Span span) {
    return new Misread(
        ProblemId.NOT_YET_SUPPORTED,
        span,
        "a value of what moves at a time, among the dynamics",
        "read are \\lambda(T) = … for what the same dynamics move, with one letter for the end, and"
            + " an arbitrary function of the parameters at the start, u(t_0, p) = u_0(p)");
  }

  /** Whether a formula is what moves at the end, where its value is given. */
  static boolean isEnded(Expr left, Scope scope) {
    return left instanceof Expr.At a
        && a.body() instanceof Expr.Ref r
        && scope
            .dynamics()
            .flatMap(d -> Optional.ofNullable(d.endings().get(r.name())))
            .filter(e -> isTime(a.time(), e))
            .isPresent();
  }

  private static boolean isTime(Expr time, Dynamics.Ending ending) {
    return time.equals(new Expr.Ref(ending.time(), List.of(), Shape.SCALAR));
  }

  /** Whether a time is one at which values are given. */
  static boolean isEnd(Expr time, Scope scope) {
    return scope.dynamics().stream()
        .flatMap(d -> d.endings().values().stream())
        .anyMatch(e -> isTime(time, e));
  }

  /** Why a claim about what has a value at the end cannot be checked. */
  static Optional<String> obstacle(
      Scope scope, List<Expr> sides, Optional<Name> horizon, boolean limit) {
    if (Backwards.ended(scope, sides).isEmpty()) {
      return Optional.empty();
    }
    boolean otherEnd =
        horizon
            .filter(
                h ->
                    scope.dynamics().orElseThrow().endings().values().stream()
                        .anyMatch(e -> !e.time().equals(h)))
            .isPresent();
    if (otherEnd || limit) {
      return Optional.of("a claim about another time than the end, at which a value is given");
    }
    return Optional.empty();
  }

  /**
   * @throws Misread if a claim is restricted to certain states
   */
  static void refuseRestricted(Scope scope, List<Expr> sides, List<Condition> said, Span span) {
    Dependence reach = new Dependence(scope);
    boolean restricted =
        Stream.concat(scope.assumptions().stream(), said.stream())
            .flatMap(c -> Stream.of(c.left(), c.right()))
            .anyMatch(reach::mentionsState);
    if (restricted && !Backwards.ended(scope, sides).isEmpty()) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          span,
          "this is not checked: a claim about what has a value at the end, and only for some"
              + " states",
          "");
    }
  }
}
