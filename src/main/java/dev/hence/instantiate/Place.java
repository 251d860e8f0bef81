package dev.hence.instantiate;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.model.Dimensions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Where integer expressions are evaluated: the sizes of an instance and the letters in force. */
record Place(Dimensions dimensions, Map<String, Integer> letters) {
  Place {
    letters = Map.copyOf(letters);
  }

  Place with(String letter, int value) {
    Map<String, Integer> more = new HashMap<>(letters);
    more.put(letter, value);
    return new Place(dimensions, more);
  }

  /** The value of an expression; empty if it is made of more than known letters and sizes. */
  OptionalInt value(Expr expr) {
    try {
      return isKnown(expr) ? OptionalInt.of(exact(expr)) : OptionalInt.empty();
    } catch (ArithmeticException tooLarge) {
      return OptionalInt.empty();
    }
  }

  /** Whether a condition holds; empty if it is not one on known letters and sizes. */
  Optional<Boolean> holds(Condition condition) {
    OptionalInt left = value(condition.left());
    OptionalInt right = value(condition.right());
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

  private boolean isKnown(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> l.value().isInteger();
      case Expr.Index i -> letters.containsKey(i.letter());
      case Expr.SizeOf s -> dimensions.knows(s.size());
      case Expr.Negate n -> isKnown(n.body());
      case Expr.Add a -> a.terms().stream().allMatch(this::isKnown);
      case Expr.Multiply m -> isKnown(m.left()) && isKnown(m.right());
      default -> false;
    };
  }

  private int exact(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> l.value().intValueExact();
      case Expr.Index i -> letters.get(i.letter());
      case Expr.SizeOf s -> dimensions.of(s.size());
      case Expr.Negate n -> Math.negateExact(exact(n.body()));
      case Expr.Add a -> a.terms().stream().mapToInt(this::exact).reduce(0, Math::addExact);
      case Expr.Multiply m -> Math.multiplyExact(exact(m.left()), exact(m.right()));
      default -> throw new IllegalStateException("not an integer expression: " + expr);
    };
  }
}
