package dev.hence.report;

import dev.hence.expr.Name;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Instance;
import java.util.stream.Collectors;

/** What was chosen for an instance, in readable mathematics. */
public final class InstanceText {
  private InstanceText() {}

  /** {@code f = mlp(3, tanh), N = 3}; empty where nothing was to be chosen. */
  public static String of(Instance instance) {
    return instance.choices().stream()
        .map(c -> UnicodePrinter.print(new Name(c.name())) + " = " + c.value())
        .collect(Collectors.joining(", "));
  }
}
