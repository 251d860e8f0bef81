package dev.hence.report;

import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Instance;
import java.util.Map;
import java.util.stream.Collectors;

/** Where in a statement about several numbers the sides differ: {@code i = 2: entry (1, 2): }. */
final class ComponentText {
  private ComponentText() {}

  static String of(Counterexample counterexample) {
    Instance instance = counterexample.instance();
    Shape shape = instance.step().left().shape();
    int columns = length(shape.transposed(), instance);
    int entries = length(shape, instance) * columns;
    int assignment = counterexample.component() / entries;
    if (assignment >= instance.assignments().size()) {
      return "entry " + (counterexample.component() + 1) + ": ";
    }
    return indices(instance, assignment)
        + entry(shape, counterexample.component() % entries, columns);
  }

  /** The values of the free indices, where there are several. */
  private static String indices(Instance instance, int assignment) {
    if (instance.assignments().size() < 2) {
      return "";
    }
    return instance.assignments().get(assignment).entrySet().stream()
            .map(ComponentText::value)
            .collect(Collectors.joining(", "))
        + ": ";
  }

  private static String value(Map.Entry<String, Integer> index) {
    return UnicodePrinter.print(new Name(index.getKey())) + " = " + index.getValue();
  }

  private static String entry(Shape shape, int entry, int columns) {
    return switch (shape) {
      case Shape.Scalar s -> "";
      case Shape.Vector v -> "entry " + (entry + 1) + ": ";
      case Shape.Row r -> "entry " + (entry + 1) + ": ";
      case Shape.Matrix m -> "entry (%d, %d): ".formatted(entry / columns + 1, entry % columns + 1);
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
