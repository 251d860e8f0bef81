package dev.hence.verdict;

import dev.hence.claim.Domain;
import dev.hence.eval.Interpretation;
import dev.hence.eval.PointProgram;
import dev.hence.eval.QuadraticForm;
import dev.hence.eval.Variable;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A restriction that holds for all values of some names, such as that of a function with a
 * Lipschitz constant. At a point, which says what the function is, it is shown where it comes down
 * to a polynomial of degree 2 in these names that is nowhere negative.
 */
public final class Universal {
  private static final Domain PSD = new Domain.Special(Domain.Kind.POSITIVE_SEMIDEFINITE);

  private final Instance instance;
  private final boolean equation;
  private final Optional<PointProgram> difference;
  private final Set<Name> names;

  public Universal(Instance instance, Interpretation interpretation, Restriction restriction) {
    this.instance = instance;
    Condition condition = restriction.condition();
    names = Set.copyOf(condition.everywhere());
    equation = condition.relation() == Relation.EQUAL;
    difference =
        difference(condition)
            .map(d -> PointProgram.compile(interpretation, restriction.assignments(), List.of(d)));
  }

  /** Whether it certainly holds at a point, for all values of its names. */
  public boolean holds(Point point) {
    if (difference.isEmpty()
        || !difference.get().variables().stream().allMatch(v -> has(point, v))) {
      return false;
    }
    return QuadraticForm.of(difference.get(), free(difference.get()), point.values())
        .filter(forms -> forms.stream().allMatch(this::holds))
        .isPresent();
  }

  private boolean has(Point point, Variable variable) {
    return names.contains(variable.name()) || ExactPoint.covers(point, variable);
  }

  private Set<Variable> free(PointProgram program) {
    Set<Variable> free = new HashSet<>();
    program.variables().stream().filter(v -> names.contains(v.name())).forEach(free::add);
    return free;
  }

  private boolean holds(QuadraticForm form) {
    Variable square = new Variable(new Name("M"), List.of(), form.size(), form.size());
    return equation ? form.isZero() : Membership.holds(PSD, square, form.entries());
  }

  /** What is nowhere negative, or 0, if the condition holds everywhere. */
  private Optional<Expr> difference(Condition condition) {
    return switch (condition.relation()) {
      case EQUAL -> Optional.of(minus(condition.left(), condition.right()));
      case LESS_OR_EQUAL -> Optional.of(above(condition.left(), condition.right()));
      case GREATER_OR_EQUAL -> Optional.of(above(condition.right(), condition.left()));
      case LESS, GREATER, NOT_EQUAL, APPROXIMATELY -> Optional.empty();
    };
  }

  /** Of two sides that are nowhere negative, the squares are compared. */
  private Expr above(Expr low, Expr high) {
    Optional<Expr> l = square(low);
    Optional<Expr> h = square(high);
    return l.isPresent() && h.isPresent() ? minus(h.get(), l.get()) : minus(high, low);
  }

  private static Expr minus(Expr left, Expr right) {
    return new Expr.Add(List.of(left, new Expr.Negate(right)));
  }

  /** The square of what is nowhere negative, without roots. */
  private Optional<Expr> square(Expr expr) {
    return switch (expr) {
      case Expr.Norm n when n.body().shape() instanceof dev.hence.expr.Shape.Vector ->
          Optional.of(new Expr.Multiply(new Expr.Transpose(n.body()), n.body()));
      case Expr.Norm n when n.body().shape().isScalar() -> Optional.of(power(n.body()));
      case Expr.Abs a -> Optional.of(power(a.body()));
      case Expr.Multiply m when m.shape().isScalar() && m.left().shape().isScalar() ->
          square(m.left()).flatMap(l -> square(m.right()).map(r -> (Expr) new Expr.Multiply(l, r)));
      case Expr.Literal l when l.value().signum() >= 0 -> Optional.of(power(l));
      case Expr.Ref r when isNonnegative(r) -> Optional.of(power(r));
      default -> Optional.empty();
    };
  }

  private static Expr power(Expr expr) {
    return new Expr.Power(expr, new Expr.Literal(Rational.of(2)));
  }

  private boolean isNonnegative(Expr.Ref ref) {
    return ref.shape().isScalar()
        && instance
            .step()
            .scope()
            .variable(ref.name(), ref.indices().size())
            .filter(v -> v.domain() instanceof Domain.Interval i && isNonnegative(i))
            .isPresent();
  }

  private static boolean isNonnegative(Domain.Interval interval) {
    return interval.lower().filter(l -> l.signum() >= 0).isPresent();
  }
}
