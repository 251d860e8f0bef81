package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hence.read.Reader;
import dev.hence.report.RunReport;
import dev.hence.report.markdown.MarkdownReport;
import dev.hence.report.markdown.TableInPage;
import dev.hence.report.record.Recording;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of the library: it has every page, and its last row sums up all others, which {@link
 * LibraryPages} compares with what the run says. {@code mvn test -Dhence.golden.update=true} writes
 * it anew, as {@code hence check --format markdown --into derivations/README.md derivations} does.
 */
class LibraryTableTest {
  private static final Path TABLED = LibraryPart.LIBRARY.resolve("README.md");
  private static final Pattern LINK = Pattern.compile("\\]\\(([a-z-]+/[^)#]*\\.md)\\)");
  private static final Pattern TALLY = Pattern.compile("(\\d+) ([a-z ]+)");

  /** The rows of a table that tell of pages: each leads to one of the library. */
  static List<String> rows(List<String> table) {
    return table.stream().filter(l -> l.startsWith("| [") && LINK.matcher(l).find()).toList();
  }

  @Test
  void hasEveryPage() throws IOException {
    assertThat(rows(page()).stream().map(LibraryTableTest::linked))
        .containsExactlyElementsOf(LibraryPart.pages().stream().map(LibraryPart::name).toList());
  }

  @Test
  void sumsUpItsRows() throws IOException {
    List<String> rows = rows(page());
    String total =
        page().stream().filter(l -> l.matches("\\| \\d+ pages \\|.*")).findFirst().orElseThrow();
    SequencedMap<String, Integer> sums = new TreeMap<>();
    rows.forEach(row -> tally(row).forEach((verdict, n) -> sums.merge(verdict, n, Integer::sum)));
    assertThat(cells(total).getFirst()).isEqualTo(rows.size() + " pages");
    assertThat(tally(total)).isEqualTo(sums);
    assertThat(steps(total)).isEqualTo(rows.stream().mapToInt(LibraryTableTest::steps).sum());
  }

  /** Every page is checked by one of the parts. */
  @Test
  void isCheckedInParts() {
    assertThat(
            Stream.of(
                LibraryPart1Test.class,
                LibraryPart2Test.class,
                LibraryPart3Test.class,
                LibraryPart4Test.class))
        .hasSize(LibraryPart.PARTS);
    assertThat(
            IntStream.rangeClosed(1, LibraryPart.PARTS)
                .boxed()
                .flatMap(k -> LibraryPart.pages(k).stream()))
        .containsExactlyInAnyOrderElementsOf(LibraryPart.pages());
  }

  /** No page is left out because it lacks a header. */
  @Test
  void whatHasNoHeaderStatesNothing() throws IOException {
    for (Path file : LibraryPart.others()) {
      SourceText text = new SourceText(LibraryPart.name(file), Files.readString(file));
      assertThat(Reader.read(text).statements()).as(text.name()).isEmpty();
    }
  }

  @Test
  void isWrittenAnew() throws IOException {
    assumeTrue(Boolean.getBoolean("hence.golden.update"), "only on demand");
    RunReport run = Hence.check(List.of(LibraryPart.LIBRARY), Settings.DEFAULT);
    String table = MarkdownReport.of(Recording.of(run, Hence.version()), LibraryPart.LIBRARY);
    Files.writeString(TABLED, TableInPage.replaced(Files.readString(TABLED), table).orElseThrow());
  }

  private static List<String> page() throws IOException {
    return Files.readAllLines(TABLED);
  }

  private static String linked(String row) {
    Matcher link = LINK.matcher(row);
    return link.find() ? link.group(1) : row;
  }

  private static List<String> cells(String row) {
    return Stream.of(row.split("\\|", -1)).map(String::strip).filter(c -> !c.isEmpty()).toList();
  }

  private static int steps(String row) {
    List<String> cells = cells(row);
    return Integer.parseInt(cells.get(cells.size() - 2));
  }

  /** How many steps have which verdict; what is said of some of them is not counted again. */
  private static SequencedMap<String, Integer> tally(String row) {
    SequencedMap<String, Integer> tally = new TreeMap<>();
    for (MatchResult part : TALLY.matcher(cells(row).getLast()).results().toList()) {
      if (!part.group(2).startsWith("of them")) {
        tally.merge(part.group(2), Integer.parseInt(part.group(1)), Integer::sum);
      }
    }
    return tally;
  }
}
