package dev.hence.read.elaborate;

import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import java.util.Set;

/** Which definitions speak of which names. */
public final class Dependences {
  private Dependences() {}

  /** Whether the formula of another name speaks of this one. */
  public static boolean speaksOf(Definition definition, LeftSide side) {
    String key = side.name().key(side.indices().size());
    boolean itself = definition.name().key(definition.lambda().indices().size()).equals(key);
    return !itself && speaksOf(definition, Set.of(key));
  }

  /**
   * Whether a formula speaks of one of some names.
   *
   * @param keys see {@link dev.hence.expr.Name#key}
   */
  public static boolean speaksOf(Definition definition, Set<String> keys) {
    return Trees.any(
        definition.lambda().body(),
        e ->
            switch (e) {
              case Expr.Ref r -> keys.contains(r.name().key(r.indices().size()));
              case Expr.Call c -> keys.contains(c.function().key(c.indices().size()));
              default -> false;
            });
  }
}
