package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.call;
import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.member;
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
import java.util.List;

/** Sums whose index is shifted, turned round, split, or exchanged with another. */
final class ReindexedSums implements Source {
  private static final Tree N = letter("n");
  private static final Tree K = letter("k");
  private static final Tree L = letter("l");

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        ReindexedSums::shifted,
        ReindexedSums::shifted,
        ReindexedSums::turned,
        ReindexedSums::triangles,
        ReindexedSums::split,
        ReindexedSums::neighbours);
  }

  private static Draft equal(Tree left, Tree right) {
    return Draft.of(
        List.of(
            Variable.family("a", "n"),
            Variable.family("b", "n"),
            Variable.real("c"),
            Variable.real("x")),
        new Claim.Equal(left, right));
  }

  /** A term in which the index is a number. */
  private static Tree term(Dice dice, Tree k) {
    Tree c = letter("c");
    return switch (dice.below(5)) {
      case 0 -> times(k, letter("x"));
      case 1 -> power(letter("x"), k);
      case 2 -> times(sum(times(dice.number(), k), c), letter("x"));
      case 3 -> times(k, power(c, k));
      default -> call(Elementary.SIN, times(c, k));
    };
  }

  private static Draft shifted(Dice dice) {
    int shift = dice.between(1, 2);
    Tree s = number(shift);
    if (dice.oneIn(2)) {
      Tree x = dice.of(member("a", K), times(member("a", K), power(member("b", K), 2)));
      Tree moved = Trees.substitute(x, "k", sum(L, s));
      return equal(
          total("k", Trees.ONE, N, x),
          total("l", number(1 - shift), sum(N, number(-shift)), moved));
    }
    Tree x = term(dice, K);
    Tree moved = Trees.substitute(x, "k", minus(L, s));
    return equal(total("k", Trees.ONE, N, x), total("l", number(1 + shift), sum(N, s), moved));
  }

  private static Draft turned(Dice dice) {
    Tree x =
        dice.of(member("a", K), times(K, member("a", K)), times(member("a", K), member("b", K)));
    Tree back = Trees.substitute(x, "k", minus(sum(N, Trees.ONE), K));
    return equal(total("k", Trees.ONE, N, x), total("k", Trees.ONE, N, back));
  }

  private static Draft triangles(Dice dice) {
    Tree x =
        dice.of(times(member("a", K), member("b", L)), member("a", K), times(K, member("b", L)));
    Tree left = total("k", Trees.ONE, N, total("l", Trees.ONE, K, x));
    Tree right = total("l", Trees.ONE, N, total("k", L, N, x));
    return equal(left, right);
  }

  private static Draft split(Dice dice) {
    Tree x = dice.of(term(dice, K), member("a", K), times(member("a", K), letter("c")));
    Tree left = total("k", Trees.ONE, N, x);
    Tree first = Trees.substitute(x, "k", Trees.ONE);
    Tree rest =
        total("l", Trees.ONE, sum(N, number(-1)), Trees.substitute(x, "k", sum(L, Trees.ONE)));
    return equal(left, sum(first, rest));
  }

  /** Summation by parts, and sums of neighbours. */
  private static Draft neighbours(Dice dice) {
    Tree k1 = sum(K, Trees.ONE);
    Tree end = sum(N, number(-1));
    Tree a = member("a", K);
    Tree a1 = member("a", k1);
    Tree b = member("b", K);
    Tree b1 = member("b", k1);
    if (dice.oneIn(2)) {
      return equal(
          total("k", Trees.ONE, end, times(a, minus(b1, b))),
          minus(
              minus(
                  times(member("a", N), member("b", N)),
                  times(member("a", Trees.ONE), member("b", Trees.ONE))),
              total("k", Trees.ONE, end, times(b1, minus(a1, a)))));
    }
    return equal(
        total("k", Trees.ONE, end, sum(a, a1)),
        minus(
            minus(times(Trees.TWO, total("k", Trees.ONE, N, a)), member("a", Trees.ONE)),
            member("a", N)));
  }
}
