package dev.hence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.report.JsonSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The recipes for CI of the guide: their commands are run as they stand there, in a folder like
 * that of a user, and say what the guide shows.
 */
class RecipesTest {
  private static final String LAUNCHER = ".hence/hence ";

  @TempDir private Path folder;
  private String section;

  @BeforeEach
  void write() throws IOException {
    String page = Files.readString(Path.of("derivations", "guide", "ci.md"));
    section = page.substring(0, page.indexOf("\n## Large coll"));
    Path notes = Files.createDirectories(folder.resolve("notes"));
    Files.writeString(notes.resolve("energy.md"), page(block("latex", "$$")));
  }

  /** The page that the recipes check, with this in its line 10. */
  private static String page(String display) {
    return """
    ---
    title: Gradient flow loses what it must
    let:
      - w \\in \\mathbb{R}^n
      - v \\in \\mathbb{R}^n
      - L(w) \\in \\mathbb{R}
    flow: \\dot w = -\\nabla L(w)
    ---

    """
        + display
        + "\n$$\\frac{d}{dt} \\tfrac12 \\lVert w - v \\rVert^2 = -(w - v)^\\top \\nabla L(w)"
        + " \\tag{2}$$\n";
  }

  /** The block of a language that begins with some words. */
  private String block(String language, String beginning) {
    Matcher blocks = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(section);
    return blocks
        .results()
        .map(m -> m.group(1))
        .filter(text -> text.startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  /** The commands of a recipe, in whatever keys they stand, without the launcher. */
  private List<String> commands(String beginning) {
    Object recipe =
        new Load(LoadSettings.builder().build()).loadFromString(block("yaml", beginning));
    return texts(recipe)
        .filter(text -> text.startsWith(LAUNCHER))
        .map(text -> text.substring(LAUNCHER.length()))
        .toList();
  }

  private static Stream<String> texts(Object node) {
    return switch (node) {
      case java.util.Map<?, ?> map -> map.values().stream().flatMap(RecipesTest::texts);
      case List<?> list -> list.stream().flatMap(RecipesTest::texts);
      case String text -> Stream.of(text);
      default -> Stream.empty();
    };
  }

  /** Runs the only command of a recipe, which finds one false step, and gives what it prints. */
  private String run(String beginning, String... more) throws Exception {
    List<String> commands = commands(beginning);
    assertThat(commands).hasSize(1);
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                classPath(),
                Main.class.getName()));
    words.addAll(List.of(commands.getFirst().split(" ", -1)));
    words.addAll(List.of(more));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String printed = Files.readString(output);
    assertThat(process.exitValue()).as(printed).isEqualTo(ExitCode.FAILED);
    return printed;
  }

  /** Entries may be relative, and the recipes run elsewhere. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
  }

  @Test
  void gitHubIsToldInAnnotationsAndAlerts() throws Exception {
    assertThat(run("on: ")).isEqualTo(block("text", "::error"));
    String log = Files.readString(folder.resolve("hence.sarif"));
    assertThat(block("yaml", "on: ")).contains("sarif_file: hence.sarif");
    assertThat(JsonSchemas.wrongWithSarif(log)).isEmpty();
    assertThat(log).contains("\"ruleId\": \"refuted\"");
  }

  @Test
  void gitLabIsToldInATestReport() throws Exception {
    run("derivations:");
    assertThat(block("yaml", "derivations:")).contains("junit: hence.xml");
    assertThat(Files.readString(folder.resolve("hence.xml"))).contains(block("xml", "<testsuites"));
  }

  @Test
  void preCommitPassesTheNamesOfFiles() throws Exception {
    String shown = block("text", "hence...");
    assertThat(run("repos:", "notes/energy.md"))
        .startsWith(shown.substring(shown.indexOf("notes/energy.md")));
    assertThat(folder.resolve(".git/hence")).isDirectory();
    String files =
        Pattern.compile("files: (.*)")
            .matcher(block("yaml", "repos:"))
            .results()
            .map(m -> m.group(1))
            .findFirst()
            .orElseThrow();
    assertThat("notes/energy.md").containsPattern(files);
    assertThat("README.md").doesNotContainPattern(files);
  }
}
