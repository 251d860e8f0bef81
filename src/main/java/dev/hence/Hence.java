package dev.hence;

import dev.hence.argument.Sources;
import dev.hence.read.document.Format;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.trace.Trace;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Checks derivations: the one call that all doors share. */
public final class Hence {
  private final Machinery machinery;

  Hence(Machinery machinery) {
    this.machinery = machinery;
  }

  /**
   * Checks files, and the documents below directories: the Markdown and LaTeX files and the
   * notebooks that hold a display. Documents keep the order in which they were named, those of a
   * directory the order of their names.
   */
  public static RunReport check(List<Path> paths, Settings settings, Progress progress) {
    return new Hence(Wiring.standard()).run(Documents.open(paths), settings, progress);
  }

  public static RunReport check(List<Path> paths, Settings settings) {
    return check(paths, settings, Progress.NONE);
  }

  /** Checks texts that need not be files. */
  public static RunReport checkTexts(List<SourceText> texts, Settings settings) {
    return new Hence(Wiring.standard()).run(Documents.of(texts), settings, Progress.NONE);
  }

  /** The proof trace of a document that was checked: the document told again with its answers. */
  public static Trace trace(DerivationReport report) {
    Sources sources = new Sources(report.derivation().statements());
    Machinery machinery = Wiring.standard();
    return Tracing.of(report, new Arguing(machinery.general(), sources), machinery.reading());
  }

  /**
   * The same with a figure behind each step that speaks of times and has something to show.
   *
   * @param settings by which it was checked
   * @param folder where the pictures are to lie beside the page
   */
  public static Trace trace(DerivationReport report, Settings settings, String folder) {
    long seed = settings.seed().orElse(report.derivation().seed().orElse(Settings.DEFAULT_SEED));
    return Illustrating.of(trace(report), new Figuring(Wiring::course, seed), folder);
  }

  /** Whether the name of a file tells that it may hold a derivation. */
  public static boolean isDocument(String name) {
    return Format.isDocument(name);
  }

  /**
   * The files below a directory that may hold derivations, in the order of their names.
   *
   * @throws IOException if it cannot be searched
   */
  public static List<Path> documents(Path directory) throws IOException {
    return Documents.below(directory);
  }

  /**
   * Reads one derivation, and checks nothing yet.
   *
   * @param name of a file, or of a resource in the class path
   * @throws IllegalArgumentException if there is none, or it cannot be read
   */
  public static Examination derivation(String name) {
    return derivation(name, Settings.DEFAULT);
  }

  /**
   * Reads one derivation, and checks nothing yet.
   *
   * @param name of a file, or of a resource in the class path
   * @throws IllegalArgumentException if there is none, or it cannot be read
   */
  public static Examination derivation(String name, Settings settings) {
    return Named.of(name, settings);
  }

  /** Reads files, and the documents below directories, and checks nothing yet. */
  public static Examinations open(List<Path> paths, Settings settings) {
    return new Hence(Wiring.standard()).examinations(Documents.open(paths), settings);
  }

  /** Reads texts that need not be files, and checks nothing yet. */
  public static Examinations openTexts(List<SourceText> texts, Settings settings) {
    return new Hence(Wiring.standard()).examinations(Documents.of(texts), settings);
  }

  Examinations examinations(Documents documents, Settings settings) {
    return Examinations.of(Readings.of(documents, machinery.reading()), machinery, settings);
  }

  RunReport run(Documents documents, Settings settings, Progress progress) {
    Readings readings = Readings.of(documents, machinery.reading());
    return new Run(machinery, settings, progress).check(readings);
  }

  /** The version, for example {@code 0.1.0}. */
  public static String version() {
    try (InputStream in = Hence.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
