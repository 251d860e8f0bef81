package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.member;
import static dev.hence.campaign.tree.Trees.power;
import static dev.hence.campaign.tree.Trees.square;
import static dev.hence.campaign.tree.Trees.sum;
import static dev.hence.campaign.tree.Trees.times;
import static dev.hence.campaign.tree.Trees.total;
import static dev.hence.campaign.tree.Trees.transpose;

import dev.hence.campaign.Claim;
import dev.hence.campaign.Dice;
import dev.hence.campaign.Draft;
import dev.hence.campaign.Variable;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import java.util.List;

/** Labels, accents, primes, powers, transposes and indices above and below letters. */
final class Scripts implements Source {
  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice,
        Scripts::labels,
        Scripts::labels,
        Scripts::layers,
        Scripts::matrices,
        Scripts::powers,
        Scripts::members);
  }

  private static final List<String> LABELLED =
      List.of(
          "x'",
          "\\hat{x}",
          "\\tilde{x}",
          "\\bar{y}",
          "w_{\\text{out}}",
          "w_{\\mathrm{in}}",
          "\\mathbf{b}",
          "\\mathcal{L}",
          "u^{(1)}",
          "u^{(2)}",
          "z_0",
          "z_1",
          "\\theta_\\star",
          "\\varphi",
          "h_{t}");

  private static Draft labels(Dice dice) {
    List<String> names = dice.some(2, LABELLED.subList(0, LABELLED.size() - 1));
    List<Tree> letters = names.stream().map(Trees::letter).toList();
    Polynomial p = Polynomial.random(letters, dice, 2);
    Polynomial q = Polynomial.random(letters, dice, 1);
    return Draft.of(
        names.stream().map(Variable::real).toList(),
        new Claim.Equal(times(p.tree(dice), q.tree(dice)), p.times(q).tree(dice)));
  }

  private static Draft layers(Dice dice) {
    Tree w1 = letter("W^{(1)}");
    Tree w2 = letter("W^{(2)}");
    Tree x = letter("x");
    List<Variable> variables =
        List.of(
            Variable.matrix("W^{(1)}", "n", "n"),
            Variable.matrix("W^{(2)}", "n", "n"),
            Variable.column("x", "n"));
    Claim claim =
        switch (dice.below(3)) {
          case 0 ->
              new Claim.Equal(
                  transpose(times(w2, w1, x)), times(transpose(x), transpose(w1), transpose(w2)));
          case 1 -> new Claim.Equal(times(sum(w1, w2), x), sum(times(w2, x), times(w1, x)));
          default ->
              new Claim.Equal(square(times(w2, x)), times(transpose(x), transpose(w2), w2, x));
        };
    return Draft.of(variables, claim);
  }

  private static Draft matrices(Dice dice) {
    Tree a = letter("A");
    Tree i = letter("i");
    Tree j = letter("j");
    Tree k = letter("k");
    List<Variable> variables =
        List.of(Variable.matrix("A", "n", "n"), Variable.index("i", "n"), Variable.index("j", "n"));
    Claim claim =
        switch (dice.below(3)) {
          case 0 ->
              new Claim.Equal(
                  Trees.entry(power(a, 2), i, j),
                  total(
                      "k",
                      Trees.ONE,
                      letter("n"),
                      times(Trees.entry(a, i, k), Trees.entry(a, k, j))));
          case 1 -> new Claim.Equal(Trees.entry(transpose(a), i, j), Trees.entry(a, j, i));
          default ->
              new Claim.Equal(
                  Trees.entry(times(transpose(a), a), i, j),
                  total(
                      "k",
                      Trees.ONE,
                      letter("n"),
                      times(Trees.entry(a, k, i), Trees.entry(a, k, j))));
        };
    return Draft.of(variables, claim);
  }

  private static Draft powers(Dice dice) {
    Tree a = letter("A");
    int p = dice.between(1, 3);
    int q = dice.between(1, 2);
    Tree t = transpose(a);
    List<Variable> variables = List.of(Variable.matrix("A", "n", "n"));
    return Draft.of(
        variables,
        dice.oneIn(2)
            ? new Claim.Equal(times(power(a, p), power(a, q)), power(a, p + q))
            : new Claim.Equal(transpose(power(a, 2)), times(t, t)));
  }

  /** Entries of members of a family. */
  private static Draft members(Dice dice) {
    Tree i = letter("i");
    Tree k = letter("k");
    Tree x = member("x", i);
    Tree w = letter("w");
    List<Variable> variables =
        List.of(
            Variable.columns("x", "d", "n"), Variable.column("w", "d"), Variable.index("i", "n"));
    Tree sum = total("k", Trees.ONE, letter("d"), times(Trees.entry(w, k), Trees.entry(x, k)));
    return Draft.of(variables, new Claim.Equal(times(transpose(w), x), sum));
  }
}
