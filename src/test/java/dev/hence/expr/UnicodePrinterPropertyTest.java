package dev.hence.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees that differ by more than associativity never print alike. */
class UnicodePrinterPropertyTest {
  private static final List<String> LETTERS = List.of("a", "b", "f");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void printsDistinctTreesDistinctly(long seed) {
    Random random = new Random(seed);
    UnicodePrinter printer = new UnicodePrinter(Notation.UNKNOWN);
    Map<String, Expr> seen = new HashMap<>();
    for (int k = 0; k < 40_000; k++) {
      Expr tree = reassociated(tree(random, 1 + random.nextInt(4)));
      String text = printer.print(tree);
      Expr earlier = seen.putIfAbsent(text, tree);
      assertThat(earlier == null || earlier.equals(tree))
          .as("seed %d: %s is %s and %s", seed, text, tree, earlier)
          .isTrue();
    }
    assertThat(seen).hasSizeGreaterThan(5_000);
  }

  private static Expr tree(Random random, int size) {
    if (size <= 1) {
      int leaf = random.nextInt(LETTERS.size() + 2);
      return leaf < LETTERS.size()
          ? new Expr.Ref(new Name(LETTERS.get(leaf)), List.of(), Shape.SCALAR)
          : new Expr.Literal(Rational.of(leaf - LETTERS.size() + 1));
    }
    int first = 1 + random.nextInt(size - 1);
    Expr left = tree(random, first);
    Expr right = tree(random, Math.max(1, size - first));
    Range range = new Range(new Expr.Literal(Rational.ONE), new Expr.SizeOf(Size.named("N")));
    Name name = new Name(LETTERS.get(random.nextInt(LETTERS.size())));
    Expr.Ref variable = new Expr.Ref(name, List.of(), Shape.SCALAR);
    return switch (random.nextInt(16)) {
      case 0, 1 -> new Expr.Add(List.of(left, right));
      case 2 -> new Expr.Negate(left);
      case 3, 4 -> new Expr.Multiply(left, right);
      case 5 -> new Expr.Divide(left, right);
      case 6 -> new Expr.Power(left, right);
      case 7 -> new Expr.Sum(false, "j", range, List.of(), left);
      case 8 -> new Expr.Call(name, List.of(), List.of(left), List.of(), Shape.SCALAR);
      case 9 -> new Expr.Root(left, 2);
      case 10 -> new Expr.Abs(left);
      case 11 -> new Expr.Hadamard(left, right);
      case 12 -> new Expr.Derivative(left, variable);
      case 13 -> new Expr.TimeDerivative(left);
      case 14 -> new Expr.Integral(name, left, right, left);
      case 15 -> new Expr.Substituted(left, variable, right);
      default -> throw new AssertionError();
    };
  }

  /** The tree with sums flat and products of numbers leaning left. */
  private static Expr reassociated(Expr expr) {
    return Trees.map(
        expr,
        e ->
            switch (e) {
              case Expr.Add a -> new Expr.Add(terms(a));
              case Expr.Multiply(Expr left, Expr.Multiply right) ->
                  reassociated(
                      new Expr.Multiply(
                          reassociated(new Expr.Multiply(left, right.left())), right.right()));
              case Expr.Hadamard(Expr left, Expr.Hadamard right) ->
                  reassociated(
                      new Expr.Hadamard(
                          reassociated(new Expr.Hadamard(left, right.left())), right.right()));
              default -> e;
            });
  }

  private static List<Expr> terms(Expr.Add add) {
    List<Expr> terms = new ArrayList<>();
    add.terms().forEach(t -> terms.addAll(t instanceof Expr.Add inner ? terms(inner) : List.of(t)));
    return terms;
  }
}
