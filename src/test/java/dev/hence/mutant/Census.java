package dev.hence.mutant;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;

/** Counts mutants by slip and step: how many are to be refuted, how many change nothing. */
public final class Census {
  private record Cell(int refuted, int equivalent) {
    Cell plus(Cell other) {
      return new Cell(refuted + other.refuted, equivalent + other.equivalent);
    }

    /** {@code 3}, {@code 3+1} with one equivalent, or nothing. */
    String text() {
      String plus = equivalent == 0 ? "" : "+" + equivalent;
      return refuted + equivalent == 0 ? "·" : refuted + plus;
    }
  }

  private static final Cell NONE = new Cell(0, 0);

  private final Map<Slip, Map<String, Cell>> cells = new EnumMap<>(Slip.class);
  private final SequencedSet<String> steps = new LinkedHashSet<>();
  private final Map<String, Integer> rules = new TreeMap<>();

  /** Counts a mutant; the rule is why it is equivalent, if it is. */
  public void count(Mutant mutant, Optional<String> rule) {
    steps.add(mutant.original().id());
    Cell one = rule.isPresent() ? new Cell(0, 1) : new Cell(1, 0);
    cells
        .computeIfAbsent(mutant.slip(), s -> new TreeMap<>())
        .merge(mutant.original().id(), one, Cell::plus);
    rule.ifPresent(r -> rules.merge(r, 1, Integer::sum));
  }

  /** Slips down, steps across: refuted, and behind a + equivalent. */
  public String table() {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("slip"));
    head.addAll(steps);
    head.add("all");
    rows.add(head);
    for (Map.Entry<Slip, Map<String, Cell>> e : cells.entrySet()) {
      rows.add(row(e.getKey().text(), e.getValue()));
    }
    Map<String, Cell> all = new TreeMap<>();
    cells.values().forEach(row -> row.forEach((step, cell) -> all.merge(step, cell, Cell::plus)));
    rows.add(row("all", all));
    StringBuilder text = new StringBuilder("refuted + equivalent\n");
    rows.forEach(row -> text.append(line(row)).append('\n'));
    text.append("equivalent:\n");
    rules.forEach((rule, count) -> text.append("%4d  %s\n".formatted(count, rule)));
    return text.toString();
  }

  private List<String> row(String name, Map<String, Cell> row) {
    List<String> texts = new ArrayList<>(List.of(name));
    steps.forEach(step -> texts.add(row.getOrDefault(step, NONE).text()));
    texts.add(row.values().stream().reduce(NONE, Cell::plus).text());
    return texts;
  }

  private static String line(List<String> row) {
    StringBuilder line = new StringBuilder("%-30s".formatted(row.getFirst()));
    row.stream().skip(1).forEach(cell -> line.append("%7s".formatted(cell)));
    return line.toString();
  }
}
