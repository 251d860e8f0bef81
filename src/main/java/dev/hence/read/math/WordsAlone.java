package dev.hence.read.math;

import java.util.List;
import java.util.Optional;

/**
 * Words that stand alone beside statements, {@code (\text{false})}: they may say something of
 * these, unless they only explain.
 */
final class WordsAlone {
  private WordsAlone() {}

  /**
   * @throws Unread if words stand beside statements and say more than why
   */
  static void check(List<Row> rows) {
    List<Clause> clauses = rows.stream().flatMap(row -> row.clauses().stream()).toList();
    if (clauses.size() > 1) {
      clauses.stream().filter(clause -> clause.links().isEmpty()).forEach(WordsAlone::check);
    }
  }

  private static void check(Clause clause) {
    clause
        .first()
        .flatMap(WordsAlone::words)
        .ifPresent(said -> Explanations.check(said, clause.span()));
  }

  /** What is written, if it is words alone. */
  private static Optional<String> words(Syntax operand) {
    if (operand instanceof Syntax.Text text) {
      return Optional.of(text.text());
    }
    if (operand instanceof Syntax.Name name) {
      return Optional.of(name.base())
          .filter(base -> name.font() == Font.ROMAN && base.length() > 1);
    }
    if (operand instanceof Syntax.Group group) {
      return words(group.items());
    }
    return operand instanceof Syntax.Product product
        ? words(product.factors().stream().map(Syntax.Factor::value).toList())
        : Optional.empty();
  }

  private static Optional<String> words(List<Syntax> items) {
    List<String> said = items.stream().flatMap(item -> words(item).stream()).toList();
    return said.size() == items.size() ? Optional.of(String.join(" ", said)) : Optional.empty();
  }
}
