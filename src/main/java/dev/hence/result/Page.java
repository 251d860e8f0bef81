package dev.hence.result;

import dev.hence.claim.Statement;
import dev.hence.report.DerivationReport;
import dev.hence.report.StatementReport;
import dev.hence.report.StatementTex;
import dev.hence.report.record.DefinitionRecord;
import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.StatementRecord;
import dev.hence.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page that was checked.
 *
 * <pre>{@code
 * Page page = Hence.check(Path.of("notes.md")).page();
 * Step step = page.step("4");
 * System.out.println(step.statement() + " is " + step.verdict().text());
 * }</pre>
 *
 * @param name of the file, as it was given
 * @param title from the header; empty if there is none
 * @param definitions as they were understood, one line of Unicode each
 * @param assumptions every default that was taken, as sentences
 * @param steps the claims in the order of the page, and the displays that could not be read
 * @param problems everything that is wrong with the page, in its order
 */
public record Page(
    String name,
    String title,
    List<String> definitions,
    List<String> assumptions,
    List<Step> steps,
    List<Problem> problems) {
  public Page {
    definitions = List.copyOf(definitions);
    assumptions = List.copyOf(assumptions);
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  static Page of(DerivationReport report, DocumentRecord record) {
    return new Page(
        record.file(),
        record.title(),
        record.definitions().stream().map(DefinitionRecord::text).toList(),
        record.assumptions(),
        steps(report, record),
        record.problems().stream().map(Problem::of).toList());
  }

  private static List<Step> steps(DerivationReport report, DocumentRecord record) {
    SourceText source = report.derivation().source();
    List<Step> steps = new ArrayList<>();
    for (int k = 0; k < report.statements().size(); k++) {
      StatementReport answer = report.statements().get(k);
      StatementRecord inWords = record.statements().get(k);
      if (inWords.isStep()) {
        Statement statement = answer.statement();
        steps.add(Step.of(inWords, StatementTex.of(statement, source)));
      }
    }
    return steps;
  }

  /** Whether every step has the verdict that is expected of it, and nothing is wrong besides. */
  public boolean passed() {
    return problems.isEmpty() && steps.stream().allMatch(Step::passed);
  }

  /**
   * The step with an id, such as {@code 4.2}, or with a label, such as {@code eq:flow}.
   *
   * @throws IllegalArgumentException if there is none; the message lists the ids that there are
   */
  public Step step(String idOrLabel) {
    return steps.stream()
        .filter(s -> s.id().equals(idOrLabel) || s.label().filter(idOrLabel::equals).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no step '%s' in %s, only %s"
                        .formatted(idOrLabel, name, steps.stream().map(Step::id).toList())));
  }

  /** The page as a person reads it, one step a line. */
  @Override
  public String toString() {
    return Stream.concat(
            Stream.of(title.isEmpty() ? name : name + ": " + title),
            Stream.concat(
                steps.stream().map(step -> "  " + step), problems.stream().map(p -> "  " + p)))
        .collect(Collectors.joining("\n"));
  }
}
