package dev.hence.verdict;

import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the form of an expression alone shows its sign, of a vector or matrix that of each entry.
 * Sound, far from complete.
 */
public final class Signs {
  private final Scope scope;
  private final Bounds bounds;

  /** Of letters that are bound around, or that the scope declares. */
  private final Map<String, Range> ranges;

  /** Families of which it is supposed that no member is negative. */
  private final Set<String> supposed;

  public Signs(Scope scope) {
    this(scope, scope.ranges(), Set.of());
  }

  private Signs(Scope scope, Map<String, Range> ranges, Set<String> supposed) {
    this.scope = scope;
    this.bounds = new Bounds(scope);
    this.ranges = ranges;
    this.supposed = supposed;
  }

  /** The same where a letter runs through a range. */
  Signs with(String letter, Range range) {
    Map<String, Range> more = new HashMap<>(ranges);
    more.put(letter, range);
    return new Signs(scope, more, supposed);
  }

  boolean isNonzero(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> l.value().signum() != 0;
      case Expr.Negate n -> isNonzero(n.body());
      case Expr.Multiply m -> isNonzero(m.left()) && isNonzero(m.right());
      case Expr.Divide d -> isNonzero(d.numerator());
      case Expr.Power p -> isNonzero(p.base()) || isPositive(p);
      case Expr.At a -> isNonzero(a.body());
      case Expr.Ref r -> isPositive(r) || isNegative(r);
      default -> isPositive(expr);
    };
  }

  public boolean isPositive(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> l.value().signum() > 0;
      case Expr.Pi p -> true;
      case Expr.SizeOf s -> s.size().isFixed() ? s.size().offset() > 0 : s.size().offset() >= 0;
      case Expr.Index i -> least(i) > 0;
      case Expr.Add a when least(a) > 0 -> true;
      case Expr.Ref r ->
          lowerEnd(r, false)
              || isAbovePositive(r, Set.of())
              || defined(r).filter(this::isPositive).isPresent();
      case Expr.Call c -> c.slots().isEmpty() && defined(c).filter(this::isPositive).isPresent();
      case Expr.Add a ->
          (a.terms().stream().allMatch(this::isNonnegative)
                  && a.terms().stream().anyMatch(this::isPositive))
              || isComplement(a, 1)
              || bounds.isAbove(a, true);
      case Expr.Multiply m -> isPositive(m.left()) && isPositive(m.right());
      case Expr.Divide d -> isPositive(d.numerator()) && isPositive(d.denominator());
      case Expr.Power p -> p.shape().isScalar() && isPositive(p.base());
      case Expr.Root r -> isPositive(r.body());
      case Expr.Entry e -> isEntrywise(e.body()) && isPositive(e.body());
      case Expr.Filled f -> f.value().signum() > 0;
      case Expr.Apply a ->
          a.function() == ElementaryFunction.EXP || a.function() == ElementaryFunction.COSH;
      case Expr.At a -> isPositive(a.body());
      case Expr.Sum s -> (!s.adds() || hasTerms(s)) && isPositive(s.body());
      case Expr.Determinant d -> isDefinite(d.body());
      default -> false;
    };
  }

  /** Whether a matrix is positive definite: one that is declared so, XᵀX + λI with λ > 0. */
  private boolean isDefinite(Expr matrix) {
    return switch (matrix) {
      case Expr.Identity i -> true;
      case Expr.Ref r -> isDeclared(r, Domain.Kind.POSITIVE_DEFINITE);
      case Expr.Transpose t -> isDefinite(t.body());
      case Expr.Power p -> isDefinite(p.base());
      case Expr.Add a ->
          a.terms().stream().allMatch(this::isSemidefinite)
              && a.terms().stream().anyMatch(this::isDefinite);
      case Expr.Multiply m when m.left().shape().isScalar() ->
          isPositive(m.left()) && isDefinite(m.right());
      default -> false;
    };
  }

  private boolean isSemidefinite(Expr matrix) {
    return switch (matrix) {
      case Expr.Ref r -> isDeclared(r, Domain.Kind.POSITIVE_SEMIDEFINITE) || isDefinite(r);
      case Expr.Multiply m when m.left().shape().isScalar() ->
          isNonnegative(m.left()) && isSemidefinite(m.right());
      case Expr.Multiply m when m.left() instanceof Expr.Transpose t -> t.body().equals(m.right());
      case Expr.Multiply m when m.right() instanceof Expr.Transpose t -> t.body().equals(m.left());
      default -> isDefinite(matrix);
    };
  }

  private boolean isDeclared(Expr.Ref ref, Domain.Kind kind) {
    return scope
        .variable(ref.name(), ref.indices().size())
        .filter(v -> v.domain() instanceof Domain.Special s && s.kind() == kind)
        .isPresent();
  }

  /**
   * 1 − a with a share a, such as a value of the sigmoid 1/(1 + e^{−z}).
   *
   * @param power the least power of it that is taken
   */
  private boolean isComplement(Expr.Add sum, int power) {
    return sum.terms().size() == 2
        && sum.terms().get(0) instanceof Expr.Literal l
        && l.value().equals(Rational.ONE)
        && sum.terms().get(1) instanceof Expr.Negate n
        && ((n.body() instanceof Expr.Power p && least(p.exponent()) >= power)
            ? isShare(p.base())
            : isShare(n.body()));
  }

  /** a/(a + b) with positive a and b, or a name for one. */
  private boolean isShare(Expr expr) {
    if (expr instanceof Expr.Divide d && d.denominator() instanceof Expr.Add whole) {
      return whole.terms().size() > 1
          && whole.terms().contains(d.numerator())
          && whole.terms().stream().allMatch(this::isPositive);
    }
    return switch (expr) {
      case Expr.Ref r when isBelowOne(r) -> true;
      case Expr.Power p when least(p.exponent()) > 0 -> isShare(p.base());
      case Expr.At a -> isShare(a.body());
      case Expr.Call c -> c.slots().isEmpty() && defined(c).filter(this::isShare).isPresent();
      default -> defined(expr).filter(this::isShare).isPresent();
    };
  }

  /** A number declared in an interval such as [0, 1). */
  private boolean isBelowOne(Expr.Ref ref) {
    return scope
        .variable(ref.name(), ref.indices().size())
        .filter(
            v ->
                v.domain() instanceof Domain.Interval i
                    && i.lower().filter(low -> low.signum() >= 0).isPresent()
                    && !i.upperIncluded()
                    && i.upper().filter(high -> high.compareTo(Rational.ONE) <= 0).isPresent())
        .isPresent();
  }

  /** The least value of an integer expression; very small if none is known. */
  private int least(Expr expr) {
    Optional<Size> size = SizeForm.of(expr);
    boolean rising =
        size.isPresent()
            && size.get().terms().stream()
                .allMatch(t -> t.parts().isEmpty() || t.coefficient() > 0);
    if (!rising) {
      return Integer.MIN_VALUE;
    }
    Map<String, Integer> letters = new HashMap<>();
    for (String letter : size.get().letters()) {
      Optional.ofNullable(ranges.get(letter))
          .flatMap(range -> SizeForm.of(range.lower()))
          .filter(Size::isFixed)
          .ifPresent(low -> letters.put(letter, low.offset()));
    }
    Map<String, Integer> ones = new HashMap<>();
    size.get().keys().forEach(key -> ones.put(key, 1));
    return size.get().value(ones, letters).orElse(Integer.MIN_VALUE);
  }

  /** Whether a sum has a term whatever the sizes are: from 1 to a size, without a condition. */
  private boolean hasTerms(Expr.Sum sum) {
    return sum.conditions().isEmpty()
        && sum.range().lower() instanceof Expr.Literal low
        && low.value().equals(Rational.ONE)
        && sum.range().upper() instanceof Expr.SizeOf end
        && isPositive(end);
  }

  /**
   * Whether it is not negative wherever it is defined. A recursion goes down to given values, so
   * that a member may be judged as if the members before it were not negative.
   */
  boolean isNonnegative(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> l.value().signum() >= 0;
      case Expr.Ref r ->
          lowerEnd(r, true)
              || isRunningTime(r)
              || isPositive(r)
              || supposed.contains(key(r))
              || isDeclared(r, Domain.Kind.SIMPLEX)
              || isDeclared(r, Domain.Kind.ONE_HOT)
              || defined(r).filter(supposing(r)::isNonnegative).isPresent();
      case Expr.Cases c -> isNonnegative(c.then()) && isNonnegative(c.otherwise());
      case Expr.Add a ->
          a.terms().stream().allMatch(this::isNonnegative)
              || isComplement(a, 0)
              || bounds.isAbove(a, false);
      case Expr.Multiply m ->
          (m.shape().isScalar() && isSquare(m.left(), m.right()))
              || (isNonnegative(m.left()) && isNonnegative(m.right()));
      case Expr.Hadamard h ->
          isSquare(h.left(), h.right()) || (isNonnegative(h.left()) && isNonnegative(h.right()));
      case Expr.Divide d -> isNonnegative(d.numerator()) && isNonnegative(d.denominator());
      case Expr.Power p ->
          p.shape().isScalar() && (isEven(p.exponent()) || isNonnegative(p.base()));
      case Expr.Root r -> r.degree() % 2 == 0 || isNonnegative(r.body());
      case Expr.Abs a -> true;
      case Expr.Norm n -> true;
      case Expr.Filled f -> f.value().signum() >= 0;
      case Expr.Inner i -> i.left().equals(i.right());
      case Expr.Entry e -> isEntrywise(e.body()) && isNonnegative(e.body());
      case Expr.Apply a -> a.function() == ElementaryFunction.SQRT || isPositive(a);
      case Expr.Sum s -> isNonnegative(s.body());
      case Expr.At a -> isNonnegative(a.body());
      default -> isPositive(expr);
    };
  }

  /** The time along a trajectory, which begins at 0. */
  private boolean isRunningTime(Expr.Ref ref) {
    return ref.name().equals(Name.TIME)
        && scope.dynamics().isPresent()
        && scope.variable(ref.name(), 0).isEmpty()
        && scope.definition(ref).isEmpty();
  }

  /** Whether an entry of it is made of the same entries of its parts. */
  private static boolean isEntrywise(Expr whole) {
    return switch (whole) {
      case Expr.Ref r -> true;
      case Expr.Filled f -> true;
      case Expr.Root r -> true;
      case Expr.Apply a -> true;
      case Expr.Hadamard h -> isEntrywise(h.left()) && isEntrywise(h.right());
      case Expr.Add a -> a.terms().stream().allMatch(Signs::isEntrywise);
      case Expr.Multiply m -> m.left().shape().isScalar() && isEntrywise(m.right());
      default -> false;
    };
  }

  /** Whether two factors are the same, but for numbers that are not negative. */
  private boolean isSquare(Expr a, Expr b) {
    return a.equals(b)
        || (a instanceof Expr.Multiply m && isMultiple(m) && isSquare(m.right(), b))
        || (b instanceof Expr.Multiply n && isMultiple(n) && isSquare(a, n.right()));
  }

  private boolean isMultiple(Expr.Multiply product) {
    return product.left().shape().isScalar() && isNonnegative(product.left());
  }

  private Signs supposing(Expr.Ref family) {
    Set<String> more = new HashSet<>(supposed);
    more.add(key(family));
    return new Signs(scope, ranges, more);
  }

  private static String key(Expr.Ref ref) {
    return ref.name().key(ref.indices().size());
  }

  /** The formula of a name; what its form shows holds whatever the arguments are. */
  private Optional<Expr> defined(Expr name) {
    return switch (name) {
      case Expr.Ref r -> scope.definition(r.name(), r.indices().size()).map(d -> d.lambda().body());
      case Expr.Call c ->
          scope.definition(c.function(), c.indices().size()).map(d -> d.lambda().body());
      default -> Optional.empty();
    };
  }

  private static boolean isEven(Expr exponent) {
    return exponent instanceof Expr.Literal l
        && l.value().isInteger()
        && !l.value().numerator().testBit(0);
  }

  /**
   * M where 0 &lt; m &lt; M is said.
   *
   * @param seen those for which this is asked: inequalities may go round in circles
   */
  private boolean isAbovePositive(Expr.Ref ref, Set<Expr> seen) {
    Set<Expr> more = new HashSet<>(seen);
    return more.add(ref)
        && scope.assumptions().stream()
            .anyMatch(
                c ->
                    switch (c.relation()) {
                      case LESS -> c.right().equals(ref) && isAbove(c.left(), true, more);
                      case LESS_OR_EQUAL -> c.right().equals(ref) && isAbove(c.left(), false, more);
                      case GREATER -> c.left().equals(ref) && isAbove(c.right(), true, more);
                      case GREATER_OR_EQUAL ->
                          c.left().equals(ref) && isAbove(c.right(), false, more);
                      case EQUAL, NOT_EQUAL, APPROXIMATELY -> false;
                    });
  }

  private boolean isAbove(Expr expr, boolean zeroIncluded, Set<Expr> seen) {
    return switch (expr) {
      case Expr.Literal l -> zeroIncluded ? l.value().signum() >= 0 : l.value().signum() > 0;
      case Expr.Ref r -> lowerEnd(r, zeroIncluded) || isAbovePositive(r, seen);
      default -> false;
    };
  }

  private boolean lowerEnd(Expr.Ref ref, boolean zeroIncluded) {
    return scope
        .variable(ref.name(), ref.indices().size())
        .filter(v -> starts(v.domain(), zeroIncluded))
        .isPresent();
  }

  private static boolean starts(Domain domain, boolean zeroIncluded) {
    return switch (domain) {
      case Domain.Interval i -> starts(i, zeroIncluded);
      case Domain.Integers n -> n.from().filter(from -> from >= (zeroIncluded ? 0 : 1)).isPresent();
      case Domain.Finite f -> false;
      case Domain.Labels l -> false;
      case Domain.Special s -> false;
    };
  }

  private static boolean starts(Domain.Interval interval, boolean zeroIncluded) {
    return interval
        .lower()
        .filter(
            low -> {
              int sign = low.compareTo(Rational.ZERO);
              return sign > 0 || (sign == 0 && (zeroIncluded || !interval.lowerIncluded()));
            })
        .isPresent();
  }

  private boolean isNegative(Expr.Ref ref) {
    return scope
        .variable(ref.name(), ref.indices().size())
        .filter(
            v ->
                v.domain() instanceof Domain.Interval i
                    && i.upper()
                        .filter(
                            high -> high.signum() < 0 || (high.signum() == 0 && !i.upperIncluded()))
                        .isPresent())
        .isPresent();
  }
}
