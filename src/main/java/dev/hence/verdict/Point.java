package dev.hence.verdict;

import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An exact point: the entries of every variable, row-major. */
public record Point(SequencedMap<Variable, List<Rational>> values) {
  public Point {
    SequencedMap<Variable, List<Rational>> copy = new LinkedHashMap<>();
    for (Map.Entry<Variable, List<Rational>> e : values.entrySet()) {
      copy.put(e.getKey(), List.copyOf(e.getValue()));
    }
    values = Collections.unmodifiableSequencedMap(copy);
  }

  public List<Rational> of(Variable variable) {
    return values.get(variable);
  }

  /** For people: {@code w = 1, x = (1, 2)}; names in canonical LaTeX. */
  public String text() {
    return values.entrySet().stream()
        .map(e -> name(e.getKey()) + " = " + entries(e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String name(Variable variable) {
    String indices =
        variable.indices().stream().map(String::valueOf).collect(Collectors.joining(","));
    return variable.name().latex() + (indices.isEmpty() ? "" : "_{" + indices + "}");
  }

  private static String entries(Variable variable, List<Rational> entries) {
    List<String> texts = entries.stream().map(Numbers::text).toList();
    if (texts.size() == 1) {
      return texts.getFirst();
    }
    int columns = variable.columns();
    if (columns == 1 || variable.rows() == 1) {
      return "(" + String.join(", ", texts) + ")";
    }
    return IntStream.range(0, variable.rows())
        .mapToObj(row -> String.join(", ", texts.subList(row * columns, (row + 1) * columns)))
        .collect(Collectors.joining("; ", "[", "]"));
  }

  public Point with(Variable variable, List<Rational> entries) {
    SequencedMap<Variable, List<Rational>> copy = new LinkedHashMap<>(values);
    copy.put(variable, entries);
    return new Point(copy);
  }
}
