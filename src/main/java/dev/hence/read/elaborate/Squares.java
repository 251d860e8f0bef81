package dev.hence.read.elaborate;

import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.read.syntax.Tree;
import java.util.List;
import java.util.Optional;

/** {@code \sigma^2 = \dots} names the square; σ is its root, at least 0. */
public final class Squares {
  private Squares() {}

  /** The definition of the root, where nothing else says what that is. */
  public static Optional<Definition> root(Definition square, Tree left, Context context) {
    boolean number = square.shape().isScalar() && square.lambda().indices().isEmpty();
    Optional<Name> name =
        ScriptedName.of(Pieces.plain(left))
            .filter(n -> number && square.lambda().parameters().isEmpty())
            .filter(n -> n.highTree().flatMap(Pieces::numeral).filter(Squares::isTwo).isPresent())
            .flatMap(n -> n.withoutHigh().labelled())
            .filter(n -> !context.knows(n, 0));
    Expr value = new Expr.Ref(square.name(), List.of(), square.shape());
    return name.map(
        n ->
            new Definition(
                n, Lambda.constant(new Expr.Root(value, 2)), Shape.SCALAR, square.span()));
  }

  private static boolean isTwo(Rational number) {
    return number.equals(Rational.of(2));
  }
}
