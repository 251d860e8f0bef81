package dev.hence.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hence.MutantAnswer;
import dev.hence.MutantAnswer.Fate;
import dev.hence.Mutation;
import dev.hence.MutationReport;
import dev.hence.Progress;
import dev.hence.Settings;
import dev.hence.json.JsonText;
import dev.hence.report.console.ProgressBar;
import dev.hence.verdict.Outcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hence mutate}. */
@Command(
    name = "mutate",
    description =
        "Makes every single slip in every step, and checks whether Hence refutes it. A mutant that"
            + " passes is equivalent only where an oracle of its own finds no difference at 200"
            + " points.",
    mixinStandardHelpOptions = true,
    versionProvider = HenceCommand.Version.class,
    sortOptions = false,
    footer = {
      "%nExample: the mutants of equation 4 alone",
      "  hence mutate --only 4 derivations/regression/linear-regression-closed-form.md"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no mutant passes that changes the meaning",
      "1:one does",
      "2:the command line is wrong, or a file cannot be opened",
      "3:Hence itself failed on the way"
    })
final class MutateCommand implements Callable<Integer> {
  /** How the answer is written. */
  enum Form {
    TEXT,
    JSON
  }

  private final PrintWriter out;
  private final PrintWriter err;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Documents, or directories to be searched for those with displays.")
  private List<Path> paths;

  @Option(
      names = "--only",
      paramLabel = "ID",
      description = "Take the steps with this id or label only; may be given repeatedly.")
  private List<String> only = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How the answer is written: ${COMPLETION-CANDIDATES}. Default: text.")
  private Form format;

  @Mixin private Effort effort;

  MutateCommand(PrintWriter out, PrintWriter err, Terminal terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Settings settings = effort.settings(Outcome.CONFIRMED, only);
    ProgressBar bar = new ProgressBar(err);
    Progress progress = terminal.error() ? bar::draw : Progress.NONE;
    MutationReport report = Mutation.of(paths, settings, progress);
    bar.clear();
    report.unopened().forEach(u -> err.println("hence: " + u.name() + ": " + u.message()));
    report
        .defects()
        .forEach(d -> err.println("hence: internal error: " + d.place() + ": " + d.summary()));
    switch (format) {
      case TEXT -> text(report);
      case JSON -> json(report);
    }
    if (!report.unopened().isEmpty()) {
      return ExitCode.USAGE;
    }
    if (!report.defects().isEmpty()) {
      return ExitCode.INTERNAL_ERROR;
    }
    return report.of(Fate.WRONGLY_PASSED).isEmpty() ? ExitCode.PASSED : ExitCode.FAILED;
  }

  private void text(MutationReport report) {
    for (Fate fate : Fate.values()) {
      if (fate != Fate.KILLED) {
        report.of(fate).forEach(this::line);
      }
    }
    out.printf(
        Locale.ROOT,
        "%d mutants: %d killed, %d equivalent, %d undecided, %d passed unjudged, %d wrongly"
            + " passed%nscore %.1f%% of those that are not equivalent%n",
        report.answers().size(),
        report.of(Fate.KILLED).size(),
        report.of(Fate.EQUIVALENT).size(),
        report.of(Fate.UNDECIDED).size(),
        report.of(Fate.UNJUDGED).size(),
        report.of(Fate.WRONGLY_PASSED).size(),
        report.score());
  }

  private void line(MutantAnswer answer) {
    out.printf(
        "%-16s  %s, %s, %s: %s%n",
        answer.fate().text(), answer.file(), answer.step(), answer.slip(), answer.text());
  }

  private void json(MutationReport report) {
    ObjectNode root = JsonText.object();
    for (Fate fate : Fate.values()) {
      root.put(name(fate), report.of(fate).size());
    }
    root.put("score", Math.round(report.score() * 10) / 10.0);
    ArrayNode mutants = root.putArray("mutants");
    for (MutantAnswer answer : report.answers()) {
      mutants
          .addObject()
          .put("file", answer.file())
          .put("step", answer.step())
          .put("slip", answer.slip())
          .put("text", answer.text())
          .put("fate", name(answer.fate()));
    }
    out.print(JsonText.of(root));
  }

  private static String name(Fate fate) {
    return switch (fate) {
      case KILLED -> "killed";
      case EQUIVALENT -> "equivalent";
      case UNDECIDED -> "undecided";
      case UNJUDGED -> "unjudged";
      case WRONGLY_PASSED -> "wronglyPassed";
    };
  }
}
