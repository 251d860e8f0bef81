package dev.hence.campaign;

import dev.hence.campaign.tree.Elementary;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import dev.hence.campaign.tree.World;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** All formulas that one slip of the pen makes of a formula. */
final class Edits {
  private final Draft draft;

  Edits(Draft draft) {
    this.draft = draft;
  }

  List<Tree> of(Tree tree) {
    List<Tree> result = new ArrayList<>(here(tree));
    List<Tree> children = tree.children();
    for (int k = 0; k < children.size(); k++) {
      if (isTime(tree, k)) {
        continue;
      }
      for (Tree child : of(children.get(k))) {
        List<Tree> changed = new ArrayList<>(children);
        changed.set(k, child);
        result.add(tree.with(changed));
      }
    }
    return result;
  }

  /** Times are 0 or a letter: their edits would be none. */
  private static boolean isTime(Tree tree, int part) {
    return switch (tree) {
      case Tree.At a -> true;
      case Tree.Integral i -> i.variable().equals(World.TIME) && part < 2;
      default -> false;
    };
  }

  private List<Tree> here(Tree tree) {
    return switch (tree) {
      case Tree.Rational n -> numbers(n);
      case Tree.Letter l -> letters(l);
      case Tree.Member m -> indices(m, m.index());
      case Tree.Iterate i -> indices(i, i.step());
      case Tree.Entry e -> swapped(e);
      case Tree.Sum s -> terms(s.terms());
      case Tree.Product p -> factors(p.factors());
      case Tree.Negative n -> List.of(n.of());
      case Tree.Call c -> calls(c);
      case Tree.Of o ->
          o.operation() == Tree.Operation.TRANSPOSE || o.operation() == Tree.Operation.INVERSE
              ? List.of(o.argument())
              : List.of();
      case Tree.Applied a ->
          a.arguments().size() == 1
              ? List.of(
                  new Tree.Applied(
                      a.function(), a.primes() == 0 ? 1 : a.primes() - 1, a.arguments()))
              : List.of();
      case Tree.Big b -> bounds(b);
      case Tree.Delta d -> List.of(Trees.ONE);
      case Tree.Quotient q -> List.of(new Tree.Negative(q));
      case Tree.Integral i -> List.of(new Tree.Negative(i), Trees.times(Trees.TWO, i));
      case Tree.Derivative d -> List.of(Trees.times(Trees.TWO, d));
      case Tree.Power p -> List.of(p.base());
      case Tree.Cases c ->
          List.of(
              new Tree.Cases(
                  /* then= */ c.otherwise(), c.low(), c.high(), /* otherwise= */ c.then()));
      case Tree.At a ->
          a.time().equals(Trees.letter("T"))
              ? List.of(new Tree.At(a.name(), Trees.ZERO))
              : List.of();
      case Tree.Rate r -> List.of();
      case Tree.Mean m -> List.of();
      case Tree.Pi pi -> List.of();
      case Tree.Named n -> List.of();
      case Tree.Entrywise e -> List.of();
      case Tree.Identity i -> List.of();
    };
  }

  private static List<Tree> numbers(Tree.Rational n) {
    BigInteger one = n.denominator();
    return List.of(
        new Tree.Rational(n.numerator().add(one), n.denominator()),
        new Tree.Rational(n.numerator().subtract(one), n.denominator()),
        new Tree.Rational(n.numerator().negate(), n.denominator()),
        Trees.times(Trees.TWO, n) instanceof Tree.Product
            ? new Tree.Rational(n.numerator().shiftLeft(1), n.denominator())
            : n);
  }

  private List<Tree> letters(Tree.Letter letter) {
    return draft
        .variable(letter.name())
        .map(
            v ->
                draft.variables().stream()
                    .filter(w -> w.fits(v) && !w.equals(v) && !w.family() && w.written())
                    .map(w -> Trees.letter(w.name()))
                    .toList())
        .orElse(List.of());
  }

  private List<Tree> indices(Tree tree, Tree index) {
    List<Tree> result = new ArrayList<>();
    result.add(tree.with(List.of(Trees.sum(index, Trees.ONE))));
    if (tree instanceof Tree.Member m) {
      draft
          .variable(m.family())
          .ifPresent(
              v ->
                  draft.variables().stream()
                      .filter(w -> w.fits(v) && !w.equals(v))
                      .forEach(w -> result.add(new Tree.Member(w.name(), index))));
    }
    return result;
  }

  private static List<Tree> swapped(Tree.Entry e) {
    return e.indices().size() == 2
        ? List.of(new Tree.Entry(e.of(), e.indices().reversed()))
        : List.of();
  }

  private static List<Tree> terms(List<Tree> terms) {
    List<Tree> result = new ArrayList<>();
    for (int k = 0; k < terms.size(); k++) {
      List<Tree> flipped = new ArrayList<>(terms);
      flipped.set(k, Trees.negative(terms.get(k)));
      result.add(new Tree.Sum(flipped));
      List<Tree> fewer = new ArrayList<>(terms);
      fewer.remove(k);
      result.add(fewer.size() == 1 ? fewer.getFirst() : new Tree.Sum(fewer));
    }
    return result;
  }

  private static List<Tree> factors(List<Tree> factors) {
    List<Tree> result = new ArrayList<>();
    result.add(new Tree.Negative(new Tree.Product(factors)));
    for (int k = 0; k < factors.size(); k++) {
      List<Tree> fewer = new ArrayList<>(factors);
      fewer.remove(k);
      result.add(fewer.size() == 1 ? fewer.getFirst() : new Tree.Product(fewer));
    }
    return result;
  }

  private static List<Tree> calls(Tree.Call c) {
    Elementary other =
        switch (c.function()) {
          case SIN -> Elementary.COS;
          case COS -> Elementary.SIN;
          case SINH -> Elementary.COSH;
          case COSH -> Elementary.SINH;
          case TANH -> Elementary.SINH;
          case ARCTAN -> Elementary.TANH;
          default -> c.function();
        };
    Tree negated = new Tree.Call(c.function(), Trees.negative(c.argument()));
    return other == c.function()
        ? List.of(negated, c.argument())
        : List.of(negated, new Tree.Call(other, c.argument()));
  }

  private static List<Tree> bounds(Tree.Big b) {
    return List.of(
        new Tree.Big(b.product(), b.index(), Trees.sum(b.from(), Trees.ONE), b.to(), b.body()),
        new Tree.Big(
            b.product(), b.index(), b.from(), Trees.sum(b.to(), Trees.number(-1)), b.body()),
        new Tree.Negative(b));
  }
}
