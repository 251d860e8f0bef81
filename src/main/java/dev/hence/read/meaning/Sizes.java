package dev.hence.read.meaning;

import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import java.util.HashSet;
import java.util.Set;

/** The named sizes that a scope speaks of. */
final class Sizes {
  private Sizes() {}

  static Set<String> of(Scope scope) {
    Set<String> names = new HashSet<>();
    scope.variables().values().forEach(v -> add(names, v.shape()));
    scope
        .functions()
        .values()
        .forEach(
            f -> {
              add(names, f.shape());
              f.parameters().stream().map(Parameter::shape).forEach(s -> add(names, s));
            });
    for (Range range : scope.ranges().values()) {
      add(names, range.lower());
      add(names, range.upper());
    }
    return names;
  }

  /**
   * Notes the letters at the ends of sums, so that they are sizes wherever else they stand.
   *
   * @throws Misread if one is a number already
   */
  static void register(Syntax syntax, Context context) {
    if (syntax instanceof Syntax.BigOperator big) {
      big.upper().ifPresent(upper -> registerEnd(upper, context));
    }
    Pieces.children(syntax).forEach(part -> register(part, context));
  }

  private static void registerEnd(Syntax end, Context context) {
    if (end instanceof Syntax.Name n && !context.isLetter(n.key()) && !context.isSize(n.key())) {
      if (context.knows(new Name(n.key()), 0)) {
        throw new Misread(
            ProblemId.AMBIGUOUS,
            n.span(),
            "`" + n.key() + "` is a number already and stands here at the end of a range",
            "use another letter for the size; a size needs no declaration");
      }
      context.ledger().size(n.key());
    }
    Pieces.children(end).forEach(part -> registerEnd(part, context));
  }

  private static void add(Set<String> names, Expr expr) {
    Trees.walk(
        expr,
        node -> {
          if (node instanceof Expr.SizeOf s) {
            add(names, s.size());
          }
        });
  }

  private static void add(Set<String> names, Shape shape) {
    switch (shape) {
      case Shape.Scalar s -> {}
      case Shape.Vector v -> add(names, v.size());
      case Shape.Row r -> add(names, r.size());
      case Shape.Matrix m -> {
        add(names, m.rows());
        add(names, m.columns());
      }
    }
  }

  private static void add(Set<String> names, Size size) {
    if (!size.isFixed()) {
      names.add(size.name());
    }
  }
}
