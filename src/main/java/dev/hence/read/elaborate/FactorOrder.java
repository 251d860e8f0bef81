package dev.hence.read.elaborate;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
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
    boolean falls = falls(range);
    if (body.shape().isScalar()) {
      return new Expr.Sum(true, letter, falls ? mirrored(range) : range, conditions, body);
    }
    if (falls && conditions.isEmpty() && isMatrix(body) && !binds(body, letter)) {
      Expr last = replaced(body, letter, opposite(letter, range));
      return written(letter, mirrored(range), last, build);
    }
    boolean square = !(body.shape() instanceof Shape.Matrix m) || m.rows().equals(m.columns());
    return falls || square ? refuseOrder(build) : chain(letter, range, conditions, body, build);
  }

  /** The product of factors that are written out: they stand in the order that is written. */
  Expr written(String letter, Series series, Build build) {
    Range range = series.range();
    boolean falls = falls(range);
    if (!falls && !isRising(range)) {
      return build.refuse(
          new Refusal.Several(
              span,
              "which factors the dots stand for",
              List.of("factors that go up", "that go down")));
    }
    boolean mirror = falls && isMatrix(series.first());
    Expr number = mirror ? opposite(letter, range) : new Expr.Index(letter);
    Expr term = series.term(number).orElseThrow();
    return written(letter, falls ? mirrored(range) : range, term, build);
  }

  private Expr written(String letter, Range range, Expr term, Build build) {
    boolean square = term.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns());
    return term.shape().isScalar() || square
        ? new Expr.Sum(true, letter, range, List.of(), term)
        : chain(letter, range, List.of(), term, build);
  }

  /** Each factor fits the next one. */
  private Expr chain(
      String letter, Range range, List<Condition> conditions, Expr body, Build build) {
    boolean chain =
        body.shape() instanceof Shape.Matrix m && m.columns().equals(next(m.rows(), letter));
    return chain ? new Expr.Sum(true, letter, range, conditions, body) : refuseOrder(build);
  }

  private Expr refuseOrder(Build build) {
    return build.refuse(
        new Refusal.Several(
            span,
            "the order of matrices in a product",
            List.of("W_1 W_2 \\cdots W_n", "W_n \\cdots W_1")));
  }

  private static boolean isMatrix(Expr expr) {
    return expr.shape() instanceof Shape.Matrix;
  }

  private boolean falls(Range range) {
    return isRising(mirrored(range)) && !isRising(range);
  }

  private static Range mirrored(Range range) {
    return new Range(/* lower= */ range.upper(), /* upper= */ range.lower());
  }

  /** The number at the same distance from the other end. */
  private static Expr opposite(String letter, Range range) {
    Size sum =
        SizeForm.of(range.lower()).orElseThrow().plus(SizeForm.of(range.upper()).orElseThrow());
    return SizeForm.expr(sum.plus(Size.letter(letter).times(Size.fixed(-1))));
  }

  private static boolean binds(Expr body, String letter) {
    return Trees.any(body, e -> e instanceof Expr.Sum s && s.letter().equals(letter));
  }

  private Expr replaced(Expr body, String letter, Expr by) {
    return Trees.map(body, e -> e.equals(new Expr.Index(letter)) ? by : Series.shaped(e, context));
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
