package dev.hence.read.meaning;

import dev.hence.read.math.Clause;
import dev.hence.read.math.Condition;
import dev.hence.read.math.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One statement of a display.
 *
 * @param steering what is said of its row
 */
record Part(Row row, Clause clause, Steering steering) {
  /**
   * The statements of a row; a range behind a statement, {@code i = 1, \dots, n}, restricts it, and
   * {@code \eta \to 0} says in which limit it is meant, {@code 1 < i < n} for which indices.
   *
   * @param indices whether a statement speaks of index letters alone
   */
  static List<Part> of(Row row, Steering steering, Predicate<Clause> indices) {
    List<Clause> clauses = new ArrayList<>();
    for (Clause clause : row.clauses()) {
      if (!clauses.isEmpty() && IndexRanges.isRange(clause)) {
        clauses.add(restricted(clauses.removeLast(), clause));
      } else if (!clauses.isEmpty() && clauses.getLast().isRelation() && Tendency.isSaid(clause)) {
        clauses.add(going(clauses.removeLast(), clause));
      } else if (!clauses.isEmpty() && clauses.getLast().isRelation() && indices.test(clause)) {
        clauses.add(going(clauses.removeLast(), clause));
      } else {
        clauses.add(clause);
      }
    }
    return clauses.stream().map(clause -> new Part(row, clause, steering)).toList();
  }

  private static Clause restricted(Clause clause, Clause range) {
    return restricted(clause, range, Condition.Kind.FOR_ALL);
  }

  private static Clause going(Clause clause, Clause limit) {
    return restricted(clause, limit, Condition.Kind.PARENTHESISED);
  }

  private static Clause restricted(Clause clause, Clause range, Condition.Kind kind) {
    List<Condition> conditions = new ArrayList<>(clause.conditions());
    conditions.add(new Condition(kind, "", List.of(range), range.span()));
    conditions.addAll(range.conditions());
    return new Clause(
        clause.separator(),
        clause.first(),
        clause.links(),
        conditions,
        clause.span().to(range.span()));
  }
}
