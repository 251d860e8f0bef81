package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.inverse;
import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.minus;
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
import java.util.ArrayList;
import java.util.List;

/** Matrices and columns: products written out, transposes, traces, inverses, norms. */
final class MatrixAlgebra implements Source {
  private static final Tree A = letter("A");
  private static final Tree B = letter("B");
  private static final Tree C = letter("C");
  private static final Tree S = letter("S");
  private static final Tree R = letter("R");
  private static final Tree P = letter("P");
  private static final Tree U = letter("u");
  private static final Tree V = letter("v");
  private static final Tree Z = letter("z");
  private static final Tree I = new Tree.Identity("n");

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        MatrixAlgebra::products,
        MatrixAlgebra::products,
        MatrixAlgebra::transposes,
        MatrixAlgebra::traces,
        MatrixAlgebra::inverses,
        MatrixAlgebra::norms,
        MatrixAlgebra::entries,
        MatrixAlgebra::determinants);
  }

  /** A, C of m×n, B of n×m, S, R square, P symmetric, u, v of n, z of m. */
  private static List<Variable> variables() {
    return List.of(
        Variable.matrix("A", "m", "n"),
        Variable.matrix("C", "m", "n"),
        Variable.matrix("B", "n", "m"),
        Variable.matrix("S", "n", "n"),
        Variable.matrix("R", "n", "n"),
        Variable.matrix("P", "n", "n").in(Variable.Domain.SYMMETRIC),
        Variable.column("u", "n"),
        Variable.column("v", "n"),
        Variable.column("z", "m"),
        Variable.real("c"));
  }

  private static Draft equal(Tree left, Tree right) {
    return Draft.of(variables(), new Claim.Equal(left, right));
  }

  private static Tree operator(Tree operation, Tree argument) {
    return times(operation, argument);
  }

  /** A square matrix of size n. */
  private static Tree square0(Dice dice) {
    return dice.of(S, R, P, times(B, A), transpose(S), times(transpose(A), C), I);
  }

  /** (X + cY)(Z − W) written out. */
  private static Draft products(Dice dice) {
    List<Tree> left = List.of(square0(dice), scaled(dice, square0(dice)));
    List<Tree> right = List.of(square0(dice), scaled(dice, square0(dice)));
    List<Tree> terms = new ArrayList<>();
    for (Tree x : left) {
      for (Tree y : right) {
        terms.add(times(number(x), number(y), matrix(x), matrix(y)));
      }
    }
    Tree product = times(sum(left), sum(right));
    return dice.oneIn(2)
        ? equal(product, sum(dice.shuffled(terms)))
        : equal(times(product, V), sum(terms.stream().map(t -> operator(t, V)).toList()));
  }

  private static Tree scaled(Dice dice, Tree matrix) {
    return times(dice.of(letter("c"), dice.number()), matrix);
  }

  private static boolean isNumber(Tree tree) {
    return tree instanceof Tree.Rational || tree.equals(letter("c"));
  }

  private static Tree number(Tree tree) {
    return switch (tree) {
      case Tree.Negative n -> Trees.negative(number(n.of()));
      case Tree.Product p when isNumber(p.factors().getFirst()) -> p.factors().getFirst();
      default -> Trees.ONE;
    };
  }

  private static Tree matrix(Tree tree) {
    return switch (tree) {
      case Tree.Negative n -> matrix(n.of());
      case Tree.Product p when isNumber(p.factors().getFirst()) ->
          times(p.factors().subList(1, p.factors().size()));
      default -> tree;
    };
  }

  private static Draft transposes(Dice dice) {
    Tree x = square0(dice);
    Tree y = square0(dice);
    return switch (dice.below(3)) {
      case 0 -> equal(transpose(times(x, y)), times(turned(y), turned(x)));
      case 1 ->
          equal(
              transpose(sum(x, times(letter("c"), y))),
              sum(turned(x), times(letter("c"), turned(y))));
      default -> equal(times(transpose(U), times(x, V)), times(transpose(V), times(turned(x), U)));
    };
  }

  private static Tree turned(Tree tree) {
    return switch (tree) {
      case Tree.Identity i -> i;
      case Tree.Letter l when l.equals(P) -> l;
      case Tree.Of o when o.operation() == Tree.Operation.TRANSPOSE -> o.argument();
      case Tree.Product p ->
          times(p.factors().reversed().stream().map(MatrixAlgebra::turned).toList());
      default -> transpose(tree);
    };
  }

  private static Tree trace(Tree tree) {
    return Trees.of(Tree.Operation.TRACE, tree);
  }

  private static Draft traces(Dice dice) {
    Tree x = dice.of(S, R, P, times(B, A), transpose(S));
    Tree y = dice.of(S, R, P, times(B, A), transpose(R));
    return switch (dice.below(4)) {
      case 0 -> equal(trace(times(x, y)), trace(times(y, x)));
      case 1 -> equal(trace(times(A, x, B)), trace(times(x, B, A)));
      case 2 -> equal(trace(times(x, U, transpose(V))), times(transpose(V), x, U));
      default ->
          equal(
              trace(sum(times(letter("c"), x), y)),
              sum(times(letter("c"), trace(x)), trace(turned(y))));
    };
  }

  private static Draft inverses(Dice dice) {
    Tree c = letter("c");
    return switch (dice.below(5)) {
      case 0 -> equal(inverse(times(S, R)), times(inverse(R), inverse(S)));
      case 1 -> equal(times(inverse(S), sum(R, S)), sum(times(inverse(S), R), I));
      case 2 -> equal(transpose(inverse(S)), inverse(transpose(S)));
      case 3 -> equal(minus(inverse(S), inverse(R)), times(inverse(S), minus(R, S), inverse(R)));
      default ->
          equal(
              times(S, inverse(sum(S, times(c, I)))),
              minus(I, times(c, inverse(sum(S, times(c, I))))));
    };
  }

  private static Draft norms(Dice dice) {
    Tree c = dice.number();
    return switch (dice.below(3)) {
      case 0 ->
          equal(
              square(sum(U, times(c, V))),
              sum(
                  square(U),
                  times(Trees.TWO, c, transpose(U), V),
                  times(Trees.power(c, 2), square(V))));
      case 1 ->
          equal(
              square(minus(times(A, U), Z)),
              sum(
                  times(transpose(U), transpose(A), A, U),
                  times(Trees.number(-2), transpose(Z), A, U),
                  square(Z)));
      default ->
          equal(
              minus(square(sum(U, V)), square(minus(U, V))),
              times(Trees.number(4), transpose(V), U));
    };
  }

  private static Draft entries(Dice dice) {
    Tree i = letter("i");
    Tree j = letter("j");
    Tree k = letter("k");
    List<Variable> variables = new ArrayList<>(variables());
    variables.add(Variable.index("i", "n"));
    variables.add(Variable.index("j", "n"));
    Tree x = dice.of(S, R, P);
    Tree y = dice.of(S, R, P);
    Tree sum =
        Trees.total("k", Trees.ONE, letter("n"), times(Trees.entry(x, i, k), Trees.entry(y, k, j)));
    Claim claim =
        dice.oneIn(2)
            ? new Claim.Equal(Trees.entry(times(x, y), i, j), sum)
            : new Claim.Equal(
                Trees.entry(times(x, V), i),
                Trees.total(
                    "k", Trees.ONE, letter("n"), times(Trees.entry(x, i, k), Trees.entry(V, k))));
    return Draft.of(variables, claim);
  }

  private static Draft determinants(Dice dice) {
    Tree det = Trees.of(Tree.Operation.DETERMINANT, times(S, R));
    Tree s = Trees.of(Tree.Operation.DETERMINANT, S);
    Tree r = Trees.of(Tree.Operation.DETERMINANT, R);
    return dice.oneIn(2)
        ? equal(det, times(s, r))
        : equal(
            times(transpose(V), sum(P, transpose(S), S), V),
            sum(times(transpose(V), P, V), times(Trees.TWO, transpose(V), S, V)));
  }
}
