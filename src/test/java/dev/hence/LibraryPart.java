package dev.hence;

import dev.hence.cache.Cache;
import dev.hence.claim.Statement;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some of the derivations that come with Hence, checked once for all that is tested of them. The
 * parts hold every page once, and are about even: every {@link #PARTS}-th page belongs to the same.
 */
final class LibraryPart {
  static final Path LIBRARY = Path.of("derivations");
  static final int PARTS = 4;

  private final Settings settings = Settings.DEFAULT.withCache(folder());
  private final Cache meanings = Cache.in(settings.cache().orElseThrow());
  private final RunReport run;

  private LibraryPart(List<Path> pages) {
    this.run = Hence.check(pages, settings);
  }

  /** Checks a part, counted from 1. */
  static LibraryPart of(int part) {
    return new LibraryPart(pages(part));
  }

  /** All pages, in the order of their names: what has a header. */
  static List<Path> pages() {
    return files().stream().filter(LibraryPart::hasHeader).toList();
  }

  /** What is for people alone. */
  static List<Path> others() {
    return files().stream().filter(file -> !hasHeader(file)).toList();
  }

  private static boolean hasHeader(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().filter("---"::equals).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files() {
    try {
      return Hence.documents(LIBRARY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of a page within the library. */
  static String name(Path file) {
    return LIBRARY.relativize(file).toString().replace('\\', '/');
  }

  /** The pages of a part, counted from 1. */
  static List<Path> pages(int part) {
    return Pieces.piece(pages(), part, PARTS);
  }

  RunReport run() {
    return run;
  }

  List<DerivationReport> derivations() {
    return run.derivations();
  }

  /**
   * Settings that remember what was found in this run: a step that means the same is judged again
   * on the same evidence, which costs little. Nothing of an earlier run of the tests is used.
   */
  Settings remembering() {
    return settings;
  }

  /** The same for steps that mean the same, wherever they stand. */
  String meaning(Statement.Step step) {
    return meanings.key(step, List.of(), Settings.DEFAULT_SEED, settings.budget());
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
