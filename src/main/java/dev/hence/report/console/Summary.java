package dev.hence.report.console;

import dev.hence.claim.Statement;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.StatementReport;
import dev.hence.report.console.Paint.Colour;
import dev.hence.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A run in two lines. */
final class Summary {
  private final RunReport report;
  private final List<StatementReport> steps;

  private Summary(RunReport report) {
    this.report = report;
    this.steps =
        report.derivations().stream()
            .flatMap(d -> d.statements().stream())
            .filter(s -> s.statement() instanceof Statement.Step || isUnread(s))
            .toList();
  }

  static String of(RunReport report, Paint paint) {
    Summary summary = new Summary(report);
    return summary.counts() + "\n" + summary.verdict(paint) + "\n";
  }

  private static boolean isUnread(StatementReport s) {
    return s.statement() instanceof Statement.Unread;
  }

  private String counts() {
    List<String> parts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      String though =
          outcome == Outcome.REFUTED ? " as expected" : " though expected to be refuted";
      add(parts, count(outcome, false), outcome.text());
      add(parts, count(outcome, true), outcome.text() + though);
    }
    String files =
        report.derivations().size() == 1 ? "" : " in " + report.derivations().size() + " files";
    String steps = plural(this.steps.size(), "step") + files;
    return parts.isEmpty() ? steps : steps + ": " + String.join(", ", parts);
  }

  private long count(Outcome outcome, boolean refutationExpected) {
    return steps.stream()
        .filter(s -> (isUnread(s) ? Outcome.UNREAD : s.verdict().outcome()) == outcome)
        .filter(s -> s.expectsRefutation() == refutationExpected)
        .count();
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private String verdict(Paint paint) {
    if (report.passed()) {
      return paint.paint(Colour.GOOD, "passed");
    }
    List<String> why = new ArrayList<>();
    why(why, steps.stream().filter(s -> !s.passed()).count(), "step");
    why(why, report.derivations().stream().mapToLong(d -> problems(d)).sum(), "problem");
    why(why, report.unopened().size(), "file", " not opened");
    why(why, report.defects().size(), "internal error");
    return paint.paint(Colour.BAD, "failed") + ": " + String.join(", ", why);
  }

  private static long problems(DerivationReport derivation) {
    return ConsoleReport.problemsOfTheirOwn(derivation).size();
  }

  private static void why(List<String> why, long count, String what) {
    why(why, count, what, "");
  }

  private static void why(List<String> why, long count, String what, String rest) {
    if (count > 0) {
      why.add(plural(count, what) + rest);
    }
  }

  private static String plural(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
