package dev.hence.cli;

import dev.hence.report.figure.Picture;
import dev.hence.report.trace.Part;
import dev.hence.report.trace.Trace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The pictures of a trace, in a folder beside its page.
 *
 * @param files by their names relative to the page
 */
record FigureFiles(Map<String, byte[]> files) {
  /** The folder for a page: {@code trace-figures} beside {@code trace.tex}. */
  static String folder(Path page) {
    String name = page.getFileName().toString();
    int dot = name.lastIndexOf('.');
    // LaTeX reads no further than a blank, and takes a dot for the beginning of an ending.
    return (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^A-Za-z0-9_-]+", "-")
        + "-figures";
  }

  /** Draws all figures, as SVG for Markdown and as PDF for LaTeX. */
  static FigureFiles drawn(Trace trace, boolean markdown) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    pictures(trace)
        .forEach(
            (illustration, picture) -> {
              String file = illustration.figure().file();
              if (markdown) {
                files.put(file + ".svg", picture.svg().getBytes(StandardCharsets.UTF_8));
              } else {
                files.put(file + ".pdf", picture.pdf());
              }
            });
    return new FigureFiles(files);
  }

  /** The illustrations of a trace with their pictures. */
  static Map<Part.Illustration, Picture> pictures(Trace trace) {
    // The drawing needs fonts, and must ask for no screen.
    System.setProperty("java.awt.headless", "true");
    Map<Part.Illustration, Picture> pictures = new LinkedHashMap<>();
    for (Part part : trace.parts()) {
      if (part instanceof Part.Illustration illustration) {
        pictures.put(illustration, Picture.of(illustration.figure()));
      }
    }
    return pictures;
  }

  /** Tells that nothing can be drawn, and what Java lacks. */
  static void missing(String what, Throwable why, PrintWriter err) {
    err.println("hence: " + what + " no figures, for they cannot be drawn: " + why);
    err.println("  Java needs fonts (Debian: apt install fontconfig fonts-dejavu-core)");
  }

  /** What was written where; nothing of nothing. */
  Optional<String> told(Path page) {
    String count = files.size() == 1 ? "1 figure is" : files.size() + " figures are";
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(count + " written into " + page.resolveSibling(folder(page)));
  }

  void writeBeside(Path page) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = page.resolveSibling(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }
}
