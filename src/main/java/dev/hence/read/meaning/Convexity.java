package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import dev.hence.expr.WrittenNumber;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the form of an expression alone shows that it is strictly convex in a variable, so that
 * it has one minimiser at most (Boyd and Vandenberghe, Convex Optimization, 3.1 and 4.2). Sound,
 * far from complete.
 */
final class Convexity {
  /** How a formula bends in the variable, from what says most to what says nothing. */
  private enum Bend {
    CONSTANT,
    AFFINE,
    STRICTLY_CONVEX,
    CONVEX,
    STRICTLY_CONCAVE,
    CONCAVE,
    UNKNOWN;

    Bend negative() {
      return switch (this) {
        case STRICTLY_CONVEX -> STRICTLY_CONCAVE;
        case CONVEX -> CONCAVE;
        case STRICTLY_CONCAVE -> STRICTLY_CONVEX;
        case CONCAVE -> CONVEX;
        case CONSTANT, AFFINE, UNKNOWN -> this;
      };
    }

    boolean isConvex() {
      return compareTo(CONVEX) <= 0;
    }

    Bend plus(Bend other) {
      if (isConvex() && other.isConvex()) {
        boolean strict = this == STRICTLY_CONVEX || other == STRICTLY_CONVEX;
        boolean bent = this == CONVEX || other == CONVEX;
        Bend flat = compareTo(other) > 0 ? this : other;
        return strict ? STRICTLY_CONVEX : bent ? CONVEX : flat;
      }
      Bend a = negative();
      Bend b = other.negative();
      return a.isConvex() && b.isConvex() ? a.plus(b).negative() : UNKNOWN;
    }
  }

  private final Scope scope;
  private final Expr.Ref variable;

  /** The names whose formulas are gone through. */
  private final Set<String> open = new HashSet<>();

  Convexity(Scope scope, Expr.Ref variable) {
    this.scope = scope;
    this.variable = variable;
  }

  boolean isStrictlyConvex(Expr expr) {
    return bend(expr) == Bend.STRICTLY_CONVEX;
  }

  boolean isStrictlyConcave(Expr expr) {
    return bend(expr) == Bend.STRICTLY_CONCAVE;
  }

  private Bend bend(Expr expr) {
    if (!new Dependence(scope).depends(expr, variable.name())) {
      return Bend.CONSTANT;
    }
    return switch (expr) {
      case Expr.Ref r when r.equals(variable) -> Bend.AFFINE;
      case Expr.Ref r ->
          unfolded(scope.definition(r.name(), r.indices().size()), r.indices(), List.of());
      case Expr.Call c when c.slots().isEmpty() ->
          unfolded(scope.definition(c.function(), c.indices().size()), c.indices(), c.arguments());
      case Expr.Add a -> a.terms().stream().map(this::bend).reduce(Bend.CONSTANT, Bend::plus);
      case Expr.Negate n -> bend(n.body()).negative();
      case Expr.Multiply m -> scaled(m);
      case Expr.Divide d when isPositive(d.denominator()) -> bend(d.numerator());
      case Expr.Power p -> power(p);
      case Expr.Norm n when bend(n.body()) == Bend.AFFINE -> Bend.CONVEX;
      case Expr.Abs a when bend(a.body()) == Bend.AFFINE -> Bend.CONVEX;
      case Expr.Apply a when a.function() == ElementaryFunction.EXP -> exponential(a.argument());
      case Expr.Sum s when s.conditions().isEmpty() -> sum(s);
      case Expr.Inner i when i.left().equals(i.right()) -> square(i.left());
      case Expr.Transpose t -> bend(t.body()) == Bend.AFFINE ? Bend.AFFINE : Bend.UNKNOWN;
      default -> Bend.UNKNOWN;
    };
  }

  private Bend unfolded(Optional<Definition> definition, List<Expr> indices, List<Expr> arguments) {
    if (definition.isEmpty() || !open.add(definition.get().name().key(indices.size()))) {
      return Bend.UNKNOWN;
    }
    Lambda lambda = definition.get().lambda();
    Map<Expr, Expr> values = new HashMap<>();
    for (int k = 0; k < indices.size(); k++) {
      values.put(new Expr.Index(lambda.indices().get(k)), indices.get(k));
    }
    for (int k = 0; k < arguments.size(); k++) {
      Expr.Ref parameter =
          new Expr.Ref(
              lambda.parameters().get(k).name(), List.of(), lambda.parameters().get(k).shape());
      if (!arguments.get(k).shape().equals(parameter.shape())) {
        return Bend.UNKNOWN;
      }
      values.put(parameter, arguments.get(k));
    }
    Bend bend = bend(Trees.map(lambda.body(), e -> values.getOrDefault(e, e)));
    open.remove(definition.get().name().key(indices.size()));
    return bend;
  }

  private Bend scaled(Expr.Multiply m) {
    Bend left = bend(m.left());
    Bend right = bend(m.right());
    boolean leftFactor = left == Bend.CONSTANT;
    Expr factor = leftFactor ? m.left() : m.right();
    Bend other = leftFactor ? right : left;
    if (left != Bend.CONSTANT && right != Bend.CONSTANT) {
      boolean square =
          m.left() instanceof Expr.Transpose(Expr body)
              && body.equals(m.right())
              && m.shape().isScalar();
      return square ? square(m.right()) : Bend.UNKNOWN;
    }
    if (other == Bend.AFFINE) {
      return Bend.AFFINE;
    }
    if (isPositive(factor)) {
      return other;
    }
    return WrittenNumber.of(factor).filter(q -> q.signum() < 0).isPresent()
        ? other.negative()
        : Bend.UNKNOWN;
  }

  /** A squared norm, or a square. */
  private Bend power(Expr.Power p) {
    Optional<Rational> exponent = WrittenNumber.of(p.exponent());
    boolean even =
        exponent.filter(q -> q.signum() > 0 && q.dividedBy(Rational.of(2)).isInteger()).isPresent();
    if (!even || !p.shape().isScalar()) {
      return Bend.UNKNOWN;
    }
    return square(p.base() instanceof Expr.Norm n ? n.body() : p.base());
  }

  /** What grows with the size of an affine formula alone, and faster than linearly. */
  private Bend square(Expr of) {
    return isOneToOne(of)
        ? Bend.STRICTLY_CONVEX
        : bend(of) == Bend.AFFINE ? Bend.CONVEX : Bend.UNKNOWN;
  }

  private Bend exponential(Expr exponent) {
    if (variable.shape().isScalar() && isOneToOne(exponent)) {
      return Bend.STRICTLY_CONVEX;
    }
    return bend(exponent).isConvex() ? Bend.CONVEX : Bend.UNKNOWN;
  }

  /** A sum bends as its terms do, where it has any. */
  private Bend sum(Expr.Sum s) {
    Bend each = s.fold() == dev.hence.expr.Fold.SUM ? bend(s.body()) : Bend.UNKNOWN;
    boolean some =
        WrittenNumber.of(s.range().lower()).filter(Rational.ONE::equals).isPresent()
            && (s.range().upper() instanceof Expr.SizeOf
                || WrittenNumber.of(s.range().upper()).filter(q -> q.signum() > 0).isPresent());
    return switch (each) {
      case STRICTLY_CONVEX -> some ? each : Bend.CONVEX;
      case STRICTLY_CONCAVE -> some ? each : Bend.CONCAVE;
      case CONSTANT, AFFINE, CONVEX, CONCAVE, UNKNOWN -> each;
    };
  }

  /** The variable times a number that is not 0, and something in which it does not occur. */
  private boolean isOneToOne(Expr expr) {
    return switch (expr) {
      case Expr.Ref r -> r.equals(variable);
      case Expr.Negate n -> isOneToOne(n.body());
      case Expr.Transpose t -> isOneToOne(t.body());
      case Expr.Add a ->
          a.terms().stream().filter(t -> bend(t) != Bend.CONSTANT).count() == 1
              && a.terms().stream().anyMatch(this::isOneToOne);
      case Expr.Multiply m ->
          (isNonzero(m.left()) && isOneToOne(m.right()))
              || (isNonzero(m.right()) && isOneToOne(m.left()));
      case Expr.Divide d -> isNonzero(d.denominator()) && isOneToOne(d.numerator());
      default -> false;
    };
  }

  private boolean isNonzero(Expr factor) {
    return isPositive(factor) || WrittenNumber.of(factor).filter(q -> q.signum() != 0).isPresent();
  }

  private boolean isPositive(Expr factor) {
    return switch (factor) {
      case Expr.SizeOf s -> true;
      case Expr.Ref r ->
          scope
              .variable(r.name(), r.indices().size())
              .map(Declaration.Variable::domain)
              .filter(Convexity::isPositive)
              .isPresent();
      case Expr.Divide d -> isPositive(d.numerator()) && isPositive(d.denominator());
      case Expr.Multiply m -> m.shape().isScalar() && isPositive(m.left()) && isPositive(m.right());
      default -> WrittenNumber.of(factor).filter(q -> q.signum() > 0).isPresent();
    };
  }

  private static boolean isPositive(Domain domain) {
    return domain instanceof Domain.Interval i
        && i.lower()
            .filter(l -> l.signum() > 0 || (l.signum() == 0 && !i.lowerIncluded()))
            .isPresent();
  }
}
