package dev.hence;

import dev.hence.argument.Sources;
import dev.hence.read.document.Format;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.record.Recording;
import dev.hence.report.trace.Trace;
import dev.hence.result.Result;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Checks derivations. Programs start here:
 *
 * <pre>{@code
 * Result result = Hence.check(Path.of("notes.md"));
 * for (Step step : result.steps()) {
 *   System.out.println(step.id() + " " + step.statement() + " " + step.verdict().text());
 *   step.counterexample().ifPresent(c -> System.out.println("  false at " + c));
 * }
 * }</pre>
 *
 * <p>The methods that return reports are for the doors of Hence itself: command line, test engine
 * and assertions.
 */
public final class Hence {
  private final Machinery machinery;

  Hence(Machinery machinery) {
    this.machinery = machinery;
  }

  /**
   * Checks files, and the pages below directories: the Markdown and LaTeX files and the notebooks
   * that hold a display.
   *
   * <pre>{@code
   * boolean passed = Hence.check(Path.of("notes"), Path.of("paper.tex")).passed();
   * }</pre>
   *
   * @return the pages in the order in which they were named, those of a directory in the order of
   *     their names; what cannot be opened is a problem of the result and no exception
   */
  public static Result check(Path... paths) {
    return check(Settings.DEFAULT, paths);
  }

  /**
   * Checks files, and the pages below directories, in another way than the usual one.
   *
   * <pre>{@code
   * Settings strict = Settings.DEFAULT.requiring(Outcome.VERIFIED).withSeed(3);
   * boolean passed = Hence.check(strict, Path.of("notes.md")).passed();
   * }</pre>
   */
  public static Result check(Settings settings, Path... paths) {
    return result(check(List.of(paths), settings));
  }

  /**
   * Checks the text of one page in Markdown.
   *
   * <pre>{@code
   * Step step = Hence.check("$$\\sin(x)^2 + \\cos(x)^2 = 1 \\tag{1}$$").page().step("1");
   * boolean holds = step.holds();  // true
   * }</pre>
   *
   * @throws IllegalArgumentException if the text is no more than the name of a file
   */
  public static Result check(String text) {
    if (text.lines().count() == 1 && isDocument(text.strip())) {
      throw new IllegalArgumentException(
          "'%s' is taken as the text of a page; for a file: Hence.check(Path.of(\"%s\"))"
              .formatted(text, text));
    }
    return check(Settings.DEFAULT, "page.md", text);
  }

  /**
   * Checks the text of one page under a name.
   *
   * <pre>{@code
   * Result result = Hence.check(Settings.DEFAULT, "paper.tex", "\\begin{equation} … \\end{equation}");
   * }</pre>
   *
   * @param name its end tells the format, as that of a file does: {@code .md}, {@code .tex}
   */
  public static Result check(Settings settings, String name, String text) {
    return result(checkTexts(List.of(new SourceText(name, text)), settings));
  }

  private static Result result(RunReport report) {
    return Result.of(report, Recording.of(report, version()));
  }

  /**
   * Checks files, and the documents below directories, and reports in the form from which formats
   * are written.
   */
  public static RunReport check(List<Path> paths, Settings settings, Progress progress) {
    return new Hence(Wiring.standard()).run(Documents.open(paths), settings, progress);
  }

  /** The same, without telling how far it has come. */
  public static RunReport check(List<Path> paths, Settings settings) {
    return check(paths, settings, Progress.NONE);
  }

  /** Checks texts that need not be files, and reports likewise. */
  public static RunReport checkTexts(List<SourceText> texts, Settings settings) {
    return new Hence(Wiring.standard()).run(Documents.of(texts), settings, Progress.NONE);
  }

  /** The proof trace of a document that was checked: the document told again with its answers. */
  public static Trace trace(DerivationReport report) {
    Sources sources = new Sources(report.derivation().statements());
    Machinery machinery = Wiring.standard();
    boolean infers = !report.derivation().inferred().isEmpty();
    Machinery.Reading reading = machinery.reading().inferring(infers);
    return Tracing.of(report, new Arguing(machinery.general(), sources), reading);
  }

  /**
   * The same with a figure behind each step that speaks of times and has something to show.
   *
   * @param settings by which it was checked
   * @param folder where the pictures are to lie beside the page
   */
  public static Trace trace(DerivationReport report, Settings settings, String folder) {
    long seed = settings.seed().orElse(report.derivation().seed().orElse(Settings.DEFAULT_SEED));
    return Illustrating.of(
        trace(report), new Figuring(Wiring::course, Wiring::convergence, seed), folder);
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
    return Examinations.of(readings(documents, settings), machinery, settings);
  }

  RunReport run(Documents documents, Settings settings, Progress progress) {
    Readings readings = readings(documents, settings);
    return new Run(machinery, settings, progress).check(readings);
  }

  private Readings readings(Documents documents, Settings settings) {
    return Readings.of(documents, machinery.reading().inferring(settings.inferring()));
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
