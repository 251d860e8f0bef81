package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.call;
import static dev.hence.campaign.tree.Trees.negative;
import static dev.hence.campaign.tree.Trees.over;
import static dev.hence.campaign.tree.Trees.power;
import static dev.hence.campaign.tree.Trees.sum;
import static dev.hence.campaign.tree.Trees.times;

import dev.hence.campaign.tree.Elementary;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import java.util.ArrayList;
import java.util.List;

/** Derivatives by the rules of school. */
final class Slopes {
  private Slopes() {}

  static Tree of(Tree tree, String by) {
    return switch (tree) {
      case Tree.Letter l -> l.name().equals(by) ? Trees.ONE : Trees.ZERO;
      case Tree.Rational n -> Trees.ZERO;
      case Tree.Pi pi -> Trees.ZERO;
      case Tree.Sum s -> sum(s.terms().stream().map(t -> of(t, by)).toList());
      case Tree.Negative n -> negative(of(n.of(), by));
      case Tree.Product p -> product(p.factors(), by);
      case Tree.Quotient q ->
          over(
              Trees.minus(times(of(q.top(), by), q.bottom()), times(q.top(), of(q.bottom(), by))),
              power(q.bottom(), 2));
      case Tree.Power p when p.exponent() instanceof Tree.Rational n -> {
        long exponent = n.numerator().longValueExact();
        yield times(Trees.number(exponent), power(p.base(), exponent - 1), of(p.base(), by));
      }
      case Tree.Call c -> times(of(c.function(), c.argument()), of(c.argument(), by));
      case Tree.Applied a when a.arguments().size() == 1 ->
          times(
              new Tree.Applied(a.function(), a.primes() + 1, a.arguments()),
              of(a.arguments().getFirst(), by));
      default -> throw new IllegalStateException("no derivative of " + tree);
    };
  }

  private static Tree product(List<Tree> factors, String by) {
    List<Tree> terms = new ArrayList<>();
    for (int k = 0; k < factors.size(); k++) {
      List<Tree> changed = new ArrayList<>(factors);
      changed.set(k, of(factors.get(k), by));
      terms.add(times(changed));
    }
    return sum(terms);
  }

  private static Tree of(Elementary function, Tree u) {
    return switch (function) {
      case EXP -> call(Elementary.EXP, u);
      case LOG -> over(Trees.ONE, u);
      case SQRT -> over(Trees.ONE, times(Trees.TWO, call(Elementary.SQRT, u)));
      case SIN -> call(Elementary.COS, u);
      case COS -> negative(call(Elementary.SIN, u));
      case TAN -> sum(Trees.ONE, power(call(Elementary.TAN, u), 2));
      case ARCTAN -> over(Trees.ONE, sum(Trees.ONE, power(u, 2)));
      case SINH -> call(Elementary.COSH, u);
      case COSH -> call(Elementary.SINH, u);
      case TANH -> Trees.minus(Trees.ONE, power(call(Elementary.TANH, u), 2));
      case ABS -> call(Elementary.SIGN, u);
      case SIGN -> Trees.ZERO;
      case RELU -> over(sum(Trees.ONE, call(Elementary.SIGN, u)), Trees.TWO);
    };
  }
}
