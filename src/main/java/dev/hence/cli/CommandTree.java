package dev.hence.cli;

import dev.hence.Hence;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

/** The command {@code hence} with its subcommands: for the shell, and for its manual pages. */
public final class CommandTree {
  private CommandTree() {}

  /** All commands and options, to be described and not to be run. */
  public static CommandLine described() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return of(nowhere, nowhere, new Terminal(false, false, Map.of()), Hence::check);
  }

  private static BufferedReader input() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  static CommandLine of(PrintWriter out, PrintWriter err, Terminal terminal, Checking checking) {
    return new CommandLine(new HenceCommand())
        .addSubcommand(new CheckCommand(out, err, terminal, checking))
        .addSubcommand(new WatchCommand(out, err, terminal, checking))
        .addSubcommand(new ReportCommand(out, err, terminal, checking))
        .addSubcommand(new TraceCommand(out, err, terminal, checking))
        .addSubcommand(new MutateCommand(out, err, terminal))
        .addSubcommand(new NewCommand(out))
        .addSubcommand(new InitCommand(out, terminal, input()))
        .addSubcommand(new ExplainCommand(out))
        .addSubcommand(new MergeCommand(out, err, terminal))
        .addSubcommand(new LspCommand())
        .addSubcommand("completion", new CommandLine(new GenerateCompletion()))
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(new WrongLine());
  }
}
