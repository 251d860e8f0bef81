package dev.hence.result;

import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.record.DefectRecord;
import dev.hence.report.record.RunRecord;
import dev.hence.report.record.UnopenedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of a check: the pages with their steps.
 *
 * <pre>{@code
 * Result result = Hence.check(Path.of("notes"));
 * for (Page page : result.pages()) {
 *   for (Step step : page.steps()) {
 *     System.out.println(page.name() + ":" + step.line() + " " + step.verdict().text());
 *   }
 * }
 * if (!result.passed()) {
 *   throw new IllegalStateException(result.toString());
 * }
 * }</pre>
 *
 * @param pages in the order in which they were named, those of a directory in the order of names
 * @param problems that belong to no page: files that could not be opened, and faults of Hence
 *     itself
 */
public record Result(List<Page> pages, List<Problem> problems) {
  public Result {
    pages = List.copyOf(pages);
    problems = List.copyOf(problems);
  }

  /**
   * The result of a run.
   *
   * @param report what was answered
   * @param record the same in words
   */
  public static Result of(RunReport report, RunRecord record) {
    List<Page> pages = new ArrayList<>();
    for (int k = 0; k < report.derivations().size(); k++) {
      DerivationReport derivation = report.derivations().get(k);
      pages.add(Page.of(derivation, record.documents().get(k)));
    }
    return new Result(
        pages,
        Stream.concat(
                record.unopened().stream().map(Result::unopened),
                record.defects().stream().map(Result::defect))
            .toList());
  }

  private static Problem unopened(UnopenedRecord unopened) {
    String message = unopened.file() + ": " + unopened.message();
    return new Problem(unopened.id(), 1, 1, message, unopened.help());
  }

  private static Problem defect(DefectRecord defect) {
    String message = "Internal error, " + defect.place() + ": " + defect.message();
    return new Problem(Problem.DEFECT, 1, 1, message, "Please report it: Hence has a defect.");
  }

  /** Whether every step has the verdict that is expected of it, and nothing is wrong besides. */
  public boolean passed() {
    return problems.isEmpty() && pages.stream().allMatch(Page::passed);
  }

  /** The steps of all pages, in order. */
  public List<Step> steps() {
    return pages.stream().flatMap(page -> page.steps().stream()).toList();
  }

  /**
   * The only page.
   *
   * @throws IllegalStateException if there is none, or there are several
   */
  public Page page() {
    if (pages.size() != 1) {
      throw new IllegalStateException("there are " + pages.size() + " pages, not one:\n" + this);
    }
    return pages.getFirst();
  }

  /** All pages as a person reads them, one step a line. */
  @Override
  public String toString() {
    return Stream.concat(
            pages.stream().map(Page::toString), problems.stream().map(Problem::toString))
        .collect(Collectors.joining("\n"));
  }
}
