package dev.hence.cli;

import dev.hence.Settings;
import dev.hence.json.MalformedJson;
import dev.hence.report.Shard;
import dev.hence.shard.Costs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options for collections that are checked by several jobs, or again and again. */
final class ShardOptions {
  private static final Pattern SHARD = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Check the I-th of N parts of the steps only; hence merge joins the reports.")
  private Optional<String> shard = Optional.empty();

  @Option(
      names = "--costs",
      paramLabel = "FILE",
      description =
          "Split by what steps took in an earlier run, as --write-costs wrote it, instead of"
              + " estimates; may be given repeatedly.")
  private List<Path> costs = List.of();

  @Option(
      names = "--write-costs",
      paramLabel = "FILE",
      description = "Write down what each step took.")
  private Optional<Path> written = Optional.empty();

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Keep evidence in this folder, and judge again what is known of steps that did not"
              + " change. Share it with nobody whom you would not let write your reports.")
  private Optional<Path> cache = Optional.empty();

  Settings in(Settings settings) {
    Settings with = cache.map(settings::withCache).orElse(settings);
    Costs known = Costs.all(costs.stream().map(this::read).toList());
    return shard.map(s -> with.withShard(shard(s), known)).orElse(with);
  }

  private Shard shard(String text) {
    Matcher parts = SHARD.matcher(text);
    if (!parts.matches()) {
      throw refused("--shard takes I/N, such as 1/3: " + text);
    }
    int index = Integer.parseInt(parts.group(1));
    int count = Integer.parseInt(parts.group(2));
    if (index > count) {
      throw refused("--shard: there is no part " + index + " of " + count);
    }
    return new Shard(index, count);
  }

  private Costs read(Path file) {
    try {
      return Costs.read(Files.readString(file));
    } catch (IOException e) {
      throw refused("cannot read " + file + ": " + e.getMessage());
    } catch (MalformedJson e) {
      throw refused(file + ": " + e.getMessage());
    }
  }

  /** The file for the costs, if one is asked for; that it cannot be written is told before. */
  Optional<ReportFile> written() {
    return written.map(
        file ->
            ReportFile.open("--write-costs", Format.JSON, file.toString())
                .orElseThrow(this::refused));
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
