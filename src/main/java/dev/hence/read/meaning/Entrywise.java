package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What acts on every entry of a vector or matrix by itself. */
final class Entrywise {
  private static final List<String> LETTERS = List.of("i", "j", "k", "l", "r", "s", "p", "q");

  private final Context context;

  Entrywise(Context context) {
    this.context = context;
  }

  /** What follows the sign in {@code ^{\odot 2}} and {@code ^{\circ 2}}. */
  static Optional<Syntax> exponent(Syntax sup) {
    boolean marked =
        sup instanceof Syntax.Product p
            && p.factors().getFirst().value() instanceof Syntax.Name n
            && (n.base().equals("\\odot") || n.base().equals("\\circ"));
    if (!marked) {
      return Optional.empty();
    }
    List<Syntax.Factor> rest = ((Syntax.Product) sup).factors();
    rest = rest.subList(1, rest.size());
    Syntax.Factor first = rest.getFirst();
    boolean single = rest.size() == 1 && !first.negated();
    return Optional.of(single ? first.value() : new Syntax.Product(rest, sup.span()));
  }

  /** The power of every entry. */
  Expr power(Expr base, Expr exponent, Span span) {
    if (base.shape().isScalar()) {
      return new Expr.Power(base, exponent);
    }
    Optional<Expr> square = small(base, exponent);
    return square.orElseGet(
        () ->
            each(
                List.of(base),
                base.shape(),
                entries -> new Expr.Power(entries.getFirst(), exponent)));
  }

  private static Optional<Expr> small(Expr base, Expr exponent) {
    boolean two = exponent.equals(new Expr.Literal(Rational.of(2)));
    return two ? Optional.of(new Expr.Hadamard(base, base)) : Optional.empty();
  }

  /** The quotient of the entries. */
  Expr quotient(Expr numerator, Expr denominator, Span span) {
    if (denominator.shape().isScalar()) {
      return new Expr.Divide(numerator, denominator);
    }
    Expr a = OpenSizes.like(numerator, denominator.shape());
    Expr b = OpenSizes.like(denominator, a.shape());
    if (!a.shape().isScalar()) {
      Shapes.requireSame(a, b, "an entrywise quotient", span);
    }
    return each(
        List.of(a, b), b.shape(), entries -> new Expr.Divide(entries.get(0), entries.get(1)));
  }

  /** A value computed from every entry. */
  Expr each(Expr body, UnaryOperator<Expr> value) {
    return body.shape().isScalar()
        ? value.apply(body)
        : each(List.of(body), body.shape(), entries -> value.apply(entries.getFirst()));
  }

  /** A value computed from the entries of several of one shape, and from numbers. */
  Expr each(List<Expr> parts, Shape shape, Function<List<Expr>, Expr> value) {
    List<String> letters = fresh(shape, parts);
    List<Expr> entries =
        parts.stream().map(p -> p.shape().isScalar() ? p : entry(p, letters)).toList();
    return family(letters, shape, value.apply(entries));
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
    return new Expr.Entry(
        body, letters.stream().map(letter -> (Expr) new Expr.Index(letter)).toList());
  }

  private static Expr family(List<String> letters, Shape shape, Expr body) {
    return new Expr.Family(letters, ranges(shape), body, shape);
  }

  static List<Range> ranges(Shape shape) {
    return switch (shape) {
      case Shape.Scalar s -> List.of();
      case Shape.Vector v -> List.of(upTo(v.size()));
      case Shape.Row r -> List.of(upTo(r.size()));
      case Shape.Matrix m -> List.of(upTo(m.rows()), upTo(m.columns()));
    };
  }

  static Range upTo(Size size) {
    return new Range(new Expr.Literal(Rational.ONE), Integers.of(size));
  }

  /** Letters that stand neither in the parts nor for an index of the author's. */
  List<String> fresh(Shape shape, List<Expr> parts) {
    Set<String> taken = new HashSet<>(context.letters().keySet());
    taken.addAll(context.scope().ranges().keySet());
    parts.forEach(part -> Trees.walk(part, node -> letters(node, taken)));
    List<String> free = new ArrayList<>();
    Stream.concat(LETTERS.stream(), Stream.iterate("i'", letter -> letter + "'"))
        .filter(letter -> !taken.contains(letter))
        .limit(ranges(shape).size())
        .forEach(free::add);
    return free;
  }

  private static void letters(Expr node, Set<String> taken) {
    switch (node) {
      case Expr.Index i -> taken.add(i.letter());
      case Expr.Sum s -> taken.add(s.letter());
      case Expr.Family f -> taken.addAll(f.letters());
      case Expr.Expectation e -> taken.addAll(e.lettersBound());
      case Expr.Ref r -> taken.add(r.name().latex());
      case Expr.SizeOf s -> taken.addAll(s.size().keys());
      default -> {}
    }
  }
}
