package dev.hence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Hence;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a document holds, what is wrong is told with its place: soon, and without a stack trace.
 */
@Timeout(60)
class BadInputTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int check(Path path) {
    Terminal pipe = new Terminal(false, false, Map.of());
    return new Main(new PrintWriter(out), new PrintWriter(err), pipe, Hence::check)
        .run("check", "--budget", "2", path.toString());
  }

  static Stream<Arguments> documents() {
    return Stream.of(
        Arguments.of("an unbalanced brace", "$$x = {1$$\n", "HNC-0202", 1),
        Arguments.of("an unknown command", "\n$$x = \\frobnicate{x}$$\n", "HNC-0201", 2),
        Arguments.of("a name that nothing gives", "$$q(x) = K(x, x)$$\n", "HNC-0301", 1),
        Arguments.of(
            "a header that is not YAML", "---\ntitle: [a\n---\n$$1 = 1$$\n", "HNC-0101", 3),
        Arguments.of("a header that does not end", "---\ntitle: a\n$$1 = 1$$\n", "HNC-0104", 1),
        Arguments.of("an unknown key", "---\nlett: [x]\n---\n$$1 = 1$$\n", "HNC-0102", 2),
        Arguments.of("an empty file", "", "HNC-0004", 1),
        Arguments.of("prose", "nothing to see\n", "HNC-0004", 1),
        Arguments.of("a display that does not end", "$$x = 1\n", "HNC-0005", 1),
        Arguments.of("a huge power", "$$x^{10^{10}} = 2^{10^{10}}$$\n", "undecided", 1),
        Arguments.of(
            "deep braces",
            "$$" + "{".repeat(10_000) + "x" + "}".repeat(10_000) + " = x$$\n",
            "HNC-0204",
            1),
        Arguments.of(
            "deep fractions",
            "$$" + "\\frac1{".repeat(10_000) + "x" + "}".repeat(10_000) + " = x$$\n",
            "HNC-0204",
            1),
        Arguments.of(
            "deep parentheses",
            "$$" + "(".repeat(10_000) + "x" + ")".repeat(10_000) + " = x$$\n",
            "HNC-0204",
            1),
        Arguments.of("escapes", "$$x = \u001b[31m \\q$$\n", "HNC-02", 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void isToldWithItsPlace(String what, String document, String code, int line) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.md"), document);
    assertThat(check(file)).as(out.toString()).isEqualTo(1);
    assertThat(out.toString())
        .contains(code)
        .contains("bad.md:" + line + ":")
        .doesNotContain("internal error")
        .doesNotContain("\tat ")
        .doesNotContain("\u001b");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void needsNoHeader() throws IOException {
    Path file = Files.writeString(folder.resolve("good.md"), "$$(x + 1)^2 = x^2 + 2 x + 1$$\n");
    assertThat(check(file)).as(out.toString()).isEqualTo(0);
  }

  @Test
  void opensNoFileThatIsNotUtf8() throws IOException {
    byte[] latin = {'a', '\n', '$', '$', 'x', (byte) 0xE9, '$', '$'};
    assertThat(check(Files.write(folder.resolve("latin.md"), latin))).isEqualTo(2);
    assertThat(out.toString()).contains("HNC-0002").contains("latin.md").contains("2:4");
  }

  @Test
  void opensNoFileOfFiveMegabytes() throws IOException {
    String text = "$$x = x$$\n".repeat(500_000);
    assertThat(check(Files.writeString(folder.resolve("large.md"), text))).isEqualTo(2);
    assertThat(out.toString()).contains("HNC-0003").contains("large.md");
  }

  @Test
  void saysThatADirectoryHoldsNoDerivation() throws IOException {
    Files.writeString(folder.resolve("README.md"), "# Notes\n\n```text\n$$x = 1$$\n```\n");
    assertThat(check(folder)).as(out.toString()).isEqualTo(2);
    assertThat(out.toString()).contains("HNC-0004").contains("no derivation");
  }

  @Test
  void saysThatAFileIsMissing() {
    assertThat(check(folder.resolve("gone.md"))).isEqualTo(2);
    assertThat(out.toString()).contains("HNC-0001").contains("gone.md");
  }

  @Test
  void survivesManyDisplays() throws IOException {
    String text = "$$\\foo$$\n".repeat(20_000);
    assertThat(check(Files.writeString(folder.resolve("many.md"), text))).isEqualTo(1);
  }
}
