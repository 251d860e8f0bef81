package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.call;
import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.minus;
import static dev.hence.campaign.tree.Trees.number;
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
import java.util.ArrayList;
import java.util.List;

/** Gradients of sums of known terms, by columns and by matrices. */
final class Gradients implements Source {
  private static final Tree W = letter("w");
  private static final Tree X = letter("X");
  private static final Tree Y = letter("y");
  private static final Tree A = letter("A");
  private static final Tree B = letter("b");
  private static final Tree M = letter("M");

  /** A formula and its gradient by w. */
  private record Term(Tree value, Tree gradient) {}

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        Gradients::byColumns,
        Gradients::byColumns,
        Gradients::named,
        Gradients::byMatrices,
        Gradients::chained,
        Gradients::hessians);
  }

  /** X of n×d, y of n, A of d×d, b, w of d. */
  private static List<Variable> variables() {
    return List.of(
        Variable.matrix("X", "n", "d"),
        Variable.column("y", "n"),
        Variable.matrix("A", "d", "d"),
        Variable.column("b", "d"),
        Variable.column("w", "d"),
        Variable.positive("\\lambda"));
  }

  private static Term term(Dice dice) {
    Tree r = minus(times(X, W), Y);
    Tree lambda = letter("\\lambda");
    return switch (dice.below(6)) {
      case 0 -> new Term(times(transpose(B), W), B);
      case 1 -> new Term(times(transpose(W), A, W), times(sum(A, transpose(A)), W));
      case 2 -> new Term(square(r), times(Trees.TWO, transpose(X), r));
      case 3 -> new Term(times(lambda, square(W)), times(Trees.TWO, lambda, W));
      case 4 ->
          new Term(
              call(Elementary.EXP, times(transpose(B), W)),
              times(call(Elementary.EXP, times(transpose(B), W)), B));
      default ->
          new Term(
              power(times(transpose(B), W), 3),
              times(number(3), power(times(transpose(B), W), 2), B));
    };
  }

  private static Term terms(Dice dice) {
    List<Tree> values = new ArrayList<>();
    List<Tree> gradients = new ArrayList<>();
    for (int k = dice.between(1, 3); k > 0; k--) {
      Term term = term(dice);
      Tree c = dice.oneIn(2) ? Trees.fraction(1, 2) : dice.number();
      values.add(times(c, term.value()));
      gradients.add(times(c, term.gradient()));
    }
    return new Term(sum(values), sum(gradients));
  }

  private static Draft byColumns(Dice dice) {
    Term term = terms(dice);
    return Draft.of(variables(), new Claim.Equal(Trees.gradient(W, term.value()), term.gradient()));
  }

  private static Draft named(Dice dice) {
    Term term = terms(dice);
    Tree left = new Tree.Named("\\nabla J(w)", Trees.gradient(W, term.value()));
    return Draft.of(variables(), new Claim.Equal(left, term.gradient()))
        .after("We minimise", "$$J(w) = " + Functions.written(term.value()) + "$$");
  }

  private static Draft byMatrices(Dice dice) {
    List<Variable> variables =
        List.of(
            Variable.matrix("M", "m", "d"),
            Variable.matrix("A", "d", "m"),
            Variable.column("u", "m"),
            Variable.column("v", "d"));
    Tree u = letter("u");
    Tree v = letter("v");
    Tree trace = Trees.of(Tree.Operation.TRACE, times(A, M));
    Tree c = dice.number();
    Claim claim =
        switch (dice.below(4)) {
          case 0 -> new Claim.Equal(Trees.gradient(M, times(c, trace)), times(c, transpose(A)));
          case 1 ->
              new Claim.Equal(
                  Trees.gradient(M, times(c, transpose(u), M, v)), times(c, u, transpose(v)));
          case 2 ->
              new Claim.Equal(
                  Trees.gradient(M, times(c, square(minus(times(M, v), u)))),
                  times(c, Trees.TWO, minus(times(M, v), u), transpose(v)));
          default ->
              new Claim.Equal(
                  Trees.gradient(M, Trees.of(Tree.Operation.TRACE, times(M, transpose(M)))),
                  times(Trees.TWO, M));
        };
    return Draft.of(variables, claim);
  }

  /** With an arbitrary function of a number. */
  private static Draft chained(Dice dice) {
    Tree s = dice.of(times(transpose(B), W), square(W), times(transpose(W), A, W));
    Tree slope =
        s.equals(times(transpose(B), W))
            ? B
            : s.equals(square(W)) ? times(Trees.TWO, W) : times(sum(A, transpose(A)), W);
    Tree c = dice.number();
    Claim claim =
        new Claim.Equal(
            Trees.gradient(W, times(c, Trees.apply("g", s))), times(c, Trees.prime("g", s), slope));
    return Functions.arbitrary(Draft.of(variables(), claim), dice, "g(s)");
  }

  private static Draft hessians(Dice dice) {
    Tree r = minus(times(X, W), Y);
    Tree c = dice.number();
    Tree first = sum(times(c, Trees.TWO, transpose(X), r), times(letter("\\lambda"), W));
    return Draft.of(
        variables(),
        new Claim.Equal(
            new Tree.Derivative(false, W, first),
            sum(
                times(c, Trees.TWO, transpose(X), X),
                times(letter("\\lambda"), new Tree.Identity("d")))));
  }
}
