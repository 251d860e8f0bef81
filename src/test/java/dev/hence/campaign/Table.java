package dev.hence.campaign;

import dev.hence.verdict.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How many statements of each kind got which answer, as a Markdown table. */
final class Table {
  private static final List<Outcome> COLUMNS =
      List.of(
          Outcome.PROVED,
          Outcome.VERIFIED,
          Outcome.CONFIRMED,
          Outcome.REFUTED,
          Outcome.UNDECIDED,
          Outcome.UNREAD,
          Outcome.CONFLICTED);

  private final List<Answer> answers;

  Table(List<Answer> answers) {
    this.answers = List.copyOf(answers);
  }

  private long count(Predicate<Answer> which) {
    return answers.stream().filter(which).count();
  }

  long wrong() {
    return count(Answer::wrong);
  }

  /** What is neither decided nor wrong, of a hundred. */
  double openShare() {
    return answers.isEmpty() ? 0 : 100.0 * count(a -> !a.decided()) / answers.size();
  }

  String text() {
    StringBuilder text = new StringBuilder("| kind | true | false |");
    COLUMNS.forEach(o -> text.append(' ').append(o.text()).append(" |"));
    text.append(" wrong |\n|---|--:|--:|").append("--:|".repeat(COLUMNS.size() + 1)).append('\n');
    for (Kind kind : Kind.values()) {
      row(text, kind.text(), a -> a.kind() == kind);
    }
    row(text, "**all**", a -> true);
    return text.toString();
  }

  private void row(StringBuilder text, String name, Predicate<Answer> of) {
    text.append("| ").append(name).append(" |");
    cell(text, count(of.and(Answer::holds)));
    cell(text, count(of.and(a -> !a.holds())));
    COLUMNS.forEach(o -> cell(text, count(of.and(a -> a.outcome() == o))));
    cell(text, count(of.and(Answer::wrong)));
    text.append('\n');
  }

  private static void cell(StringBuilder text, long count) {
    text.append(String.format(Locale.ROOT, " %,d |", count));
  }
}
