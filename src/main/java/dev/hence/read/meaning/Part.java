package dev.hence.read.meaning;

import dev.hence.read.math.Clause;
import dev.hence.read.math.Condition;
import dev.hence.read.math.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * One statement of a display.
 *
 * @param steering what is said of its row
 */
record Part(Row row, Clause clause, Steering steering) {
  /** The statements of a row; a range behind a statement, {@code i = 1, \dots, n}, restricts it. */
  static List<Part> of(Row row, Steering steering) {
    List<Clause> clauses = new ArrayList<>();
    for (Clause clause : row.clauses()) {
      if (!clauses.isEmpty() && Setting.isRange(clause)) {
        clauses.add(restricted(clauses.removeLast(), clause));
      } else {
        clauses.add(clause);
      }
    }
    return clauses.stream().map(clause -> new Part(row, clause, steering)).toList();
  }

  private static Clause restricted(Clause clause, Clause range) {
    List<Condition> conditions = new ArrayList<>(clause.conditions());
    conditions.add(new Condition(Condition.Kind.FOR_ALL, "", List.of(range), range.span()));
    conditions.addAll(range.conditions());
    return new Clause(
        clause.separator(),
        clause.first(),
        clause.links(),
        conditions,
        clause.span().to(range.span()));
  }
}
