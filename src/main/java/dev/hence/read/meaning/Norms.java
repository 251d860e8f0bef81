package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;

/** Which norm is meant: of a vector the Euclidean unless it says otherwise; a matrix must say. */
final class Norms {
  private final Context context;

  Norms(Context context) {
    this.context = context;
  }

  Expr plain(Syntax.Norm norm) {
    Expr body = new Formulas(context).expr(norm.body());
    if (body.shape() instanceof Shape.Matrix) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          norm.span(),
          "the norm of a matrix may be the Frobenius or the spectral norm",
          "write \\|A\\|_F for the Frobenius norm");
    }
    return new Expr.Norm(body);
  }

  Expr subscripted(Syntax.Norm norm, Syntax sub, Span span) {
    Expr body = new Formulas(context).expr(norm.body());
    boolean matrix = body.shape() instanceof Shape.Matrix;
    String which = which(sub);
    if (which.equals("F") || (which.equals("2") && !matrix)) {
      return new Expr.Norm(body);
    }
    if (which.equals("1") && !matrix) {
      return new Entrywise(context).sum(body, Expr.Abs::new);
    }
    String help =
        matrix
            ? "of a matrix, \\|A\\|_F is supported"
            : "of a vector, \\|v\\|, \\|v\\|_2 and \\|v\\|_1 are supported";
    throw new Misread(ProblemId.UNSUPPORTED_NOTATION, span, "this norm is not supported", help);
  }

  private static String which(Syntax sub) {
    return switch (sub) {
      case Syntax.Numeral n when n.value().equals(Rational.of(2)) -> "2";
      case Syntax.Numeral n when n.value().equals(Rational.ONE) -> "1";
      case Syntax.Name n -> n.base().equals("F") || n.base().equals("Fro") ? "F" : "?";
      default -> "?";
    };
  }
}
