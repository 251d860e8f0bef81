package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.number;
import static dev.hence.campaign.tree.Trees.over;
import static dev.hence.campaign.tree.Trees.power;
import static dev.hence.campaign.tree.Trees.sum;
import static dev.hence.campaign.tree.Trees.times;

import dev.hence.campaign.Claim;
import dev.hence.campaign.Dice;
import dev.hence.campaign.Draft;
import dev.hence.campaign.Variable;
import dev.hence.campaign.tree.Grid;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import java.util.List;

/** What follows from bounds and equations in numbers. */
final class Implications implements Source {
  private static final Tree X = letter("x");
  private static final Tree A = letter("a");
  private static final Tree B = letter("b");

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        Implications::bounds,
        Implications::squares,
        Implications::equations,
        Implications::equations,
        Implications::two,
        Implications::roots);
  }

  private static Claim.Words words(Dice dice) {
    return dice.of(Claim.Words.IMPLIES, Claim.Words.IMPLIES, Claim.Words.IF);
  }

  private static Claim.Compare is(Tree left, Claim.Relation relation, Tree right) {
    return new Claim.Compare(left, relation, right);
  }

  private static Draft implies(
      Dice dice, List<Variable> variables, List<Claim.Compare> premises, Claim.Compare claim) {
    return Draft.of(variables, new Claim.Implies(premises, claim, words(dice)));
  }

  private static List<Variable> x() {
    return List.of(Variable.real("x"));
  }

  /** x > c ⇒ p x + q > p c + q for p > 0. */
  private static Draft bounds(Dice dice) {
    long c = dice.nonZero(6);
    long p = dice.nonZero(4);
    long q = dice.nonZero(5);
    Tree linear = sum(times(number(p), X), number(q));
    Claim.Relation strict = p > 0 ? Claim.Relation.GREATER : Claim.Relation.LESS;
    Claim.Relation weak = p > 0 ? Claim.Relation.AT_LEAST : Claim.Relation.AT_MOST;
    boolean open = dice.oneIn(2);
    return implies(
        dice,
        x(),
        List.of(is(X, open ? Claim.Relation.GREATER : Claim.Relation.AT_LEAST, number(c))),
        is(linear, open ? strict : weak, number(p * c + q)));
  }

  private static Draft squares(Dice dice) {
    long c = dice.between(1, 5);
    return dice.oneIn(2)
        ? implies(
            dice,
            x(),
            List.of(is(X, Claim.Relation.GREATER, number(c))),
            is(power(X, 2), Claim.Relation.GREATER, number(c * c)))
        : implies(
            dice,
            x(),
            List.of(is(power(X, 2), Claim.Relation.LESS, number(c * c))),
            is(X, Claim.Relation.LESS, number(c)));
  }

  /** p a + q = r b + s, solved for a or used in a formula. */
  private static Draft equations(Dice dice) {
    long p = dice.nonZero(4);
    long q = dice.nonZero(5);
    long r = dice.nonZero(4);
    Tree left = sum(times(number(p), A), number(q));
    Tree right = times(number(r), B);
    Tree solved = over(sum(times(number(r), B), number(-q)), number(p));
    Claim.Compare conclusion =
        dice.oneIn(2)
            ? is(A, Claim.Relation.EQUAL, solved)
            : is(power(left, 2), Claim.Relation.EQUAL, times(number(r * r), power(B, 2)));
    return implies(
            dice,
            List.of(Variable.real("a"), Variable.real("b")),
            List.of(is(left, Claim.Relation.EQUAL, right)),
            conclusion)
        .onto(point -> point.with("a", dev.hence.campaign.tree.Oracle.value(solved, point)));
  }

  private static Draft two(Dice dice) {
    Claim.Relation greater = Claim.Relation.GREATER;
    long c = dice.between(1, 4);
    Claim.Compare first = is(A, greater, number(c));
    Claim.Compare second = is(B, greater, number(c));
    Claim.Compare conclusion =
        dice.of(
            is(times(A, B), greater, number(c * c)),
            is(sum(A, B), greater, number(2 * c)),
            is(sum(power(A, 2), B), greater, number(c * c + c)));
    return implies(
        dice, List.of(Variable.real("a"), Variable.real("b")), List.of(first, second), conclusion);
  }

  /** (x − p)(x − q) = 0 ⇒ what both roots satisfy. */
  private static Draft roots(Dice dice) {
    long p = dice.nonZero(4);
    long q = dice.nonZero(4);
    List<Tree> letters = List.of(X);
    Polynomial x = Polynomial.letter(letters, 0);
    Polynomial whole =
        x.plus(Polynomial.constant(letters, -p)).times(x.plus(Polynomial.constant(letters, -q)));
    Tree conclusion = sum(times(number(p + q), X), number(-p * q));
    return implies(
            dice,
            x(),
            List.of(is(whole.tree(dice), Claim.Relation.EQUAL, Trees.ZERO)),
            is(power(X, 2), Claim.Relation.EQUAL, conclusion))
        .onto(point -> point.with("x", Grid.of(dice.oneIn(2) ? p : q)));
  }
}
