package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.call;
import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.member;
import static dev.hence.campaign.tree.Trees.minus;
import static dev.hence.campaign.tree.Trees.number;
import static dev.hence.campaign.tree.Trees.over;
import static dev.hence.campaign.tree.Trees.power;
import static dev.hence.campaign.tree.Trees.square;
import static dev.hence.campaign.tree.Trees.sum;
import static dev.hence.campaign.tree.Trees.times;
import static dev.hence.campaign.tree.Trees.total;
import static dev.hence.campaign.tree.Trees.transpose;

import dev.hence.campaign.Claim;
import dev.hence.campaign.Dice;
import dev.hence.campaign.Draft;
import dev.hence.campaign.Variable;
import dev.hence.campaign.tree.Elementary;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import java.util.List;

/** Sums over families: linearity, products of sums, δ, first and last terms, known sums. */
final class IndexSums implements Source {
  private static final Tree I = letter("i");
  private static final Tree N = letter("n");

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        IndexSums::linear,
        IndexSums::products,
        IndexSums::deltas,
        IndexSums::parts,
        IndexSums::known,
        IndexSums::derivatives,
        IndexSums::columns);
  }

  private static List<Variable> families() {
    return List.of(
        Variable.family("a", "n"),
        Variable.family("b", "n"),
        Variable.real("c"),
        Variable.index("i", "n"));
  }

  private static Draft equal(Tree left, Tree right) {
    return Draft.of(families(), new Claim.Equal(left, right));
  }

  private static Tree over1(String index, Tree body) {
    return total(index, Trees.ONE, N, body);
  }

  private static Tree body(Dice dice, Tree index) {
    Tree a = member("a", index);
    Tree b = member("b", index);
    return dice.of(a, b, times(a, b), power(a, 2), times(a, power(b, 2)), call(Elementary.EXP, a));
  }

  private static Draft linear(Dice dice) {
    Tree k = letter("k");
    Tree x = body(dice, k);
    Tree y = body(dice, k);
    Tree c = dice.of(letter("c"), dice.number());
    Tree d = dice.of(letter("c"), dice.number());
    Tree left = over1("k", sum(times(c, x), times(d, y)));
    Tree right = sum(times(c, over1("k", x)), times(d, over1("k", y)));
    return dice.oneIn(2)
        ? equal(left, right)
        : equal(sum(left, times(d, N)), over1("k", sum(times(c, x), times(d, y), d)));
  }

  private static Draft products(Dice dice) {
    Tree x = body(dice, letter("k"));
    Tree y = body(dice, letter("l"));
    Tree left = times(over1("k", x), over1("l", y));
    Tree right = over1("k", over1("l", times(x, y)));
    Tree square =
        over1("k", over1("l", power(minus(member("a", letter("k")), member("a", letter("l"))), 2)));
    return switch (dice.below(3)) {
      case 0 -> equal(left, right);
      case 1 -> equal(right, over1("l", over1("k", times(y, x))));
      default ->
          equal(
              square,
              minus(
                  times(Trees.TWO, N, over1("k", power(member("a", letter("k")), 2))),
                  times(Trees.TWO, power(over1("k", member("a", letter("k"))), 2))));
    };
  }

  private static Draft deltas(Dice dice) {
    Tree k = letter("k");
    Tree x = body(dice, k);
    Tree c = dice.number();
    Tree at = Trees.substitute(x, "k", I);
    return switch (dice.below(2)) {
      case 0 -> equal(over1("k", times(c, new Tree.Delta(I, k), x)), times(c, at));
      default ->
          equal(
              over1("k", times(sum(Trees.ONE, times(c, new Tree.Delta(I, k))), x)),
              sum(over1("k", x), times(c, at)));
    };
  }

  private static Draft parts(Dice dice) {
    Tree k = letter("k");
    Tree x = body(dice, k);
    Tree last = Trees.substitute(x, "k", N);
    Tree first = Trees.substitute(x, "k", Trees.ONE);
    Tree step = minus(member("a", sum(k, Trees.ONE)), member("a", k));
    Tree before = total("k", Trees.ONE, sum(N, number(-1)), step);
    return switch (dice.below(3)) {
      case 0 -> equal(over1("k", x), sum(total("k", Trees.ONE, sum(N, number(-1)), x), last));
      case 1 -> equal(over1("k", x), sum(first, total("k", Trees.TWO, N, x)));
      default -> equal(before, minus(member("a", N), member("a", Trees.ONE)));
    };
  }

  private static Draft known(Dice dice) {
    Tree k = letter("k");
    Tree c = letter("c");
    long p = dice.nonZero(4);
    long q = dice.nonZero(4);
    Tree triangular = over(times(N, sum(N, Trees.ONE)), Trees.TWO);
    Tree linear = sum(times(number(p), k), number(q));
    Tree squares =
        over(times(N, sum(N, Trees.ONE), sum(times(Trees.TWO, N), Trees.ONE)), number(6));
    return switch (dice.below(4)) {
      case 0 -> equal(over1("k", linear), sum(times(number(p), triangular), times(number(q), N)));
      case 1 -> equal(over1("k", power(k, 2)), squares);
      case 2 ->
          equal(
              times(minus(Trees.ONE, c), total("k", Trees.ZERO, N, power(c, k))),
              minus(Trees.ONE, power(c, sum(N, Trees.ONE))));
      default -> equal(over1("k", power(k, 3)), power(triangular, 2));
    };
  }

  private static Draft derivatives(Dice dice) {
    Tree k = letter("k");
    Tree a = member("a", k);
    Tree b = member("b", k);
    Tree ai = member("a", I);
    Tree bi = member("b", I);
    Tree c = dice.number();
    return switch (dice.below(3)) {
      case 0 ->
          equal(
              Trees.derivative(ai, over1("k", times(c, b, power(a, 3)))),
              times(c, number(3), bi, power(ai, 2)));
      case 1 ->
          equal(
              Trees.derivative(ai, call(Elementary.LOG, over1("k", call(Elementary.EXP, a)))),
              over(call(Elementary.EXP, ai), over1("k", call(Elementary.EXP, a))));
      default ->
          equal(
              Trees.derivative(ai, power(over1("k", times(a, b)), 2)),
              times(Trees.TWO, bi, over1("k", times(a, b))));
    };
  }

  private static Draft columns(Dice dice) {
    Tree k = letter("k");
    Tree l = letter("l");
    Tree x = member("x", k);
    Tree w = letter("w");
    Tree s = times(transpose(w), x);
    List<Variable> variables =
        List.of(
            Variable.columns("x", "d", "n"), Variable.column("w", "d"), Variable.index("i", "n"));
    Claim claim =
        switch (dice.below(3)) {
          case 0 -> new Claim.Equal(over1("k", s), times(transpose(w), over1("k", x)));
          case 1 ->
              new Claim.Equal(
                  over1("k", power(s, 2)),
                  times(transpose(w), Trees.sum(over1("k", times(x, transpose(x)))), w));
          default ->
              new Claim.Equal(
                  square(over1("k", x)),
                  over1("k", over1("l", times(transpose(x), member("x", l)))));
        };
    return Draft.of(variables, claim);
  }
}
