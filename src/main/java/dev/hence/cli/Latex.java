package dev.hence.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A LaTeX that is installed. It runs in a folder of its own, without a shell, and asks nothing. */
record Latex(Path program) {
  static final String MISSING =
      "no pdflatex or lualatex is on the PATH (Debian: apt install texlive-latex-recommended)";

  private static final List<String> PROGRAMS = List.of("pdflatex", "lualatex");

  /** References are right after the second run. */
  private static final int RUNS = 2;

  private static final long MINUTES = 3;
  private static final int MOST_ERRORS = 20;

  /** How it ended. */
  record Result(boolean done, List<String> errors) {
    Result {
      errors = List.copyOf(errors);
    }
  }

  static Optional<Latex> installed() {
    return installed(Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  static Optional<Latex> installed(String path) {
    List<Path> folders =
        Stream.of(path.split(File.pathSeparator, -1))
            .filter(f -> !f.isBlank())
            .map(Path::of)
            .toList();
    return PROGRAMS.stream()
        .flatMap(name -> folders.stream().map(f -> f.resolve(name)))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst()
        .map(Latex::new);
  }

  /** The PDF beside a page. */
  static Path besides(Path page) {
    String name = page.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return page.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".pdf");
  }

  /** Makes a PDF of a page; figures are looked for beside the page. */
  Result print(Path page, Path pdf) throws IOException {
    Path folder = Files.createTempDirectory("hence-latex");
    try {
      Files.copy(page, folder.resolve("trace.tex"));
      Result result = new Result(true, List.of());
      for (int run = 0; run < RUNS && result.done(); run++) {
        result = run(folder, page.toAbsolutePath().getParent());
      }
      if (result.done()) {
        Files.copy(folder.resolve("trace.pdf"), pdf, StandardCopyOption.REPLACE_EXISTING);
      }
      return result;
    } finally {
      delete(folder);
    }
  }

  private Result run(Path folder, Path figures) throws IOException {
    Path log = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                program.toString(),
                "-no-shell-escape",
                "-interaction=nonstopmode",
                "-halt-on-error",
                "-file-line-error",
                "trace.tex")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(log.toFile());
    builder.environment().put("TEXINPUTS", ".:" + figures + ":");
    builder.environment().put("openin_any", "r");
    builder.environment().put("openout_any", "p");
    Process process = builder.start();
    return new Result(ended(process), errors(log));
  }

  private static boolean ended(Process process) throws IOException {
    try {
      boolean done = process.waitFor(MINUTES, TimeUnit.MINUTES);
      if (!done) {
        process.destroyForcibly();
      }
      return done && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new IOException("interrupted", e);
    }
  }

  /** What LaTeX says went wrong, with the lines that belong to it. */
  private static List<String> errors(Path log) throws IOException {
    List<String> errors = new ArrayList<>();
    List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
    for (int i = 0; i < lines.size() && errors.size() < MOST_ERRORS; i++) {
      String line = lines.get(i);
      if (line.startsWith("!") || line.matches("\\S+:\\d+: .*")) {
        errors.addAll(lines.subList(i, Math.min(lines.size(), i + 3)));
      }
    }
    return errors;
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
