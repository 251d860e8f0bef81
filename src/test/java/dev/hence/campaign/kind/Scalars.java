package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.call;
import static dev.hence.campaign.tree.Trees.minus;
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
import java.util.List;

/** Products written out, sums of fractions, addition theorems, laws of powers and logarithms. */
final class Scalars implements Source {
  private static final List<String> NAMES = List.of("a", "b", "x", "y", "u", "\\alpha", "\\beta");

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        Scalars::expanded,
        Scalars::expanded,
        Scalars::fractions,
        Scalars::square,
        Scalars::addition,
        Scalars::laws,
        Scalars::powers);
  }

  private static List<String> names(Dice dice, int number) {
    return dice.some(number, NAMES);
  }

  private static List<Tree> letters(List<String> names) {
    return names.stream().map(Trees::letter).toList();
  }

  private static Draft draft(List<String> names, Tree left, Tree right) {
    return Draft.of(names.stream().map(Variable::real).toList(), new Claim.Equal(left, right));
  }

  private static Draft expanded(Dice dice) {
    List<String> names = names(dice, dice.between(1, 3));
    List<Tree> letters = letters(names);
    Polynomial p = Polynomial.random(letters, dice, dice.between(1, 2));
    Polynomial q = Polynomial.random(letters, dice, dice.between(1, 3));
    int exponent = dice.between(1, 3);
    Tree product = times(power(p.tree(dice), exponent), q.tree(dice));
    Tree written = p.power(exponent).times(q).tree(dice);
    return dice.oneIn(4) ? draft(names, written, product) : draft(names, product, written);
  }

  private static Draft fractions(Dice dice) {
    List<String> names = names(dice, dice.between(1, 2));
    List<Tree> letters = letters(names);
    Polynomial p = Polynomial.random(letters, dice, 1);
    Polynomial q = Polynomial.random(letters, dice, 2);
    Polynomial r = Polynomial.random(letters, dice, 1);
    Polynomial s = Polynomial.random(letters, dice, 2);
    Tree left = sum(over(p.tree(dice), q.tree(dice)), over(r.tree(dice), s.tree(dice)));
    Tree top = p.times(s).plus(r.times(q)).tree(dice);
    Tree bottom = dice.oneIn(2) ? q.times(s).tree(dice) : times(q.tree(dice), s.tree(dice));
    return draft(names, left, over(top, bottom));
  }

  private static Draft square(Dice dice) {
    List<String> names = names(dice, 2);
    Tree x = Trees.letter(names.get(0));
    Tree b = Trees.letter(names.get(1));
    long a = dice.between(1, 5);
    Tree left = sum(times(Trees.number(a), power(x, 2)), times(b, x));
    Tree right =
        minus(
            times(Trees.number(a), power(sum(x, over(b, Trees.number(2 * a))), 2)),
            over(power(b, 2), Trees.number(4 * a)));
    return draft(names, left, right);
  }

  private static Tree linear(Dice dice, List<Tree> letters) {
    Tree term = times(Trees.number(dice.nonZero(3)), dice.pick(letters));
    return dice.oneIn(3) ? sum(term, dice.number()) : term;
  }

  private static Draft addition(Dice dice) {
    List<String> names = names(dice, 2);
    List<Tree> letters = letters(names);
    Tree u = linear(dice, letters);
    Tree v = linear(dice, letters);
    Tree c = dice.number();
    return switch (dice.below(6)) {
      case 0 ->
          draft(
              names,
              times(c, call(Elementary.SIN, sum(u, v))),
              sum(
                  times(c, call(Elementary.SIN, u), call(Elementary.COS, v)),
                  times(c, call(Elementary.COS, u), call(Elementary.SIN, v))));
      case 1 ->
          draft(
              names,
              call(Elementary.COS, sum(u, v)),
              minus(
                  times(call(Elementary.COS, u), call(Elementary.COS, v)),
                  times(call(Elementary.SIN, u), call(Elementary.SIN, v))));
      case 2 ->
          draft(
              names,
              call(Elementary.COSH, minus(u, v)),
              minus(
                  times(call(Elementary.COSH, u), call(Elementary.COSH, v)),
                  times(call(Elementary.SINH, u), call(Elementary.SINH, v))));
      case 3 ->
          draft(
              names,
              times(Trees.TWO, power(call(Elementary.SIN, u), 2)),
              minus(Trees.ONE, call(Elementary.COS, times(Trees.TWO, u))));
      case 4 ->
          draft(
              names,
              sum(call(Elementary.TANH, u), times(c, v)),
              sum(
                  over(
                      minus(call(Elementary.EXP, times(Trees.TWO, u)), Trees.ONE),
                      sum(call(Elementary.EXP, times(Trees.TWO, u)), Trees.ONE)),
                  times(c, v)));
      default ->
          draft(
              names,
              power(sum(call(Elementary.SIN, u), call(Elementary.COS, u)), 2),
              sum(Trees.ONE, call(Elementary.SIN, times(Trees.TWO, u))));
    };
  }

  private static Draft laws(Dice dice) {
    List<String> names = names(dice, 2);
    Tree x = Trees.letter(names.get(0));
    Tree y = Trees.letter(names.get(1));
    long n = dice.nonZero(4);
    long m = dice.nonZero(3);
    Tree product = times(power(x, n), power(y, m));
    Claim claim =
        switch (dice.below(3)) {
          case 0 ->
              new Claim.Equal(
                  call(Elementary.LOG, product),
                  sum(
                      times(Trees.number(n), call(Elementary.LOG, x)),
                      times(Trees.number(m), call(Elementary.LOG, y))));
          case 1 ->
              new Claim.Equal(
                  call(Elementary.EXP, sum(times(Trees.number(n), call(Elementary.LOG, x)), y)),
                  times(power(x, n), call(Elementary.EXP, y)));
          default ->
              new Claim.Equal(
                  call(Elementary.SQRT, times(power(x, 2), y)), times(x, call(Elementary.SQRT, y)));
        };
    return Draft.of(names.stream().map(Variable::positive).toList(), claim);
  }

  private static Draft powers(Dice dice) {
    List<String> names = names(dice, 3);
    List<Tree> letters = letters(names);
    Tree e = call(Elementary.EXP, linear(dice, letters));
    Tree u = linear(dice, letters);
    Tree f = call(Elementary.EXP, u);
    int n = dice.between(2, 3);
    return draft(
        names,
        power(times(e, f), n),
        times(power(e, n), call(Elementary.EXP, times(Trees.number(n), u))));
  }
}
