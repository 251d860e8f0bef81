package dev.hence.read.role;

import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import java.util.List;

/** How definitions are listed. */
final class Givens {
  private Givens() {}

  /** The name at its own indices and arguments. */
  static Expr left(Definition definition) {
    Lambda lambda = definition.lambda();
    List<Expr> indices = lambda.indices().stream().<Expr>map(Expr.Index::new).toList();
    List<Expr> arguments =
        lambda.parameters().stream()
            .<Expr>map(p -> new Expr.Ref(p.name(), List.of(), p.shape()))
            .toList();
    return arguments.isEmpty()
        ? new Expr.Ref(definition.name(), indices, definition.shape())
        : new Expr.Call(definition.name(), indices, arguments, List.of(), definition.shape());
  }
}
