package dev.hence.instantiate;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import dev.hence.model.Dimensions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Inverses of matrices that exist at no point for some sizes, because their ranks are too small
 * whatever their entries are: (XᵀX)⁻¹ for an X with fewer rows than columns.
 */
final class Inverses {
  private static final int MANY = 10_000;

  private final Scope scope;
  private final Dimensions dimensions;
  private final Set<String> met = new HashSet<>();
  private final Set<String> unfolded = new HashSet<>();

  private Inverses(Scope scope, Dimensions dimensions) {
    this.scope = scope;
    this.dimensions = dimensions;
  }

  /** An inverse in a step that exists nowhere at some sizes, for people. */
  static Optional<String> missing(Statement.Step step, Dimensions dimensions) {
    Inverses inverses = new Inverses(step.scope(), dimensions);
    Stream<Expr> conditions =
        step.conditions().stream().flatMap((Condition c) -> Stream.of(c.left(), c.right()));
    return Stream.concat(Stream.of(step.left(), step.right()), conditions)
        .flatMap(side -> inverses.in(side).stream())
        .findFirst()
        .map(
            inverse ->
                new UnicodePrinter(new ScopeNotation(step.scope())).print(inverse)
                    + " exists nowhere");
  }

  private Optional<Expr> in(Expr expr) {
    if (isInverse(expr) && rows(expr) < MANY && rank(((Expr.Power) expr).base()) < rows(expr)) {
      return Optional.of(expr);
    }
    return Stream.concat(Trees.children(expr).stream(), formula(expr).stream())
        .flatMap(part -> in(part).stream())
        .findFirst();
  }

  private static boolean isInverse(Expr expr) {
    return expr instanceof Expr.Power p
        && isNegative(p.exponent())
        && p.base().shape() instanceof Shape.Matrix;
  }

  private static boolean isNegative(Expr exponent) {
    return switch (exponent) {
      case Expr.Literal l -> l.value().signum() < 0;
      case Expr.Negate(Expr.Literal l) -> l.value().signum() > 0;
      default -> false;
    };
  }

  /** What a name stands for, once. */
  private Optional<Expr> formula(Expr expr) {
    return scope.definition(expr).filter(d -> met.add(key(d))).map(d -> d.lambda().body());
  }

  private static String key(Definition definition) {
    return definition.name().key(definition.lambda().indices().size());
  }

  /** The greatest rank that an expression may have at these sizes. */
  private int rank(Expr expr) {
    int most = Math.min(rows(expr), columns(expr));
    return switch (expr) {
      case Expr.Multiply m -> Math.min(most, Math.min(factor(m.left()), factor(m.right())));
      case Expr.Add a -> Math.min(most, a.terms().stream().mapToInt(this::rank).sum());
      case Expr.Negate n -> rank(n.body());
      case Expr.Transpose t -> rank(t.body());
      case Expr.Divide d -> rank(d.numerator());
      case Expr.Sum s -> Math.min(most, count(s.range()) * rank(s.body()));
      case Expr.Ref r -> known(r, most);
      default -> most;
    };
  }

  /** What is no product of scalars has a rank that bounds that of the product. */
  private int factor(Expr expr) {
    return expr.shape().isScalar() ? Integer.MAX_VALUE : rank(expr);
  }

  private int known(Expr.Ref ref, int most) {
    Optional<Definition> definition =
        scope.definition(ref).filter(d -> d.lambda().indices().isEmpty());
    if (definition.isEmpty() || !unfolded.add(key(definition.get()))) {
      return most;
    }
    int rank = rank(definition.get().lambda().body());
    unfolded.remove(key(definition.get()));
    return rank;
  }

  /** How many values an index takes; many, if that is not known. */
  private int count(Range range) {
    Optional<Integer> lower = number(range.lower());
    Optional<Integer> upper = number(range.upper());
    return lower.isPresent() && upper.isPresent()
        ? Math.clamp(upper.get() - (long) lower.get() + 1, 0, MANY)
        : MANY;
  }

  private Optional<Integer> number(Expr expr) {
    return switch (expr) {
      case Expr.Literal l when l.value().isInteger() -> Optional.of(l.value().intValueExact());
      case Expr.SizeOf s when dimensions.knows(s.size()) -> Optional.of(dimensions.of(s.size()));
      default -> Optional.empty();
    };
  }

  private int rows(Expr expr) {
    return switch (expr.shape()) {
      case Shape.Scalar s -> 1;
      case Shape.Vector v -> size(v.size());
      case Shape.Row r -> 1;
      case Shape.Matrix m -> size(m.rows());
    };
  }

  private int columns(Expr expr) {
    return switch (expr.shape()) {
      case Shape.Scalar s -> 1;
      case Shape.Vector v -> 1;
      case Shape.Row r -> size(r.size());
      case Shape.Matrix m -> size(m.columns());
    };
  }

  /** A size; many, if it is not known. */
  private int size(Size size) {
    return dimensions.knows(size) ? dimensions.of(size) : MANY;
  }
}
