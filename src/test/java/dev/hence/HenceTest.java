package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.problem.ProblemId;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.StatementReport;
import dev.hence.report.Unopened;
import dev.hence.report.json.JsonReport;
import dev.hence.report.record.Recording;
import dev.hence.text.SourceText;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HenceTest {
  private final FakeMachinery fake = new FakeMachinery();
  private final Hence hence = new Hence(fake.machinery());

  private RunReport run(Settings settings, String... texts) {
    List<SourceText> sources =
        IntStream.range(0, texts.length)
            .mapToObj(k -> new SourceText("doc" + k + ".md", texts[k]))
            .toList();
    return hence.run(Documents.of(sources), settings, Progress.NONE);
  }

  private static List<String> verdicts(RunReport report) {
    return report.derivations().stream()
        .flatMap(d -> d.statements().stream())
        .map(s -> s.statement().id() + " " + s.verdict().outcome().text())
        .toList();
  }

  @Test
  void answersInTheOrderOfTheDocuments() {
    RunReport report =
        run(Settings.DEFAULT.withJobs(4), "$ 1 slow\n$ 2 ok\n$ 3 slow\n", "$ 1 hard\n");
    assertThat(verdicts(report))
        .containsExactly("1 verified", "2 verified", "3 verified", "1 confirmed");
    assertThat(report.passed()).isTrue();
  }

  private static String json(RunReport report) {
    return JsonReport.of(Recording.of(report, "0"));
  }

  @Test
  void answersTheSameHoweverManyThreadsWork() {
    String text =
        IntStream.range(0, 20)
            .mapToObj(k -> "$ " + k + List.of(" ok", " slow", " wrong", " crash").get(k % 4))
            .collect(Collectors.joining("\n"));
    String one = json(run(Settings.DEFAULT.withJobs(1), text));
    String four = json(run(Settings.DEFAULT.withJobs(4), text));
    assertThat(four).isEqualTo(one);
  }

  @Test
  void asksNoFurtherOnceACounterexampleIsCertain() {
    RunReport report = run(Settings.DEFAULT, "$ 1 ok wrong ok\n");
    assertThat(verdicts(report)).containsExactly("1 refuted");
    assertThat(fake.asked).containsExactly("numeric 1 ok seed 7", "numeric 1 wrong seed 7");
  }

  @Test
  void asksOnWhileACounterexampleIsDoubtful() {
    RunReport report = run(Settings.DEFAULT, "$ 1 doubtful ok wrong\n");
    assertThat(verdicts(report)).containsExactly("1 refuted");
    assertThat(fake.asked).hasSize(3).noneMatch(question -> question.startsWith("symbolic"));
  }

  @Test
  void asksTheSymbolicRoadOnlyWhereNumbersAgree() {
    run(Settings.DEFAULT, "$ 1 ok open\n");
    assertThat(fake.asked)
        .containsExactly("numeric 1 ok seed 7", "numeric 1 open seed 7", "symbolic 1 ok seed 7");
  }

  @Test
  void asksNoAlgebraAboutWhatIsProved() {
    RunReport report = run(Settings.DEFAULT, "$ 1 proof\n");
    assertThat(verdicts(report)).containsExactly("1 proved");
    assertThat(fake.asked).containsExactly("numeric 1 proof seed 7");
  }

  @Test
  void asksTheSymbolicRoadWhereAProofIsRefused() {
    RunReport report = run(Settings.DEFAULT, "$ 1 proof forged\n");
    assertThat(verdicts(report)).containsExactly("1 verified");
    assertThat(fake.asked).contains("symbolic 1 proof seed 7", "symbolic 1 forged seed 7");
  }

  @Test
  void asksTheSymbolicRoadWhereSomeNumbersAgreeAndNoneDisagree() {
    run(Settings.DEFAULT, "$ 1 partly\n");
    assertThat(fake.asked).containsExactly("numeric 1 partly seed 7", "symbolic 1 partly seed 7");
  }

  @Test
  void asksOnceMoreWhereTheEvenShareOfTheTimeWasTooShort() {
    RunReport report =
        run(Settings.DEFAULT.withBudget(Duration.ofMillis(1200)), "$ 1 late ok ok ok\n");
    assertThat(verdicts(report)).containsExactly("1 verified");
    assertThat(fake.asked.subList(0, 5))
        .startsWith("numeric 1 late seed 7", "numeric 1 ok seed 7")
        .endsWith("numeric 1 late seed 7");
  }

  @Test
  void takesTheSeedOfTheSettingsBeforeTheDocuments() {
    run(Settings.DEFAULT.withSeed(3), "$ 1 ok\n");
    assertThat(fake.asked).allMatch(question -> question.endsWith("seed 3"));
  }

  @Test
  void saysWhatItHadNoTimeFor() {
    RunReport report = run(Settings.DEFAULT.withBudget(Duration.ofMillis(40)), "$ 1 slow ok\n");
    List<Evidence> evidence =
        report.derivations().getFirst().statements().getFirst().verdict().evidence();
    assertThat(evidence)
        .anyMatch(e -> e instanceof Evidence.NumericOpen o && o.reason().contains("after 0.04 s"));
    assertThat(verdicts(report)).containsExactly("1 undecided");
  }

  @Test
  void showsADefectWhereItIsAndHidesNoOtherStep() {
    RunReport report = run(Settings.DEFAULT, "$ 1 ok\n$ 2 crash\n$ 3 overflow\n$ 4 ok\n");
    assertThat(verdicts(report))
        .containsExactly("1 verified", "2 undecided", "3 undecided", "4 verified");
    assertThat(report.defects())
        .extracting(d -> d.place() + ": " + d.summary())
        .containsExactly(
            "doc0.md, step 2: IllegalStateException: no such branch",
            "doc0.md, step 3: StackOverflowError");
    assertThat(report.passed()).isFalse();
  }

  @Test
  void showsADefectOfTheReader() {
    RunReport report = run(Settings.DEFAULT, "unreadable", "$ 1 ok\n");
    assertThat(verdicts(report)).containsExactly("1 verified");
    assertThat(report.defects()).extracting(d -> d.place()).containsExactly("doc0.md");
    assertThat(report.passed()).isFalse();
  }

  @Test
  void leavesUndecidedWhatHasNoInstance() {
    assertThat(verdicts(run(Settings.DEFAULT, "$ 1 none\n"))).containsExactly("1 undecided");
  }

  @Test
  void checksOnlyWhatIsSelectedByIdOrLabel() {
    String text = "$ 4.1 ok\n$ 4.2 ok\n$ 5 wrong\n$ 6.1 wrong\n";
    assertThat(verdicts(run(Settings.DEFAULT.withOnly(List.of("4")), text)))
        .containsExactly("4.1 verified", "4.2 verified");
    assertThat(verdicts(run(Settings.DEFAULT.withOnly(List.of("4.2", "5")), text)))
        .containsExactly("4.2 verified", "5 refuted");
  }

  @Test
  void passesWhatHasTheExpectedVerdict() {
    assertThat(run(Settings.DEFAULT, "$ 1 expected\n").passed()).isTrue();
    assertThat(run(Settings.DEFAULT, "$ 1 ok expected\n").passed()).isTrue();
    assertThat(run(Settings.DEFAULT, "$ 1 wrong\n").passed()).isFalse();
    assertThat(run(Settings.DEFAULT, "$ 1 open\n").passed()).isFalse();
    assertThat(run(Settings.DEFAULT, "$ 1 hard\n").passed()).isTrue();
    assertThat(run(Settings.DEFAULT.requiring(Outcome.VERIFIED), "$ 1 hard\n").passed()).isFalse();
    assertThat(run(Settings.DEFAULT.requiring(Outcome.VERIFIED), "$ 1 ok\n").passed()).isTrue();
    assertThat(run(Settings.DEFAULT.requiring(Outcome.PROVED), "$ 1 ok\n").passed()).isFalse();
  }

  @Test
  void tellsProgress() {
    List<String> told = new ArrayList<>();
    SourceText text = new SourceText("a.md", "$ 1 ok\n$ 2 ok\n");
    hence.run(
        Documents.of(List.of(text)),
        Settings.DEFAULT.withJobs(1),
        (done, total) -> told.add(done + "/" + total));
    assertThat(told).containsExactly("1/2", "2/2");
  }

  // Files

  private RunReport check(Path... paths) {
    return hence.run(Documents.open(List.of(paths)), Settings.DEFAULT, Progress.NONE);
  }

  private static List<String> names(RunReport report, Path folder) {
    return report.derivations().stream()
        .map(DerivationReport::derivation)
        .map(d -> folder.relativize(Path.of(d.source().name())).toString())
        .toList();
  }

  @Test
  void findsTheDocumentsOfADirectory(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    Files.createDirectories(folder.resolve(".hidden"));
    Files.writeString(folder.resolve("b.md"), "$ 1 ok\n");
    Files.writeString(folder.resolve("README.md"), "prose\n");
    Files.writeString(folder.resolve("sub/a.md"), "$ 1 ok\n");
    Files.writeString(folder.resolve("notes.txt"), "$ 1 ok\n");
    Files.writeString(folder.resolve("sub/paper.tex"), "$ 1 ok\n");
    Files.writeString(folder.resolve("sub/notes.ipynb"), "$ 1 ok\n");
    Files.writeString(folder.resolve("sub/book.Rmd"), "$ 1 ok\n");
    Files.writeString(folder.resolve(".hidden/c.md"), "$ 1 ok\n");
    RunReport report = check(folder);
    assertThat(names(report, folder))
        .containsExactly("b.md", "sub/a.md", "sub/book.Rmd", "sub/notes.ipynb", "sub/paper.tex");
    assertThat(report.passed()).isTrue();
  }

  @Test
  void checksAFileOnceAndInTheOrderGiven(@TempDir Path folder) throws IOException {
    Path a = Files.writeString(folder.resolve("a.md"), "$ 1 ok\n");
    Path b = Files.writeString(folder.resolve("b.md"), "$ 1 ok\n");
    assertThat(names(check(b, folder, a), folder)).containsExactly("b.md", "a.md");
  }

  @Test
  void saysThatADocumentHoldsNothingToCheck(@TempDir Path folder) throws IOException {
    RunReport report = check(Files.writeString(folder.resolve("empty.md"), ""));
    assertThat(report.derivations().getFirst().problems())
        .extracting(p -> p.id())
        .containsExactly(ProblemId.NO_DISPLAYS);
    assertThat(report.passed()).isFalse();
  }

  @Test
  void saysWhatCannotBeOpened(@TempDir Path folder) throws IOException {
    Path large = Files.write(folder.resolve("large.md"), new byte[5_000_000]);
    Path latin = Files.write(folder.resolve("latin.md"), new byte[] {'a', '\n', 'b', (byte) 0xE9});
    Path nothing = Files.createDirectory(folder.resolve("nothing"));
    RunReport report = check(folder.resolve("missing.md"), large, latin, nothing);
    assertThat(report.unopened())
        .extracting(Unopened::id)
        .containsExactly(
            ProblemId.FILE_UNREADABLE,
            ProblemId.FILE_TOO_LARGE,
            ProblemId.NOT_UTF8,
            ProblemId.NO_DISPLAYS);
    assertThat(report.unopened().get(2).message()).contains("2:2");
    assertThat(report.passed()).isFalse();
  }

  @Test
  void knowsItsVersion() {
    assertThat(Hence.version()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void keepsTheProblemsOfAStepThatCouldNotBeTried() {
    StatementReport report =
        run(Settings.DEFAULT, "$ 1 none\n").derivations().getFirst().statements().getFirst();
    assertThat(report.verdict().reason()).contains("no instance");
  }
}
