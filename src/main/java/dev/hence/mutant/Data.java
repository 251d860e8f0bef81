package dev.hence.mutant;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** The variables that a formula and the definitions behind it speak of. */
final class Data {
  private final Scope scope;

  Data(Scope scope) {
    this.scope = scope;
  }

  /** Each variable once; of a family the first member. */
  List<Expr.Ref> behind(Expr expr) {
    SequencedSet<Expr.Ref> found = new LinkedHashSet<>();
    collect(expr, found);
    return List.copyOf(found);
  }

  private void collect(Expr expr, SequencedSet<Expr.Ref> found) {
    Trees.walk(
        expr,
        e -> {
          switch (e) {
            case Expr.Ref r -> variable(r).ifPresent(found::add);
            case Expr.Call c -> definition(c).ifPresent(d -> collect(d.lambda().body(), found));
            default -> {}
          }
        });
  }

  private Optional<Expr.Ref> variable(Expr.Ref ref) {
    Optional<Declaration.Variable> v = scope.variable(ref.name(), ref.indices().size());
    List<Expr> first = Collections.nCopies(ref.indices().size(), new Expr.Literal(Rational.ONE));
    return v.map(known -> new Expr.Ref(ref.name(), first, ref.shape()));
  }

  private Optional<Definition> definition(Expr.Call call) {
    return scope.definition(call.function(), call.indices().size());
  }
}
