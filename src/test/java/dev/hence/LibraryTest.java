package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.markdown.MarkdownReport;
import dev.hence.report.markdown.TableInPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The derivations that come with Hence hold, each names its source, and the table on the front page
 * is that of this run. {@code mvn test -Dhence.golden.update=true} writes the table anew, as {@code
 * hence check --format markdown --into README.md derivations} does.
 */
class LibraryTest {
  private static final Path LIBRARY = Path.of("derivations");
  private static final Path README = Path.of("README.md");
  private static final boolean UPDATE = Boolean.getBoolean("hence.golden.update");

  @TestFactory
  Stream<DynamicTest> library() {
    RunReport run = Hence.check(List.of(LIBRARY), Settings.DEFAULT);
    Stream<DynamicTest> pages =
        run.derivations().stream()
            .map(page -> DynamicTest.dynamicTest(name(page), () -> holds(page)));
    return Stream.concat(
        pages,
        Stream.of(
            DynamicTest.dynamicTest("no faults", () -> assertThat(run.defects()).isEmpty()),
            DynamicTest.dynamicTest("table of the README", () -> isTabled(run))));
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

  private static void isTabled(RunReport run) throws IOException {
    String page = Files.readString(README);
    String current = TableInPage.replaced(page, MarkdownReport.of(run, Path.of(""))).orElseThrow();
    if (UPDATE) {
      Files.writeString(README, current);
    }
    assertThat(UPDATE ? current : page).isEqualTo(current);
  }
}
