package dev.hence.cli;

import dev.hence.json.MalformedJson;
import dev.hence.report.json.JsonReader;
import dev.hence.report.record.Merge;
import dev.hence.report.record.RunRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hence merge}. */
@Command(
    name = "merge",
    description = {
      "Joins the JSON reports of all shards of a run into one report, as if one run had made it.",
      "A whole report alone is written again in another format."
    },
    mixinStandardHelpOptions = true,
    versionProvider = HenceCommand.Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every step has the verdict that is expected of it",
      "1:a step has not, or something is wrong with a document",
      "2:the reports do not make up one run, or a file could not be opened"
    })
final class MergeCommand implements Callable<Integer> {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "REPORT",
      arity = "1..*",
      description = "What hence check --shard I/N --report json=REPORT wrote, for each I.")
  private List<Path> files;

  @Mixin private ReportOptions reports;

  MergeCommand(PrintWriter out, PrintWriter err, Terminal terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<RunRecord> runs = new ArrayList<>();
    files.forEach(file -> runs.add(read(file)));
    Output output = reports.open(out, err, terminal);
    return switch (Merge.of(runs)) {
      case Merge.Merged(RunRecord whole) -> output.write(whole, Optional.empty());
      case Merge.Refused(String why) -> throw refused(why);
    };
  }

  private RunRecord read(Path file) {
    try {
      return JsonReader.read(Files.readString(file));
    } catch (IOException e) {
      throw refused("cannot read " + file + ": " + e.getMessage());
    } catch (MalformedJson e) {
      throw refused(file + ": " + e.getMessage());
    }
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
