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

class MutateCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    Terminal terminal = new Terminal(false, false, Map.of());
    return new Main(new PrintWriter(out), new PrintWriter(err), terminal, Hence::check).run(args);
  }

  private static Path page(Path folder, String formula) throws IOException {
    String text = "---\nlet:\n  - a, b \\in \\mathbb{R}\n---\n\n$$" + formula + " \\tag{1}$$\n";
    return Files.writeString(folder.resolve("page.md"), text);
  }

  @Test
  void mutantsOfARightStepAreKilled(@TempDir Path folder) throws IOException {
    Path page = page(folder, "(a + b)^2 = a^2 + 2 a b + b^2");
    assertThat(run("mutate", page.toString())).isEqualTo(ExitCode.PASSED);
    assertThat(out.toString()).contains("0 wrongly passed").doesNotContain("0 killed");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aMutantThatSaysTheSameIsEquivalent(@TempDir Path folder) throws IOException {
    Path page = page(folder, "a^2 b^2 \\ge 0");
    assertThat(run("mutate", "--format", "json", page.toString())).isEqualTo(ExitCode.PASSED);
    assertThat(out.toString()).contains("\"fate\": \"equivalent\"", "\"wronglyPassed\": 0");
  }

  @Test
  void onlyTheStepsThatAreAskedFor(@TempDir Path folder) throws IOException {
    Path page = page(folder, "a + b = b + a");
    run("mutate", "--only", "2", page.toString());
    assertThat(out.toString()).startsWith("0 mutants");
  }

  @Test
  void aFileThatIsMissingIsTold() {
    assertThat(run("mutate", "nowhere.md")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("nowhere.md");
  }
}
