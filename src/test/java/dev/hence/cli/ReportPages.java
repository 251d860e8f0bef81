package dev.hence.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Pages that {@code hence report} writes: of notes with a false line, a derivation, and an attack.
 */
public final class ReportPages {
  /** The names of the pages, without their ends. */
  public static final List<String> NAMES = List.of("notes", "kernel", "hostile");

  private static final String HOSTILE =
      """
      # <script>window.hostile = 1</script> and $<img src=x onerror="window.hostile = 2">$

      <img src=x onerror="window.hostile = 3"> [here](javascript:window.hostile=4) $`</span><script>window.hostile = 5</script>`$

      $$x + \\text{</span><script>window.hostile = 6</script>} = x$$

      $$(a + b)^2 = a^2 + 2 a b + b^2 \\tag{<b onclick="x">}$$

      $$\\href{javascript:window.hostile=7}{a} = a$$

      $$\\begin{aligned} a + b &= b + a \\\\ &= a + b + 0 \\label{eq:none} \\end{aligned}$$
      """;

  private ReportPages() {}

  /** Writes them. */
  public static Path written(Path folder) throws IOException {
    Path documents = Files.createDirectory(folder.resolve("documents"));
    Files.copy(
        Path.of("src/test/resources/dev/hence/report/html/notes.md"),
        documents.resolve("notes.md"));
    Files.copy(
        Path.of("derivations/kernel-machines/gradient-descent-learns-a-kernel-machine.md"),
        documents.resolve("kernel.md"));
    Files.writeString(documents.resolve("hostile.md"), HOSTILE);
    StringWriter said = new StringWriter();
    run(said, "report", documents.toString(), "-o", folder.resolve("pages").toString());
    for (String name : NAMES) {
      Path page;
      try (var files = Files.list(folder.resolve("pages"))) {
        page =
            files
                .filter(f -> f.toString().endsWith("documents-" + name + ".html"))
                .findFirst()
                .orElseThrow();
      }
      Files.copy(page, folder.resolve(name + ".html"));
    }
    return folder.resolve("pages").resolve("index.html");
  }

  /** Watches a document and writes pages of it, until it is interrupted. */
  public static Thread watching(Path document, Path pages) {
    Thread thread =
        new Thread(
            () ->
                run(
                    new StringWriter(),
                    "watch",
                    document.toString(),
                    "--pages",
                    pages.toString(),
                    "--cache",
                    pages.resolveSibling("cache").toString()));
    thread.start();
    return thread;
  }

  /** Runs a command; its exit code. */
  static int run(StringWriter said, String... arguments) {
    PrintWriter out = new PrintWriter(said);
    int code =
        CommandTree.of(out, out, new Terminal(false, false, Map.of()), dev.hence.Hence::check)
            .execute(arguments);
    out.flush();
    return code;
  }
}
