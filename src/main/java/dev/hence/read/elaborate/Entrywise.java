package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Makes expressions that act on every entry of a vector or matrix by itself. */
final class Entrywise {
  private static final List<String> LETTERS = List.of("i", "j", "k", "l", "r", "s", "p", "q");

  private final Context context;

  Entrywise(Context context) {
    this.context = context;
  }

  Expr each(Expr body, UnaryOperator<Expr> value) {
    return body.shape().isScalar()
        ? value.apply(body)
        : each(List.of(body), body.shape(), entries -> value.apply(entries.getFirst()));
  }

  /** A value computed from the entries of several of one shape, and from numbers. */
  Expr each(List<Expr> parts, Shape shape, Function<List<Expr>, Expr> value) {
    if (shape.isScalar()) {
      return value.apply(parts);
    }
    List<String> letters = fresh(shape, parts);
    List<Expr> entries =
        parts.stream().map(p -> p.shape().isScalar() ? p : entry(p, letters)).toList();
    return new Expr.Family(letters, ranges(shape), value.apply(entries), shape);
  }

  /** The sum of a value computed from every entry. */
  Expr sum(Expr body, UnaryOperator<Expr> value) {
    List<String> letters = fresh(body.shape(), List.of(body));
    List<Range> ranges = ranges(body.shape());
    Expr sum = value.apply(entry(body, letters));
    for (int k = letters.size() - 1; k >= 0; k--) {
      sum = new Expr.Sum(false, letters.get(k), ranges.get(k), List.of(), sum);
    }
    return sum;
  }

  private static Expr entry(Expr body, List<String> letters) {
    return new Expr.Entry(body, letters.stream().<Expr>map(Expr.Index::new).toList());
  }

  static List<Range> ranges(Shape shape) {
    return shape.sizes().stream().map(Entrywise::upTo).toList();
  }

  static Range upTo(Size size) {
    return new Range(new Expr.Literal(Rational.ONE), SizeForm.expr(size));
  }

  /** Letters that stand neither in the parts nor for an index of the author's. */
  List<String> fresh(Shape shape, List<Expr> parts) {
    Set<String> taken = new HashSet<>(context.letters().keySet());
    taken.addAll(context.scope().ranges().keySet());
    parts.forEach(part -> Trees.walk(part, node -> letters(node, taken)));
    return Stream.concat(LETTERS.stream(), Stream.iterate("i'", letter -> letter + "'"))
        .filter(letter -> !taken.contains(letter))
        .limit(shape.sizes().size())
        .toList();
  }

  private static void letters(Expr node, Set<String> taken) {
    switch (node) {
      case Expr.Index i -> taken.add(i.letter());
      case Expr.Sum s -> taken.add(s.letter());
      case Expr.Family f -> taken.addAll(f.letters());
      case Expr.Expectation e -> taken.addAll(e.lettersBound());
      case Expr.Ref r -> taken.add(r.name().latex());
      case Expr.SizeOf s -> taken.addAll(s.size().keys());
      default -> {
        // Nothing else holds letters of its own.
      }
    }
  }
}
