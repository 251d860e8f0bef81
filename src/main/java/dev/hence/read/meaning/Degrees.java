package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds on the degree in which a formula depends on a name, the definitions behind it followed:
 * whether an equation can be solved for it.
 */
final class Degrees {
  /** No polynomial, or none whose degree can be told. */
  private static final int UNKNOWN = 1000;

  private static final int DEEPEST = 60;

  private final Scope scope;

  Degrees(Scope scope) {
    this.scope = scope;
  }

  /** Whether an equation is linear in a declared name, and depends on it. */
  boolean solvable(Expr left, Expr right) {
    return scope.variables().values().stream()
        .map(v -> v.name())
        .distinct()
        .anyMatch(
            name -> {
              Map<Name, Integer> one = Map.of(name, 1);
              return Math.max(of(left, one, 0), of(right, one, 0)) == 1;
            });
  }

  /**
   * @param degrees of the names that have one; all others are constant
   */
  private int of(Expr expr, Map<Name, Integer> degrees, int depth) {
    if (depth > DEEPEST) {
      return UNKNOWN;
    }
    return switch (expr) {
      case Expr.Ref r -> ref(r, degrees, depth + 1);
      case Expr.Call c -> call(c, degrees, depth + 1);
      case Expr.Multiply m -> of(m.left(), degrees, depth + 1) + of(m.right(), degrees, depth + 1);
      case Expr.Hadamard h -> of(h.left(), degrees, depth + 1) + of(h.right(), degrees, depth + 1);
      case Expr.Kronecker k -> of(k.left(), degrees, depth + 1) + of(k.right(), degrees, depth + 1);
      case Expr.Vectorised v -> greatest(v, degrees, depth + 1);
      case Expr.Inner i -> of(i.left(), degrees, depth + 1) + of(i.right(), degrees, depth + 1);
      case Expr.Divide d ->
          of(d.denominator(), degrees, depth + 1) == 0
              ? of(d.numerator(), degrees, depth + 1)
              : UNKNOWN;
      case Expr.Power p -> power(p, degrees, depth + 1);
      case Expr.Derivative d -> derivative(d, degrees, depth + 1);
      case Expr.Sum s when s.adds() && s.conditions().isEmpty() -> of(s.body(), degrees, depth + 1);
      case Expr.Add a -> greatest(a, degrees, depth + 1);
      case Expr.Negate n -> greatest(n, degrees, depth + 1);
      case Expr.Transpose t -> greatest(t, degrees, depth + 1);
      case Expr.Trace t -> greatest(t, degrees, depth + 1);
      case Expr.Entry e -> greatest(e, degrees, depth + 1);
      case Expr.Diagonal d -> greatest(d, degrees, depth + 1);
      case Expr.Stack s -> greatest(s, degrees, depth + 1);
      case Expr.Family f -> greatest(f, degrees, depth + 1);
      default -> greatest(expr, degrees, depth + 1) == 0 ? 0 : UNKNOWN;
    };
  }

  private int greatest(Expr expr, Map<Name, Integer> degrees, int depth) {
    return Trees.children(expr).stream().mapToInt(e -> of(e, degrees, depth)).max().orElse(0);
  }

  private int ref(Expr.Ref ref, Map<Name, Integer> degrees, int depth) {
    Integer known = degrees.get(ref.name());
    if (known != null) {
      return known;
    }
    return scope
        .definition(ref.name(), ref.indices().size())
        .map(d -> of(d.lambda().body(), degrees, depth))
        .orElse(0);
  }

  private int call(Expr.Call call, Map<Name, Integer> degrees, int depth) {
    List<Integer> arguments = call.arguments().stream().map(a -> of(a, degrees, depth)).toList();
    Definition definition = scope.definition(call.function(), call.indices().size()).orElse(null);
    boolean simple = call.slots().stream().allMatch(slot -> arguments.get(slot) == 1);
    if (definition == null || !simple) {
      return arguments.stream().allMatch(degree -> degree == 0) ? 0 : UNKNOWN;
    }
    Map<Name, Integer> inside = new HashMap<>(degrees);
    List<Parameter> parameters = definition.lambda().parameters();
    for (int k = 0; k < parameters.size(); k++) {
      inside.put(parameters.get(k).name(), arguments.get(k));
    }
    int degree = of(definition.lambda().body(), inside, depth);
    return degree >= UNKNOWN ? UNKNOWN : Math.max(0, degree - call.slots().size());
  }

  private int power(Expr.Power power, Map<Name, Integer> degrees, int depth) {
    Expr base =
        power.base() instanceof Expr.Norm norm && isEven(power.exponent())
            ? norm.body()
            : power.base();
    int degree = of(base, degrees, depth);
    if (degree == 0) {
      return of(power.exponent(), degrees, depth) == 0 ? 0 : UNKNOWN;
    }
    boolean natural =
        power.exponent() instanceof Expr.Literal l
            && l.value().isInteger()
            && l.value().signum() > 0
            && l.value().compareTo(Rational.of(UNKNOWN)) < 0;
    return natural
        ? Math.min(UNKNOWN, degree * ((Expr.Literal) power.exponent()).value().intValueExact())
        : UNKNOWN;
  }

  private static boolean isEven(Expr exponent) {
    return exponent instanceof Expr.Literal l
        && l.value().dividedBy(Rational.of(2)).isInteger()
        && l.value().signum() > 0;
  }

  /** A derivative by the name itself takes one away. */
  private int derivative(Expr.Derivative derivative, Map<Name, Integer> degrees, int depth) {
    int degree = of(derivative.body(), degrees, depth);
    int by = degrees.getOrDefault(derivative.variable().name(), 0);
    boolean defined = by == 0 && of(derivative.variable(), degrees, depth) > 0;
    if (degree >= UNKNOWN || (defined && of(derivative.variable(), degrees, depth) > 1)) {
      return UNKNOWN;
    }
    return by == 1 || defined ? Math.max(0, degree - 1) : degree;
  }
}
