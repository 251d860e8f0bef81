package dev.hence.cli;

import dev.hence.Settings;
import dev.hence.verdict.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for budget, seed and jobs, which every command that checks has. */
final class Effort {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--budget",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "Seconds of computing for one step. Default: 10.")
  private BigDecimal budget;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "The seed of the random points. Default: the document's, or 1.")
  private Optional<Long> seed;

  @Option(
      names = "--jobs",
      paramLabel = "NUMBER",
      description = "How many steps are checked at the same time. Default: the processors.")
  private Optional<Integer> jobs;

  /** The settings that these options ask for. */
  Settings settings(Outcome required, List<String> only) {
    if (budget.signum() <= 0 || budget.compareTo(BigDecimal.valueOf(86_400)) > 0) {
      throw refused("--budget must be a number of seconds, more than 0 and at most a day");
    }
    if (jobs.filter(n -> n < 1 || n > 1024).isPresent()) {
      throw refused("--jobs must be from 1 to 1024");
    }
    return new Settings(
        seed.map(OptionalLong::of).orElseGet(OptionalLong::empty),
        Duration.ofMillis(budget.movePointRight(3).longValue()),
        jobs.orElse(Settings.DEFAULT.jobs()),
        required,
        only);
  }

  private ParameterException refused(String why) {
    CommandLine line = spec.commandLine();
    return new ParameterException(line, why);
  }
}
