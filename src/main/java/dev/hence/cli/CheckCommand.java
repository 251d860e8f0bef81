package dev.hence.cli;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.claim.Statement;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.StatementReport;
import dev.hence.report.markdown.TableInPage;
import dev.hence.report.record.Recording;
import dev.hence.shard.Costs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hence check}. */
@Command(
    name = "check",
    description = "Checks derivations and tells for every step whether it holds.",
    mixinStandardHelpOptions = true,
    versionProvider = HenceCommand.Version.class,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  hence check notes.md                      every step of a page",
      "  hence check --only 4 --verbose notes.md   one step, with its evidence",
      "  hence check --require verified notes/     all pages of a folder; numbers alone do not"
          + " pass",
      "  hence check --report sarif=hence.sarif notes/",
      "%nHow a derivation is written: derivations/language/README.md"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every step has the verdict that is expected of it",
      "1:a step has not, or something is wrong with a document",
      "2:the command line is wrong, or a file cannot be opened",
      "3:Hence itself failed before it could report"
    })
final class CheckCommand implements Callable<Integer> {
  /** As many ids are told as fit on a line or two. */
  private static final int IDS_TOLD = 20;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Terminal terminal;
  private final Checking checking;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Documents in Markdown (.md, .markdown, .qmd, .Rmd, .jmd), LaTeX (.tex) or notebooks"
              + " (.ipynb), or directories to be searched for those with displays.")
  private List<Path> paths;

  @Option(
      names = "--only",
      paramLabel = "ID",
      description = "Check the statements with this id or label only; may be given repeatedly.")
  private List<String> only = List.of();

  @Mixin private RequireOption require;

  @Option(
      names = "--with-displays",
      description =
          "Pass over files without a display, as in directories: for lists of files that another"
              + " program makes.")
  private boolean withDisplays;

  @Mixin private DeclarationOptions declarations;

  @Mixin private ReportOptions reports;

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description =
          "Write the table into this file, between its lines <!-- derivations: begin --> and"
              + " <!-- derivations: end -->, instead of printing it.")
  private Optional<Path> into = Optional.empty();

  @Mixin private Effort effort;

  @Mixin private ShardOptions shards;

  CheckCommand(PrintWriter out, PrintWriter err, Terminal terminal, Checking checking) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.checking = checking;
  }

  @Override
  public Integer call() {
    Settings settings = declarations.in(shards.in(effort.settings(require.outcome(), only)));
    Optional<TableFile> page = into.map(this::page);
    Output output = reports.open(out, err, terminal);
    Optional<ReportFile> costs = shards.written();
    RunReport all = checking.watched(paths, settings, err, terminal);
    RunReport report = withDisplays ? all.withDisplays() : all;
    refuseUnmatched(report);
    report.notices().forEach(notice -> err.println("hence: " + notice));
    int code = output.write(Recording.of(report, Hence.version()), page);
    return costs.isEmpty() || output.write(Costs.text(report), costs.get())
        ? code
        : ExitCode.INTERNAL_ERROR;
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  /** Silence about a selector that selects nothing would look like success. */
  private void refuseUnmatched(RunReport report) {
    List<Statement> statements =
        report.derivations().stream().flatMap(CheckCommand::selected).toList();
    for (String selector : only) {
      boolean matched = statements.stream().anyMatch(s -> s.isCalled(selector));
      if (!matched && report.unopened().isEmpty()) {
        throw refused("no statement has the id or label '" + selector + "'" + known(report));
      }
    }
  }

  /** The first ids that there are, as they can be asked for. */
  private static String known(RunReport report) {
    List<String> ids =
        report.derivations().stream()
            .flatMap(page -> page.derivation().statements().stream())
            .map(s -> s.label().orElse(s.id()))
            .distinct()
            .toList();
    String shown = String.join(", ", ids.subList(0, Math.min(ids.size(), IDS_TOLD)));
    return ids.isEmpty()
        ? ""
        : "; there are " + shown + (ids.size() > IDS_TOLD ? ", … (" + ids.size() + ")" : "");
  }

  private static Stream<Statement> selected(DerivationReport report) {
    return Stream.concat(
        report.statements().stream().map(StatementReport::statement), report.elsewhere().stream());
  }

  /** Where the table goes; that it cannot go there is told before the work is done. */
  private TableFile page(Path file) {
    if (reports.format() != Format.MARKDOWN) {
      throw refused("--into takes a table: add --format markdown");
    }
    try {
      return TableFile.open(file)
          .orElseThrow(
              () ->
                  refused(
                      "%s has no lines %s and %s"
                          .formatted(file, TableInPage.BEGIN, TableInPage.END)));
    } catch (IOException e) {
      throw refused("cannot read " + file + ": " + e.getMessage());
    }
  }
}
