package dev.hence.report.console;

import dev.hence.report.console.Paint.Colour;
import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.RunRecord;
import dev.hence.report.record.ShardRecord;
import dev.hence.report.record.Tally;
import java.util.ArrayList;
import java.util.List;

/** A run in two lines. */
final class Summary {
  private final RunRecord run;
  private final Tally tally;

  private Summary(RunRecord run) {
    this.run = run;
    this.tally = Tally.of(run.documents());
  }

  static String of(RunRecord run, Paint paint) {
    Summary summary = new Summary(run);
    return summary.counts() + "\n" + summary.verdict(paint) + "\n";
  }

  private String counts() {
    String files = run.documents().size() == 1 ? "" : " in " + run.documents().size() + " files";
    String steps = plural(tally.steps(), "step") + files;
    return (tally.steps() == 0 ? steps : steps + ": " + tally.verdicts())
        + run.shard().map(Summary::elsewhere).orElse("");
  }

  /** What a shard says is never all that there is to say. */
  private static String elsewhere(ShardRecord shard) {
    return "\nshard " + shard + ": " + plural(shard.elsewhere(), "step") + " left to the others";
  }

  private String verdict(Paint paint) {
    if (run.passed()) {
      return paint.paint(Colour.GOOD, "passed");
    }
    List<String> why = new ArrayList<>();
    why(why, tally.failed(), "step");
    why(why, run.documents().stream().mapToLong(Summary::problems).sum(), "problem");
    why(why, run.unopened().size(), "file", " not opened");
    why(why, run.defects().size(), "internal error");
    return paint.paint(Colour.BAD, "failed") + ": " + String.join(", ", why);
  }

  private static long problems(DocumentRecord document) {
    return document.ownProblems().size();
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
