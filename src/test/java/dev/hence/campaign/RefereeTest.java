package dev.hence.campaign;

import static dev.hence.campaign.tree.Trees.call;
import static dev.hence.campaign.tree.Trees.derivative;
import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.number;
import static dev.hence.campaign.tree.Trees.power;
import static dev.hence.campaign.tree.Trees.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.campaign.Referee.Finding;
import dev.hence.campaign.tree.Elementary;
import dev.hence.campaign.tree.Grid;
import dev.hence.campaign.tree.Point;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import dev.hence.campaign.tree.World;
import java.util.Map;
import org.apfloat.Apfloat;
import org.junit.jupiter.api.Test;

/** The oracle tells true from false by itself. */
class RefereeTest {
  private static final Tree X = letter("x");

  private static Finding at(long x, Tree left, Tree right) {
    Point point = new Point(Map.of("x", Grid.of(x)), World.EMPTY, new Apfloat(1, 50));
    return Referee.at(new Claim.Equal(left, right), point);
  }

  @Test
  void derivativesAreDifferences() {
    Tree left = derivative(X, times(X, call(Elementary.SIN, X)));
    Tree right = Trees.sum(call(Elementary.SIN, X), times(X, call(Elementary.COS, X)));
    assertThat(at(3, left, right)).isEqualTo(Finding.HOLDS);
    assertThat(at(3, left, times(Trees.TWO, right))).isEqualTo(Finding.FAILS);
  }

  @Test
  void integralsAreQuadratures() {
    Tree integral = new Tree.Integral("s", Trees.ZERO, X, call(Elementary.EXP, letter("s")));
    Tree value = Trees.minus(call(Elementary.EXP, X), Trees.ONE);
    assertThat(at(2, integral, value)).isEqualTo(Finding.HOLDS);
    assertThat(at(2, integral, call(Elementary.EXP, X))).isEqualTo(Finding.FAILS);
  }

  @Test
  void domainsCount() {
    Tree square = call(Elementary.LOG, power(X, 2));
    Tree twice = times(Trees.TWO, call(Elementary.LOG, X));
    assertThat(at(-2, square, twice)).isEqualTo(Finding.RIGHT_UNDEFINED);
    assertThat(at(-2, twice, square)).isEqualTo(Finding.OUTSIDE);
    assertThat(at(2, square, twice)).isEqualTo(Finding.HOLDS);
  }

  @Test
  void elementaryFunctionsAreThoseOfMathematics() {
    Tree one = Trees.ONE;
    Tree sine = power(call(Elementary.SIN, X), 2);
    Tree cosine = power(call(Elementary.COS, X), 2);
    assertThat(at(29, Trees.sum(sine, cosine), one)).isEqualTo(Finding.HOLDS);
    assertThat(at(7, call(Elementary.LOG, call(Elementary.EXP, X)), X)).isEqualTo(Finding.HOLDS);
    assertThat(at(1, call(Elementary.SIN, times(new Tree.Pi(), X)), number(0)))
        .isEqualTo(Finding.HOLDS);
    assertThat(at(1, times(number(4), call(Elementary.ARCTAN, X)), new Tree.Pi()))
        .isEqualTo(Finding.HOLDS);
  }
}
