package dev.hence.report.console;

import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.Tally;
import dev.hence.report.console.Paint.Colour;
import java.util.ArrayList;
import java.util.List;

/** A run in two lines. */
final class Summary {
  private final RunReport report;
  private final Tally tally;

  private Summary(RunReport report) {
    this.report = report;
    this.tally = Tally.of(report.derivations());
  }

  static String of(RunReport report, Paint paint) {
    Summary summary = new Summary(report);
    return summary.counts() + "\n" + summary.verdict(paint) + "\n";
  }

  private String counts() {
    String files =
        report.derivations().size() == 1 ? "" : " in " + report.derivations().size() + " files";
    String steps = plural(tally.steps(), "step") + files;
    return tally.steps() == 0 ? steps : steps + ": " + tally.verdicts();
  }

  private String verdict(Paint paint) {
    if (report.passed()) {
      return paint.paint(Colour.GOOD, "passed");
    }
    List<String> why = new ArrayList<>();
    why(why, tally.failed(), "step");
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
