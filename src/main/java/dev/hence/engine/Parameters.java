package dev.hence.engine;

import dev.hence.Settings;
import dev.hence.verdict.Outcome;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.platform.engine.ConfigurationParameters;

/** The configuration parameters of the engine. */
record Parameters(ConfigurationParameters values, Issues issues) {
  /** Folders outside the class path that hold derivations, separated by commas. */
  static final String DIRECTORIES = "hence.directories";

  /** The weakest verdict that passes: proved, verified or confirmed. */
  static final String REQUIRE = "hence.require";

  /** The words for it, for messages. */
  static final String OUTCOMES = "proved, verified or confirmed";

  /** The folder with the evidence of earlier runs, and with what was listed in them. */
  static final String CACHE = "hence.cache";

  /** Seconds of computing for one step. */
  static final String BUDGET = "hence.budget";

  /** The seed of the random points. */
  static final String SEED = "hence.seed";

  /** Whether steps are checked at the same time. */
  static final String PARALLEL = "hence.execution.parallel.enabled";

  /** Below it stand {@code strategy}, {@code fixed.parallelism} and so on, as in Jupiter. */
  static final String PARALLEL_PREFIX = "hence.execution.parallel.config.";

  /** Into which Maven and Gradle write, and which they delete when all is to be made anew. */
  private static final List<Path> BUILDS = List.of(Path.of("target"), Path.of("build"));

  private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

  List<Path> directories() {
    return values.get(DIRECTORIES).stream()
        .flatMap(all -> Arrays.stream(all.split(",", -1)))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .toList();
  }

  /** How to check; what cannot be understood is an issue. */
  Settings settings() {
    Settings usual = Settings.DEFAULT;
    Settings settings =
        new Settings(
            seed().map(OptionalLong::of).orElse(usual.seed()),
            budget().orElse(usual.budget()),
            usual.jobs(),
            required().orElse(usual.required()),
            usual.only());
    return cache().map(settings::withCache).orElse(settings);
  }

  private Optional<Path> cache() {
    return values.get(CACHE).map(String::strip).filter(name -> !name.isEmpty()).map(Path::of);
  }

  /**
   * Where it is kept what there is to test in documents: in the cache or, where nothing is said of
   * a cache, in the folder of the build, which is there if Maven or Gradle is.
   */
  Optional<Path> index() {
    return values.get(CACHE).isPresent()
        ? cache()
        : BUILDS.stream().filter(Files::isDirectory).map(b -> b.resolve("hence")).findFirst();
  }

  private Optional<Long> seed() {
    return values.get(SEED).map(String::strip).flatMap(this::seed);
  }

  private Optional<Long> seed(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      issues.error(SEED + " must be a whole number, not '" + text + "'");
      return Optional.empty();
    }
  }

  private Optional<Duration> budget() {
    return values.get(BUDGET).map(String::strip).flatMap(this::budget);
  }

  private Optional<Duration> budget(String text) {
    try {
      BigDecimal seconds = new BigDecimal(text);
      if (seconds.signum() > 0 && seconds.compareTo(DAY) <= 0) {
        return Optional.of(Duration.ofMillis(seconds.movePointRight(3).longValue()));
      }
    } catch (NumberFormatException e) {
      // told below, as a number out of range is
    }
    issues.error(
        BUDGET + " must be a number of seconds, more than 0 and at most a day, not '" + text + "'");
    return Optional.empty();
  }

  private Optional<Outcome> required() {
    return values.get(REQUIRE).map(String::strip).flatMap(this::required);
  }

  private Optional<Outcome> required(String text) {
    Optional<Outcome> required = outcome(text);
    if (required.isEmpty()) {
      issues.error(REQUIRE + " must be " + OUTCOMES + ", not '" + text + "'");
    }
    return required;
  }

  /** The verdict of which one of the {@link #OUTCOMES} speaks; empty for other words. */
  static Optional<Outcome> outcome(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "proved" -> Optional.of(Outcome.PROVED);
      case "verified" -> Optional.of(Outcome.VERIFIED);
      case "confirmed" -> Optional.of(Outcome.CONFIRMED);
      default -> Optional.empty();
    };
  }
}
