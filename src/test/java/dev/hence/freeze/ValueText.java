package dev.hence.freeze;

import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.problem.Problem;
import dev.hence.text.Span;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints a value with everything that it holds but its places in the file: {@code add(ref(x, [],
 * []), literal(1))}. Two values that print alike are equal, so that no change of what was
 * understood stays hidden behind a notation.
 */
final class ValueText {
  private ValueText() {}

  static String of(Object value) {
    return switch (value) {
      case Name n -> n.latex();
      case Rational r -> r.toString();
      case Size s -> s.toString();
      case Shape.Scalar s -> "R";
      case Shape.Vector v -> "R^" + v.size();
      case Shape.Row r -> "R^{1 x " + r.size() + "}";
      case Shape.Matrix m -> "R^{" + m.rows() + " x " + m.columns() + "}";
      case Problem p -> p.id().code();
      case Enum<?> e -> e.name().toLowerCase(Locale.ROOT);
      case Optional<?> o -> o.map(ValueText::of).orElse("-");
      case OptionalInt o -> o.isPresent() ? "" + o.getAsInt() : "-";
      case List<?> l -> all(l.stream().map(ValueText::of));
      case Set<?> s -> all(s.stream().map(ValueText::of).sorted());
      case Map<?, ?> m ->
          all(m.entrySet().stream().map(e -> of(e.getKey()) + ": " + of(e.getValue())).sorted());
      case String s -> s;
      case Number n -> n.toString();
      case Boolean b -> b.toString();
      case Record r -> record(r);
      default -> throw new IllegalStateException("no text for " + value.getClass());
    };
  }

  private static String record(Record value) {
    return value.getClass().getSimpleName().toLowerCase(Locale.ROOT)
        + parts(value).stream().map(ValueText::of).collect(Collectors.joining(", ", "(", ")"));
  }

  /** What a record holds, its places left out. */
  static List<Object> parts(Record value) {
    return Stream.of(value.getClass().getRecordComponents())
        .filter(c -> c.getType() != Span.class)
        .map(c -> part(c, value))
        .toList();
  }

  private static Object part(RecordComponent component, Record value) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String all(Stream<String> items) {
    return items.collect(Collectors.joining(", ", "[", "]"));
  }

  /** Adds all names and words that stand anywhere in a value. */
  static void words(Object value, Collection<String> words) {
    switch (value) {
      case String s -> words.add(s);
      case Optional<?> o -> o.ifPresent(v -> words(v, words));
      case Collection<?> c -> c.forEach(v -> words(v, words));
      case Map<?, ?> m ->
          m.forEach(
              (k, v) -> {
                words(k, words);
                words(v, words);
              });
      case Record r -> parts(r).forEach(v -> words(v, words));
      default -> {
        // holds no words
      }
    }
  }
}
