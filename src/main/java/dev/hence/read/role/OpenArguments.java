package dev.hence.read.role;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.SizeForm;
import dev.hence.read.elaborate.Context;
import dev.hence.read.elaborate.Draws;
import dev.hence.read.elaborate.Layout;
import dev.hence.read.elaborate.LeftSide;
import dev.hence.read.elaborate.NamedWholes;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Arguments of declared functions that are named as a family is, and that nothing declares. */
final class OpenArguments {
  private final Scope scope;
  private final List<Clause> definitions;

  /**
   * @param definitions entries that give formulas
   */
  OpenArguments(Scope scope, List<Clause> definitions) {
    this.scope = scope;
    this.definitions = definitions;
  }

  /** The w of {@code L(w)} beside numbers {@code w^{(r)}_{ij}}: all that it may be. */
  List<Definition> wholes(Name name, Span span) {
    return new NamedWholes(scope).ofLetter(name, span);
  }

  /** The vector of all y_i, where entries give these a formula: the y of {@code \ell(y)}. */
  Optional<Shape> vector(Name name) {
    Context context = Context.of(scope, Set.of(), Draws.NONE, Layout.GRADIENT);
    return definitions.stream()
        .filter(c -> c.says("=") && c.first().isPresent())
        .flatMap(c -> LeftSide.of(c.first().get(), context).stream())
        .filter(l -> l.name().equals(name) && l.indices().size() == 1 && l.slots().isEmpty())
        .flatMap(l -> Optional.ofNullable(scope.ranges().get(l.indices().getFirst())).stream())
        .filter(r -> r.lower().equals(new Expr.Literal(Rational.ONE)))
        .flatMap(r -> SizeForm.of(r.upper()).stream())
        .<Shape>map(Shape::vector)
        .findFirst();
  }
}
