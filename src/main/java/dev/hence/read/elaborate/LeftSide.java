package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.read.symbol.Mark;
import dev.hence.read.symbol.Symbol;
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
 * @param family how its members are numbered, where it has one index
 * @param says what an equation with this left side says of the name
 */
public record LeftSide(
    Name name,
    List<String> indices,
    List<Slot> slots,
    Optional<Family> family,
    Says says,
    Span span) {
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

  /**
   * A family with one index.
   *
   * @param letter without the index
   * @param offset what is added to the index, 1 in {@code v_{i+1} = …}
   */
  record Family(Symbol letter, Mark.Place place, boolean inParentheses, int offset) {
    /** The name of its own that a member may have. */
    Name member(int number) {
      return Naming.of(letter.with(new Mark.Numbered(place, number, inParentheses)));
    }
  }

  /** What stands on the right of an equation. */
  sealed interface Says {
    /** The value of the name, at its arguments. */
    record Value() implements Says {}

    /** The logarithm of the value: {@code \log p(y) = …}. */
    record Logarithm() implements Says {}

    /** An entry of the value: {@code s(x)_i = …}. */
    record EntryOf(String letter) implements Says {}
  }

  /** The left side that a tree is; empty where it has another form. */
  public static Optional<LeftSide> of(Tree tree, Context context) {
    return new LeftSides(context, false).read(tree);
  }

  /** The same, where a number may be added to an index: the equation is one of all members. */
  public static Optional<LeftSide> ofMembers(Tree tree, Context context) {
    return of(tree, context)
        .or(
            () ->
                new LeftSides(context, true).read(tree).filter(left -> left.family().isPresent()));
  }

  /** All members of a family with one index, whatever its letter. */
  static LeftSide ofFamily(Name name, Span span) {
    return new LeftSide(name, List.of(""), List.of(), Optional.empty(), new Says.Value(), span);
  }

  /** The left side of an equation, which may say a logarithm or an entry of the value. */
  public static Optional<LeftSide> ofEquation(Tree tree, Context context) {
    return of(tree, context).or(() -> new LeftSides(context, false).head(tree));
  }

  /** Whether an equation says the value of the name, and not a part of it. */
  public boolean saysValue() {
    return says instanceof Says.Value;
  }

  LeftSide saying(Says other) {
    return new LeftSide(name, indices, slots, family, other, span);
  }

  /** What is added to the index. */
  int offset() {
    return family.map(Family::offset).orElse(0);
  }

  /** The same with a bar behind so many arguments: the names say which function is meant. */
  LeftSide barred(int behind) {
    return new LeftSide(name.withBar(behind), indices, slots, family, says, span);
  }

  /** The same without arguments. */
  public LeftSide alone() {
    return new LeftSide(name, indices, List.of(), family, says, span);
  }
}
