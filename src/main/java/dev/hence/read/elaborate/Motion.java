package dev.hence.read.elaborate;

import dev.hence.expr.Name;
import dev.hence.read.syntax.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the dynamics say before any name of them has a meaning: which names move, and what the
 * instant is called at which they begin.
 *
 * @param start a letter with the index 0 at which one of them is given a value: {@code u(t_0, p)}
 */
public record Motion(Set<Name> names, Optional<Name> start) {
  public static final Motion NONE = new Motion(Set.of(), Optional.empty());

  public Motion {
    names = Set.copyOf(names);
  }

  /** A name at arguments: the time first, then what else it depends on. */
  public record Value(Tree name, List<Tree> arguments) {
    public Value {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * The motion that equations speak of.
   *
   * @param lefts their left sides
   * @param sides all their sides
   */
  public static Motion of(List<Tree> lefts, List<Tree> sides, Context context) {
    Set<Name> names = new HashSet<>();
    Stream.concat(
            sides.stream().flatMap(s -> Rates.in(s, context).stream()),
            lefts.stream().flatMap(l -> Rates.primed(l, context).stream()))
        .flatMap(r -> LeftSide.of(r.state(), context).stream())
        .forEach(s -> names.add(s.name()));
    Optional<Name> start =
        lefts.stream()
            .flatMap(l -> value(l).stream())
            .filter(v -> Names.bare(v.name()).filter(names::contains).isPresent())
            .flatMap(v -> beginning(v.arguments().getFirst()).stream())
            .findFirst();
    return new Motion(names, start);
  }

  /** The name at arguments that a tree is. */
  public static Optional<Value> value(Tree tree) {
    Tree plain = Pieces.plain(tree);
    Tree first =
        plain instanceof Tree.Choice c && ScriptedName.of(c).isEmpty()
            ? Pieces.plain(c.readings().getFirst())
            : plain;
    return first instanceof Tree.Application a
            && Groups.isParenthesis(a.argument())
            && ScriptedName.of(a.function()).isPresent()
        ? Optional.of(new Value(a.function(), Pieces.items(((Tree.Group) a.argument()).content())))
        : Optional.empty();
  }

  private static Optional<Name> beginning(Tree time) {
    return ScriptedName.of(time)
        .filter(n -> n.high().isEmpty())
        .filter(n -> n.lowTree().flatMap(Pieces::numeral).filter(k -> k.signum() == 0).isPresent())
        .flatMap(ScriptedName::labelledLow);
  }

  /** Whether a tree is the instant at which trajectories begin. */
  public boolean isStart(Tree tree) {
    return Pieces.numeral(tree).filter(k -> k.signum() == 0).isPresent() || isNamedStart(tree);
  }

  /** Whether a tree is the name of that instant. */
  public boolean isNamedStart(Tree tree) {
    return start.isPresent() && beginning(tree).equals(start);
  }
}
