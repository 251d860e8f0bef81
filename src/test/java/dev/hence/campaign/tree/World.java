package dev.hence.campaign.tree;

import java.util.Map;

/**
 * What names without a value of their own stand for.
 *
 * @param functions what arbitrary functions are here: formulas in {@link #argument}
 * @param iterates how iterates are made
 * @param moving what moves: formulas in {@link #TIME} and in starting values
 */
public record World(
    Map<String, Tree> functions, Map<String, Recursion> iterates, Map<String, Tree> moving) {
  public static final World EMPTY = new World(Map.of(), Map.of(), Map.of());

  /** The letter of time in the formulas of what moves, and in those of a page. */
  public static final String TIME = "t";

  public World {
    functions = Map.copyOf(functions);
    iterates = Map.copyOf(iterates);
    moving = Map.copyOf(moving);
  }

  /**
   * A sequence.
   *
   * @param first the value at 0
   * @param index the letter of the number of steps
   * @param next the value at {@code index + 1}, in iterates of {@code index}
   */
  public record Recursion(Tree first, String index, Tree next) {}

  /** The letter of an argument, counted from 0, in the formula of a function. */
  public static Tree argument(int number) {
    return new Tree.Letter("argument" + number);
  }

  /** The letter of the value with which something that moves begins. */
  public static Tree start(String name) {
    return new Tree.Letter(startName(name));
  }

  public static String startName(String name) {
    return name + " at the start";
  }
}
