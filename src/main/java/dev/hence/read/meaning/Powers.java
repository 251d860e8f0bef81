package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Sign;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.Optional;

/** Reads superscripts that act on a value: transposes, inverses, powers. */
final class Powers {
  private static final Expr INVERSE = new Expr.Literal(Rational.of(-1));

  private final Context context;

  Powers(Context context) {
    this.context = context;
  }

  /** A transpose, the transpose of the inverse, or a power. */
  Expr raised(Expr base, Syntax sup) {
    if (isTranspose(sup, base.shape())) {
      refuseCount(base, sup);
      return new Expr.Transpose(base);
    }
    if (isInverseTranspose(sup, base.shape())) {
      requireSquare(base, sup);
      return new Expr.Transpose(new Expr.Power(base, INVERSE));
    }
    Optional<Syntax> entrywise = Entrywise.exponent(sup);
    if (entrywise.isPresent()) {
      return new Entrywise(context).power(base, exponent(entrywise.get()), sup.span());
    }
    refuseMark(base, sup);
    refuseWord(sup);
    Expr exponent = exponent(sup);
    return switch (base.shape()) {
      case Shape.Scalar s -> new Expr.Power(base, exponent);
      case Shape.Matrix m -> {
        requireSquare(base, sup);
        requireWhole(exponent, sup);
        yield new Expr.Power(base, exponent);
      }
      case Shape.Vector v -> throw noPower(base, sup.span());
      case Shape.Row r -> throw noPower(base, sup.span());
    };
  }

  /** {@code A^T} of a square matrix where T is a number of steps: its transpose, or its power? */
  private void refuseCount(Expr base, Syntax sup) {
    boolean counts =
        sup instanceof Syntax.Name n
            && n.base().equals("T")
            && (context.isLetter(n.key()) || context.isSize(n.key()));
    boolean square = base.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns());
    if (counts && square) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          sup.span(),
          "T is a whole number here, so this may be a power or a transpose",
          "write \\top for the transpose, or another letter for the number");
    }
  }

  /** {@code \tanh^2 z}: the power of the value, of every entry where there are several. */
  Expr ofValue(Expr value, Syntax power) {
    boolean entries = value instanceof Expr.Apply && !value.shape().isScalar();
    return entries && !isTranspose(power, value.shape())
        ? new Entrywise(context)
            .power(value, exponent(Entrywise.exponent(power).orElse(power)), power.span())
        : raised(value, power);
  }

  private Expr exponent(Syntax sup) {
    Expr exponent =
        new Integers(context).integer(sup).orElseGet(() -> new Formulas(context).expr(sup));
    Shapes.requireScalar(exponent, "an exponent", sup.span());
    return exponent;
  }

  private static void requireSquare(Expr base, Syntax sup) {
    boolean square = base.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns());
    if (!square) {
      throw noPower(base, sup.span());
    }
  }

  private static Misread noPower(Expr base, Span span) {
    String help =
        base.shape() instanceof Shape.Matrix
            ? "only numbers and square matrices have powers"
            : "only numbers and square matrices have powers; v^{\\odot 2} is the power of every"
                + " entry";
    return new Misread(
        ProblemId.SHAPE_MISMATCH, span, "a power of " + Shapes.a(base.shape()), help);
  }

  /** Roots and real powers of matrices have several meanings, none of which is computed. */
  private void requireWhole(Expr exponent, Syntax sup) {
    if (!isWhole(exponent) && new Integers(context).integer(sup).isEmpty()) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          sup.span(),
          "a power of a matrix that is no whole number is not supported",
          "declare the root, and say in `assume` what its square is");
    }
  }

  private static boolean isWhole(Expr exponent) {
    return switch (exponent) {
      case Expr.Literal l -> l.value().isInteger();
      case Expr.Negate n -> isWhole(n.body());
      case Expr.Index i -> true;
      case Expr.SizeOf s -> true;
      case Expr.Add a -> a.terms().stream().allMatch(Powers::isWhole);
      case Expr.Multiply m -> isWhole(m.left()) && isWhole(m.right());
      default -> false;
    };
  }

  /** {@code A^\dagger}, {@code A^\ast}: marks are no exponents. */
  private void refuseMark(Expr base, Syntax sup) {
    boolean mark =
        sup instanceof Syntax.Name n && n.isMark() && !context.knows(new Name(n.key()), 0);
    if (mark) {
      String text = ((Syntax.Name) sup).base();
      boolean matrix = base.shape() instanceof Shape.Matrix;
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          sup.span(),
          "the mark " + text + " is no exponent",
          matrix
              ? "say what it means: A^\\top for a transpose, (A^\\top A)^{-1} A^\\top for a"
                  + " pseudo-inverse, or declare the name that carries it"
              : "declare the name that carries it");
    }
  }

  /** {@code w^{old}}: letters that no one knows are a label, not a product. */
  private void refuseWord(Syntax sup) {
    boolean word =
        Pieces.isWord(
            sup,
            n ->
                !context.knows(new Name(n.key()), 0) && new Integers(context).integer(n).isEmpty());
    if (word) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          sup.span(),
          "these letters may be a label or a product of undeclared numbers",
          "write \\text{…} around a label and declare the name that carries it, or declare the"
              + " numbers");
    }
  }

  /** Whether a superscript transposes what has a shape. */
  boolean transposes(Syntax sup, Shape base) {
    return isTranspose(sup, base) || isInverseTranspose(sup, base);
  }

  private boolean isTranspose(Syntax sup, Shape base) {
    if (!(sup instanceof Syntax.Name n)) {
      return false;
    }
    boolean letter = n.base().equals("T") && !n.bold() && n.accents().isEmpty();
    boolean counts = context.isLetter(n.key()) || context.isSize(n.key());
    boolean declared = counts || context.knows(new Name(n.key()), 0);
    return n.base().equals("\\top") || (letter && (!declared || !base.isScalar()));
  }

  /** {@code A^{-\top}}. */
  private boolean isInverseTranspose(Syntax sup, Shape base) {
    return sup instanceof Syntax.Terms t
        && t.terms().size() == 1
        && t.terms().getFirst().sign() == Sign.MINUS
        && (!base.isScalar()
            || (t.terms().getFirst().value() instanceof Syntax.Name n && n.base().equals("\\top")))
        && isTranspose(t.terms().getFirst().value(), base);
  }

  static boolean isTransposeMark(Syntax sup) {
    return sup instanceof Syntax.Name n && (n.base().equals("\\top") || n.base().equals("T"));
  }
}
