package dev.hence.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Walking and rebuilding expression trees. */
public final class Trees {
  private Trees() {}

  /** The parts of a node, in the order in which they are written. */
  public static List<Expr> children(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> List.of();
      case Expr.Pi p -> List.of();
      case Expr.Index i -> List.of();
      case Expr.SizeOf s -> letters(s);
      case Expr.Identity i -> List.of();
      case Expr.Filled f -> List.of();
      case Expr.Ref r -> r.indices();
      case Expr.Call c -> join(c.indices(), c.arguments());
      case Expr.Add a -> a.terms();
      case Expr.Negate n -> List.of(n.body());
      case Expr.Multiply m -> List.of(m.left(), m.right());
      case Expr.Hadamard h -> List.of(h.left(), h.right());
      case Expr.Kronecker k -> List.of(k.left(), k.right());
      case Expr.Vectorised v -> List.of(v.body());
      case Expr.Divide d -> List.of(d.numerator(), d.denominator());
      case Expr.Power p -> List.of(p.base(), p.exponent());
      case Expr.Root r -> List.of(r.body());
      case Expr.Apply a -> List.of(a.argument());
      case Expr.MatrixExponential m -> List.of(m.argument());
      case Expr.Abs a -> List.of(a.body());
      case Expr.Extremum e -> e.options();
      case Expr.Cases c ->
          List.of(c.condition().left(), c.condition().right(), c.then(), c.otherwise());
      case Expr.Inner i -> List.of(i.left(), i.right());
      case Expr.Norm n -> List.of(n.body());
      case Expr.Transpose t -> List.of(t.body());
      case Expr.Trace t -> List.of(t.body());
      case Expr.Determinant d -> List.of(d.body());
      case Expr.Diagonal d -> List.of(d.body());
      case Expr.Entry e -> join(List.of(e.body()), e.indices());
      case Expr.Stack s -> s.entries();
      case Expr.Family f -> {
        List<Expr> parts = new ArrayList<>();
        f.ranges().forEach(range -> parts.addAll(ends(range)));
        parts.add(f.body());
        yield parts;
      }
      case Expr.Sum s -> {
        List<Expr> parts = new ArrayList<>(ends(s.range()));
        for (Condition condition : s.conditions()) {
          parts.add(condition.left());
          parts.add(condition.right());
        }
        parts.add(s.body());
        yield parts;
      }
      case Expr.Integral i -> List.of(i.lower(), i.upper(), i.body());
      case Expr.Expectation e -> {
        List<Expr> parts = new ArrayList<>();
        e.ranges().forEach(range -> parts.addAll(ends(range)));
        parts.addAll(e.law().parts());
        parts.add(e.body());
        yield parts;
      }
      case Expr.At a -> List.of(a.body(), a.time());
      case Expr.TimeDerivative t -> List.of(t.body());
      case Expr.Derivative d -> List.of(d.body(), d.variable());
      case Expr.Substituted s -> List.of(s.body(), s.variable(), s.value());
    };
  }

  private static List<Expr> letters(Expr.SizeOf sizeOf) {
    return sizeOf.size().letters().stream().<Expr>map(Expr.Index::new).toList();
  }

  private static Expr resized(Expr.SizeOf sizeOf, List<Expr> parts) {
    List<Size> sizes = SizeForm.all(parts).orElseThrow(IllegalArgumentException::new);
    Map<String, Size> values = new HashMap<>();
    int k = 0;
    for (String letter : sizeOf.size().letters()) {
      values.put(letter, sizes.get(k++));
    }
    return SizeForm.expr(sizeOf.size().with(values));
  }

  /**
   * The node with other parts, as many as {@link #children} gave.
   *
   * @throws IllegalArgumentException if a derivative is given anything but a name to differentiate
   *     by
   */
  public static Expr rebuilt(Expr expr, List<Expr> parts) {
    return switch (expr) {
      case Expr.Literal l -> l;
      case Expr.Pi p -> p;
      case Expr.Index i -> i;
      case Expr.SizeOf s -> parts.isEmpty() ? s : resized(s, parts);
      case Expr.Identity i -> i;
      case Expr.Filled f -> f;
      case Expr.Ref r -> new Expr.Ref(r.name(), parts, r.shape());
      case Expr.Call c -> {
        int n = c.indices().size();
        yield new Expr.Call(
            c.function(),
            parts.subList(0, n),
            parts.subList(n, parts.size()),
            c.slots(),
            c.shape());
      }
      case Expr.Add a -> new Expr.Add(parts);
      case Expr.Negate n -> new Expr.Negate(parts.getFirst());
      case Expr.Multiply m -> new Expr.Multiply(parts.get(0), parts.get(1));
      case Expr.Hadamard h -> new Expr.Hadamard(parts.get(0), parts.get(1));
      case Expr.Kronecker k -> new Expr.Kronecker(parts.get(0), parts.get(1));
      case Expr.Vectorised v -> new Expr.Vectorised(parts.getFirst());
      case Expr.Divide d -> new Expr.Divide(parts.get(0), parts.get(1));
      case Expr.Power p -> new Expr.Power(parts.get(0), parts.get(1));
      case Expr.Root r -> new Expr.Root(parts.getFirst(), r.degree());
      case Expr.Apply a -> new Expr.Apply(a.function(), parts.getFirst());
      case Expr.MatrixExponential m -> new Expr.MatrixExponential(parts.getFirst());
      case Expr.Abs a -> new Expr.Abs(parts.getFirst());
      case Expr.Extremum e -> new Expr.Extremum(e.largest(), parts);
      case Expr.Cases c ->
          new Expr.Cases(
              new Condition(parts.get(0), c.condition().relation(), parts.get(1)),
              parts.get(2),
              parts.get(3),
              c.open());
      case Expr.Inner i -> new Expr.Inner(parts.get(0), parts.get(1));
      case Expr.Norm n -> new Expr.Norm(parts.getFirst());
      case Expr.Transpose t -> new Expr.Transpose(parts.getFirst());
      case Expr.Trace t -> new Expr.Trace(parts.getFirst());
      case Expr.Determinant d -> new Expr.Determinant(parts.getFirst());
      case Expr.Diagonal d -> new Expr.Diagonal(parts.getFirst(), d.shape());
      case Expr.Entry e -> new Expr.Entry(parts.getFirst(), parts.subList(1, parts.size()));
      case Expr.Stack s -> new Expr.Stack(parts, s.shape());
      case Expr.Family f -> {
        List<Range> ranges = ranges(parts.subList(0, parts.size() - 1));
        yield new Expr.Family(f.letters(), ranges, parts.getLast(), f.shape());
      }
      case Expr.Sum s -> {
        List<Condition> conditions = new ArrayList<>();
        for (int k = 0; k < s.conditions().size(); k++) {
          conditions.add(
              new Condition(
                  parts.get(2 + 2 * k), s.conditions().get(k).relation(), parts.get(3 + 2 * k)));
        }
        Range range = new Range(parts.get(0), parts.get(1));
        yield new Expr.Sum(s.fold(), s.letter(), range, conditions, parts.getLast());
      }
      case Expr.Integral i ->
          new Expr.Integral(i.variable(), parts.get(0), parts.get(1), parts.get(2));
      case Expr.Expectation e -> {
        int ends = 2 * e.ranges().size();
        yield new Expr.Expectation(
            e.variable(),
            e.letters(),
            ranges(parts.subList(0, ends)),
            e.law().with(parts.subList(ends, parts.size() - 1)),
            parts.getLast());
      }
      case Expr.At a -> new Expr.At(parts.get(0), parts.get(1));
      case Expr.TimeDerivative t -> new Expr.TimeDerivative(parts.getFirst());
      case Expr.Derivative d -> new Expr.Derivative(parts.get(0), name(parts.get(1)));
      case Expr.Substituted s ->
          new Expr.Substituted(parts.get(0), name(parts.get(1)), parts.get(2));
    };
  }

  /** Visits a tree, the node before its parts. */
  public static void walk(Expr expr, Consumer<Expr> visitor) {
    visitor.accept(expr);
    for (Expr child : children(expr)) {
      walk(child, visitor);
    }
  }

  /**
   * Whether a node of the tree satisfies a predicate. Without streams, for it is asked of every
   * formula many times, and mostly by a Java that has just started.
   */
  public static boolean any(Expr expr, Predicate<Expr> predicate) {
    if (predicate.test(expr)) {
      return true;
    }
    for (Expr child : children(expr)) {
      if (any(child, predicate)) {
        return true;
      }
    }
    return false;
  }

  /** Replaces parts from the leaves up. */
  public static Expr map(Expr expr, UnaryOperator<Expr> change) {
    List<Expr> parts = children(expr);
    if (parts.isEmpty()) {
      return change.apply(expr);
    }
    return change.apply(rebuilt(expr, parts.stream().map(p -> map(p, change)).toList()));
  }

  private static Expr.Ref name(Expr expr) {
    if (expr instanceof Expr.Ref ref) {
      return ref;
    }
    throw new IllegalArgumentException("not a name to differentiate by: " + expr);
  }

  private static List<Range> ranges(List<Expr> ends) {
    List<Range> ranges = new ArrayList<>();
    for (int k = 0; k < ends.size(); k += 2) {
      ranges.add(new Range(ends.get(k), ends.get(k + 1)));
    }
    return ranges;
  }

  private static List<Expr> ends(Range range) {
    return List.of(range.lower(), range.upper());
  }

  private static List<Expr> join(List<Expr> first, List<Expr> second) {
    List<Expr> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
