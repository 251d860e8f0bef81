package dev.hence.cli;

import java.io.PrintWriter;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

/**
 * The command {@code hence} with all of its subcommands: for the shell, and for its manual pages.
 */
final class CommandTree {
  private CommandTree() {}

  static CommandLine of(PrintWriter out, PrintWriter err, Terminal terminal, Checking checking) {
    CommandLine completion = new CommandLine(new GenerateCompletion()).setCommandName("completion");
    return new CommandLine(new HenceCommand())
        .addSubcommand(new CheckCommand(out, err, terminal, checking))
        .addSubcommand(new TraceCommand(out, err, terminal, checking))
        .addSubcommand(new NewCommand(out))
        .addSubcommand(new MergeCommand(out, err, terminal))
        .addSubcommand("completion", completion)
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(new WrongLine());
  }
}
