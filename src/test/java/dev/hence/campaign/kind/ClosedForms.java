package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.call;
import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.minus;
import static dev.hence.campaign.tree.Trees.number;
import static dev.hence.campaign.tree.Trees.power;
import static dev.hence.campaign.tree.Trees.sum;
import static dev.hence.campaign.tree.Trees.times;

import dev.hence.campaign.Claim;
import dev.hence.campaign.Dice;
import dev.hence.campaign.Draft;
import dev.hence.campaign.tree.Elementary;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import dev.hence.campaign.tree.World;
import java.util.List;
import java.util.Map;

/** Explicit formulas in t for what moves. */
final class ClosedForms implements Source {
  private static final Tree T = letter(World.TIME);

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        ClosedForms::ofMotions,
        ClosedForms::ofMotions,
        ClosedForms::logistic,
        ClosedForms::critical,
        ClosedForms::conserved);
  }

  private static Tree begun(Tree tree, List<String> names) {
    Tree result = tree;
    for (String name : names) {
      result = Trees.substitute(result, World.startName(name), new Tree.At(name, Trees.ZERO));
    }
    return result;
  }

  private static Draft ofMotions(Dice dice) {
    Flows.Motion motion = Flows.motion(dice);
    String name = dice.pick(motion.names());
    Tree formula = begun(motion.moving().get(name), motion.names());
    return Flows.moving(motion, new Claim.Equal(new Tree.At(name, T), formula));
  }

  private static Draft single(Tree velocity, Tree closed) {
    Flows.Motion motion =
        new Flows.Motion(List.of("x"), Map.of("x", velocity), Map.of("x", closed));
    return Flows.moving(motion, new Claim.Equal(new Tree.At("x", T), begun(closed, List.of("x"))));
  }

  private static Draft logistic(Dice dice) {
    Tree a = letter("a");
    Tree x = letter("x");
    Tree x0 = World.start("x");
    Tree c = number(dice.between(1, 3));
    Tree grow = call(Elementary.EXP, times(c, T));
    return dice.oneIn(2)
        ? single(
            times(c, minus(a, x)),
            sum(a, times(call(Elementary.EXP, Trees.negative(times(c, T))), minus(x0, a))))
        : single(times(c, x), times(grow, x0));
  }

  private static Draft critical(Dice dice) {
    Tree a = number(dice.between(1, 4));
    Tree x = letter("x");
    Tree y = letter("y");
    Tree x0 = World.start("x");
    Tree y0 = World.start("y");
    Tree decay = call(Elementary.EXP, Trees.negative(times(a, T)));
    Tree slope = sum(y0, times(a, x0));
    Map<String, Tree> moving =
        Map.of(
            "x", times(decay, sum(x0, times(slope, T))),
            "y", times(decay, minus(y0, times(a, slope, T))));
    Flows.Motion motion =
        new Flows.Motion(
            List.of("x", "y"),
            Map.of("x", y, "y", minus(times(number(-2), a, y), times(power(a, 2), x))),
            moving);
    String name = dice.of("x", "y");
    return Flows.moving(
        motion, new Claim.Equal(new Tree.At(name, T), begun(moving.get(name), motion.names())));
  }

  /** The radius of a turning pair stays. */
  private static Draft conserved(Dice dice) {
    Tree b = letter("b");
    Tree c = number(dice.between(1, 3));
    Tree x0 = World.start("x");
    Tree y0 = World.start("y");
    Tree angle = times(c, b, T);
    Tree cos = call(Elementary.COS, angle);
    Tree sin = call(Elementary.SIN, angle);
    Flows.Motion motion =
        new Flows.Motion(
            List.of("x", "y"),
            Map.of("x", Trees.negative(times(c, b, letter("y"))), "y", times(c, b, letter("x"))),
            Map.of(
                "x", minus(times(cos, x0), times(sin, y0)),
                "y", sum(times(sin, x0), times(cos, y0))));
    Tree at = letter("T");
    Tree now = sum(power(new Tree.At("x", at), 2), power(new Tree.At("y", at), 2));
    Tree begun =
        sum(power(new Tree.At("x", Trees.ZERO), 2), power(new Tree.At("y", Trees.ZERO), 2));
    return Flows.moving(motion, new Claim.Equal(now, begun));
  }
}
