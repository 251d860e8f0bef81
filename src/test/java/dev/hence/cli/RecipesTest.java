package dev.hence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.report.JsonSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The action, the component and the hook, as the guide refers to them: their commands are run as
 * they stand there, in a folder like that of a user, and say what the guide shows.
 */
class RecipesTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();

  @TempDir private Path folder;
  private String guide;

  @BeforeEach
  void write() throws IOException {
    String page = Files.readString(ROOT.resolve("derivations/guide/ci.md"));
    guide = page.substring(0, page.indexOf("\n## Large coll"));
    Path notes = Files.createDirectories(folder.resolve("notes"));
    Files.writeString(notes.resolve("energy.md"), page(block("latex", "$$")));
    Files.writeString(notes.resolve("prose.md"), "Nothing to check.\n");
    launcher(folder.resolve(".hence"));
  }

  /** The page that is checked, with this in its line 10. */
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

  /** A launcher of the classes that are tested, where a clone of Hence would have its own. */
  private static void launcher(Path clone) throws IOException {
    Path file = Files.createDirectories(clone).resolve("hence");
    Files.writeString(
        file,
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -Dstdout.encoding=UTF-8 -cp '%s' %s \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                classPath(),
                Main.class.getName()));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Entries may be relative, and the commands run elsewhere. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  /** The block of a language that begins with some words. */
  private String block(String language, String beginning) {
    Matcher blocks = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(guide);
    return blocks
        .results()
        .map(m -> m.group(1))
        .filter(text -> text.startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  private static List<Object> yaml(String text) {
    List<Object> documents = new ArrayList<>();
    new Load(LoadSettings.builder().build()).loadAllFromString(text).forEach(documents::add);
    return documents;
  }

  private static List<Object> yaml(Path file) throws IOException {
    return yaml(Files.readString(ROOT.resolve(file)));
  }

  /** What stands under keys and numbers, one inside the other. */
  private static Object at(Object node, Object... path) {
    Object found = node;
    for (Object step : path) {
      found =
          step instanceof Integer number
              ? ((List<?>) found).get(number)
              : ((Map<?, ?>) found).get(step);
      assertThat(found).as("%s of %s", step, List.of(path)).isNotNull();
    }
    return found;
  }

  /** The defaults of inputs, and what a reference gives instead. */
  private static Map<String, String> inputs(Object declared, Object given) {
    Map<String, String> inputs = new HashMap<>();
    ((Map<?, ?>) declared).forEach((name, input) -> inputs.put((String) name, text(input)));
    ((Map<?, ?>) given)
        .forEach(
            (name, value) -> {
              assertThat(inputs).containsKey((String) name);
              inputs.put((String) name, value.toString());
            });
    return inputs;
  }

  private static String text(Object input) {
    return at(input, "default").toString();
  }

  private static String filled(String text, String form, Map<String, String> inputs) {
    String filled = text;
    for (Map.Entry<String, String> input : inputs.entrySet()) {
      filled = filled.replace(form.formatted(input.getKey()), input.getValue());
    }
    return filled;
  }

  /** Runs a script in the user's folder, which finds one false step, and gives what it prints. */
  private String run(String script, Map<String, String> environment) throws Exception {
    Path output = folder.resolve("output");
    ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", script);
    shell.environment().putAll(environment);
    Process process =
        shell
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String printed = Files.readString(output);
    assertThat(process.exitValue()).as(printed).isEqualTo(ExitCode.FAILED);
    return printed;
  }

  @Test
  void theActionTellsInAnnotationsAndAlerts() throws Exception {
    Object action = yaml(Path.of("action.yml")).getFirst();
    Object given = at(yaml(block("yaml", "on: ")).getFirst(), "jobs", "derivations", "steps", 1);
    Map<String, String> inputs = inputs(at(action, "inputs"), at(given, "with"));
    Object step = at(action, "runs", "steps", 1);
    Map<String, String> environment = new HashMap<>();
    environment.put("GITHUB_ACTION_PATH", folder.resolve(".hence").toString());
    ((Map<?, ?>) at(step, "env"))
        .forEach(
            (name, value) ->
                environment.put((String) name, filled((String) value, "${{ inputs.%s }}", inputs)));
    assertThat(environment.values()).noneMatch(value -> value.contains("${{"));

    String printed = run((String) at(step, "run"), environment);

    assertThat(printed).isEqualTo(block("text", "::error"));
    String upload = (String) at(action, "runs", "steps", 2, "with", "sarif_file");
    String log = Files.readString(folder.resolve(filled(upload, "${{ inputs.%s }}", inputs)));
    assertThat(JsonSchemas.wrongWithSarif(log)).isEmpty();
    assertThat(log).contains("\"ruleId\": \"refuted\"").contains("\"fixes\"");
  }

  @Test
  void theComponentTellsInATestReport() throws Exception {
    List<Object> component = yaml(Path.of("templates", "hence.yml"));
    Object given = at(yaml(block("yaml", "include:")).getFirst(), "include", 0, "inputs");
    Map<String, String> inputs = inputs(at(component.getFirst(), "spec", "inputs"), given);
    Object job = at(component.get(1), "hence");
    String clone = (String) at(job, "script", 0);
    assertThat(clone).startsWith("git clone ").endsWith(" .hence");

    run(filled((String) at(job, "script", 1), "$[[ inputs.%s ]]", inputs), Map.of());

    String report = (String) at(job, "artifacts", "reports", "junit");
    assertThat(Files.readString(folder.resolve(report))).contains(block("xml", "<testsuites"));
  }

  @Test
  void theHookIsGivenTheNamesOfFiles() throws Exception {
    Object hook = at(yaml(Path.of(".pre-commit-hooks.yaml")).getFirst(), 0);
    Object given = at(yaml(block("yaml", "repos:")).getFirst(), "repos", 0, "hooks", 0);
    assertThat(at(given, "id")).isEqualTo(at(hook, "id"));
    String files = (String) at(hook, "files");
    assertThat("notes/energy.md").containsPattern(files);
    assertThat("notes/energy.py").doesNotContainPattern(files);

    String printed =
        run(".hence/" + at(hook, "entry") + " notes/energy.md notes/prose.md", Map.of());

    String shown = block("text", "hence...");
    assertThat(printed).startsWith(shown.substring(shown.indexOf("notes/energy.md")));
    assertThat(folder.resolve(".git/hence")).isDirectory();
  }
}
