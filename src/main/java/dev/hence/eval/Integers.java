package dev.hence.eval;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import java.util.List;

/** Integer expressions: what stands in an index, a range or a condition on indices. */
final class Integers {
  private Integers() {}

  /** Whether an expression is made of index letters, sizes and whole numbers alone. */
  static boolean isInteger(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> l.value().isInteger();
      case Expr.Index i -> true;
      case Expr.SizeOf s -> true;
      case Expr.Negate n -> isInteger(n.body());
      case Expr.Add a -> a.terms().stream().allMatch(Integers::isInteger);
      case Expr.Multiply m -> isInteger(m.left()) && isInteger(m.right());
      default -> false;
    };
  }

  static int value(Expr expr, Env<?> env) {
    return switch (expr) {
      case Expr.Literal l -> l.value().intValueExact();
      case Expr.Index i -> env.letter(i.letter());
      case Expr.SizeOf s -> env.size(s.size());
      case Expr.Negate n -> Math.negateExact(value(n.body(), env));
      case Expr.Add a ->
          a.terms().stream().mapToInt(term -> value(term, env)).reduce(0, Math::addExact);
      case Expr.Multiply m -> Math.multiplyExact(value(m.left(), env), value(m.right(), env));
      case Expr.Ref r -> data(r, env);
      default -> throw new IllegalStateException("not an integer expression: " + expr);
    };
  }

  private static int data(Expr.Ref ref, Env<?> env) {
    List<Integer> indices = ref.indices().stream().map(i -> value(i, env)).toList();
    Name name = ref.name();
    throw EvaluationException.unsupported(
        "the value of " + name + (indices.isEmpty() ? "" : indices) + " as an index");
  }

  /** Whether a condition on integers alone holds. */
  static boolean holds(Condition condition, Env<?> env) {
    int left = value(condition.left(), env);
    int right = value(condition.right(), env);
    return switch (condition.relation()) {
      case EQUAL -> left == right;
      case NOT_EQUAL -> left != right;
      case LESS -> left < right;
      case LESS_OR_EQUAL -> left <= right;
      case GREATER -> left > right;
      case GREATER_OR_EQUAL -> left >= right;
      case APPROXIMATELY -> throw new IllegalStateException("≈ between integers");
    };
  }

  static boolean isInteger(Condition condition) {
    return isInteger(condition.left()) && isInteger(condition.right());
  }
}
