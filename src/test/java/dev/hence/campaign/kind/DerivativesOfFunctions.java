package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.apply;
import static dev.hence.campaign.tree.Trees.call;
import static dev.hence.campaign.tree.Trees.derivative;
import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.minus;
import static dev.hence.campaign.tree.Trees.over;
import static dev.hence.campaign.tree.Trees.power;
import static dev.hence.campaign.tree.Trees.substitute;
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

/** Derivatives of random formulas and of arbitrary functions; integrals of derivatives. */
final class DerivativesOfFunctions implements Source {
  private static final Tree X = letter("x");
  private static final Tree C = letter("c");

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        DerivativesOfFunctions::of,
        DerivativesOfFunctions::of,
        DerivativesOfFunctions::second,
        DerivativesOfFunctions::arbitrary,
        DerivativesOfFunctions::defined,
        DerivativesOfFunctions::integral);
  }

  private static List<Variable> variables() {
    return List.of(Variable.real("x"), Variable.real("c"));
  }

  /** A smooth formula in x and c. */
  static Tree smooth(Dice dice, int depth) {
    if (depth == 0) {
      return switch (dice.below(4)) {
        case 0 -> X;
        case 1 -> times(dice.number(), X);
        case 2 -> sum(X, C);
        default -> power(X, dice.between(2, 3));
      };
    }
    Tree u = smooth(dice, depth - 1);
    return switch (dice.below(9)) {
      case 0 -> call(Elementary.SIN, u);
      case 1 -> call(Elementary.COS, u);
      case 2 -> call(Elementary.EXP, times(Trees.number(dice.nonZero(2)), X));
      case 3 -> call(Elementary.TANH, u);
      case 4 -> over(u, sum(Trees.ONE, power(X, 2)));
      case 5 -> times(u, smooth(dice, depth - 1));
      case 6 -> sum(u, times(dice.number(), smooth(dice, depth - 1)));
      case 7 -> call(Elementary.LOG, sum(Trees.number(dice.between(1, 3)), power(X, 2)));
      default -> times(C, u);
    };
  }

  private static Draft of(Dice dice) {
    Tree f = smooth(dice, dice.between(1, 2));
    return Draft.of(variables(), new Claim.Equal(derivative(X, f), Slopes.of(f, "x")));
  }

  private static Draft second(Dice dice) {
    Tree f = smooth(dice, 1);
    Tree right = Slopes.of(Slopes.of(f, "x"), "x");
    return Draft.of(variables(), new Claim.Equal(derivative(X, derivative(X, f)), right));
  }

  private static Draft arbitrary(Dice dice) {
    Tree inner = dice.of(X, power(X, 2), times(C, X), sum(X, C), call(Elementary.SIN, X));
    Tree f = apply("f", inner);
    Tree g = apply("g", X);
    Tree whole =
        switch (dice.below(4)) {
          case 0 -> times(f, g);
          case 1 -> sum(times(dice.number(), power(f, dice.between(2, 3))), g);
          case 2 -> over(f, sum(Trees.ONE, power(g, 2)));
          default -> apply("g", f);
        };
    return Functions.arbitrary(
        Draft.of(variables(), new Claim.Equal(derivative(X, whole), Slopes.of(whole, "x"))),
        dice,
        "f(x)",
        "g(x)");
  }

  private static Draft defined(Dice dice) {
    Tree f = smooth(dice, 1);
    Tree named = new Tree.Named("h'(x)", derivative(X, f));
    String formula = Functions.written(f);
    return Draft.of(variables(), new Claim.Equal(named, Slopes.of(f, "x")))
        .after("$$h(x) = " + formula + "$$");
  }

  private static Draft integral(Dice dice) {
    Tree antiderivative = smooth(dice, 1);
    Tree f = Slopes.of(antiderivative, "x");
    Tree s = letter("s");
    Tree a = letter("a");
    Tree left = new Tree.Integral("s", Trees.ZERO, a, substitute(f, "x", s));
    Tree right =
        minus(substitute(antiderivative, "x", a), substitute(antiderivative, "x", Trees.ZERO));
    return Functions.shortly(
        Draft.of(List.of(Variable.positive("a"), Variable.real("c")), new Claim.Equal(left, right)),
        "a");
  }
}
