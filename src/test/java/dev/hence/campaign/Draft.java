package dev.hence.campaign;

import dev.hence.campaign.tree.Point;
import dev.hence.campaign.tree.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A claim and what is said before it.
 *
 * @param variables what is declared and has values
 * @param entries of the header's list {@code let} besides
 * @param keys other lines of the header
 * @param before displays before the claim, with the prose around them
 * @param world what functions, iterates and moving names are
 * @param onto takes a point to where the premises hold
 */
public record Draft(
    List<Variable> variables,
    List<String> entries,
    List<String> keys,
    List<String> before,
    Claim claim,
    World world,
    UnaryOperator<Point> onto) {
  public Draft {
    variables = List.copyOf(variables);
    entries = List.copyOf(entries);
    keys = List.copyOf(keys);
    before = List.copyOf(before);
  }

  /** A claim about variables alone. */
  public static Draft of(List<Variable> variables, Claim claim) {
    return new Draft(
        variables, List.of(), List.of(), List.of(), claim, World.EMPTY, UnaryOperator.identity());
  }

  public Draft claiming(Claim other) {
    return new Draft(variables, entries, keys, before, other, world, onto);
  }

  public Draft in(World other) {
    return new Draft(variables, entries, keys, before, claim, other, onto);
  }

  public Draft entry(String... more) {
    return new Draft(variables, joined(entries, more), keys, before, claim, world, onto);
  }

  public Draft key(String... more) {
    return new Draft(variables, entries, joined(keys, more), before, claim, world, onto);
  }

  public Draft after(String... more) {
    return new Draft(variables, entries, keys, joined(before, more), claim, world, onto);
  }

  public Draft onto(UnaryOperator<Point> other) {
    return new Draft(variables, entries, keys, before, claim, world, other);
  }

  Optional<Variable> variable(String name) {
    return variables.stream().filter(v -> v.name().equals(name)).findFirst();
  }

  private static List<String> joined(List<String> list, String... more) {
    List<String> result = new ArrayList<>(list);
    result.addAll(List.of(more));
    return result;
  }
}
