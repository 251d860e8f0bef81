package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.call;
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
import dev.hence.campaign.tree.Elementary;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import java.util.List;

/** Letters that are bound twice, or bound and free; sums within sums; values at a place. */
final class Binders implements Source {
  private static final Tree N = letter("n");
  private static final Tree I = letter("i");

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        Binders::same,
        Binders::free,
        Binders::integrals,
        Binders::squares,
        Binders::products);
  }

  private static List<Variable> variables() {
    return List.of(
        Variable.family("a", "n"),
        Variable.family("b", "n"),
        Variable.real("c"),
        Variable.index("i", "n"));
  }

  private static Draft equal(Tree left, Tree right) {
    return Draft.of(variables(), new Claim.Equal(left, right));
  }

  private static Tree over1(String index, Tree body) {
    return total(index, Trees.ONE, N, body);
  }

  /** One letter for two sums beside each other. */
  private static Draft same(Dice dice) {
    Tree k = letter("k");
    Tree l = letter("l");
    Tree a = power(member("a", k), dice.between(1, 2));
    Tree b = times(dice.number(), member("b", k));
    Tree left = times(over1("k", a), Trees.sum(over1("k", b)));
    Tree right = over1("k", over1("l", times(a, Trees.substitute(b, "k", l))));
    return equal(left, right);
  }

  /** A free index beside a bound one. */
  private static Draft free(Dice dice) {
    Tree j = letter("j");
    Tree aj = member("a", j);
    Tree ai = member("a", I);
    Tree bj = member("b", j);
    return switch (dice.below(3)) {
      case 0 -> equal(over1("j", times(ai, bj)), times(ai, over1("j", bj)));
      case 1 ->
          equal(
              over1("j", power(minus(aj, ai), 2)),
              sum(
                  over1("j", power(aj, 2)),
                  times(number(-2), ai, Trees.sum(over1("j", aj))),
                  times(N, power(ai, 2))));
      default ->
          equal(
              over1("j", sum(aj, times(dice.number(), ai)))
                  .with(List.of(Trees.ONE, N, sum(aj, times(Trees.TWO, ai)))),
              sum(over1("j", aj), times(Trees.TWO, N, ai)));
    };
  }

  private static Draft integrals(Dice dice) {
    Tree s = letter("s");
    Tree r = letter("r");
    Tree a = letter("a");
    Tree c = letter("c");
    int p = dice.between(1, 3);
    Tree inner = power(s, p);
    Tree left =
        sum(
            new Tree.Integral("s", Trees.ZERO, a, times(c, inner)),
            new Tree.Integral("s", Trees.ZERO, a, s));
    Tree right = new Tree.Integral("r", Trees.ZERO, a, sum(times(c, power(r, p)), r));
    Tree value = sum(over(times(c, power(a, p + 1)), number(p + 1)), over(power(a, 2), Trees.TWO));
    return Functions.shortly(
        Draft.of(
            List.of(Variable.positive("a"), Variable.real("c")),
            new Claim.Equal(left, dice.oneIn(2) ? right : value)),
        "a");
  }

  private static Draft squares(Dice dice) {
    Tree j = letter("j");
    Tree k = letter("k");
    Tree sum = over1("j", member("a", j));
    Tree c = dice.number();
    return equal(
        times(c, power(Trees.sum(sum), 2)),
        times(c, over1("j", over1("k", times(member("a", j), member("a", k))))));
  }

  private static Draft products(Dice dice) {
    Tree k = letter("k");
    Tree c = letter("c");
    Tree product = Trees.product("k", Trees.ONE, N, times(c, member("a", k)));
    Tree exponent = Trees.product("k", Trees.ONE, N, call(Elementary.EXP, member("a", k)));
    return dice.oneIn(2)
        ? equal(product, times(power(c, N), Trees.product("k", Trees.ONE, N, member("a", k))))
        : equal(exponent, call(Elementary.EXP, over1("k", member("a", k))));
  }
}
