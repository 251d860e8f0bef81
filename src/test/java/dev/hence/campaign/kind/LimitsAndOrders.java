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
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import java.util.ArrayList;
import java.util.List;

/** Taylor's formula with orders, quotients of differences, and known limits. */
final class LimitsAndOrders implements Source {
  private static final Tree X = letter("x");
  private static final Tree H = letter("h");
  private static final Tree C = letter("c");

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        LimitsAndOrders::taylor,
        LimitsAndOrders::taylor,
        LimitsAndOrders::arbitrary,
        LimitsAndOrders::quotients,
        LimitsAndOrders::known,
        LimitsAndOrders::far);
  }

  private static List<Variable> variables() {
    return List.of(Variable.real("x"), Variable.real("c"), Variable.positive("h"));
  }

  /** Of a formula u(x) at x + h, to an order. */
  private static Draft taylor(Dice dice) {
    Tree f =
        dice.of(
            call(Elementary.SIN, X),
            call(Elementary.EXP, times(C, X)),
            call(Elementary.COS, times(C, X)),
            power(X, 3),
            call(Elementary.TANH, X),
            times(X, call(Elementary.SIN, X)));
    int order = dice.between(1, 3);
    List<Tree> terms = new ArrayList<>();
    Tree derivative = f;
    long factorial = 1;
    for (int k = 0; k < order; k++) {
      terms.add(over(times(power(H, k), derivative), number(factorial)));
      derivative = Slopes.of(derivative, "x");
      factorial *= k + 1;
    }
    return Draft.of(
        variables(), new Claim.Order(Trees.substitute(f, "x", sum(X, H)), sum(terms), "h", order));
  }

  private static Draft arbitrary(Dice dice) {
    Tree f = Trees.apply("f", X);
    Tree ahead = Trees.apply("f", sum(X, H));
    Tree back = Trees.apply("f", minus(X, H));
    Tree slope = Trees.prime("f", X);
    Tree second = new Tree.Applied("f", 2, List.of(X));
    Claim claim =
        switch (dice.below(4)) {
          case 0 -> new Claim.Order(ahead, sum(f, times(H, slope)), "h", 2);
          case 1 ->
              new Claim.Order(
                  ahead,
                  sum(f, times(H, slope), over(times(power(H, 2), second), Trees.TWO)),
                  "h",
                  3);
          case 2 -> new Claim.Order(over(minus(ahead, back), times(Trees.TWO, H)), slope, "h", 2);
          default ->
              new Claim.Order(
                  Trees.apply("f", sum(X, times(C, H))), sum(f, times(C, H, slope)), "h", 2);
        };
    return Functions.arbitrary(Draft.of(variables(), claim), dice, "f(x)");
  }

  private static Draft quotients(Dice dice) {
    Tree f = DerivativesOfFunctions.smooth(dice, 1);
    Tree quotient = over(minus(Trees.substitute(f, "x", sum(X, H)), f), H);
    return Draft.of(
        List.of(Variable.real("x"), Variable.real("c"), Variable.positive("h")),
        new Claim.Limit(quotient, "h", Claim.Target.ZERO, Slopes.of(f, "x")));
  }

  private static Draft known(Dice dice) {
    Tree z = letter("z");
    Tree cz = times(C, z);
    Tree one = Trees.ONE;
    Tree two = Trees.TWO;
    Claim claim =
        switch (dice.below(5)) {
          case 0 -> limit(over(call(Elementary.SIN, cz), z), C);
          case 1 -> limit(over(minus(call(Elementary.EXP, cz), one), z), C);
          case 2 ->
              limit(
                  over(minus(one, call(Elementary.COS, cz)), power(z, 2)), over(power(C, 2), two));
          case 3 -> limit(over(call(Elementary.LOG, sum(one, cz)), z), C);
          default -> limit(over(call(Elementary.TANH, cz), times(two, z)), over(C, two));
        };
    return Draft.of(List.of(Variable.real("c"), Variable.real("z")), claim);
  }

  private static Claim limit(Tree body, Tree value) {
    return new Claim.Limit(body, "z", Claim.Target.ZERO, value);
  }

  private static Draft far(Dice dice) {
    Tree n = letter("r");
    long p = dice.nonZero(4);
    long q = dice.between(1, 4);
    Tree linear = over(sum(times(number(p), n), C), sum(times(number(q), n), Trees.ONE));
    Claim claim =
        switch (dice.below(3)) {
          case 0 -> new Claim.Limit(linear, "r", Claim.Target.INFINITY, Trees.fraction(p, q));
          case 1 ->
              new Claim.Limit(sum(over(C, n), number(p)), "r", Claim.Target.INFINITY, number(p));
          default ->
              new Claim.Limit(
                  sum(over(times(C, n), sum(n, number(q))), over(Trees.ONE, n)),
                  "r",
                  Claim.Target.INFINITY,
                  C);
        };
    return Draft.of(List.of(Variable.real("c"), Variable.positive("r")), claim);
  }
}
