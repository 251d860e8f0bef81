package dev.hence.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Golden;
import dev.hence.claim.Derivation;
import dev.hence.report.DerivationReport;
import dev.hence.report.Samples;
import dev.hence.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
  private static final Path HERE = Path.of("");

  /** A document of which nothing but its name, its title and its sources are known. */
  private static DerivationReport page(String file, String title, String... sources) {
    Derivation derivation =
        new Derivation(
            new SourceText(file, ""),
            title,
            List.of(sources),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    return new DerivationReport(derivation, List.of(), List.of());
  }

  private static List<String> rows(Path base, DerivationReport... pages) {
    return MarkdownReport.of(Samples.recorded(pages), base).lines().skip(2).toList();
  }

  @Test
  void holdsARowForEachDocumentAndWhatWentWrong() {
    Golden.assertMatches("markdown/everything.md", MarkdownReport.of(Samples.recorded(), HERE));
  }

  @Test
  void namesFoldersWhereThereAreSeveral() {
    assertThat(rows(HERE, page("a/b/x.md", "X"), page("a/b/y.md", "Y"), page("a/c d/z.md", "Z")))
        .containsExactly(
            "| **b** |  |  |  |",
            "| [X](a/b/x.md) |  | 0 |  |",
            "| [Y](a/b/y.md) |  | 0 |  |",
            "| **c d** |  |  |  |",
            "| [Z](a/c%20d/z.md) |  | 0 |  |",
            "| 3 pages |  | 0 |  |");
  }

  @Test
  void linksFromTheFolderOfThePage() {
    assertThat(rows(Path.of("docs"), page("a/x(1).md", "")))
        .containsExactly("| [x(1).md](../a/x%281%29.md) |  | 0 |  |");
  }

  @Test
  void letsADocumentWriteNoMarkdown() {
    assertThat(rows(HERE, page("x.md", "a | [b](c) `d` <e>\n*f*", "$g$ ![h](javascript:i)")))
        .containsExactly(
            "| [a \\| \\[b\\](c) \\`d\\` \\<e\\> \\*f\\*](x.md)"
                + " | \\$g\\$ !\\[h\\](javascript:i) | 0 |  |");
  }

  @Test
  void linksArticlesAndAddresses() {
    assertThat(MarkdownText.cited("A, arXiv:2012.00152v2, §3"))
        .isEqualTo("A, [arXiv:2012.00152v2](https://arxiv.org/abs/2012.00152v2), §3");
    assertThat(MarkdownText.cited("arXiv:cs/0112017; doi:10.1007/978-3_2."))
        .isEqualTo(
            "[arXiv:cs/0112017](https://arxiv.org/abs/cs/0112017);"
                + " [doi:10.1007/978-3\\_2](https://doi.org/10.1007/978-3_2).");
    assertThat(MarkdownText.cited("see https://a.b/c_d?e=1#f, and on"))
        .isEqualTo("see <https://a.b/c_d?e=1#f>, and on");
  }

  @Test
  void standsOnAPageBetweenTwoLines() {
    String page =
        """
        # Title
        <!-- derivations: begin -->
        old
        <!-- derivations: end -->
        rest
        """;
    assertThat(TableInPage.replaced(page, "| $1 \\ |\n"))
        .contains(page.replace("old", "\n| $1 \\ |\n"));
    assertThat(TableInPage.replaced(page.replace("begin", "start"), "x")).isEmpty();
    assertThat(TableInPage.replaced(page.replace("end", "stop"), "x")).isEmpty();
  }
}
