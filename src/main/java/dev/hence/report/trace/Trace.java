package dev.hence.report.trace;

import dev.hence.report.DerivationReport;
import dev.hence.report.StatementReport;
import dev.hence.verdict.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A document told again with its answers. It is a derivation in its turn: a format writes the
 * setting as a header, and each display with what steers it.
 *
 * @param parts in the order of the document
 */
public record Trace(DerivationReport report, Setting setting, List<Part> parts) {
  public Trace {
    parts = List.copyOf(parts);
  }

  /** The title that the document gives itself, or the name of its file. */
  public String title() {
    String title = report.derivation().title();
    return title.isBlank() ? report.derivation().source().name() : title;
  }

  /** The instances on which most of the steps that hold were tried; none if there are few such. */
  public List<String> usualInstances() {
    Map<List<String>, Long> counts =
        report.statements().stream()
            .filter(StatementReport::holds)
            .map(s -> InstancesText.of(s.verdict()))
            .filter(texts -> !texts.isEmpty())
            .collect(
                Collectors.groupingBy(
                    Function.identity(), LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(e -> e.getValue() > 1)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(List.of());
  }

  /** What is to be known of a verdict that is said of many steps; nothing where none has it. */
  public Optional<String> proved() {
    boolean any =
        report.statements().stream().anyMatch(s -> s.verdict().outcome() == Outcome.PROVED);
    return any
        ? Optional.of("is what holds for every smooth function and every size")
        : Optional.empty();
  }

  /** The formulas of the functions in what is written out of the smallest instances. */
  public List<String> functions() {
    return WrittenOut.functions(report.statements());
  }

  /** The displays alone. */
  public List<Part.Display> displays() {
    return parts.stream()
        .filter(Part.Display.class::isInstance)
        .map(Part.Display.class::cast)
        .toList();
  }
}
