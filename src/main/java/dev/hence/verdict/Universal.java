package dev.hence.verdict;

import dev.hence.claim.Domain;
import dev.hence.eval.Interpretation;
import dev.hence.eval.PointProgram;
import dev.hence.eval.QuadraticForm;
import dev.hence.eval.SignsEverywhere;
import dev.hence.eval.Variable;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A restriction that holds for all values of some names, such as that of a function with a
 * Lipschitz constant. At a point, which says what the function is, it is shown where it comes down
 * to a polynomial of degree 2 in these names that is nowhere negative, or where the form of the
 * difference tells its sign, as that of 1 − 1/(1 + e^{−g}) does.
 */
public final class Universal {
  private static final Domain PSD = new Domain.Special(Domain.Kind.POSITIVE_SEMIDEFINITE);

  /** What is nowhere below this is above 0. */
  private static final Rational LEAST = Rational.of(1, 1 << 20);

  private final Instance instance;
  private final Relation relation;
  private final Optional<PointProgram> difference;
  private final Set<Name> names;

  public Universal(Instance instance, Interpretation interpretation, Restriction restriction) {
    this.instance = instance;
    Condition condition = restriction.condition();
    names = Set.copyOf(condition.everywhere());
    relation = condition.relation();
    difference =
        difference(condition)
            .map(d -> PointProgram.compile(interpretation, restriction.assignments(), List.of(d)));
  }

  /** Whether it certainly holds at a point, for all values of its names. */
  public boolean holds(Point point) {
    if (difference.isEmpty() || !covers(point, difference.get())) {
      return false;
    }
    Set<Variable> free = free(difference.get());
    return QuadraticForm.of(difference.get(), free, point.values())
            .filter(forms -> forms.stream().allMatch(this::holds))
            .isPresent()
        || SignsEverywhere.of(difference.get(), free, point.values()).stream()
            .allMatch(this::holds);
  }

  private boolean holds(SignsEverywhere signs) {
    return switch (relation) {
      case EQUAL -> signs.zero();
      case LESS_OR_EQUAL, GREATER_OR_EQUAL -> signs.nonnegative();
      case LESS, GREATER -> signs.positive();
      case NOT_EQUAL, APPROXIMATELY -> false;
    };
  }

  private boolean covers(Point point, PointProgram program) {
    return program.variables().stream().allMatch(v -> has(point, v));
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
    return switch (relation) {
      case EQUAL -> form.isZero();
      case LESS_OR_EQUAL, GREATER_OR_EQUAL -> isNowhereNegative(form, Rational.ZERO);
      case LESS, GREATER -> isNowhereNegative(form, LEAST);
      case NOT_EQUAL, APPROXIMATELY -> false;
    };
  }

  /** Whether a form is nowhere below a number. */
  private static boolean isNowhereNegative(QuadraticForm form, Rational least) {
    Variable square = new Variable(new Name("M"), List.of(), form.size(), form.size());
    List<Rational> entries = new ArrayList<>(form.entries());
    entries.set(0, entries.getFirst().minus(least));
    return Membership.holds(PSD, square, entries);
  }

  /** What is positive, nowhere negative, or 0, if the condition holds everywhere. */
  private Optional<Expr> difference(Condition condition) {
    return switch (condition.relation()) {
      case EQUAL -> Optional.of(minus(condition.left(), condition.right()));
      case LESS, LESS_OR_EQUAL -> Optional.of(above(condition.left(), condition.right()));
      case GREATER, GREATER_OR_EQUAL -> Optional.of(above(condition.right(), condition.left()));
      case NOT_EQUAL, APPROXIMATELY -> Optional.empty();
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
