package dev.hence.verdict;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Fold;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.proof.PremiseSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a condition of the right side alone may take away more than single points. It does not if
 * it follows from what is said, or if it says that an analytic function is not 0: such a function
 * is 0 on a null set or everywhere, and where the sides were compared it is not. Functions without
 * a formula are generic.
 */
final class Owed {
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);

  private final Scope scope;
  private final Signs signs;
  private final List<Condition> known;
  private final Statement.Step step;

  /**
   * @param known what is said, and what the left side asks for
   */
  Owed(Statement.Step step, Signs signs, List<Condition> known) {
    this.step = step;
    this.scope = step.scope();
    this.signs = signs;
    this.known = List.copyOf(known);
  }

  /**
   * Whether the condition is owed.
   *
   * @param integral that binds a variable of it, over all of whose values it is to hold
   */
  boolean is(Condition c, Optional<Expr.Integral> integral) {
    if (integral.isPresent()) {
      return !holdsBetween(c, integral.get());
    }
    boolean follows = follows(c) || isDecided(c);
    return c.relation() == Relation.NOT_EQUAL
        ? !follows && !(failsAtPointsOnly(c) && PremiseSet.hasNoBranch(step, c))
        : !follows;
  }

  /** Whether it follows by the algebra of one real variable. */
  private boolean isDecided(Condition c) {
    OneNumber number = OneNumber.in(scope);
    return number.isAlgebraic(c) && number.follows(c, known);
  }

  // What follows

  private boolean follows(Condition c) {
    return isOfKnownStart(c) || isOfSign(c);
  }

  /**
   * Where a state that stays at 0 is positive at one time, it is at all: solutions do not cross.
   */
  private boolean isOfKnownStart(Condition c) {
    return c.right().equals(ZERO)
        && state(c.left()).filter(this::staysAtZero).isPresent()
        && known.stream()
            .anyMatch(
                k ->
                    k.right().equals(ZERO)
                        && state(k.left()).equals(state(c.left()))
                        && (k.relation() == c.relation()
                            || (k.relation() == Relation.GREATER
                                && c.relation() == Relation.NOT_EQUAL)));
  }

  private Optional<Name> state(Expr expr) {
    return switch (expr) {
      case Expr.At a -> state(a.body());
      case Expr.Ref r
          when r.indices().isEmpty() && r.shape().isScalar() && scope.isState(r.name()) ->
          Optional.of(r.name());
      default -> Optional.empty();
    };
  }

  private boolean staysAtZero(Name state) {
    Expr.Ref ref = new Expr.Ref(state, List.of(), Shape.SCALAR);
    return scope
        .dynamics()
        .flatMap(d -> Optional.ofNullable(d.velocities().get(state)))
        .map(Lambda::body)
        .filter(velocity -> isMultiple(velocity, ref))
        .isPresent();
  }

  /** Whether a state is a factor of every term of its velocity, the others being polynomials. */
  private boolean isMultiple(Expr velocity, Expr.Ref state) {
    return switch (velocity) {
      case Expr.Ref r ->
          r.equals(state) || formula(r).filter(body -> isMultiple(body, state)).isPresent();
      case Expr.Negate n -> isMultiple(n.body(), state);
      case Expr.Add a -> a.terms().stream().allMatch(t -> isMultiple(t, state));
      case Expr.Multiply m ->
          (isMultiple(m.left(), state) && isPolynomial(m.right()))
              || (isMultiple(m.right(), state) && isPolynomial(m.left()));
      case Expr.Power p -> isMultiple(p.base(), state) && isCount(p.exponent());
      default -> false;
    };
  }

  private boolean isPolynomial(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> true;
      case Expr.Pi p -> true;
      case Expr.Ref r ->
          scope.definition(r).isEmpty() || formula(r).filter(this::isPolynomial).isPresent();
      case Expr.Negate n -> isPolynomial(n.body());
      case Expr.Add a -> a.terms().stream().allMatch(this::isPolynomial);
      case Expr.Multiply m -> isPolynomial(m.left()) && isPolynomial(m.right());
      case Expr.Power p -> isPolynomial(p.base()) && isCount(p.exponent());
      default -> false;
    };
  }

  private Optional<Expr> formula(Expr.Ref name) {
    return scope
        .definition(name)
        .map(d -> d.lambda().body())
        .filter(body -> !Trees.any(body, name::equals));
  }

  private boolean isOfSign(Condition c) {
    return switch (c.relation()) {
      case GREATER -> isAbove(difference(c.left(), c.right()), true);
      case GREATER_OR_EQUAL -> isAbove(difference(c.left(), c.right()), false);
      case LESS -> isBelow(c, true);
      case LESS_OR_EQUAL -> isBelow(c, false);
      case NOT_EQUAL ->
          isAbove(difference(c.left(), c.right()), true)
              || isAbove(difference(c.right(), c.left()), true);
      case EQUAL, APPROXIMATELY -> false;
    };
  }

  /** Of |u| ≤ 1 both u ≤ 1 and −u ≤ 1. */
  private boolean isBelow(Condition c, boolean strict) {
    return c.left() instanceof Expr.Abs a
        ? isAbove(difference(c.right(), a.body()), strict)
            && isAbove(difference(c.right(), new Expr.Negate(a.body())), strict)
        : isAbove(difference(c.right(), c.left()), strict);
  }

  private static Expr difference(Expr a, Expr b) {
    return b.equals(ZERO) ? a : new Expr.Add(List.of(a, new Expr.Negate(b)));
  }

  private boolean isAbove(Expr wanted, boolean strict) {
    if (strict ? signs.isPositive(wanted) : signs.isNonnegative(wanted)) {
      return true;
    }
    Terms terms = Terms.of(wanted);
    return known.stream().anyMatch(k -> implies(k, terms, strict));
  }

  /** Whether what is wanted is a positive multiple of what is known, or any of 0, and more. */
  private boolean implies(Condition k, Terms wanted, boolean strict) {
    boolean greater = k.relation() == Relation.GREATER || k.relation() == Relation.GREATER_OR_EQUAL;
    boolean less = k.relation() == Relation.LESS || k.relation() == Relation.LESS_OR_EQUAL;
    boolean equal = k.relation() == Relation.EQUAL && k.left().shape().isScalar();
    if (!greater && !less && !equal) {
      return false;
    }
    Expr positive = less ? difference(k.right(), k.left()) : difference(k.left(), k.right());
    Terms given = Terms.of(positive);
    Expr rest = wanted.less(given, wanted.share(given)).expr();
    boolean enough = k.relation().isStrict() || !strict;
    return (equal ? wanted.share(given).signum() != 0 : wanted.share(given).signum() > 0)
        && (enough ? signs.isNonnegative(rest) : signs.isPositive(rest));
  }

  // What holds along an integral

  /** What changes linearly is between its values at the ends. */
  private boolean holdsBetween(Condition c, Expr.Integral integral) {
    if (follows(c)) {
      return true;
    }
    Expr.Ref variable = new Expr.Ref(integral.variable(), List.of(), Shape.SCALAR);
    if (!isLinear(c.left(), variable) || !isLinear(c.right(), variable)) {
      return false;
    }
    Expr first = at(c, variable, integral.lower());
    Expr last = at(c, variable, integral.upper());
    return switch (c.relation()) {
      case NOT_EQUAL -> (up(first) && up(last)) || (down(first) && down(last));
      case GREATER, GREATER_OR_EQUAL -> up(first) && up(last);
      case LESS, LESS_OR_EQUAL -> down(first) && down(last);
      case EQUAL, APPROXIMATELY -> false;
    };
  }

  private static Expr at(Condition c, Expr.Ref variable, Expr value) {
    return Zeros.folded(
        Trees.map(difference(c.left(), c.right()), e -> e.equals(variable) ? value : e));
  }

  /** At an end itself it may fail: 1/√s has an integral from 0. */
  private boolean up(Expr expr) {
    return isAbove(expr, false);
  }

  private boolean down(Expr expr) {
    return isAbove(new Expr.Add(List.of(new Expr.Negate(expr), ZERO)), false);
  }

  private static boolean isLinear(Expr expr, Expr.Ref variable) {
    if (!Trees.any(expr, variable::equals)) {
      return true;
    }
    return switch (expr) {
      case Expr.Ref r -> true;
      case Expr.Add a -> a.terms().stream().allMatch(t -> isLinear(t, variable));
      case Expr.Negate n -> isLinear(n.body(), variable);
      case Expr.Multiply m ->
          isLinear(m.left(), variable)
              && isLinear(m.right(), variable)
              && !(Trees.any(m.left(), variable::equals) && Trees.any(m.right(), variable::equals));
      case Expr.Divide d ->
          isLinear(d.numerator(), variable) && !Trees.any(d.denominator(), variable::equals);
      default -> false;
    };
  }

  // What fails at single points only

  private boolean failsAtPointsOnly(Condition c) {
    return (varies(c.left(), new HashSet<>()) || varies(c.right(), new HashSet<>()))
        && isAnalytic(bare(c.left()), new HashSet<>())
        && isAnalytic(bare(c.right()), new HashSet<>());
  }

  /** What is 0 exactly where a number is: of a norm its vector, of a root its radicand. */
  private Expr bare(Expr expr) {
    return switch (expr) {
      case Expr.Norm n -> n.body();
      case Expr.Root r -> bare(r.body());
      case Expr.Apply a when a.function() == ElementaryFunction.SQRT -> bare(a.argument());
      case Expr.Ref r ->
          scope
              .definition(r)
              .filter(d -> !Trees.any(d.lambda().body(), r::equals))
              .map(d -> bare(d.lambda().body()))
              .orElse(r);
      default -> expr;
    };
  }

  /** A norm of a vector is smooth where it is not 0, and that is in one piece. */
  private boolean isAway(Expr.Norm norm) {
    return signs.isPositive(norm)
        || (!norm.body().shape().isScalar()
            && known.contains(new Condition(norm, Relation.NOT_EQUAL, ZERO)));
  }

  /** Whether it depends on something that moves continuously, or on a function that may be any. */
  private boolean varies(Expr expr, Set<String> seen) {
    boolean here =
        switch (expr) {
          case Expr.Ref r -> moves(r);
          case Expr.Call c -> scope.definition(c).isEmpty();
          default -> false;
        };
    return here
        || scope
            .definition(expr)
            .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
            .filter(d -> varies(d.lambda().body(), seen))
            .isPresent()
        || Trees.children(expr).stream().anyMatch(part -> varies(part, seen));
  }

  private boolean moves(Expr.Ref ref) {
    return scope.definition(ref).isEmpty()
        && scope
            .variable(ref.name(), ref.indices().size())
            .map(Declaration.Variable::domain)
            .filter(
                domain ->
                    switch (domain) {
                      case Domain.Interval i -> false;
                      case Domain.Special s -> s.kind() == Domain.Kind.ONE_HOT;
                      case Domain.Finite f -> true;
                      case Domain.Integers i -> true;
                      case Domain.Labels l -> true;
                    })
            .isEmpty();
  }

  private boolean isAnalytic(Expr expr, Set<String> seen) {
    boolean here =
        switch (expr) {
          case Expr.Abs a -> false;
          case Expr.Norm n -> isAway(n);
          case Expr.Extremum e -> false;
          case Expr.Cases c -> !c.condition().relation().isInequality();
          case Expr.Root r -> isAbove(r.body(), true);
          case Expr.Power p -> isSmooth(p);
          case Expr.Apply a ->
              a.function() != ElementaryFunction.SQRT || isAbove(a.argument(), true);
          case Expr.Sum s -> s.adds() || s.fold() == Fold.PRODUCT;
          default -> true;
        };
    return here
        && scope
            .definition(expr)
            .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
            .filter(d -> !isAnalytic(d.lambda().body(), seen))
            .isEmpty()
        && parts(expr).stream().allMatch(part -> isAnalytic(part, seen));
  }

  /** Of ‖v‖² and |u|², which are smooth everywhere, what stands inside. */
  private static List<Expr> parts(Expr expr) {
    boolean even =
        expr instanceof Expr.Power p
            && (p.base() instanceof Expr.Norm || p.base() instanceof Expr.Abs)
            && isEven(p.exponent());
    return Trees.children(even ? Trees.children(expr).getFirst() : expr);
  }

  private static boolean isEven(Expr exponent) {
    return isCount(exponent) && !((Expr.Literal) exponent).value().numerator().testBit(0);
  }

  /** A written 1, 2, 3, …. */
  private static boolean isCount(Expr exponent) {
    return exponent instanceof Expr.Literal l && l.value().isInteger() && l.value().signum() > 0;
  }

  private boolean isSmooth(Expr.Power p) {
    boolean fraction = p.exponent() instanceof Expr.Literal l && !l.value().isInteger();
    return !fraction || isAbove(p.base(), true);
  }
}
