package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The named sizes that a scope speaks of. */
final class Sizes {
  private Sizes() {}

  static Set<String> of(Scope scope) {
    Set<String> names = new HashSet<>();
    for (Declaration.Variable variable : scope.variables().values()) {
      add(names, variable.shape());
      if (variable.domain() instanceof Domain.Labels labels) {
        add(names, labels.range().lower());
        add(names, labels.range().upper());
      }
    }
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

  /** A shape whose sizes depend on index letters, at these indices. */
  static Shape at(Shape shape, List<String> letters, List<Expr> indices, Span span) {
    Map<String, Size> values = new HashMap<>();
    for (int k = 0; k < letters.size(); k++) {
      String letter = letters.get(k);
      if (shape.sizes().stream().anyMatch(s -> s.letters().contains(letter))) {
        values.put(
            letter,
            SizeForm.of(indices.get(k))
                .orElseThrow(
                    () ->
                        new Misread(
                            ProblemId.NOT_YET_SUPPORTED,
                            span,
                            "a member whose size depends on a label",
                            "")));
      }
    }
    return shape.with(values);
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
      if (context.knows(new Name(n.key()), 0) && new Integers(context).integer(n).isEmpty()) {
        throw new Misread(
            ProblemId.AMBIGUOUS,
            n.span(),
            "`" + n.key() + "` is a number already and stands here at the end of a range",
            "use another letter for the size; a size needs no declaration");
      }
      if (!context.knows(new Name(n.key()), 0)) {
        context.ledger().size(n.key());
      }
    }
    boolean named = Written.of(end).isPresent();
    if (!named) {
      Pieces.children(end).forEach(part -> registerEnd(part, context));
    }
  }

  private static void add(Set<String> names, Expr expr) {
    Trees.walk(
        expr,
        node -> {
          if (node instanceof Expr.SizeOf s) {
            names.addAll(s.size().keys());
          }
        });
  }

  private static void add(Set<String> names, Shape shape) {
    shape.sizes().forEach(size -> names.addAll(size.keys()));
  }
}
