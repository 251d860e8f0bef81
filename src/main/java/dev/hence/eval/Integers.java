package dev.hence.eval;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;

/**
 * The arithmetic of integer expressions: what stands in an index, a range or a condition on
 * indices.
 */
public final class Integers {
  /** Fractions with denominators of so many bits are, as exponents, powers of real roots. */
  public static final int MOST_ROOT_BITS = 5;

  private final IntegerPlace place;

  private Integers(IntegerPlace place) {
    this.place = place;
  }

  /** The value of an expression; empty if it is made of more than integers known here. */
  public static OptionalInt value(Expr expr, IntegerPlace place) {
    try {
      return new Integers(place).value(expr);
    } catch (ArithmeticException tooLarge) {
      return OptionalInt.empty();
    }
  }

  /** The values of expressions; empty if one has none. */
  public static Optional<List<Integer>> values(List<Expr> exprs, IntegerPlace place) {
    List<Integer> values = new ArrayList<>();
    exprs.forEach(e -> value(e, place).ifPresent(values::add));
    return values.size() == exprs.size() ? Optional.of(values) : Optional.empty();
  }

  /** Whether a condition holds; empty if it is not one between integers known here. */
  public static Optional<Boolean> holds(Condition condition, IntegerPlace place) {
    OptionalInt left = value(condition.left(), place);
    OptionalInt right = value(condition.right(), place);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    int order = Integer.compare(left.getAsInt(), right.getAsInt());
    return switch (condition.relation()) {
      case EQUAL -> Optional.of(order == 0);
      case NOT_EQUAL -> Optional.of(order != 0);
      case LESS -> Optional.of(order < 0);
      case LESS_OR_EQUAL -> Optional.of(order <= 0);
      case GREATER -> Optional.of(order > 0);
      case GREATER_OR_EQUAL -> Optional.of(order >= 0);
      case APPROXIMATELY -> Optional.empty();
    };
  }

  private OptionalInt value(Expr expr) {
    return switch (expr) {
      case Expr.Literal l when l.value().isInteger() && l.value().numerator().bitLength() < 32 ->
          OptionalInt.of(l.value().intValueExact());
      case Expr.Index i -> place.letter(i.letter());
      case Expr.SizeOf s -> place.size(s.size());
      case Expr.Negate n -> {
        OptionalInt body = value(n.body());
        yield body.isPresent() ? OptionalInt.of(Math.negateExact(body.getAsInt())) : body;
      }
      case Expr.Add a -> fold(a.terms(), 0, Math::addExact);
      case Expr.Multiply m -> fold(List.of(m.left(), m.right()), 1, Math::multiplyExact);
      case Expr.Cases c -> {
        Optional<Boolean> holds = holds(c.condition(), place);
        yield holds.isPresent()
            ? value(holds.get() ? c.then() : c.otherwise())
            : OptionalInt.empty();
      }
      case Expr.Ref r -> data(r);
      case Expr.Entry e -> entry(e);
      default -> OptionalInt.empty();
    };
  }

  private OptionalInt fold(List<Expr> parts, int start, IntBinaryOperator operator) {
    int result = start;
    for (Expr part : parts) {
      OptionalInt value = value(part);
      if (value.isEmpty()) {
        return value;
      }
      result = operator.applyAsInt(result, value.getAsInt());
    }
    return OptionalInt.of(result);
  }

  private OptionalInt data(Expr.Ref ref) {
    if (!ref.shape().isScalar()) {
      return OptionalInt.empty();
    }
    Optional<List<Integer>> indices = values(ref.indices(), place);
    return indices
        .flatMap(at -> place.formula(ref.name(), at))
        .filter(lambda -> lambda.parameters().isEmpty())
        .map(lambda -> value(lambda.body(), place.inside(lambda.indices(), indices.get())))
        .orElseGet(OptionalInt::empty);
  }

  /** An entry of a list of numbers, as data are given. */
  private OptionalInt entry(Expr.Entry entry) {
    Optional<List<Integer>> at = values(entry.indices(), place);
    boolean listed = at.isPresent() && at.get().size() == 1 && entry.body() instanceof Expr.Stack;
    if (!listed) {
      return OptionalInt.empty();
    }
    List<Expr> entries = ((Expr.Stack) entry.body()).entries();
    int k = at.get().getFirst();
    return k >= 1 && k <= entries.size() ? value(entries.get(k - 1)) : OptionalInt.empty();
  }
}
