package dev.hence.read.elaborate;

import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Trees;

/** Which definitions speak of which names. */
public final class Dependences {
  private Dependences() {}

  /** Whether the formula of another name speaks of this one. */
  public static boolean speaksOf(Definition definition, LeftSide side) {
    int indices = side.indices().size();
    boolean itself =
        definition.name().equals(side.name()) && definition.lambda().indices().size() == indices;
    return !itself
        && Trees.any(
            definition.lambda().body(),
            e ->
                switch (e) {
                  case Expr.Ref r -> r.name().equals(side.name()) && r.indices().size() == indices;
                  case Expr.Call c ->
                      c.function().equals(side.name()) && c.indices().size() == indices;
                  default -> false;
                });
  }
}
