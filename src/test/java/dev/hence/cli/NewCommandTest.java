package dev.hence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Hence;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hence new} writes a page that holds, and overwrites nothing. */
class NewCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... line) {
    Terminal pipe = new Terminal(false, false, Map.of());
    return new Main(new PrintWriter(out), new PrintWriter(err), pipe, Hence::check).run(line);
  }

  @Test
  void writesAPageThatHolds() {
    Path page = folder.resolve("notes/it's-new");
    assertThat(run("new", page.toString())).isZero();
    assertThat(folder.resolve("notes/it's-new.md")).exists();
    assertThat(run("check", page + ".md")).isZero();
    assertThat(out.toString()).contains("it's new", "2 steps: 2 proved");
  }

  @Test
  void overwritesNothing() throws IOException {
    Path page = Files.writeString(folder.resolve("mine.md"), "mine");
    assertThat(run("new", page.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(page).hasContent("mine");
    assertThat(err.toString()).contains("exists already");
  }

  @Test
  void writesMarkdownAlone() {
    assertThat(run("new", folder.resolve("paper.tex").toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("paper.md");
  }
}
