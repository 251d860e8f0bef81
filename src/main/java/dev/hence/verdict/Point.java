package dev.hence.verdict;

import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** An exact point: the entries of every variable, row-major. */
public record Point(SequencedMap<Variable, List<Rational>> values) {
  public Point {
    SequencedMap<Variable, List<Rational>> copy = new LinkedHashMap<>();
    for (Map.Entry<Variable, List<Rational>> e : values.entrySet()) {
      copy.put(e.getKey(), List.copyOf(e.getValue()));
    }
    values = java.util.Collections.unmodifiableSequencedMap(copy);
  }

  public List<Rational> of(Variable variable) {
    return values.get(variable);
  }

  public Point with(Variable variable, List<Rational> entries) {
    SequencedMap<Variable, List<Rational>> copy = new LinkedHashMap<>(values);
    copy.put(variable, entries);
    return new Point(copy);
  }
}
