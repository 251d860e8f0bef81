package dev.hence.read.elaborate;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.read.syntax.Tree;
import java.util.Optional;

/** Roots of numbers, and square roots of entries. */
final class Roots {
  private static final Rational MOST = Rational.of(100);

  private final Reading reading;

  Roots(Reading reading) {
    this.reading = reading;
  }

  Typed read(Tree.Command root, Context context) {
    Optional<Integer> degree = degree(root);
    if (degree.isEmpty()) {
      return reading.refused(new Refusal.NoMeaning(root.span(), "a root of this degree"));
    }
    Typed body = reading.read(root.arguments().getFirst(), context);
    return Typed.of(
        body.type().plain(), build -> root(body.draft().build(build), degree.get(), root, build));
  }

  private static Expr root(Expr inside, int degree, Tree.Command root, Build build) {
    return switch (inside.shape()) {
      case Shape.Scalar s -> new Expr.Root(inside, degree);
      case Shape.Matrix m when m.rows().equals(m.columns()) ->
          build.refuse(new Refusal.NoMeaning(root.span(), "a root of a square matrix"));
      default ->
          degree == 2
              ? new Expr.Apply(ElementaryFunction.SQRT, inside)
              : build.refuse(new Refusal.NoMeaning(root.span(), "a root of entries"));
    };
  }

  private static Optional<Integer> degree(Tree.Command root) {
    if (root.option().isEmpty()) {
      return Optional.of(2);
    }
    Tree option = root.option().get() instanceof Tree.Group g ? g.content() : root.option().get();
    return Pieces.numeral(option)
        .filter(n -> n.isInteger() && n.signum() > 0 && n.compareTo(MOST) <= 0)
        .map(Rational::intValueExact);
  }
}
