package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.call;
import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.minus;
import static dev.hence.campaign.tree.Trees.number;
import static dev.hence.campaign.tree.Trees.over;
import static dev.hence.campaign.tree.Trees.power;
import static dev.hence.campaign.tree.Trees.square;
import static dev.hence.campaign.tree.Trees.sum;
import static dev.hence.campaign.tree.Trees.times;
import static dev.hence.campaign.tree.Trees.transpose;

import dev.hence.campaign.Claim;
import dev.hence.campaign.Dice;
import dev.hence.campaign.Draft;
import dev.hence.campaign.Variable;
import dev.hence.campaign.tree.Elementary;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import java.util.List;

/** Hidden sums of squares, known bounds, and bounds that are met. */
final class Inequalities implements Source {
  private static final Tree X = letter("x");
  private static final Tree Y = letter("y");
  private static final Tree U = letter("u");
  private static final Tree V = letter("v");

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        Inequalities::squares,
        Inequalities::squares,
        Inequalities::known,
        Inequalities::columns,
        Inequalities::positive);
  }

  private static Claim.Relation least(Dice dice, boolean strict) {
    return strict && dice.oneIn(2) ? Claim.Relation.GREATER : Claim.Relation.AT_LEAST;
  }

  /** c (p x + q y + r)² + s ≥ 0, written out, parts of it on the other side. */
  private static Draft squares(Dice dice) {
    List<Tree> letters = List.of(X, Y);
    Polynomial p =
        Polynomial.letter(letters, 0)
            .times(Polynomial.constant(letters, dice.nonZero(3)))
            .plus(
                Polynomial.letter(letters, 1).times(Polynomial.constant(letters, dice.nonZero(3))))
            .plus(Polynomial.constant(letters, dice.between(-4, 4)));
    int rest = dice.between(0, 2);
    Polynomial whole =
        p.power(2)
            .times(Polynomial.constant(letters, dice.between(1, 3)))
            .plus(Polynomial.constant(letters, rest));
    Polynomial moved = Polynomial.random(letters, dice, 1);
    return Draft.of(
        List.of(Variable.real("x"), Variable.real("y")),
        new Claim.Compare(whole.plus(moved).tree(dice), least(dice, rest > 0), moved.tree(dice)));
  }

  private static Draft known(Dice dice) {
    Tree u = dice.of(X, times(dice.number(), X), sum(X, Y));
    Tree one = Trees.ONE;
    Claim claim =
        switch (dice.below(7)) {
          case 0 ->
              new Claim.Compare(call(Elementary.EXP, u), Claim.Relation.AT_LEAST, sum(one, u));
          case 1 ->
              new Claim.Compare(
                  call(Elementary.LOG, sum(one, power(u, 2))), Claim.Relation.AT_MOST, power(u, 2));
          case 2 ->
              new Claim.Compare(
                  call(Elementary.ABS, call(Elementary.SIN, u)),
                  Claim.Relation.AT_MOST,
                  call(Elementary.ABS, u));
          case 3 -> new Claim.Compare(call(Elementary.COSH, u), Claim.Relation.AT_LEAST, one);
          case 4 ->
              new Claim.Compare(
                  call(Elementary.ABS, sum(X, Y)),
                  Claim.Relation.AT_MOST,
                  sum(call(Elementary.ABS, X), call(Elementary.ABS, Y)));
          case 5 -> new Claim.Compare(power(call(Elementary.TANH, u), 2), Claim.Relation.LESS, one);
          default ->
              new Claim.Compare(over(one, sum(one, power(u, 2))), Claim.Relation.AT_MOST, one);
        };
    return Draft.of(List.of(Variable.real("x"), Variable.real("y")), claim);
  }

  private static Draft columns(Dice dice) {
    Tree inner = times(transpose(U), V);
    Tree c = number(dice.between(1, 4));
    Claim claim =
        switch (dice.below(4)) {
          case 0 ->
              new Claim.Compare(
                  times(Trees.TWO, inner), Claim.Relation.AT_MOST, sum(square(U), square(V)));
          case 1 ->
              new Claim.Compare(
                  power(inner, 2), Claim.Relation.AT_MOST, times(square(U), square(V)));
          case 2 ->
              new Claim.Compare(
                  square(sum(U, V)),
                  Claim.Relation.AT_MOST,
                  sum(times(Trees.TWO, square(U)), times(Trees.TWO, square(V))));
          default ->
              new Claim.Compare(
                  sum(times(c, square(U)), times(Trees.TWO, inner), square(V)),
                  Claim.Relation.AT_LEAST,
                  times(minus(c, Trees.ONE), square(U)));
        };
    return Draft.of(List.of(Variable.column("u", "n"), Variable.column("v", "n")), claim);
  }

  private static Draft positive(Dice dice) {
    Tree c = number(dice.between(1, 3));
    Claim claim =
        switch (dice.below(4)) {
          case 0 ->
              new Claim.Compare(
                  sum(times(c, X), over(c, X)), Claim.Relation.AT_LEAST, times(Trees.TWO, c));
          case 1 ->
              new Claim.Compare(
                  call(Elementary.LOG, X), Claim.Relation.AT_MOST, minus(X, Trees.ONE));
          case 2 ->
              new Claim.Compare(
                  call(Elementary.SQRT, times(X, Y)),
                  Claim.Relation.AT_MOST,
                  over(sum(X, Y), Trees.TWO));
          default -> new Claim.Compare(over(X, sum(X, Y)), Claim.Relation.LESS, Trees.ONE);
        };
    return Draft.of(List.of(Variable.positive("x"), Variable.positive("y")), claim);
  }
}
