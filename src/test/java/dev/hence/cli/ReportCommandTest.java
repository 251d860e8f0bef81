package dev.hence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hence report} writes a page for each document, and an index. */
class ReportCommandTest {
  @TempDir private Path folder;
  private Path pages;
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    pages = folder.resolve("pages");
    document("right.md", "It *holds* for $a_1$:\n\n$$a + a = 2 a \\tag{1}$$\n");
    document("false.md", "$$a + a = 3 a \\tag{1}$$\n");
  }

  private void document(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private int report(String... names) {
    String[] paths = Stream.of(names).map(n -> folder.resolve(n).toString()).toArray(String[]::new);
    return ReportPages.run(
        said,
        Stream.concat(Stream.of("report", "-o", pages.toString()), Stream.of(paths))
            .toArray(String[]::new));
  }

  private String body(String name) throws IOException {
    try (Stream<Path> files = Files.list(pages)) {
      Path page =
          files.filter(f -> f.toString().endsWith(name + ".html")).findFirst().orElseThrow();
      String html = Files.readString(page);
      return html.substring(html.indexOf("<body>"), html.indexOf("<script>"));
    }
  }

  @Test
  void tellsWhatHolds() throws IOException {
    assertThat(report("right.md")).isEqualTo(ExitCode.PASSED);
    assertThat(body("right"))
        .contains("<em>holds</em> for <span class=\"tex\">a_1</span>")
        .contains("<span class=\"tex block\">a + a = 2 a \\tag{1}</span>")
        .contains("<details class=\"step good\" id=\"step-1\">")
        .contains("Every step has the verdict that is expected of it.");
    assertThat(said.toString()).contains("1 step: 1 proved", "index.html is written");
  }

  @Test
  void tellsWhatIsFalse() throws IOException {
    assertThat(report("right.md", "false.md")).isEqualTo(ExitCode.FAILED);
    assertThat(body("false"))
        .contains("<details class=\"step bad\" id=\"step-1\">")
        .contains("1 of 1 step failed.")
        .contains("left 2, right 3");
    assertThat(body("index")).contains("1 of 2 steps failed, on 1 page.");
  }

  /** A page and its row have one title: that of the header, the first heading, or the file. */
  @Test
  void pageAndRowHaveOneTitle() throws IOException {
    document("a.md", "---\ntitle: By header\n---\n# Not this\n\n$$x + x = 2 x$$\n");
    document("b.md", "# By $x$ heading\n\n$$x + x = 2 x$$\n");
    document("c.md", "$$x + x = 2 x$$\n");
    report("a.md", "b.md", "c.md");
    assertThat(body("index"))
        .contains(">By header</a><br><code", ">By x heading</a><br><code", "c.md</a></td>")
        .contains("a.md</code>", "b.md</code>")
        .doesNotContain("c.md</code>");
    assertThat(body("-a")).contains("<h1>By header</h1>");
    assertThat(body("-b")).contains("<h1>By <span class=\"tex\">x</span> heading</h1>");
    assertThat(body("-c")).containsPattern("<h1>.*c.md</h1>");
  }

  /** Two documents of one name have two pages. */
  @Test
  void keepsPagesApart() throws IOException {
    Files.createDirectory(folder.resolve("a"));
    document("a/b.md", "$$x + x = 2 x$$\n");
    document("a-b.md", "$$y + y = 2 y$$\n");
    assertThat(report("a/b.md", "a-b.md")).isEqualTo(ExitCode.PASSED);
    try (Stream<Path> files = Files.list(pages)) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void refusesAFileForItsPages() throws IOException {
    document("pages", "mine");
    assertThat(report("right.md")).isEqualTo(ExitCode.USAGE);
    assertThat(pages).hasContent("mine");
  }

  @Test
  void tellsOfWhatCannotBeOpened() {
    assertThat(report("none.md")).isEqualTo(ExitCode.USAGE);
    assertThat(said.toString()).contains("none.md");
  }

  /** Words, titles, labels, files and problems are shown, and mean nothing to a browser. */
  @Test
  void escapesWhatComesFromADocument() throws IOException {
    document(
        "odd.md",
        """
        ---
        title: <i>t</i>
        source: <i>s</i>
        ---
        # <i>h</i>

        <i>w</i> $<i>$

        $$<i>m</i> = 1$$

        $$a = a \\tag{<i>}$$
        """);
    report("odd.md");
    assertThat(body("odd"))
        .doesNotContain("<i>")
        .contains("&lt;i&gt;t", "&lt;i&gt;s", "&lt;i&gt;w");
    assertThat(body("index")).doesNotContain("<i>");
  }
}
