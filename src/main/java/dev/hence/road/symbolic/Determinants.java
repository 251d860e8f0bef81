package dev.hence.road.symbolic;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;

/**
 * Determinants by what a matrix is made of: det(AB) = det A det B for square factors, det Aᵀ = det
 * A, det Aⁿ = (det A)ⁿ, det(A ⊗ B) = (det A)ⁿ (det B)ᵐ for A of m and B of n rows. Written out, the
 * determinant of a product has many more terms.
 */
final class Determinants {
  private final Lowering lowering;
  private final MatrixAlgebra algebra;
  private final Terms terms;

  Determinants(Lowering lowering, Setting setting) {
    this.lowering = lowering;
    this.algebra = setting.algebra();
    this.terms = setting.terms();
  }

  Term of(Expr matrix, Environment at) {
    return switch (matrix) {
      case Expr.Multiply m when isSquare(m.left()) && isSquare(m.right()) ->
          terms.product(of(m.left(), at), of(m.right(), at));
      case Expr.Kronecker k when isSquare(k.left()) && isSquare(k.right()) ->
          terms.product(
              terms.power(of(k.left(), at), Rational.of(lowering.rows(k.right().shape(), at))),
              terms.power(of(k.right(), at), Rational.of(lowering.rows(k.left().shape(), at))));
      case Expr.Transpose t -> of(t.body(), at);
      case Expr.Power p when lowering.number(p.exponent(), at) instanceof Term.Constant c ->
          terms.power(of(p.base(), at), c.value());
      default -> algebra.determinant(lowering.of(matrix, at));
    };
  }

  private static boolean isSquare(Expr expr) {
    return expr.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns());
  }
}
