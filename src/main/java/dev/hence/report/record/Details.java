package dev.hence.report.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that is to be said of one step that does not simply hold: lines, each with a label that may
 * be empty.
 */
public final class Details {
  private static final int MOST_EVIDENCE = 4;

  private final List<Line> lines = new ArrayList<>();

  private Details() {}

  /** One line, and what it tells: {@code counterexample}, {@code reason}. */
  public record Line(String label, String text) {
    @Override
    public String toString() {
      return label.isEmpty() ? text : label + ": " + text;
    }
  }

  /** Whether there is more to say of a statement than that it holds. */
  public static boolean areNeeded(StatementRecord statement) {
    return switch (statement.sort()) {
      case STEP -> !statement.answer().passed() || !statement.answer().holds();
      case GIVEN, NO_STATEMENT -> false;
      case UNREAD -> true;
    };
  }

  /** What is to be said of a step, besides what it states. */
  public static List<Line> of(StatementRecord statement) {
    Details details = new Details();
    details.all(statement.answer());
    return List.copyOf(details.lines);
  }

  /** {@code refuted, but expected to hold}: the verdict beside what was expected. */
  public static String verdict(StatementRecord statement) {
    Answer answer = statement.answer();
    String expected =
        !answer.expectsRefutation()
            ? ""
            : answer.passed() ? ", as expected" : ", but expected to be refuted";
    return answer.verdict() + expected;
  }

  /** The statement and what is to be said of it, as plain text without a line feed at its end. */
  public static String text(StatementRecord statement) {
    List<String> all = new ArrayList<>(List.of(statement.text()));
    if (statement.problem().isPresent()) {
      ProblemRecord problem = statement.problem().get();
      all.add(problem.id() + ": " + problem.message());
      if (!problem.help().isEmpty()) {
        all.add("help: " + problem.help());
      }
    } else {
      of(statement).forEach(line -> all.add(line.toString()));
    }
    return all.stream().collect(Collectors.joining("\n"));
  }

  private void all(Answer answer) {
    answer.counterexample().ifPresent(this::counterexample);
    answer.diagnosis().forEach(this::edit);
    if (!answer.reason().isEmpty()) {
      line("reason", answer.reason());
    }
    answer.notes().forEach(note -> line("note", note));
    answer.inferred().forEach(entry -> line("inferred", entry));
    if (answer.counterexample().isEmpty()) {
      answer.search().ifPresent(search -> line("search", search));
      doubts(answer.evidence().stream().filter(EvidenceRecord::isDoubt).toList());
    }
  }

  private void counterexample(CounterexampleRecord c) {
    if (!c.instance().isEmpty()) {
      line("instance", c.instance());
    }
    line("counterexample", c.text());
    line("", c.certificate());
  }

  private void edit(EditRecord edit) {
    edit.order()
        .ifPresentOrElse(
            order -> line("holds to", order + ": " + edit.mended()),
            () ->
                line(
                    "mending edit", edit.what() + ": " + edit.mended() + " (" + place(edit) + ")"));
  }

  private static String place(EditRecord edit) {
    return edit.token().map(token -> edit.place() + ": " + token).orElse(edit.place().toString());
  }

  /** What stands in the way of a verdict, as much of it as a person reads. */
  private void doubts(List<EvidenceRecord> evidence) {
    evidence.stream().limit(MOST_EVIDENCE).forEach(e -> line(e.road(), e.onInstance()));
    int rest = evidence.size() - MOST_EVIDENCE;
    if (rest > 0) {
      line("", "… and " + rest + " more of the kind, which --verbose shows");
    }
  }

  private void line(String label, String text) {
    lines.add(new Line(label, text));
  }
}
