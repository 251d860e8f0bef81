package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.console.ConsoleReport;
import dev.hence.report.markdown.MarkdownReport;
import dev.hence.report.markdown.TableInPage;
import dev.hence.report.record.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * The derivations that come with Hence hold, each names its source, and the table of the library is
 * that of this run. {@code mvn test -Dhence.golden.update=true} writes the table anew, as {@code
 * hence check --format markdown --into derivations/README.md derivations} does.
 */
class LibraryTest {
  private static final Path LIBRARY = LibraryRun.LIBRARY;
  private static final Path TABLED = LIBRARY.resolve("README.md");
  private static final Pattern SHOWN = Pattern.compile("\n```text\n([✓✗] \\S+) [^`]*\n```\n");
  private static final boolean UPDATE = Boolean.getBoolean("hence.golden.update");

  @TestFactory
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> library() {
    RunReport run = LibraryRun.get();
    Stream<DynamicTest> pages =
        run.derivations().stream()
            .map(
                page ->
                    DynamicTest.dynamicTest(
                        name(page),
                        () -> {
                          holds(page);
                          showsItsCounterexamples(page);
                        }));
    return Stream.concat(
        pages,
        Stream.of(
            DynamicTest.dynamicTest("no faults", () -> assertThat(run.defects()).isEmpty()),
            DynamicTest.dynamicTest("table of the library", () -> isTabled(run))));
  }

  private static String name(DerivationReport page) {
    return page.derivation().source().name();
  }

  private static void holds(DerivationReport page) {
    assertThat(page.problems()).isEmpty();
    assertThat(page.statements().stream().filter(s -> !s.passed()))
        .extracting(s -> s.statement().id() + " " + s.verdict().outcome())
        .isEmpty();
    assertThat(page.derivation().title()).isNotBlank();
    assertThat(page.derivation().sources()).isNotEmpty();
    assertThat(LIBRARY.relativize(Path.of(name(page))).getNameCount())
        .as("pages lie in folders by subject")
        .isEqualTo(2);
  }

  /** What a page shows of its own report is what the report says. */
  private static void showsItsCounterexamples(DerivationReport page) throws IOException {
    Path file = Path.of(name(page));
    String text = Files.readString(file);
    String report =
        ConsoleReport.of(
            Recording.of(new RunReport(List.of(page), List.of(), List.of()), Hence.version()),
            new ConsoleReport.Options(100, false, false, false));
    String current =
        SHOWN
            .matcher(text)
            .replaceAll(
                shown -> Matcher.quoteReplacement("\n```text\n" + part(report, shown) + "\n```\n"));
    if (UPDATE) {
      Files.writeString(file, current);
    }
    assertThat(UPDATE ? current : text).isEqualTo(current);
  }

  /** The part of a report about one step. */
  private static String part(String report, MatchResult shown) {
    return Stream.of(report.split("\n\n", -1))
        .filter(part -> part.startsWith(shown.group(1) + " "))
        .map(String::strip)
        .collect(Collectors.joining());
  }

  private static void isTabled(RunReport run) throws IOException {
    String page = Files.readString(TABLED);
    String current =
        TableInPage.replaced(
                page, MarkdownReport.of(Recording.of(run, Hence.version()), LIBRARY))
            .orElseThrow();
    if (UPDATE) {
      Files.writeString(TABLED, current);
    }
    assertThat(UPDATE ? current : page).isEqualTo(current);
  }
}
