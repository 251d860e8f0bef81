package dev.hence.report.github;

import dev.hence.report.record.DefectRecord;
import dev.hence.report.record.Details;
import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.Place;
import dev.hence.report.record.ProblemRecord;
import dev.hence.report.record.RunRecord;
import dev.hence.report.record.Sort;
import dev.hence.report.record.StatementRecord;
import dev.hence.report.record.Tally;
import dev.hence.report.record.UnopenedRecord;
import dev.hence.report.record.Visible;
import java.util.stream.Collectors;

/**
 * One workflow command for everything that does not pass, and a summary.
 *
 * <p>The commands are described in GitHub's documentation under "Workflow commands for GitHub
 * Actions", "Setting an error message". Text of a document stands in escaped fields only, where it
 * can neither end its line nor its field.
 */
public final class GithubReport {
  private final StringBuilder text = new StringBuilder();

  private GithubReport() {}

  /** The commands; every line ends with a line feed. */
  public static String of(RunRecord run) {
    GithubReport report = new GithubReport();
    run.documents().forEach(report::document);
    run.unopened().forEach(report::unopened);
    run.defects().forEach(report::defect);
    Tally tally = Tally.of(run.documents());
    report.text.append(run.passed() ? "passed" : "failed").append(": ").append(tally.steps());
    report.text.append(tally.steps() == 1 ? " step" : " steps");
    report.text.append(tally.steps() == 0 ? "" : ": " + tally.verdicts());
    run.shard()
        .ifPresent(
            s ->
                report.text.append(
                    "; shard %s, %d steps left to the others".formatted(s, s.elsewhere())));
    return report.text.append('\n').toString();
  }

  private void document(DocumentRecord document) {
    for (StatementRecord statement : document.statements()) {
      if (statement.sort() == Sort.STEP && !statement.answer().passed()) {
        String title = statement.id() + " " + Details.verdict(statement);
        command("error", document.file(), statement.place(), title, Details.text(statement));
      } else if (statement.sort() == Sort.STEP && statement.answer().saysNothing()) {
        String title = statement.id() + " " + Details.verdict(statement);
        command("notice", document.file(), statement.place(), title, Details.text(statement));
      }
    }
    document.problems().forEach(p -> problem(document.file(), p));
  }

  private void problem(String file, ProblemRecord problem) {
    String help = problem.help().isEmpty() ? "" : "\nhelp: " + problem.help();
    command("error", file, problem.place(), problem.id(), problem.message() + help);
  }

  private void command(String level, String file, Place place, String title, String message) {
    text.append("::").append(level).append(" file=").append(property(path(file)));
    if (place.cell().isEmpty()) {
      text.append(",line=").append(place.line()).append(",endLine=").append(place.endLine());
      if (place.line() == place.endLine()) {
        text.append(",col=").append(place.column());
        text.append(",endColumn=").append(place.endColumn());
      }
    }
    String where = place.cell().isEmpty() ? "" : place + ": ";
    text.append(",title=").append(property(title)).append("::").append(data(where + message));
    text.append('\n');
  }

  private void unopened(UnopenedRecord unopened) {
    text.append("::error file=").append(property(path(unopened.file())));
    text.append(",title=").append(property(unopened.id()));
    text.append("::").append(data(unopened.message())).append('\n');
  }

  private void defect(DefectRecord defect) {
    text.append("::error title=Internal error of Hence::");
    text.append(data(defect.place() + ": " + defect.message())).append('\n');
  }

  private static String path(String file) {
    return file.replace('\\', '/');
  }

  /** Lines of which none can steer a terminal that shows the log. */
  private static String visible(String text) {
    return text.lines().map(Visible::of).collect(Collectors.joining("\n"));
  }

  /** What stands behind the second {@code ::}. */
  static String data(String value) {
    return visible(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** The value of a property. */
  static String property(String value) {
    return data(value).replace(":", "%3A").replace(",", "%2C");
  }
}
