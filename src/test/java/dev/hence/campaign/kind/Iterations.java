package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.call;
import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.minus;
import static dev.hence.campaign.tree.Trees.number;
import static dev.hence.campaign.tree.Trees.power;
import static dev.hence.campaign.tree.Trees.sum;
import static dev.hence.campaign.tree.Trees.times;
import static dev.hence.campaign.tree.Trees.total;

import dev.hence.campaign.Claim;
import dev.hence.campaign.Dice;
import dev.hence.campaign.Draft;
import dev.hence.campaign.Variable;
import dev.hence.campaign.tree.Elementary;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import dev.hence.campaign.tree.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Iterates of declared steps: closed forms, sums, several steps at once, recursions by claim. */
final class Iterations implements Source {
  private static final Tree K = letter("k");
  private static final Tree A = letter("a");
  private static final Tree B = letter("b");

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        Iterations::geometric,
        Iterations::affine,
        Iterations::several,
        Iterations::summed,
        Iterations::once);
  }

  private static Tree w(Tree step) {
    return new Tree.Iterate("w", step);
  }

  private static Draft draft(Tree next, Claim claim) {
    Tree first = World.start("w");
    return Draft.of(
            List.of(
                Variable.real("a"),
                Variable.real("b"),
                Variable.real(World.startName("w")).unwritten(),
                Variable.real("k").in(Variable.Domain.NATURAL).unwritten()),
            claim)
        .entry("w_k \\in \\mathbb{R}", "k = 0, 1, \\dots")
        .key("step: w_{k+1} = " + Functions.written(next))
        .in(new World(Map.of(), Map.of("w", new World.Recursion(first, "k", next)), Map.of()));
  }

  private static Draft geometric(Dice dice) {
    Tree factor = dice.of(A, minus(Trees.ONE, A), times(dice.number(), A), dice.number());
    Tree next = times(factor, w(K));
    return draft(next, new Claim.Equal(w(K), times(power(factor, K), w(Trees.ZERO))));
  }

  private static Draft affine(Dice dice) {
    Tree c = dice.number();
    Tree step = dice.of(B, c, times(c, A));
    return draft(sum(w(K), step), new Claim.Equal(w(K), sum(w(Trees.ZERO), times(K, step))));
  }

  private static Draft several(Dice dice) {
    Tree next = sum(times(A, w(K)), B);
    int steps = dice.between(2, 3);
    List<Tree> powers = new ArrayList<>();
    for (int j = 0; j < steps; j++) {
      powers.add(times(power(A, j), B));
    }
    return draft(
        next,
        new Claim.Equal(w(sum(K, number(steps))), sum(times(power(A, steps), w(K)), sum(powers))));
  }

  private static Draft summed(Dice dice) {
    Tree j = letter("j");
    Tree end = sum(K, number(-1));
    if (dice.oneIn(2)) {
      Tree next = minus(w(K), times(A, power(w(K), 2)));
      return draft(
          next,
          new Claim.Equal(
              w(K), minus(w(Trees.ZERO), times(A, total("j", Trees.ZERO, end, power(w(j), 2))))));
    }
    Tree next = sum(times(A, w(K)), B);
    return draft(
        next,
        new Claim.Equal(
            w(K),
            sum(
                times(power(A, K), w(Trees.ZERO)),
                times(B, total("j", Trees.ZERO, end, power(A, j))))));
  }

  private static Draft once(Dice dice) {
    Tree g = dice.of(power(w(K), 2), call(Elementary.SIN, w(K)), sum(power(w(K), 3), B));
    Tree next = minus(w(K), times(A, g));
    Tree left = minus(power(w(sum(K, Trees.ONE)), 2), power(w(K), 2));
    Tree right = sum(times(number(-2), A, w(K), g), times(power(A, 2), power(g, 2)));
    return draft(next, new Claim.Equal(left, right));
  }
}
