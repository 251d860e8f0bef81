package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.member;
import static dev.hence.campaign.tree.Trees.minus;
import static dev.hence.campaign.tree.Trees.number;
import static dev.hence.campaign.tree.Trees.over;
import static dev.hence.campaign.tree.Trees.power;
import static dev.hence.campaign.tree.Trees.sum;
import static dev.hence.campaign.tree.Trees.times;
import static dev.hence.campaign.tree.Trees.total;

import dev.hence.campaign.Claim;
import dev.hence.campaign.Dice;
import dev.hence.campaign.Draft;
import dev.hence.campaign.Variable;
import dev.hence.campaign.tree.Grid;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import java.util.List;

/** Means over an index with equal weights, and moments of a normal letter. */
final class Expectations implements Source {
  private static final Tree J = letter("j");
  private static final Tree N = letter("n");
  private static final Tree Z = letter("z");
  private static final Tree S = letter("\\sigma");
  private static final Tree C = letter("c");

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        Expectations::uniform,
        Expectations::uniform,
        Expectations::moments,
        Expectations::polynomials);
  }

  private static Tree mean(String random, Tree body) {
    return new Tree.Mean(random, body);
  }

  private static Draft indexed(Claim claim) {
    return Draft.of(
            List.of(Variable.family("a", "n"), Variable.family("b", "n"), Variable.real("c")),
            claim)
        .onto(point -> point.with("j#", point.values().get("n")));
  }

  private static Draft uniform(Dice dice) {
    Tree a = member("a", J);
    Tree b = member("b", J);
    Tree x = dice.of(a, times(a, b), power(a, 2), times(a, power(b, 2)));
    Tree c = dice.of(C, dice.number());
    Tree sum = total("i", Trees.ONE, N, Trees.substitute(x, "j", letter("i")));
    Tree squared = power(mean("j", a), 2);
    return switch (dice.below(4)) {
      case 0 -> indexed(new Claim.Equal(mean("j", times(c, x)), over(times(c, sum), N)));
      case 1 -> indexed(new Claim.Equal(times(N, mean("j", sum(x, c))), sum(sum, times(c, N))));
      case 2 ->
          indexed(
              new Claim.Equal(
                  mean("j", power(minus(a, c), 2)),
                  sum(mean("j", power(a, 2)), times(number(-2), c, mean("j", a)), power(c, 2))));
      default ->
          indexed(new Claim.Compare(squared, Claim.Relation.AT_MOST, mean("j", power(a, 2))));
    };
  }

  private static Draft normal(Claim claim) {
    return Draft.of(List.of(Variable.positive("\\sigma"), Variable.real("c")), claim)
        .entry("z \\sim \\mathcal N(0, \\sigma^2)")
        .onto(point -> point.with("z*", point.values().get("\\sigma")).with("z", Grid.of(0)));
  }

  private static Draft moments(Dice dice) {
    Tree c = dice.of(C, dice.number());
    return switch (dice.below(4)) {
      case 0 ->
          normal(new Claim.Equal(mean("z", power(sum(c, Z), 2)), sum(power(c, 2), power(S, 2))));
      case 1 ->
          normal(
              new Claim.Equal(mean("z", times(c, power(Z, 4))), times(number(3), c, power(S, 4))));
      case 2 ->
          normal(
              new Claim.Equal(
                  mean("z", power(sum(c, Z), 3)),
                  sum(power(c, 3), times(number(3), c, power(S, 2)))));
      default -> normal(new Claim.Equal(mean("z", power(Z, 6)), times(number(15), power(S, 6))));
    };
  }

  /** Stein's lemma and means of random polynomials. */
  private static Draft polynomials(Dice dice) {
    long p = dice.nonZero(4);
    long q = dice.nonZero(4);
    long r = dice.nonZero(4);
    Tree body =
        sum(times(number(p), power(Z, 4)), times(number(q), power(Z, 2)), times(number(r), Z));
    Tree value = sum(times(number(3 * p), power(S, 4)), times(number(q), power(S, 2)));
    return dice.oneIn(2)
        ? normal(new Claim.Equal(mean("z", body), value))
        : normal(
            new Claim.Equal(
                mean("z", times(Z, sum(times(number(p), power(Z, 3)), C))),
                times(power(S, 2), mean("z", times(number(3 * p), power(Z, 2))))));
  }
}
