package dev.hence.campaign;

import dev.hence.claim.Statement;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.StatementReport;
import dev.hence.verdict.Outcome;
import java.util.Comparator;
import java.util.List;

/**
 * What became of a sample.
 *
 * @param outcome of its claims together: refuted if one is, else the weakest
 */
record Answer(long number, Kind kind, boolean holds, Outcome outcome, long milliseconds) {
  /** Whether a false statement passes, or a true one is refuted. */
  boolean wrong() {
    return holds ? outcome == Outcome.REFUTED : outcome.meets(Outcome.GIVEN);
  }

  /** Whether there is an answer, right or wrong. */
  boolean decided() {
    return outcome.meets(Outcome.CONFIRMED) || outcome == Outcome.REFUTED;
  }

  static Answer of(Sample sample, RunReport report, long milliseconds) {
    return new Answer(
        sample.number(), sample.kind(), sample.holds(), outcome(report), milliseconds);
  }

  /** A crash counts as undecided: it must not hide, and has no verdict. */
  private static Outcome outcome(RunReport report) {
    if (!report.defects().isEmpty() || report.derivations().isEmpty()) {
      return Outcome.CONFLICTED;
    }
    DerivationReport page = report.derivations().getFirst();
    List<Outcome> claims =
        page.statements().stream()
            .filter(s -> !(s.statement() instanceof Statement.Given))
            .filter(s -> !(s.statement() instanceof Statement.NoStatement))
            .map(StatementReport::verdict)
            .map(v -> v.outcome())
            .toList();
    return claims.stream().max(Comparator.naturalOrder()).orElse(Outcome.GIVEN);
  }

  String line() {
    return String.join(
        " ",
        Long.toString(number),
        kind.name(),
        holds ? "true" : "false",
        outcome.text(),
        Long.toString(milliseconds));
  }

  static Answer parse(String line) {
    String[] words = line.split(" ", -1);
    return new Answer(
        Long.parseLong(words[0]),
        Kind.valueOf(words[1]),
        words[2].equals("true"),
        Outcome.valueOf(words[3].toUpperCase(java.util.Locale.ROOT)),
        Long.parseLong(words[4]));
  }
}
