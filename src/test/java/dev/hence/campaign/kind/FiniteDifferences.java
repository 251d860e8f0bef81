package dev.hence.campaign.kind;

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
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import java.util.List;

/** Differences of polynomials, exactly; of other functions, to an order. */
final class FiniteDifferences implements Source {
  private static final Tree X = letter("x");
  private static final Tree H = letter("h");

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        FiniteDifferences::forward,
        FiniteDifferences::central,
        FiniteDifferences::second,
        FiniteDifferences::schemes,
        FiniteDifferences::columns);
  }

  private static Draft equal(Tree left, Tree right) {
    return Draft.of(List.of(Variable.real("x"), Variable.real("h")), new Claim.Equal(left, right));
  }

  private static Polynomial polynomial(Dice dice, List<Tree> letters) {
    Polynomial x = Polynomial.letter(letters, 0);
    Polynomial result = Polynomial.constant(letters, dice.between(-3, 3));
    for (int k = 1; k <= 3; k++) {
      result = result.plus(x.power(k).times(Polynomial.constant(letters, dice.between(-3, 3))));
    }
    return result.plus(x.power(2));
  }

  private static Polynomial shifted(Polynomial p, List<Tree> letters, int sign) {
    Polynomial ahead =
        Polynomial.letter(letters, 0)
            .plus(Polynomial.letter(letters, 1).times(Polynomial.constant(letters, sign)));
    Polynomial result = Polynomial.constant(letters, 0);
    for (var term : p.terms().entrySet()) {
      result =
          result.plus(
              ahead
                  .power(term.getKey().charAt(0) - '0')
                  .times(Polynomial.constant(letters, term.getValue())));
    }
    return result;
  }

  private static Polynomial minus0(Polynomial a, Polynomial b, List<Tree> letters) {
    return a.plus(b.times(Polynomial.constant(letters, -1)));
  }

  private static Draft forward(Dice dice) {
    List<Tree> letters = List.of(X, H);
    Polynomial p = polynomial(dice, letters);
    Polynomial difference = minus0(shifted(p, letters, 1), p, letters);
    Tree f = p.tree(dice);
    Tree left =
        minus(
            new Tree.Named("f(x + h)", Trees.substitute(f, "x", sum(X, H))),
            new Tree.Named("f(x)", f));
    return equal(left, difference.tree(dice)).after("$$f(x) = " + Functions.written(f) + "$$");
  }

  private static Draft central(Dice dice) {
    List<Tree> letters = List.of(X, H);
    Polynomial p = polynomial(dice, letters);
    Polynomial difference = minus0(shifted(p, letters, 1), shifted(p, letters, -1), letters);
    Tree f = p.tree(dice);
    Tree left = minus(Trees.substitute(f, "x", sum(X, H)), Trees.substitute(f, "x", minus(X, H)));
    return equal(left, difference.tree(dice));
  }

  private static Draft second(Dice dice) {
    Tree f = Trees.apply("f", X);
    Tree twice =
        over(
            sum(Trees.apply("f", sum(X, H)), times(number(-2), f), Trees.apply("f", minus(X, H))),
            power(H, 2));
    Claim claim = new Claim.Order(twice, new Tree.Applied("f", 2, List.of(X)), "h", 2);
    return Functions.arbitrary(
        Draft.of(List.of(Variable.real("x"), Variable.positive("h")), claim), dice, "f(x)");
  }

  /** One-sided differences of second order, and differences of products. */
  private static Draft schemes(Dice dice) {
    Tree f = Trees.apply("f", X);
    Tree f1 = Trees.apply("f", sum(X, H));
    Tree f2 = Trees.apply("f", sum(X, times(Trees.TWO, H)));
    Tree g = Trees.apply("g", X);
    Tree g1 = Trees.apply("g", sum(X, H));
    List<Variable> variables = List.of(Variable.real("x"), Variable.positive("h"));
    Claim claim =
        dice.oneIn(2)
            ? new Claim.Order(
                over(
                    sum(times(number(-3), f), times(number(4), f1), Trees.negative(f2)),
                    times(Trees.TWO, H)),
                Trees.prime("f", X),
                "h",
                2)
            : new Claim.Equal(
                minus(times(f1, g1), times(f, g)),
                sum(times(minus(f1, f), g1), times(f, minus(g1, g))));
    return Functions.arbitrary(Draft.of(variables, claim), dice, "f(x)", "g(x)");
  }

  private static Draft columns(Dice dice) {
    Tree w = letter("w");
    Tree v = letter("v");
    Tree a = letter("A");
    Tree ahead = sum(w, times(H, v));
    Tree form = times(transpose(w), a, w);
    Tree difference = minus(times(transpose(ahead), a, ahead), form);
    Tree right =
        sum(
            times(H, transpose(v), sum(a, transpose(a)), w),
            times(power(H, 2), transpose(v), a, v));
    Tree norm = minus(square(ahead), square(w));
    Tree normRight = sum(times(Trees.TWO, H, transpose(v), w), times(power(H, 2), square(v)));
    List<Variable> variables =
        List.of(
            Variable.column("w", "d"),
            Variable.column("v", "d"),
            Variable.matrix("A", "d", "d"),
            Variable.real("h"));
    return Draft.of(
        variables,
        dice.oneIn(2) ? new Claim.Equal(difference, right) : new Claim.Equal(norm, normRight));
  }
}
