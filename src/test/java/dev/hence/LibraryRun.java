package dev.hence;

import dev.hence.report.RunReport;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The derivations that come with Hence, checked once for all tests that ask for it. */
final class LibraryRun {
  static final Path LIBRARY = Path.of("derivations");

  private static final class Once {
    static final Settings SETTINGS = Settings.DEFAULT.withCache(folder());
    static final RunReport RUN = Hence.check(List.of(LIBRARY), SETTINGS);
  }

  private LibraryRun() {}

  static RunReport get() {
    return Once.RUN;
  }

  /**
   * Settings that remember what was found in this run: a step that means the same is judged again
   * on the same evidence, which costs little. Nothing of an earlier run of the tests is used.
   */
  static Settings remembering() {
    return Once.SETTINGS;
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("hence-library");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
