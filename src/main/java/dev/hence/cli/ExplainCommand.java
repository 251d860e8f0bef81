package dev.hence.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hence explain}: tells more about a problem. */
@Command(
    name = "explain",
    description = "Tells what a problem means, with an example and what mends it.",
    mixinStandardHelpOptions = true,
    versionProvider = HenceCommand.Version.class,
    footer = {"%nExample:", "  hence explain HNC-0309"})
final class ExplainCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CODE", description = "The code of a problem: HNC-0309, or 309.")
  private String code;

  ExplainCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    String digits = code.toUpperCase(Locale.ROOT).replaceFirst("^HNC-?", "");
    Optional<Explanation> found =
        Explanation.of("HNC-" + "0".repeat(Math.max(0, 4 - digits.length())) + digits);
    if (found.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "there is no problem " + code + "; codes look like HNC-0309");
    }
    out.print(found.get().text());
    return ExitCode.PASSED;
  }
}
