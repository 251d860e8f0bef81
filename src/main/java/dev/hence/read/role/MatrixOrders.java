package dev.hence.read.role;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.claim.Symmetry;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.syntax.Token;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The order of symmetric matrices: A ⪰ B says that vᵀAv ≥ vᵀBv for every v, A ≻ B the same with
 * &gt; for every v other than 0 (R. Horn and C. Johnson, Matrix Analysis, 7.7).
 */
final class MatrixOrders {
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);

  private MatrixOrders() {}

  /**
   * What an order says of a fresh vector.
   *
   * @param conditions that the vector is not 0, where that is needed
   */
  record Form(Sides sides, Relation relation, List<Condition> conditions, Scope scope) {
    Form {
      conditions = List.copyOf(conditions);
    }
  }

  /** The order of two numbers that stands for that of two matrices. */
  static Optional<Relation> relation(Token sign) {
    return switch (sign.meaning()) {
      case "succeq" -> Optional.of(Relation.GREATER_OR_EQUAL);
      case "succ" -> Optional.of(Relation.GREATER);
      case "preceq" -> Optional.of(Relation.LESS_OR_EQUAL);
      case "prec" -> Optional.of(Relation.LESS);
      default -> Optional.empty();
    };
  }

  /** Empty where the sides are no square matrices. */
  static Optional<Form> of(Sides sides, Relation relation, Scope scope, Span span) {
    if (!(sides.left().shape() instanceof Shape.Matrix m) || !m.rows().equals(m.columns())) {
      return Optional.empty();
    }
    Shape shape = Shape.vector(m.rows());
    Name name = fresh(scope);
    Expr vector = new Expr.Ref(name, List.of(), shape);
    Condition nonzero = new Condition(square(vector), Relation.GREATER, ZERO);
    return Optional.of(
        new Form(
            new Sides(quadratic(sides.left(), vector), quadratic(sides.right(), vector)),
            relation,
            relation.isStrict() ? List.of(nonzero) : List.of(),
            scope.with(
                new Declaration.Variable(name, List.of(), shape, Domain.REALS, false, span))));
  }

  private static Name fresh(Scope scope) {
    return Stream.of("v", "u", "z", "\\tilde{v}", "\\tilde{u}", "\\tilde{z}")
        .map(Name::new)
        .filter(name -> Stream.of(0, 1).noneMatch(k -> isKnown(name, k, scope)))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isKnown(Name name, int indices, Scope scope) {
    return scope.variable(name, indices).isPresent()
        || scope.function(name, indices).isPresent()
        || scope.definition(name, indices).isPresent();
  }

  private static Expr square(Expr vector) {
    return new Expr.Power(new Expr.Norm(vector), new Expr.Literal(Rational.of(2)));
  }

  /** vᵀMv; c‖v‖² where M is c·I, and 0 where it is 0. */
  private static Expr quadratic(Expr matrix, Expr vector) {
    return switch (matrix) {
      case Expr.Filled f when f.value().signum() == 0 -> ZERO;
      case Expr.Identity i -> square(vector);
      case Expr.Multiply m when m.right() instanceof Expr.Identity && m.left().shape().isScalar() ->
          new Expr.Multiply(m.left(), square(vector));
      case Expr.Negate n -> new Expr.Negate(quadratic(n.body(), vector));
      default -> new Expr.Multiply(new Expr.Multiply(new Expr.Transpose(vector), matrix), vector);
    };
  }

  /** That what is ordered is symmetric, unless its form shows that. */
  static Optional<Sides> symmetry(Sides sides, Scope scope) {
    Symmetry symmetry = new Symmetry(scope);
    List<Expr> doubtful =
        Stream.of(sides.left(), sides.right()).filter(side -> !symmetry.isEvident(side)).toList();
    Optional<Expr> matrix =
        doubtful.size() < 2
            ? doubtful.stream().findFirst()
            : Optional.of(new Expr.Add(List.of(sides.left(), new Expr.Negate(sides.right()))));
    return matrix.map(m -> new Sides(m, new Expr.Transpose(m)));
  }
}
