package dev.hence.model;

import static dev.hence.model.Formulas.half;
import static dev.hence.model.Formulas.minus;
import static dev.hence.model.Formulas.number;
import static dev.hence.model.Formulas.plus;
import static dev.hence.model.Formulas.power;
import static dev.hence.model.Formulas.times;

import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bounds between which all values of a function lie, by what is assumed of it for all arguments
 * ({@code 0 < g(u) < 1 \forall u}). An arbitrary function is taken there by a map onto the interval
 * between them, so that all such functions stay possible, and not constants alone.
 *
 * @param lower below which it has no value
 * @param upper above which it has no value
 */
public record ValueBounds(Optional<Bound> lower, Optional<Bound> upper) {
  private static final ValueBounds NONE = new ValueBounds(Optional.empty(), Optional.empty());

  /**
   * An end.
   *
   * @param value made of the parameters of the function, and of variables
   * @param met whether it is a value itself
   */
  public record Bound(Expr value, boolean met) {}

  /** The bounds that conditions say; of several that serve, the first. */
  public static ValueBounds of(Signature signature, List<Condition> conditions, Scope scope) {
    Optional<Bound> lower = Optional.empty();
    Optional<Bound> upper = Optional.empty();
    for (Condition condition : conditions) {
      ValueBounds said =
          signature.result().isScalar() && condition.isUniversal()
              ? new Reading(signature, condition, scope).bounds()
              : NONE;
      lower = lower.or(said::lower);
      upper = upper.or(said::upper);
    }
    return new ValueBounds(lower, upper);
  }

  /** A formula whose values lie between the bounds, whatever those of the given one are. */
  public Lambda around(Lambda free) {
    return new Lambda(free.indices(), free.parameters(), within(free.body()));
  }

  private Expr within(Expr free) {
    if (lower.isPresent() && upper.isPresent()) {
      return between(lower.get(), upper.get(), free);
    }
    return lower
        .map(low -> raised(low.value(), away(low, free)))
        .or(() -> upper.map(high -> minus(high.value(), away(high, free))))
        .orElse(free);
  }

  /** A number above 0, or one that may be 0. */
  private static Expr away(Bound end, Expr free) {
    return end.met() ? power(free, 2) : new Expr.Apply(ElementaryFunction.EXP, free);
  }

  private static Expr raised(Expr low, Expr by) {
    return isZero(low) ? by : plus(low, by);
  }

  private static boolean isZero(Expr expr) {
    return expr instanceof Expr.Literal l && l.value().signum() == 0;
  }

  private static Expr between(Bound low, Bound high, Expr free) {
    Expr tanh = new Expr.Apply(ElementaryFunction.TANH, free);
    if (low.met() != high.met()) {
      Expr part = times(difference(high.value(), low.value()), power(tanh, 2));
      return low.met() ? raised(low.value(), part) : minus(high.value(), part);
    }
    Expr wave = low.met() ? new Expr.Apply(ElementaryFunction.SIN, free) : tanh;
    if (isOpposite(low.value(), high.value())) {
      return times(high.value(), wave);
    }
    Expr share = low.met() ? half(plus(number(1), wave)) : Activation.SIGMOID.of(free);
    return raised(low.value(), times(difference(high.value(), low.value()), share));
  }

  private static boolean isOpposite(Expr low, Expr high) {
    return low.equals(new Expr.Negate(high))
        || (low instanceof Expr.Literal l
            && high instanceof Expr.Literal h
            && l.value().equals(h.value().negate()));
  }

  private static Expr difference(Expr high, Expr low) {
    if (low instanceof Expr.Literal l && high instanceof Expr.Literal h) {
      return new Expr.Literal(h.value().minus(l.value()));
    }
    return isZero(low) ? high : minus(high, low);
  }

  /** What one condition says of one function. */
  private record Reading(Signature signature, Condition condition, Scope scope) {
    ValueBounds bounds() {
      Relation relation = condition.relation();
      return switch (relation) {
        case LESS -> ordered(condition.left(), condition.right(), false);
        case LESS_OR_EQUAL -> ordered(condition.left(), condition.right(), true);
        case GREATER -> ordered(condition.right(), condition.left(), false);
        case GREATER_OR_EQUAL -> ordered(condition.right(), condition.left(), true);
        case EQUAL, NOT_EQUAL, APPROXIMATELY -> NONE;
      };
    }

    private ValueBounds ordered(Expr low, Expr high, boolean met) {
      if (isFunction(low)) {
        Optional<Bound> upper = bound(low, high, met);
        return new ValueBounds(Optional.empty(), upper);
      }
      if (isFunction(high)) {
        return new ValueBounds(bound(high, low, met), Optional.empty());
      }
      return amount(low)
          .flatMap(
              body ->
                  bound(body, high, met)
                      .map(
                          h ->
                              new ValueBounds(
                                  Optional.of(new Bound(negated(h.value()), met)),
                                  Optional.of(h))))
          .or(() -> square(low).flatMap(body -> root(high).flatMap(r -> symmetric(body, r, met))))
          .orElse(NONE);
    }

    private Optional<ValueBounds> symmetric(Expr body, Rational root, boolean met) {
      Bound low = new Bound(new Expr.Literal(root.negate()), met);
      return isFunction(body)
          ? Optional.of(
              new ValueBounds(
                  Optional.of(low), Optional.of(new Bound(new Expr.Literal(root), met))))
          : Optional.empty();
    }

    private static Expr negated(Expr expr) {
      return expr instanceof Expr.Literal l
          ? new Expr.Literal(l.value().negate())
          : new Expr.Negate(expr);
    }

    /** The body of an absolute value. */
    private Optional<Expr> amount(Expr expr) {
      return switch (expr) {
        case Expr.Abs a when isFunction(a.body()) -> Optional.of(a.body());
        case Expr.Norm n when isFunction(n.body()) -> Optional.of(n.body());
        default -> Optional.empty();
      };
    }

    private static Optional<Expr> square(Expr expr) {
      return expr instanceof Expr.Power p
              && p.exponent() instanceof Expr.Literal l
              && l.value().equals(Rational.of(2))
          ? Optional.of(p.base())
          : Optional.empty();
    }

    /** The rational root of a number. */
    private static Optional<Rational> root(Expr expr) {
      return expr instanceof Expr.Literal l && l.value().signum() > 0
          ? Optional.of(
                  new Rational(l.value().numerator().sqrt(), l.value().denominator().sqrt()))
              .filter(r -> r.times(r).equals(l.value()))
          : Optional.empty();
    }

    /** Whether it is the function at distinct names that have all values. */
    private boolean isFunction(Expr expr) {
      if (!(expr instanceof Expr.Call call)
          || !call.function().equals(signature.name())
          || !call.slots().isEmpty()
          || call.arguments().size() != signature.parameters().size()
          || !call.indices()
              .equals(signature.indices().stream().<Expr>map(Expr.Index::new).toList())) {
        return false;
      }
      Set<Name> names = new HashSet<>();
      return call.arguments().stream()
          .allMatch(
              a ->
                  a instanceof Expr.Ref r
                      && r.indices().isEmpty()
                      && condition.everywhere().contains(r.name())
                      && names.add(r.name()));
    }

    private Optional<Bound> bound(Expr function, Expr value, boolean met) {
      Map<Name, Parameter> slots = new HashMap<>();
      List<Expr> arguments = ((Expr.Call) function).arguments();
      for (int k = 0; k < arguments.size(); k++) {
        slots.put(((Expr.Ref) arguments.get(k)).name(), signature.parameters().get(k));
      }
      boolean plain =
          value.shape().equals(Shape.SCALAR) && !Trees.any(value, e -> !isPlain(e, slots));
      return plain
          ? Optional.of(new Bound(Trees.map(value, e -> placed(e, slots)), met))
          : Optional.empty();
    }

    /** Numbers, arithmetic, variables that rest, and the names that stand for the parameters. */
    private boolean isPlain(Expr expr, Map<Name, Parameter> slots) {
      return switch (expr) {
        case Expr.Ref r when slots.containsKey(r.name()) -> r.indices().isEmpty();
        case Expr.Ref r ->
            r.indices().isEmpty()
                && !condition.everywhere().contains(r.name())
                && signature.parameters().stream().noneMatch(p -> p.name().equals(r.name()))
                && scope.definition(r).isEmpty()
                && !scope.isState(r.name());
        case Expr.Literal l -> true;
        case Expr.Add a -> true;
        case Expr.Negate n -> true;
        case Expr.Multiply m -> true;
        case Expr.Divide d -> true;
        case Expr.Power p -> true;
        case Expr.Apply a -> true;
        case Expr.Norm n -> true;
        case Expr.Abs a -> true;
        default -> false;
      };
    }

    private static Expr placed(Expr expr, Map<Name, Parameter> slots) {
      return expr instanceof Expr.Ref r && slots.containsKey(r.name())
          ? new Expr.Ref(slots.get(r.name()).name(), List.of(), r.shape())
          : expr;
    }
  }
}
