package dev.hence.read.elaborate;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.text.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** In which order the factors of a product over an index stand: up or down. */
final class FactorOrder {
  private final Context context;
  private final Span span;

  FactorOrder(Context context, Span span) {
    this.context = context;
    this.span = span;
  }

  Expr product(String letter, Range range, List<Condition> conditions, Expr body, Build build) {
    Range mirrored = new Range(/* lower= */ range.upper(), /* upper= */ range.lower());
    boolean falls = isRising(mirrored) && !isRising(range);
    if (body.shape().isScalar()) {
      return new Expr.Sum(true, letter, falls ? mirrored : range, conditions, body);
    }
    boolean chain =
        !falls
            && body.shape() instanceof Shape.Matrix m
            && m.columns().equals(next(m.rows(), letter))
            && !m.rows().equals(m.columns());
    return chain
        ? new Expr.Sum(true, letter, range, conditions, body)
        : build.refuse(
            new Refusal.Several(
                span,
                "the order of matrices in a product",
                List.of("W_1 W_2 \\cdots W_n", "W_n \\cdots W_1")));
  }

  private static Size next(Size size, String letter) {
    return size.with(Map.of(letter, Size.letter(letter).plus(1)));
  }

  /** Whether a range, whatever its letters and sizes, never ends by more before it begins. */
  private boolean isRising(Range range) {
    Optional<Size> lower = SizeForm.of(range.lower());
    Optional<Size> upper = SizeForm.of(range.upper());
    return lower.isPresent()
        && upper.isPresent()
        && ends(upper.get().plus(lower.get().times(Size.fixed(-1))), new HashSet<>()).stream()
            .allMatch(length -> least(length) >= -1);
  }

  /** A size with its letters at both ends of their ranges. */
  private Set<Size> ends(Size size, Set<String> within) {
    Optional<String> open = size.letters().stream().filter(within::add).findFirst();
    Optional<Range> range = open.flatMap(context::range);
    if (range.isEmpty()) {
      return Set.of(size);
    }
    Set<Size> all = new HashSet<>();
    for (Expr end : List.of(range.get().lower(), range.get().upper())) {
      Size at = SizeForm.of(end).map(v -> size.with(Map.of(open.get(), v))).orElse(size);
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
}
