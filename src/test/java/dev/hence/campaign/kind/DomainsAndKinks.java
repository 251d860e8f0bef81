package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.call;
import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.minus;
import static dev.hence.campaign.tree.Trees.number;
import static dev.hence.campaign.tree.Trees.over;
import static dev.hence.campaign.tree.Trees.power;
import static dev.hence.campaign.tree.Trees.sum;
import static dev.hence.campaign.tree.Trees.times;

import dev.hence.campaign.Claim;
import dev.hence.campaign.Dice;
import dev.hence.campaign.Draft;
import dev.hence.campaign.Variable;
import dev.hence.campaign.tree.Elementary;
import dev.hence.campaign.tree.Grid;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import java.util.List;

/** Roots, logarithms, absolute values and cases whose kinks and ends lie away from 0. */
final class DomainsAndKinks implements Source {
  private static final Tree X = letter("x");

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        DomainsAndKinks::roots,
        DomainsAndKinks::absolute,
        DomainsAndKinks::logarithms,
        DomainsAndKinks::hinges,
        DomainsAndKinks::cancelled,
        DomainsAndKinks::slopes,
        DomainsAndKinks::cases);
  }

  private static Draft equal(Tree left, Tree right) {
    return Draft.of(List.of(Variable.real("x")), new Claim.Equal(left, right));
  }

  private static Tree shifted(long c) {
    return sum(X, number(-c));
  }

  private static long place(Dice dice) {
    return dice.oneIn(2) ? dice.nonZero(30) : dice.nonZero(6);
  }

  private static Tree written(Dice dice, long c) {
    List<Tree> letters = List.of(X);
    return Polynomial.letter(letters, 0).plus(Polynomial.constant(letters, -c)).power(2).tree(dice);
  }

  private static Tree abs(Tree tree) {
    return call(Elementary.ABS, tree);
  }

  private static Draft conditioned(Dice dice, Claim.Compare premise, Tree left, Tree right) {
    Claim.Words words =
        dice.of(Claim.Words.IF, Claim.Words.IMPLIES, Claim.Words.PARENTHESES, Claim.Words.FOR_ALL);
    long most = 40;
    return Draft.of(
            List.of(Variable.real("x")),
            new Claim.Implies(
                List.of(premise), new Claim.Compare(left, Claim.Relation.EQUAL, right), words))
        .onto(
            point ->
                dice.oneIn(2)
                    ? point
                    : point.with("x", Grid.of(dice.between(-(int) most, (int) most))));
  }

  private static Draft roots(Dice dice) {
    long c = place(dice);
    Tree root = call(Elementary.SQRT, written(dice, c));
    return switch (dice.below(3)) {
      case 0 -> equal(root, abs(shifted(c)));
      case 1 ->
          conditioned(
              dice, new Claim.Compare(X, Claim.Relation.AT_LEAST, number(c)), root, shifted(c));
      default ->
          conditioned(
              dice,
              new Claim.Compare(X, Claim.Relation.LESS, number(c)),
              root,
              minus(number(c), X));
    };
  }

  private static Draft absolute(Dice dice) {
    long c = place(dice);
    long d = c + dice.between(1, 9);
    Tree both = sum(abs(shifted(c)), abs(shifted(d)));
    return switch (dice.below(3)) {
      case 0 ->
          conditioned(
              dice,
              new Claim.Compare(X, Claim.Relation.AT_LEAST, number(d)),
              both,
              sum(times(Trees.TWO, X), number(-c - d)));
      case 1 -> equal(power(abs(shifted(c)), 2), written(dice, c));
      default -> equal(times(shifted(c), call(Elementary.SIGN, shifted(c))), abs(shifted(c)));
    };
  }

  private static Draft logarithms(Dice dice) {
    long c = place(dice);
    Tree log = call(Elementary.LOG, power(shifted(c), 2));
    return dice.oneIn(2)
        ? equal(log, times(Trees.TWO, call(Elementary.LOG, abs(shifted(c)))))
        : conditioned(
            dice,
            new Claim.Compare(X, Claim.Relation.GREATER, number(c)),
            log,
            times(Trees.TWO, call(Elementary.LOG, shifted(c))));
  }

  private static Draft hinges(Dice dice) {
    long c = place(dice);
    Tree hinge = call(Elementary.RELU, shifted(c));
    Tree other = call(Elementary.RELU, minus(number(c), X));
    return switch (dice.below(3)) {
      case 0 -> equal(minus(hinge, other), shifted(c));
      case 1 -> equal(sum(hinge, other), abs(shifted(c)));
      default -> equal(hinge, over(sum(shifted(c), abs(shifted(c))), Trees.TWO));
    };
  }

  private static Draft cancelled(Dice dice) {
    long c = place(dice);
    long d = dice.nonZero(9);
    List<Tree> letters = List.of(X);
    Polynomial x = Polynomial.letter(letters, 0);
    Polynomial p = x.plus(Polynomial.constant(letters, -c));
    Polynomial q = x.plus(Polynomial.constant(letters, -d));
    return equal(over(p.times(q).tree(dice), p.tree(dice)), q.tree(dice));
  }

  private static Draft slopes(Dice dice) {
    long c = place(dice);
    Tree k = number(dice.between(1, 4));
    return switch (dice.below(2)) {
      case 0 ->
          equal(
              Trees.derivative(X, times(k, abs(shifted(c)))),
              times(k, call(Elementary.SIGN, shifted(c))));
      default ->
          conditioned(
              dice,
              new Claim.Compare(X, Claim.Relation.GREATER, number(c)),
              Trees.derivative(X, call(Elementary.RELU, shifted(c))),
              Trees.ONE);
    };
  }

  private static Draft cases(Dice dice) {
    long c = place(dice);
    Tree cases = new Tree.Cases(minus(number(c), X), X, number(c), shifted(c));
    Tree max = new Tree.Cases(Trees.ZERO, X, number(c), shifted(c));
    return dice.oneIn(2)
        ? equal(abs(shifted(c)), cases)
        : equal(call(Elementary.RELU, shifted(c)), max);
  }
}
