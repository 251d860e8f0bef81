package dev.hence.cli;

import dev.hence.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The folder in which a command that goes on running keeps what it found out. */
final class KeptEvidence {
  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Keep evidence in this folder for the next time. Default: one that is deleted at the"
              + " end.")
  private Optional<Path> cache = Optional.empty();

  /** The settings with that folder. */
  Settings in(Settings settings) {
    return settings.withCache(cache.orElseGet(KeptEvidence::passing));
  }

  private static Path passing() {
    try {
      Path folder = Files.createTempDirectory("hence");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // It lies in the folder for what may be deleted at any time.
    }
  }
}
