package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;

/** Kronecker products in a row of factors: {@code A \otimes B C} has two readings. */
final class KroneckerRun {
  private int beside;
  private boolean crossed;

  /** Takes one more factor of the row. */
  void take(Syntax.Factor factor, Expr unit) {
    if (unit.shape().isScalar()) {
      return;
    }
    boolean cross = factor.operator() == Operator.OTIMES;
    if (beside > 0 && ((cross && beside > 1) || (crossed && !cross))) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          factor.span(),
          "A ⊗ B C may mean (A ⊗ B) C or A ⊗ (B C)",
          "write parentheses");
    }
    crossed |= cross;
    beside = cross ? 1 : beside + 1;
  }

  /**
   * The Kronecker product of matrices.
   *
   * @throws Misread for two vectors, whose product may be the outer one
   */
  static Expr product(Expr left, Expr right, Span span) {
    if (left.shape().isScalar() || right.shape().isScalar()) {
      return new Expr.Multiply(left, right);
    }
    boolean vectors = left.shape() instanceof Shape.Vector && right.shape() instanceof Shape.Vector;
    if (vectors) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          span,
          "u ⊗ v of two vectors may be the matrix u vᵀ or the long vector of all products",
          "write u v^\\top, or \\operatorname{vec}(v u^\\top)");
    }
    return new Expr.Kronecker(left, right);
  }
}
