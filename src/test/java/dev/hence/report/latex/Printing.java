package dev.hence.report.latex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Has LaTeX print a document, where one is installed, and reads its log. */
public final class Printing {
  /** What may stick out into the margin, in points. */
  private static final double MOST = 5;

  private static final Pattern OVERFULL =
      Pattern.compile("Overfull \\\\hbox \\((\\d+(?:\\.\\d+)?)pt too wide\\).*");

  private Printing() {}

  /** Asserts that there is no error, and nothing runs into the margin. */
  public static void isClean(String tex) throws IOException {
    isClean(tex, Map.of());
  }

  /**
   * The same of a document that shows pictures.
   *
   * @param pictures by their names relative to the document
   */
  public static void isClean(String tex, Map<String, byte[]> pictures) throws IOException {
    assumeTrue(isInstalled(), "pdflatex is not on the PATH");
    Path folder = Files.createTempDirectory("hence-printing");
    Files.writeString(folder.resolve("trace.tex"), tex);
    for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
      Path file = folder.resolve(picture.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, picture.getValue());
    }
    int exit = run(folder);
    List<String> log = Files.readAllLines(folder.resolve("trace.log"), StandardCharsets.ISO_8859_1);
    assertThat(log.stream().filter(l -> l.startsWith("!"))).as(folder.toString()).isEmpty();
    assertThat(log.stream().filter(Printing::isTooWide)).as(folder.toString()).isEmpty();
    assertThat(exit).isZero();
    for (Path file : files(folder)) {
      Files.delete(file);
    }
    Files.delete(folder);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> !f.equals(folder)).sorted(Comparator.reverseOrder()).toList();
    }
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pdflatex")));
  }

  private static boolean isTooWide(String line) {
    var matcher = OVERFULL.matcher(line);
    return matcher.matches() && Double.parseDouble(matcher.group(1)) > MOST;
  }

  private static int run(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                "pdflatex", "-no-shell-escape", "-interaction=nonstopmode", "-draftmode", "trace")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
