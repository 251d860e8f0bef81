package dev.hence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.text.SourceText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** {@code hence init}: the header that it writes, into pages with and without one. */
class InitTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus/prose");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();

  private int init(boolean terminal, String answers, String... arguments) {
    InitCommand command =
        new InitCommand(
            new PrintWriter(out, true),
            new Terminal(terminal, false, Map.of()),
            new BufferedReader(new StringReader(answers)));
    return new CommandLine(command).execute(arguments);
  }

  private Path page(String text) throws IOException {
    Path file = folder.resolve("page.md");
    Files.writeString(file, text);
    return file;
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files.filter(f -> !f.toString().endsWith(".expected")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void twiceIsOnce(Path page) throws IOException {
    Path file = folder.resolve(page.getFileName().toString());
    Files.copy(page, file);
    assertThat(init(false, "", file.toString())).isZero();
    String once = Files.readString(file);
    assertThat(init(false, "", file.toString())).isZero();
    assertThat(Files.readString(file)).isEqualTo(once);
  }

  /** What the header says is what was inferred: the same lines are read, and none otherwise. */
  @ParameterizedTest
  @MethodSource("pages")
  void readsWhatWasRead(Path page) throws IOException {
    SourceText before = new SourceText(page.getFileName().toString(), Files.readString(page));
    assertThat(init(false, "", "--print", page.toString())).isZero();
    SourceText after = new SourceText(before.name(), out.toString());
    Settings settings = Settings.DEFAULT.inferringFromProse();
    assertThat(kinds(after, settings)).isEqualTo(kinds(before, settings));
  }

  private static List<String> kinds(SourceText text, Settings settings) {
    Derivation read = Hence.openTexts(List.of(text), settings).list().getFirst().derivation();
    return read.statements().stream().map(InitTest::kind).toList();
  }

  private static String kind(Statement statement) {
    return statement.id() + " " + statement.getClass().getSimpleName();
  }

  @Test
  void writesEntriesWithTheirLinesAndQuestions() throws IOException {
    Path file =
        page(
            """
            Let $a > 0$ be a constant. The vector $q$ is given.

            $$\\sqrt{a^2} = a$$

            $$q^\\top q = \\lVert q \\rVert^2$$
            """);
    assertThat(init(false, "", file.toString())).isZero();
    assertThat(Files.readString(file))
        .startsWith(
            """
            ---
            let:
              - a > 0  # line 7
            # ? how many entries has the vector `q`? 1 line waits for it
            #     let: q \\in \\mathbb{R}^n
            ---
            Let $a > 0$ be a constant.\
            """);
  }

  @Test
  void addsToAHeaderThatIsThere() throws IOException {
    Path file =
        page(
            """
            ---
            layout: post
            let: b \\in \\mathbb{R}
            ---
            Let $a > 0$ be a constant.

            $$\\sqrt{a^2} + b = b + a$$
            """);
    assertThat(init(false, "", file.toString())).isZero();
    assertThat(Files.readString(file))
        .startsWith(
            """
            ---
            layout: post
            let:
              - b \\in \\mathbb{R}
              - a > 0  # line 7
            ---
            """);
  }

  @Test
  void asksOnATerminalAndShowsHowEachAnswerReadsALine() throws IOException {
    Path file = page("$$X^\\top X = (X^\\top X)^\\top$$\n");
    assertThat(init(true, "1\n", file.toString())).isZero();
    assertThat(out.toString())
        .contains("is `X` a matrix or a vector? 1 line waits for it")
        .contains("1  let: X \\in \\mathbb{R}^{n \\times d}")
        .contains("#1  Xᵀ X = (Xᵀ X)ᵀ");
    assertThat(Files.readString(file)).contains("  - X \\in \\mathbb{R}^{n \\times d}  # answered");
  }

  @Test
  void noAnswerLeavesTheQuestion() throws IOException {
    Path file = page("$$X^\\top X = (X^\\top X)^\\top$$\n");
    assertThat(init(true, "\n", file.toString())).isZero();
    assertThat(Files.readString(file)).contains("# ? is `X` a matrix or a vector?");
  }

  @Test
  void aPageThatSaysNothingIsLeftAlone() throws IOException {
    Path file = page("$$a + b = b + a$$\n");
    assertThat(init(false, "", file.toString())).isZero();
    assertThat(Files.readString(file)).isEqualTo("$$a + b = b + a$$\n");
    assertThat(out.toString()).startsWith("nothing to add");
  }
}
