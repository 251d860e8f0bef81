package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Sign;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;

/**
 * Superscripts beside subscripts that pick an entry. A transpose or an inverse is the matrix's: the
 * entry of {@code A^\top} in {@code A^\top_{ij}}. A power behind the subscripts is the entry's,
 * {@code W_{ij}^2}. One before them is asked for.
 */
final class EntryScripts {
  private final Context context;

  EntryScripts(Context context) {
    this.context = context;
  }

  /**
   * @param base the entry
   * @throws Misread if the superscript may be that of the whole or that of the entry
   */
  Expr raised(Expr base, Syntax sub, Syntax sup, Span span) {
    Powers powers = new Powers(context);
    if (base instanceof Expr.At at && at.body() instanceof Expr.Entry) {
      return new Expr.At(raised(at.body(), sub, sup, span), at.time());
    }
    boolean marked = isInverse(sup) || powers.transposes(sup, base.shape());
    if (base instanceof Expr.Entry e && e.body().shape() instanceof Shape.Matrix) {
      if (isInverse(sup) || powers.transposes(sup, e.body().shape())) {
        return new Expr.Entry(powers.raised(e.body(), sup), e.indices());
      }
      refuseBefore(sub, sup, span);
    } else if (base instanceof Expr.Ref r && r.shape().isScalar() && r.indices().size() == 2) {
      if (marked) {
        throw new Misread(
            ProblemId.AMBIGUOUS,
            span,
            "this may be that of the number or the entry of that of the matrix of all such numbers",
            "declare the matrix, or write " + (isInverse(sup) ? "1/" : "") + "(…) for the number");
      }
      refuseBefore(sub, sup, span);
    } else if (base.shape().isScalar() && powers.transposes(sup, base.shape())) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          span,
          "what the subscript picks is a number, and is transposed",
          "declare it as a vector or a matrix, or drop the transposition");
    }
    return powers.raised(base, sup);
  }

  /** {@code A^2_{ij}}: an entry of the square, or the square of an entry? */
  private static void refuseBefore(Syntax sub, Syntax sup, Span span) {
    if (sup.span().start() < sub.span().start()) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          span,
          "this may be an entry of a power of the matrix or a power of its entry",
          "write (A^2)_{ij} for the entry of the power, A_{ij}^2 for the power of the entry");
    }
  }

  private static boolean isInverse(Syntax sup) {
    return sup instanceof Syntax.Terms t
        && t.terms().size() == 1
        && t.terms().getFirst().sign() == Sign.MINUS
        && t.terms().getFirst().value() instanceof Syntax.Numeral n
        && n.text().equals("1");
  }
}
