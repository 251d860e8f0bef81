package dev.hence.read.elaborate;

import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.FreeLetters;
import dev.hence.expr.Law;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import java.util.List;
import java.util.Optional;

/** Over what a mean is taken. */
sealed interface Chosen {
  /** The mean of a body. */
  Expr mean(Expr body);

  /** Whether a formula can change with it. */
  boolean isIn(Expr expr, Dependence reach);

  /** The formulas of its law. */
  List<Expr> law();

  /**
   * An index.
   *
   * @param weight the probabilities; empty if all are alike
   */
  record Letter(String letter, Range range, Optional<Expr> weight) implements Chosen {
    @Override
    public Expr mean(Expr body) {
      Expr summand = weight.<Expr>map(w -> new Expr.Multiply(w, body)).orElse(body);
      Expr sum = new Expr.Sum(false, letter, range, List.of(), summand);
      return weight.isPresent() ? sum : new Expr.Multiply(Weights.uniform(range), sum);
    }

    @Override
    public boolean isIn(Expr expr, Dependence reach) {
      return FreeLetters.has(expr, letter);
    }

    @Override
    public List<Expr> law() {
      return weight.stream().toList();
    }
  }

  /** A random name, or all members of a family of them. */
  record Value(Name name, List<String> letters, List<Range> ranges, Law distribution)
      implements Chosen {
    public Value {
      letters = List.copyOf(letters);
      ranges = List.copyOf(ranges);
    }

    @Override
    public Expr mean(Expr body) {
      return new Expr.Expectation(name, letters, ranges, distribution, body);
    }

    @Override
    public boolean isIn(Expr expr, Dependence reach) {
      return reach.depends(expr, name);
    }

    @Override
    public List<Expr> law() {
      return distribution.parts();
    }
  }
}
