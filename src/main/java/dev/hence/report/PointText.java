package dev.hence.report;

import dev.hence.claim.Beginnings;
import dev.hence.eval.Variable;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Numbers;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A point of an instance in words; a function out of a family is shown by its formula. */
public final class PointText {
  private PointText() {}

  /** {@code f(x) = tanh(x), w = 1, xₗ = (2, −1)}. */
  public static String of(Instance instance, Point point) {
    Set<Variable> told = new HashSet<>();
    List<String> parts = new ArrayList<>();
    for (Instance.Choice choice : instance.choices()) {
      ChosenFunction.of(new Name(choice.name()), instance.interpretation(), point)
          .forEach(
              f -> {
                told.addAll(f.coefficients());
                parts.add(f.text());
              });
    }
    point.values().entrySet().stream()
        .filter(e -> !told.contains(e.getKey()) && !Beginnings.isFree(e.getKey().name()))
        .map(e -> CounterexampleText.name(e.getKey()) + " = " + value(e.getKey(), e.getValue()))
        .forEach(parts::add);
    boolean given = parts.isEmpty() && !point.values().isEmpty();
    return given ? "from the given start" : String.join(", ", parts);
  }

  private static String value(Variable variable, List<Rational> entries) {
    if (variable.size() == 1) {
      return Numbers.text(entries.getFirst());
    }
    return variable.rows() == 1 || variable.columns() == 1
        ? "(" + row(entries) + ")"
        : IntStream.range(0, variable.rows())
            .mapToObj(
                r -> row(entries.subList(r * variable.columns(), (r + 1) * variable.columns())))
            .collect(Collectors.joining("; ", "[", "]"));
  }

  private static String row(List<Rational> entries) {
    return entries.stream().map(Numbers::text).collect(Collectors.joining(", "));
  }
}
