package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.call;
import static dev.hence.campaign.tree.Trees.power;
import static dev.hence.campaign.tree.Trees.sum;
import static dev.hence.campaign.tree.Trees.times;

import dev.hence.campaign.Dice;
import dev.hence.campaign.Draft;
import dev.hence.campaign.tree.Elementary;
import dev.hence.campaign.tree.Grid;
import dev.hence.campaign.tree.Latex;
import dev.hence.campaign.tree.Taste;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import dev.hence.campaign.tree.World;
import java.util.HashMap;
import java.util.Map;

/** Arbitrary functions: declared without a formula, and given one for the oracle only. */
final class Functions {
  private static final Taste PLAIN = new Taste(false, false, false, false, false);

  private Functions() {}

  /** A formula in the most usual writing. */
  static String written(Tree tree) {
    return new Latex(PLAIN).of(tree);
  }

  /** With an end of an integral that is at most 2.4, so that the oracle's rule is exact enough. */
  static Draft shortly(Draft draft, String end) {
    return draft.onto(point -> point.with(end, Grid.of(point.now())));
  }

  /** Declares functions of one number, such as {@code f(x)}. */
  static Draft arbitrary(Draft draft, Dice dice, String... declared) {
    return declared(draft, dice, false, declared);
  }

  /** Declares functions of one column. */
  static Draft ofColumns(Draft draft, Dice dice, String... declared) {
    return declared(draft, dice, true, declared);
  }

  private static Draft declared(Draft draft, Dice dice, boolean columns, String... declared) {
    Map<String, Tree> functions = new HashMap<>(draft.world().functions());
    Draft result = draft;
    for (String name : declared) {
      Tree u = World.argument(0);
      Tree number = columns ? Trees.entry(u, Trees.ONE) : u;
      Tree wave =
          times(
              dice.number(),
              call(Elementary.SIN, sum(times(dice.number(), number), dice.number())));
      Tree bowl = columns ? Trees.square(u) : power(u, 2);
      Tree cube = power(number, 3);
      functions.put(
          name.substring(0, name.indexOf('(')),
          sum(wave, times(dice.number(), bowl), times(Trees.fraction(1, 7), cube)));
      result = result.entry(name + " \\in \\mathbb{R}");
    }
    World world = draft.world();
    return result.in(new World(functions, world.iterates(), world.moving()));
  }
}
