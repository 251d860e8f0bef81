package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.console.ConsoleReport;
import dev.hence.report.markdown.MarkdownReport;
import dev.hence.report.record.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A part of the derivations that come with Hence hold, each names its source, and the table of the
 * library tells of each what this run says. Their traces say the same: {@link TracePages}.
 */
abstract class LibraryPages extends TracePages {
  private static final Path TABLED = LibraryPart.LIBRARY.resolve("README.md");
  private static final Pattern SHOWN = Pattern.compile("\n```text\n([✓✗] \\S+) [^`]*\n```\n");
  private static final boolean UPDATE = Boolean.getBoolean("hence.golden.update");

  LibraryPages(LibraryPart part) {
    super(part);
  }

  @TestFactory
  Stream<DynamicTest> hold() {
    return pages(
        page -> {
          holds(page);
          showsItsCounterexamples(page);
        });
  }

  @Test
  void hasNoFaults() {
    assertThat(part().run().defects()).isEmpty();
    assertThat(part().run().unopened()).isEmpty();
  }

  /** Of each page its row; {@link LibraryTableTest} looks at the whole. */
  @Test
  void isTabled() throws IOException {
    List<String> page = Files.readAllLines(TABLED);
    if (!UPDATE) {
      assertThat(LibraryTableTest.rows(table(part().run()))).isNotEmpty().isSubsetOf(page);
    }
  }

  private static List<String> table(RunReport run) {
    return MarkdownReport.of(Recording.of(run, Hence.version()), LibraryPart.LIBRARY)
        .lines()
        .toList();
  }

  private static void holds(DerivationReport page) {
    assertThat(page.problems()).isEmpty();
    assertThat(page.statements().stream().filter(s -> !s.passed()))
        .extracting(s -> s.statement().id() + " " + s.verdict().outcome())
        .isEmpty();
    assertThat(page.derivation().title()).isNotBlank();
    assertThat(page.derivation().sources()).isNotEmpty();
    assertThat(LibraryPart.LIBRARY.relativize(Path.of(name(page))).getNameCount())
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
}
