package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * What stands on the left of a declaration or a definition: a name with index letters, alone or
 * applied to distinct bare variables.
 *
 * @param indices index letters
 * @param slots the arguments
 */
public record LeftSide(Name name, List<String> indices, List<Slot> slots, Span span) {
  public LeftSide {
    indices = List.copyOf(indices);
    slots = List.copyOf(slots);
  }

  /**
   * An argument.
   *
   * @param declared its type, where something says it
   * @param member the member of a family that it is, as the x_j of {@code K(x, x_j)}
   */
  public record Slot(Name name, Optional<Type> declared, Optional<Expr.Ref> member) {}

  /** The left side that a tree is; empty where it has another form. */
  public static Optional<LeftSide> of(Tree tree, Context context) {
    return new LeftSides(context).read(tree);
  }

  /** The same with a bar behind so many arguments: the names say which function is meant. */
  LeftSide barred(int behind) {
    return new LeftSide(name.withBar(behind), indices, slots, span);
  }

  /** The same without arguments. */
  public LeftSide alone() {
    return new LeftSide(name, indices, List.of(), span);
  }
}
