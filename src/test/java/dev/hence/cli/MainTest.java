package dev.hence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hence.Golden;
import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.report.RunReport;
import dev.hence.report.Samples;
import dev.hence.report.Shard;
import dev.hence.report.markdown.MarkdownReport;
import dev.hence.report.markdown.TableInPage;
import dev.hence.shard.Costs;
import dev.hence.text.SourceText;
import dev.hence.verdict.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private static final Terminal PIPE = new Terminal(false, false, Map.of());
  private static final RunReport PASSED =
      new RunReport(List.of(Samples.passing()), List.of(), List.of());
  private static final RunReport FAILED =
      new RunReport(List.of(Samples.derivation()), List.of(), List.of());

  private static final SourceText DECAY =
      new SourceText(
          "decay.md",
          """
          ---
          let: w \\in \\mathbb{R}
          flow: \\dot w = -w
          ---
          $$w(T) = e^{-T} w(0) \\tag{1}$$
          """);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private List<Path> paths = List.of();
  private Settings settings = Settings.DEFAULT;

  private int run(RunReport report, Terminal terminal, String... arguments) {
    Checking checking =
        (given, with, progress) -> {
          paths = given;
          settings = with;
          progress.report(1, 2);
          return report;
        };
    return new Main(new PrintWriter(out), new PrintWriter(err), terminal, checking).run(arguments);
  }

  private int run(RunReport report, String... arguments) {
    return run(report, PIPE, arguments);
  }

  @Test
  void tellsByItsExitCodeWhetherAllIsWell() {
    assertThat(run(PASSED, "check", "a.md")).isEqualTo(0);
    assertThat(run(FAILED, "check", "a.md")).isEqualTo(1);
    assertThat(out.toString()).contains("passed\n").contains("failed: ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void tellsByItsExitCodeThatAFileCannotBeOpened() {
    assertThat(run(Samples.run(), "check", "gone.md")).isEqualTo(2);
    assertThat(out.toString()).contains("gone.md: The file cannot be read.");
  }

  @Test
  void tellsOnStandardErrorWhatCannotBeOpenedWhenStandardOutputIsJson() {
    assertThat(run(Samples.run(), "check", "--format", "json", "gone.md")).isEqualTo(2);
    assertThat(out.toString()).startsWith("{");
    assertThat(err.toString()).contains("hence: gone.md: The file cannot be read.");
  }

  @Test
  void printsATable() {
    assertThat(run(PASSED, "check", "--format", "markdown", "a.md")).isEqualTo(0);
    assertThat(out.toString()).startsWith("| page | source |").contains("| [good.md](good.md) |");
  }

  @Test
  void writesATableIntoAPage(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.md");
    String around = "a\n%s\n%s\nb\n";
    Files.writeString(page, around.formatted(TableInPage.BEGIN, TableInPage.END));
    String[] line = {"check", "--format", "markdown", "--into", page.toString(), "a.md"};
    assertThat(run(PASSED, line)).isEqualTo(0);
    assertThat(out.toString()).endsWith(": the table is written\n");
    String table = MarkdownReport.of(Samples.recorded(Samples.passing()), folder);
    assertThat(page)
        .hasContent(around.formatted(TableInPage.BEGIN + "\n\n" + table, TableInPage.END));
    assertThat(run(PASSED, line)).isEqualTo(0);
    assertThat(out.toString()).endsWith(": the table is up to date\n");
  }

  @Test
  void refusesAPageWithoutAPlaceForTheTable(@TempDir Path folder) throws IOException {
    Path page = Files.writeString(folder.resolve("page.md"), "a\n");
    String[] line = {"check", "--format", "markdown", "--into", page.toString(), "a.md"};
    assertThat(run(PASSED, line)).isEqualTo(2);
    assertThat(err.toString()).contains("has no lines " + TableInPage.BEGIN);
    assertThat(page).hasContent("a\n");
  }

  @Test
  void tracesToStandardOutput() {
    assertThat(run(PASSED, "trace", "a.md")).isEqualTo(0);
    assertThat(out.toString()).startsWith("% ---\n").endsWith("\\end{document}\n");
    out.getBuffer().setLength(0);
    assertThat(run(FAILED, "trace", "--markdown", "a.md")).isEqualTo(1);
    assertThat(out.toString()).contains("\n# ", "## Evidence");
  }

  @Test
  void tracesIntoAFile(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("trace.tex");
    assertThat(run(PASSED, "trace", "-o", page.toString(), "--budget", "2", "a.md")).isEqualTo(0);
    assertThat(out.toString()).isEqualTo(page + " is written\n");
    assertThat(Files.readString(page)).contains("\\begin{document}");
    assertThat(settings.budget()).isEqualTo(Duration.ofSeconds(2));
    assertThat(run(PASSED, "trace", "-o", folder.resolve("no/a.tex").toString(), "a.md"))
        .isEqualTo(2);
  }

  @Test
  void drawsFiguresBesideATrace(@TempDir Path folder) throws IOException {
    RunReport run = Hence.checkTexts(List.of(DECAY), Settings.DEFAULT);
    Path page = folder.resolve("my page.v2.tex");
    assertThat(run(run, "trace", "-o", page.toString(), "a.md")).isEqualTo(0);
    Path figures = folder.resolve("my-page-v2-figures");
    assertThat(out.toString())
        .isEqualTo("1 figure is written into " + figures + "\n" + page + " is written\n");
    assertThat(Files.readString(page)).contains("\\includegraphics{my-page-v2-figures/step-1.pdf}");
    assertThat(Files.readString(figures.resolve("step-1.pdf"))).startsWith("%PDF-1.4\n");

    Path markdown = folder.resolve("trace.md");
    assertThat(run(run, "trace", "--markdown", "-o", markdown.toString(), "a.md")).isEqualTo(0);
    assertThat(Files.readString(markdown)).contains("](trace-figures/step-1.svg)");
    assertThat(folder.resolve("trace-figures/step-1.svg")).content().startsWith("<svg ");
  }

  @Test
  void drawsNoFiguresWhereNoneAreWanted(@TempDir Path folder) throws IOException {
    RunReport run = Hence.checkTexts(List.of(DECAY), Settings.DEFAULT);
    Path page = folder.resolve("trace.tex");
    assertThat(run(run, "trace", "--no-figures", "-o", page.toString(), "a.md")).isEqualTo(0);
    assertThat(Files.readString(page)).doesNotContain("\\includegraphics{");
    assertThat(folder.resolve("trace-figures")).doesNotExist();
    out.getBuffer().setLength(0);
    assertThat(run(run, "trace", "a.md")).isEqualTo(0);
    assertThat(out.toString()).doesNotContain("\\includegraphics{");
  }

  @Test
  void tellsThatFiguresCannotBeWritten(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("trace-figures"), "a file");
    RunReport run = Hence.checkTexts(List.of(DECAY), Settings.DEFAULT);
    assertThat(run(run, "trace", "-o", folder.resolve("trace.tex").toString(), "a.md"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("cannot write the figures beside ");
  }

  @Test
  void refusesTracesThatCannotBe(@TempDir Path folder) throws IOException {
    Path page = Files.writeString(folder.resolve("a.md"), "a\n");
    assertThat(run(PASSED, "trace", folder.toString())).isEqualTo(2);
    assertThat(run(PASSED, "trace", "--pdf", page.toString())).isEqualTo(2);
    assertThat(run(PASSED, "trace", "--pdf", "--markdown", page.toString())).isEqualTo(2);
    assertThat(run(PASSED, "trace", "-o", page.toString(), page.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "is a directory", "add -o trace.tex", "leave out --markdown", "the document itself");
    assertThat(page).hasContent("a\n");
    assertThat(paths).isEmpty();
  }

  @Test
  void namesTheDebianPackageOfLatex() {
    assertThat(Latex.installed("")).isEmpty();
    assertThat(Latex.MISSING).contains("texlive-latex-recommended");
  }

  @Test
  void showsTheErrorsOfLatex(@TempDir Path folder) throws IOException {
    Optional<Latex> latex = Latex.installed();
    assumeTrue(latex.isPresent(), "no LaTeX is on the PATH");
    Path good = folder.resolve("good.tex");
    String document = "\\documentclass{article}\\begin{document}%s\\end{document}";
    Files.writeString(good, document.formatted("a"));
    assertThat(latex.get().print(good, Latex.besides(good)).done()).isTrue();
    assertThat(folder.resolve("good.pdf")).isNotEmptyFile();
    Path bad = Files.writeString(folder.resolve("bad.tex"), document.formatted("\\nothing"));
    Latex.Result result = latex.get().print(bad, Latex.besides(bad));
    assertThat(result.done()).isFalse();
    assertThat(String.join("\n", result.errors())).contains("Undefined control sequence");
    assertThat(folder.resolve("bad.pdf")).doesNotExist();
  }

  @Test
  void writesNothingButTheReportToStandardOutput() {
    run(PASSED, new Terminal(false, true, Map.of()), "check", "--format", "json", "a.md");
    assertThat(out.toString()).startsWith("{").endsWith("}\n");
  }

  @Test
  void drawsProgressOnlyOnATerminal() {
    run(PASSED, new Terminal(false, true, Map.of()), "check", "a.md");
    assertThat(err.toString()).contains("░ 1/2").endsWith("\r\u001b[K");
    err.getBuffer().setLength(0);
    run(PASSED, new Terminal(true, false, Map.of()), "check", "a.md");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void coloursOnlyOnATerminalThatWantsIt() {
    assertThat(coloured(Map.of(), true)).isTrue();
    assertThat(coloured(Map.of(), false)).isFalse();
    assertThat(coloured(Map.of("NO_COLOR", "1"), true)).isFalse();
    assertThat(coloured(Map.of("NO_COLOR", ""), true)).isTrue();
    assertThat(coloured(Map.of("TERM", "dumb"), true)).isFalse();
    assertThat(coloured(Map.of("NO_COLOR", "1"), false, "--color", "always")).isTrue();
    assertThat(coloured(Map.of(), true, "--color", "never")).isFalse();
  }

  private boolean coloured(Map<String, String> environment, boolean terminal, String... options) {
    out.getBuffer().setLength(0);
    String[] arguments = new String[options.length + 2];
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[0] = "check";
    arguments[arguments.length - 1] = "a.md";
    run(PASSED, new Terminal(terminal, false, environment), arguments);
    return out.toString().contains("\u001b[");
  }

  @Test
  void cutsToTheWidthThatTheEnvironmentSays() {
    run(FAILED, new Terminal(false, false, Map.of("COLUMNS", "70")), "check", "a.md");
    assertThat(out.toString().lines().filter(l -> l.startsWith("  ✗")))
        .isNotEmpty()
        .allMatch(l -> l.length() <= 70);
    assertThat(PIPE.width()).isEqualTo(100);
    assertThat(new Terminal(false, false, Map.of("COLUMNS", "-3")).width()).isEqualTo(100);
  }

  @Test
  void handsTheOptionsOn() {
    int code =
        run(
            PASSED,
            "check",
            "--seed",
            "5",
            "--budget",
            "2.5",
            "--jobs",
            "3",
            "--require",
            "verified",
            "--only",
            "1",
            "a.md",
            "b");
    assertThat(code).isEqualTo(0);
    assertThat(paths).containsExactly(Path.of("a.md"), Path.of("b"));
    assertThat(settings)
        .isEqualTo(
            new Settings(
                    OptionalLong.of(5), Duration.ofMillis(2500), 3, Outcome.VERIFIED, List.of("1"))
                .inferringFromProse());
  }

  @Test
  void hasDefaults() {
    run(PASSED, "check", "a.md");
    assertThat(settings).isEqualTo(Settings.DEFAULT.inferringFromProse());
  }

  @Test
  void takesDeclarationsAloneWhereItMust() {
    run(PASSED, "check", "--declared", "a.md");
    assertThat(settings).isEqualTo(Settings.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chek a.md",
        "check",
        "check --nonsense a.md",
        "check --format xml a.md",
        "check --require given a.md",
        "check --budget 0 a.md",
        "check --budget -1 a.md",
        "check --budget 1e99 a.md",
        "check --budget soon a.md",
        "check --jobs 0 a.md",
        "check --jobs 1.5 a.md",
        "check --seed x a.md",
        "check --only 99 a.md",
        "check --into README.md a.md",
        "check --report sarif a.md",
        "check --report =a.xml a.md",
        "check --report pdf=a.pdf a.md",
        "check --report json=src a.md",
        "check --report json=pom.xml/a.json a.md",
        "check --shard 0/3 a.md",
        "check --shard 4/3 a.md",
        "check --shard 1 a.md",
        "check --shard -1/3 a.md",
        "check --costs gone.json a.md",
        "check --costs pom.xml a.md",
        "check --write-costs src a.md",
        "merge",
        "merge gone.json",
        "merge pom.xml",
        "check --format markdown --into gone.md a.md",
      })
  void refusesAWrongCommandLine(String line) {
    String[] arguments = line.isEmpty() ? new String[0] : line.split(" ", -1);
    assertThat(run(PASSED, arguments)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("hence").doesNotContain("\tat ");
  }

  @Test
  void answersAWrongOptionInTwoLines() {
    assertThat(run(PASSED, "check", "--formt", "json", "a.md")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "hence check: Unknown option: '--formt'; did you mean --format?",
            "`hence check --help` tells the options, with examples.");
  }

  @Test
  void tellsTheIdsThatThereAre() {
    assertThat(run(FAILED, "check", "--only", "99", "a.md")).isEqualTo(2);
    assertThat(err.toString()).contains("no statement has the id or label '99'; there are ");
  }

  @Test
  void completesInTheShell() {
    assertThat(run(PASSED, "completion")).isZero();
    assertThat(out.toString()).contains("--require", "trace", "_complete_hence");
  }

  @Test
  void writesSeveralReportsBesideWhatItPrints(@TempDir Path folder) throws IOException {
    Path sarif = folder.resolve("new/folder/hence.sarif");
    Path junit = folder.resolve("hence.xml");
    Path json = folder.resolve("hence.json");
    String[] line = {
      "check",
      "--report",
      "sarif=" + sarif,
      "--report=junit=" + junit,
      "--report",
      "JSON=" + json,
      "a.md"
    };
    assertThat(run(FAILED, line)).isEqualTo(1);
    assertThat(out.toString()).contains("failed: ");
    assertThat(sarif).content().startsWith("{").contains("\"version\": \"2.1.0\"");
    assertThat(junit).content().startsWith("<?xml");
    assertThat(json).content().startsWith("{").contains("\"format\": 1");
    String before = Files.readString(sarif) + Files.readString(junit) + Files.readString(json);
    assertThat(run(FAILED, line)).isEqualTo(1);
    assertThat(Files.readString(sarif) + Files.readString(junit) + Files.readString(json))
        .isEqualTo(before);
    assertThat(folder).isDirectoryNotContaining("glob:**/.hence*");
  }

  @Test
  void tellsBeforeTheWorkThatAReportCannotBeWritten(@TempDir Path folder) {
    Checking never =
        (given, with, progress) -> {
          throw new AssertionError("the work was done");
        };
    Main main = new Main(new PrintWriter(out), new PrintWriter(err), PIPE, never);
    assertThat(main.run("check", "--report", "sarif=" + folder, "a.md")).isEqualTo(2);
    assertThat(err.toString()).contains("cannot write " + folder + ": it is a directory");
  }

  @Test
  void mergesAReportIntoAnotherFormat(@TempDir Path folder) throws IOException {
    Path json = folder.resolve("hence.json");
    assertThat(run(FAILED, "check", "--report", "json=" + json, "a.md")).isEqualTo(1);
    String printed = out.toString();
    out.getBuffer().setLength(0);
    assertThat(run(PASSED, "merge", json.toString())).isEqualTo(1);
    assertThat(out.toString()).isEqualTo(printed);
    out.getBuffer().setLength(0);
    assertThat(run(PASSED, "merge", "--format", "github", json.toString())).isEqualTo(1);
    assertThat(out.toString()).startsWith("::error file=notes/flow.md");
    assertThat(run(Samples.run(), "check", "--report", "json=" + json, "a.md")).isEqualTo(2);
    assertThat(run(PASSED, "merge", json.toString())).isEqualTo(2);
  }

  @Test
  void handsShardsCostsAndCacheOn(@TempDir Path folder) throws IOException {
    Path costs = folder.resolve("costs.json");
    assertThat(run(PASSED, "check", "--write-costs", costs.toString(), "a.md")).isEqualTo(0);
    run(PASSED, "check", "--shard", "2/3", "--costs", costs.toString(), "--cache", "c", "a.md");
    assertThat(settings)
        .isEqualTo(
            Settings.DEFAULT
                .withShard(new Shard(2, 3), Costs.UNKNOWN)
                .withCache(Path.of("c"))
                .inferringFromProse());
  }

  @Test
  void namesTheSelectorThatSelectsNothing() {
    run(PASSED, "check", "--only", "1", "--only", "9.9", "a.md");
    assertThat(err.toString()).contains("no statement has the id or label '9.9'");
  }

  @Test
  void explainsItself() {
    assertThat(run(PASSED, "check", "--help")).isEqualTo(0);
    assertThat(run(PASSED, "merge", "--help")).isEqualTo(0);
    assertThat(run(PASSED, "--help")).isEqualTo(0);
    Golden.assertMatches("cli/help.txt", out.toString());
  }

  @Test
  void saysHowToTrace() {
    assertThat(run(PASSED, "trace", "--help")).isEqualTo(0);
    Golden.assertMatches("cli/trace-help.txt", out.toString());
  }

  @Test
  void saysItsVersion() {
    assertThat(run(PASSED, "--version")).isEqualTo(0);
    assertThat(out.toString()).isEqualTo("hence " + Hence.version() + System.lineSeparator());
  }

  @Test
  void staysCalmWhenItFailsItself() {
    Checking broken =
        (given, with, progress) -> {
          throw new IllegalStateException("broken");
        };
    Main main = new Main(new PrintWriter(out), new PrintWriter(err), PIPE, broken);
    assertThat(main.run("check", "a.md")).isEqualTo(3);
    assertThat(err.toString()).contains("internal error").contains("broken").doesNotContain("\tat");
    assertThat(main.run("check", "--debug", "a.md")).isEqualTo(3);
    assertThat(err.toString()).contains("\tat dev.hence");
  }
}
