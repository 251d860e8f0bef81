package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.call;
import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.number;
import static dev.hence.campaign.tree.Trees.power;
import static dev.hence.campaign.tree.Trees.sum;
import static dev.hence.campaign.tree.Trees.times;

import dev.hence.campaign.Claim;
import dev.hence.campaign.Dice;
import dev.hence.campaign.Draft;
import dev.hence.campaign.Variable;
import dev.hence.campaign.tree.Elementary;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import java.util.List;

/** Conditions and definitions that are said in words. */
final class Words implements Source {
  private static final Tree X = letter("x");
  private static final Tree A = letter("a");

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        Words::conditions,
        Words::conditions,
        Words::definitions,
        Words::where,
        Words::independence);
  }

  private static Draft conditions(Dice dice) {
    long c = dice.between(-9, 9);
    Claim.Words words = dice.of(Claim.Words.IF, Claim.Words.FOR_ALL, Claim.Words.PARENTHESES);
    Claim.Compare premise =
        dice.of(
            new Claim.Compare(X, Claim.Relation.AT_LEAST, number(c)),
            new Claim.Compare(X, Claim.Relation.GREATER, number(c)));
    Tree shifted = sum(X, number(-c));
    Claim.Compare conclusion =
        switch (dice.below(3)) {
          case 0 -> new Claim.Compare(call(Elementary.ABS, shifted), Claim.Relation.EQUAL, shifted);
          case 1 ->
              new Claim.Compare(
                  call(Elementary.SQRT, times(power(shifted, 2), power(A, 2))),
                  Claim.Relation.EQUAL,
                  times(shifted, call(Elementary.ABS, A)));
          default ->
              new Claim.Compare(call(Elementary.RELU, shifted), Claim.Relation.EQUAL, shifted);
        };
    return Draft.of(
        List.of(Variable.real("x"), Variable.real("a")),
        new Claim.Implies(List.of(premise), conclusion, words));
  }

  /** A name that the page defines, then a claim about it. */
  private static Draft definitions(Dice dice) {
    List<Tree> letters = List.of(X, A);
    Polynomial p = Polynomial.random(letters, dice, 2);
    Polynomial q = Polynomial.random(letters, dice, 2);
    Tree u = new Tree.Named("u", p.tree(dice));
    Tree v = new Tree.Named("v", q.tree(dice));
    String lead = dice.of("Let", "We write", "Define", "Put");
    return Draft.of(
            List.of(Variable.real("x"), Variable.real("a")),
            new Claim.Equal(times(u, v), p.times(q).tree(dice)))
        .after(
            lead,
            "$$u = "
                + Functions.written(u instanceof Tree.Named n ? n.value() : u)
                + dice.of(", \\qquad ", " \\quad \\text{and} \\quad ")
                + "v = "
                + Functions.written(v instanceof Tree.Named n ? n.value() : v)
                + "$$");
  }

  private static Draft where(Dice dice) {
    List<Tree> letters = List.of(X, A);
    Polynomial p = Polynomial.random(letters, dice, 2);
    Tree formula = p.tree(dice);
    Tree s = new Tree.Named("s", formula);
    return Draft.of(
            List.of(Variable.real("x"), Variable.real("a")),
            new Claim.Equal(power(s, 2), p.power(2).tree(dice)))
        .after("Here", "$$s := " + Functions.written(formula) + "$$");
  }

  /** A slope that vanishes, said as an equation with 0. */
  private static Draft independence(Dice dice) {
    Tree f = power(sum(A, number(dice.nonZero(4))), dice.between(1, 3));
    Tree c = dice.number();
    return Draft.of(
        List.of(Variable.real("x"), Variable.real("a")),
        new Claim.Equal(Trees.derivative(X, sum(times(c, X), f)), c));
  }
}
