package dev.hence.claim;

import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the form of a matrix shows that it is symmetric. Sound, far from complete. */
public final class Symmetry {
  private static final int DEEPEST = 12;

  private final Scope scope;

  public Symmetry(Scope scope) {
    this.scope = scope;
  }

  public boolean isEvident(Expr matrix) {
    return isEvident(matrix, 0);
  }

  private boolean isEvident(Expr matrix, int depth) {
    if (matrix.shape().isScalar()) {
      return true;
    }
    if (depth > DEEPEST) {
      return false;
    }
    return switch (matrix) {
      case Expr.Identity i -> true;
      case Expr.Filled f -> true;
      case Expr.Diagonal d -> true;
      case Expr.Ref r ->
          isDeclared(r) || defined(r).filter(e -> isEvident(e, depth + 1)).isPresent();
      case Expr.Call c ->
          c.slots().isEmpty() && defined(c).filter(e -> isEvident(e, depth + 1)).isPresent();
      case Expr.Transpose t -> isEvident(t.body(), depth + 1);
      case Expr.Negate n -> isEvident(n.body(), depth + 1);
      case Expr.At a -> isEvident(a.body(), depth + 1);
      case Expr.Add a -> a.terms().stream().allMatch(t -> isEvident(t, depth + 1));
      case Expr.Sum s -> s.adds() && isEvident(s.body(), depth + 1);
      case Expr.Divide d -> isEvident(d.numerator(), depth + 1);
      case Expr.Power p -> isEvident(p.base(), depth + 1);
      case Expr.MatrixExponential e -> isEvident(e.argument(), depth + 1);
      case Expr.Hadamard h -> isEvident(h.left(), depth + 1) && isEvident(h.right(), depth + 1);
      case Expr.Kronecker k -> isEvident(k.left(), depth + 1) && isEvident(k.right(), depth + 1);
      case Expr.Multiply m -> product(m, depth);
      case Expr.Derivative d ->
          d.body() instanceof Expr.Derivative inner && inner.variable().equals(d.variable());
      case Expr.Family f -> family(f);
      default -> false;
    };
  }

  /** A multiple; MᵀM, MMᵀ and MᵀSM with a symmetric S. */
  private boolean product(Expr.Multiply m, int depth) {
    if (m.left().shape().isScalar()) {
      return isEvident(m.right(), depth + 1);
    }
    if (m.right().shape().isScalar()) {
      return isEvident(m.left(), depth + 1);
    }
    List<Expr> factors = factors(m);
    boolean scalars = factors.stream().anyMatch(f -> f.shape().isScalar());
    int last = factors.size() - 1;
    for (int k = 0; k < factors.size() / 2; k++) {
      if (!transposed(factors.get(k)).equals(factors.get(last - k))) {
        return false;
      }
    }
    return !scalars
        && (factors.size() % 2 == 0 || isEvident(factors.get(factors.size() / 2), depth + 1));
  }

  private static List<Expr> factors(Expr product) {
    return product instanceof Expr.Multiply m
        ? Stream.concat(factors(m.left()).stream(), factors(m.right()).stream()).toList()
        : List.of(product);
  }

  private static Expr transposed(Expr expr) {
    return expr instanceof Expr.Transpose t ? t.body() : new Expr.Transpose(expr);
  }

  /** A matrix of numbers K_{ij} that reads the same with i and j exchanged in an inner product. */
  private boolean family(Expr.Family f) {
    if (f.letters().size() != 2 || !f.ranges().get(0).equals(f.ranges().get(1))) {
      return false;
    }
    Map<String, String> swapped =
        Map.of(f.letters().get(0), f.letters().get(1), f.letters().get(1), f.letters().get(0));
    Expr body = f.body();
    Expr mirrored =
        Trees.map(
            body,
            e ->
                e instanceof Expr.Index i && swapped.containsKey(i.letter())
                    ? new Expr.Index(swapped.get(i.letter()))
                    : e);
    return body.equals(mirrored)
        || (body instanceof Expr.Inner b
            && mirrored instanceof Expr.Inner m
            && b.left().equals(m.right())
            && b.right().equals(m.left()));
  }

  private boolean isDeclared(Expr.Ref ref) {
    return scope
        .variable(ref.name(), ref.indices().size())
        .filter(v -> v.domain() instanceof Domain.Special s && isSymmetric(s.kind()))
        .isPresent();
  }

  private static boolean isSymmetric(Domain.Kind kind) {
    return kind == Domain.Kind.SYMMETRIC
        || kind == Domain.Kind.POSITIVE_SEMIDEFINITE
        || kind == Domain.Kind.POSITIVE_DEFINITE;
  }

  private Optional<Expr> defined(Expr name) {
    return switch (name) {
      case Expr.Ref r -> scope.definition(r.name(), r.indices().size()).map(d -> d.lambda().body());
      case Expr.Call c ->
          scope.definition(c.function(), c.indices().size()).map(d -> d.lambda().body());
      default -> Optional.empty();
    };
  }
}
