package dev.hence.cli;

import dev.hence.Hence;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: it only tells what there is. */
@Command(
    name = "hence",
    description = "Checks mathematical derivations, step by step.",
    mixinStandardHelpOptions = true,
    versionProvider = HenceCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND")
final class HenceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** Reads the version from the build. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"hence " + Hence.version()};
    }
  }
}
