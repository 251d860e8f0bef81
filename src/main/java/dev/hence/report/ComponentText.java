package dev.hence.report;

import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where in a statement about several numbers the sides differ: {@code i = 2: entry (1, 2): }. */
public final class ComponentText {
  private ComponentText() {}

  static String of(Counterexample counterexample) {
    return of(counterexample.instance(), counterexample.component()).stream()
        .map(place -> place + ": ")
        .collect(Collectors.joining());
  }

  /** {@code i = 2} and {@code entry (1, 2)}, each where there are several. */
  public static List<String> of(Instance instance, int component) {
    Shape shape = instance.step().left().shape();
    int columns = length(shape.transposed(), instance);
    int entries = length(shape, instance) * columns;
    int assignment = component / entries;
    if (assignment >= instance.assignments().size()) {
      return List.of("entry " + (component + 1));
    }
    return Stream.of(indices(instance, assignment), entry(shape, component % entries, columns))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The values of the free indices, where there are several. */
  private static Optional<String> indices(Instance instance, int assignment) {
    return instance.assignments().size() < 2
        ? Optional.empty()
        : Optional.of(
            instance.assignments().get(assignment).entrySet().stream()
                .map(ComponentText::value)
                .collect(Collectors.joining(", ")));
  }

  private static String value(Map.Entry<String, Integer> index) {
    return UnicodePrinter.print(new Name(index.getKey())) + " = " + index.getValue();
  }

  private static Optional<String> entry(Shape shape, int entry, int columns) {
    return switch (shape) {
      case Shape.Scalar s -> Optional.empty();
      case Shape.Vector v -> Optional.of("entry " + (entry + 1));
      case Shape.Row r -> Optional.of("entry " + (entry + 1));
      case Shape.Matrix m ->
          Optional.of("entry (%d, %d)".formatted(entry / columns + 1, entry % columns + 1));
    };
  }

  /** The rows that a shape has in an instance. */
  private static int length(Shape shape, Instance instance) {
    return switch (shape) {
      case Shape.Scalar s -> 1;
      case Shape.Vector v -> size(v.size(), instance);
      case Shape.Row r -> 1;
      case Shape.Matrix m -> size(m.rows(), instance);
    };
  }

  private static int size(Size size, Instance instance) {
    return Math.max(1, size.value(instance.interpretation().sizes(), Map.of()).orElse(1));
  }
}
