package dev.hence.cli;

import dev.hence.verdict.Outcome;
import picocli.CommandLine.Option;

/** The option for the weakest verdict that passes. */
final class RequireOption {
  @Option(
      names = "--require",
      paramLabel = "VERDICT",
      defaultValue = "confirmed",
      description =
          "The weakest verdict that passes: ${COMPLETION-CANDIDATES}.%nDefault: confirmed.")
  private Requirement require;

  Outcome outcome() {
    return require.outcome();
  }
}
