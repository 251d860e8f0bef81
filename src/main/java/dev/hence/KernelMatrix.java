package dev.hence;

import dev.hence.expr.Expr;
import dev.hence.expr.Fold;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import dev.hence.verdict.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * A quantity of two points of one kind that a statement about times speaks of, as K(x, xⱼ) in f(x;
 * θ_T) = f(x; θ₀) − ∑ⱼ ∫₀ᵀ ℓ′ⱼ K dt, at all pairs of the points that it is taken at.
 *
 * @param quantity as the statement has it, without its times
 * @param points the points, plain names and members of families
 * @param entry the quantity at each pair, row by row, the state taken where it is
 */
record KernelMatrix(Expr.Call quantity, List<Expr.Ref> points, List<Expr> entry) {
  /** More cells could not be read. */
  private static final int MOST = 6;

  private static final String ROW = "row";
  private static final String COLUMN = "column";
  private static final Name RUNNING = new Name("\\tau");

  KernelMatrix {
    points = List.copyOf(points);
    entry = List.copyOf(entry);
  }

  /** The first such quantity of the sides, the right side first. */
  static Optional<KernelMatrix> of(Instance instance) {
    if (!instance.step().left().shape().isScalar()) {
      return Optional.empty();
    }
    List<Expr.Call> calls = new ArrayList<>();
    for (Expr side : List.of(instance.step().right(), instance.step().left())) {
      Trees.walk(
          side,
          e -> {
            if (e instanceof Expr.Call c && slots(c, instance).size() == 2) {
              calls.add((Expr.Call) timeless(c));
            }
          });
    }
    return calls.stream().flatMap(c -> of(c, instance).stream()).findFirst();
  }

  /** The entries at the start, at the end, and their means over the time between. */
  List<List<Expr>> atTimes(Expr end) {
    Expr start = number(0);
    return List.of(
        entry.stream().map(e -> (Expr) new Expr.At(e, start)).toList(),
        entry.stream().map(e -> (Expr) new Expr.At(e, end)).toList(),
        entry.stream().map(e -> mean(e, start, end)).toList());
  }

  private static Expr mean(Expr entry, Expr start, Expr end) {
    Expr running = new Expr.Ref(RUNNING, List.of(), end.shape());
    Expr integral = new Expr.Integral(RUNNING, start, end, new Expr.At(entry, running));
    return new Expr.Divide(integral, end);
  }

  private static Expr timeless(Expr expr) {
    return Trees.map(expr, e -> e instanceof Expr.At at ? at.body() : e);
  }

  /** The two places where points stand, if there are two, of one shape; else none. */
  private static List<Integer> slots(Expr.Call call, Instance instance) {
    List<Integer> places =
        IntStream.range(0, call.arguments().size())
            .filter(k -> isPoint(call.arguments().get(k), instance))
            .boxed()
            .toList();
    boolean pair =
        call.slots().isEmpty()
            && call.shape().isScalar()
            && places.size() == 2
            && call.arguments()
                .get(places.getFirst())
                .shape()
                .equals(call.arguments().get(places.getLast()).shape());
    return pair ? places : List.of();
  }

  private static boolean isPoint(Expr argument, Instance instance) {
    return argument instanceof Expr.Ref r
        && !instance.step().scope().isState(r.name())
        && (r.indices().isEmpty() || (r.indices().size() == 1 && letter(r).isPresent()));
  }

  private static Optional<String> letter(Expr.Ref ref) {
    return ref.indices().stream()
        .filter(Expr.Index.class::isInstance)
        .map(i -> ((Expr.Index) i).letter())
        .findFirst();
  }

  private static Optional<KernelMatrix> of(Expr.Call call, Instance instance) {
    List<Integer> slots = slots(call, instance);
    SequencedMap<Expr.Ref, Integer> members = new LinkedHashMap<>();
    for (int slot : slots) {
      Expr.Ref ref = (Expr.Ref) call.arguments().get(slot);
      if (ref.indices().isEmpty()) {
        members.putIfAbsent(ref, 0);
      } else {
        values(letter(ref).orElseThrow(), instance)
            .forEach(v -> members.putIfAbsent(member(ref, number(v)), v));
      }
    }
    if (members.size() < 2 || members.size() > MOST) {
      return Optional.empty();
    }
    List<Expr> entries = new ArrayList<>();
    members.forEach(
        (row, i) ->
            members.forEach((column, j) -> entries.add(entry(call, slots, row, i, column, j))));
    return Optional.of(new KernelMatrix(call, List.copyOf(members.keySet()), entries));
  }

  private static Expr.Ref member(Expr.Ref family, Expr index) {
    return new Expr.Ref(family.name(), List.of(index), family.shape());
  }

  /** A member of a family is one whose letter runs over one value: an index is no number. */
  private static Expr entry(
      Expr.Call call, List<Integer> slots, Expr.Ref row, int i, Expr.Ref column, int j) {
    List<Expr> arguments = new ArrayList<>(call.arguments());
    arguments.set(slots.getFirst(), named(row, ROW));
    arguments.set(slots.getLast(), named(column, COLUMN));
    Expr entry =
        new Expr.Call(call.function(), call.indices(), arguments, call.slots(), call.shape());
    Expr of = column.indices().isEmpty() ? entry : only(COLUMN, j, entry);
    return row.indices().isEmpty() ? of : only(ROW, i, of);
  }

  private static Expr named(Expr.Ref point, String letter) {
    return point.indices().isEmpty() ? point : member(point, new Expr.Index(letter));
  }

  private static Expr only(String letter, int value, Expr body) {
    Range range = new Range(number(value), number(value));
    return new Expr.Sum(Fold.SUM, letter, range, List.of(), body);
  }

  /** The values that a letter takes: of a sum of the sides, or of the statement. */
  private static List<Integer> values(String letter, Instance instance) {
    Map<String, Integer> sizes = instance.interpretation().sizes();
    List<Integer> values = new ArrayList<>();
    for (Expr side : List.of(instance.step().right(), instance.step().left())) {
      Trees.walk(
          side,
          e -> {
            if (e instanceof Expr.Sum s && s.letter().equals(letter) && values.isEmpty()) {
              values.addAll(values(s.range(), sizes));
            }
          });
    }
    return values.isEmpty()
        ? instance.assignments().stream()
            .filter(a -> a.containsKey(letter))
            .map(a -> a.get(letter))
            .distinct()
            .sorted()
            .toList()
        : values;
  }

  private static List<Integer> values(Range range, Map<String, Integer> sizes) {
    return SizeForm.of(range.lower())
        .flatMap(
            l ->
                SizeForm.of(range.upper())
                    .map(
                        u ->
                            IntStream.rangeClosed(
                                    l.value(sizes, Map.of()).orElse(1),
                                    u.value(sizes, Map.of()).orElse(0))
                                .boxed()
                                .toList()))
        .orElse(List.of());
  }

  private static Expr number(int value) {
    return new Expr.Literal(Rational.of(value));
  }
}
