package dev.hence.read.meaning;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.BigOperatorKind;
import dev.hence.read.math.Syntax;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In which order the factors of a product over an index stand: up or down, {@code W_N W_{N-1}
 * \cdots W_1}, {@code \prod_{j=N}^{1} W_j}. It matters for matrices.
 */
final class FactorOrder {
  private final Context context;
  private final Syntax.BigOperator written;

  FactorOrder(Context context, Syntax.BigOperator written) {
    this.context = context;
    this.written = written;
  }

  /**
   * The product.
   *
   * @throws Misread if its factors do not fit, or may stand in two orders
   */
  Expr of(String letter, Range range, List<Condition> conditions, Expr body) {
    boolean up = isNever(range, -1);
    Range mirrored = new Range(/* lower= */ range.upper(), /* upper= */ range.lower());
    boolean down = isNever(mirrored, -1);
    boolean dots = written.kind() == BigOperatorKind.CHAIN;
    if (dots && !up && !down) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          written.span(),
          "the factors between the dots may go up or down",
          "write two factors before the dots, such as W_N W_{N-1} \\cdots W_{j+1}");
    }
    boolean falls = down && !up;
    Range rising = falls ? mirrored : range;
    if (body.shape().isScalar()) {
      return new Expr.Sum(true, letter, rising, conditions, body);
    }
    Expr factor = falls ? mirrored(letter, rising, body) : body;
    Expr.Sum product = new Expr.Sum(true, letter, rising, conditions, factor);
    requireChain(product, dots || falls);
    return product;
  }

  /** Whether a range, whatever its letters and sizes, never ends by more before it begins. */
  private boolean isNever(Range range, int least) {
    Optional<Size> lower = SizeForm.of(range.lower());
    Optional<Size> upper = SizeForm.of(range.upper());
    if (lower.isEmpty() || upper.isEmpty()) {
      return false;
    }
    return ends(upper.get().plus(lower.get().times(Size.fixed(-1))), new HashSet<>()).stream()
        .allMatch(length -> least(length) >= least);
  }

  /** A size with its letters at both ends of their ranges. */
  private Set<Size> ends(Size size, Set<String> within) {
    Optional<String> open = size.letters().stream().filter(within::add).findFirst();
    if (open.isEmpty()) {
      return Set.of(size);
    }
    Set<Size> all = new HashSet<>();
    Optional<Range> range = context.range(open.get());
    if (range.isEmpty()) {
      return Set.of(size);
    }
    for (Expr end : List.of(range.get().lower(), range.get().upper())) {
      Optional<Size> value = SizeForm.of(end);
      Size at = value.map(v -> size.with(Map.of(open.get(), v))).orElse(size);
      all.addAll(ends(at, new HashSet<>(within)));
    }
    return all;
  }

  /** The least value of a size where the named ones are at least 1; very small if there is none. */
  private static int least(Size size) {
    boolean rising =
        size.letters().isEmpty()
            && size.terms().stream().allMatch(t -> t.parts().isEmpty() || t.coefficient() > 0);
    Map<String, Integer> ones = new HashMap<>();
    size.keys().forEach(key -> ones.put(key, 1));
    return rising ? size.value(ones, Map.of()).orElse(Integer.MIN_VALUE) : Integer.MIN_VALUE;
  }

  /** The body with first + last − k for k. */
  private static Expr mirrored(String letter, Range range, Expr body) {
    Expr mirror =
        SizeForm.expr(
            SizeForm.of(range.lower())
                .orElseThrow()
                .plus(SizeForm.of(range.upper()).orElseThrow())
                .plus(Size.letter(letter).times(Size.fixed(-1))));
    return new dev.hence.read.iteration.Substituting(letter, mirror).of(body);
  }

  /** Each factor must fit the next one. */
  private void requireChain(Expr.Sum product, boolean ordered) {
    if (!(product.body().shape() instanceof Shape.Matrix m)) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          written.span(),
          "the factors of a product are numbers or matrices, not " + product.body().shape(),
          "");
    }
    Size next = m.rows().with(Map.of(product.letter(), Size.letter(product.letter()).plus(1)));
    if (!m.columns().equals(next)) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          written.span(),
          "a factor of this product, " + m + ", does not fit the next one",
          "the columns of each factor must be as many as the rows of the next");
    }
    boolean constant = m.rows().equals(next) && !ordered;
    if (constant) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          written.span(),
          "the matrices of this product may stand in either order",
          "write the order: W_1 W_2 \\cdots W_n, W_n \\cdots W_1, or \\prod_{j=n}^{1} W_j");
    }
  }
}
