package dev.hence.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.problem.Problem;
import dev.hence.problem.Problems;
import dev.hence.read.document.Block;
import dev.hence.read.document.Document;
import dev.hence.read.document.DocumentReader;
import dev.hence.read.math.Display;
import dev.hence.read.math.MathParser;
import dev.hence.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A problem in mathematics is shown at its line and column, wherever the mathematics stands. */
class PlacesTest {
  @Test
  void inADisplay() {
    assertProblems(
        """
        Text.

        $$
        a = \\thet
        $$
        """,
        "4:5 `\\thet`");
  }

  @Test
  void behindAHeader() {
    assertProblems("---\ntitle: A\n---\n$$a = (b$$", "4:7 `(`");
  }

  @Test
  void inAQuoteOnWindows() {
    assertProblems("> Text\r\n> $$\r\n> a =\r\n>   \\thet\r\n> $$\r\n", "4:5 `\\thet`");
  }

  @Test
  void inAListInAQuote() {
    assertProblems("> 1. item\n>\n>    $$\n>    a = b)\n>    $$\n", "4:11 `)`");
  }

  @Test
  void inAFence() {
    assertProblems("- item\n  ```math\n  a = b^2^3\n  ```\n", "3:10 `^`");
  }

  @Test
  void columnsCountCodePoints() {
    assertProblems("𝔼 text $$θ = 𝔼 \\thet$$", "1:16 `\\thet`");
  }

  @Test
  void inHeaderEntries() {
    assertProblems(
        """
        ---
        let:
          - x \\in \\R
          - 'f''(x) = \\foo'
          - "a = \\\\bar \\\\thet"
        flow: [a = b, c = (d]
        ---
        $$a$$
        """,
        "3:11 `\\R`",
        "4:15 `\\foo`",
        "5:16 `\\\\thet`",
        "6:19 `(`");
  }

  @Test
  void acrossABrokenLineOfAnEntry() {
    assertProblems("---\nlet:\n  - a =\n      \\thet\n---\n$$a$$", "4:7 `\\thet`");
  }

  @Test
  void inAComment() {
    assertProblems("<!-- hence: let a =\n  \\thet -->\n$$a$$", "2:3 `\\thet`");
  }

  @Test
  void spansOfSyntaxAreSpansOfTheFile() {
    SourceText source = new SourceText("test.md", "> $$\n> a =\n> b + c\n> $$\n");
    Document document = DocumentReader.read(source, new Problems());
    Display display =
        MathParser.parse(document.formulas().get(0).math(), new Problems()).orElseThrow();
    var right = display.rows().get(0).clauses().get(0).links().get(0).operand();
    assertThat(source.slice(right.span())).isEqualTo("b + c");
  }

  private static void assertProblems(String content, String... expected) {
    SourceText source = new SourceText("test.md", content);
    Problems problems = new Problems();
    Document document = DocumentReader.read(source, problems);
    document.header().let().forEach(entry -> MathParser.parseEntry(entry, problems));
    document.header().flow().forEach(entry -> MathParser.parseEntry(entry, problems));
    for (Block block : document.blocks()) {
      switch (block) {
        case Block.Formula formula -> MathParser.parse(formula.math(), problems);
        case Block.Steering steering ->
            MathParser.parseEntry(steering.text().slice(4, steering.text().length()), problems);
        case Block.Heading heading -> {}
        case Block.Prose prose -> {}
        case Block.Code code -> {}
        case Block.Unreadable unreadable -> problems.report(unreadable.problem());
      }
    }
    List<String> found = problems.toList().stream().map(p -> describe(source, p)).toList();
    assertThat(found).containsExactly(expected);
  }

  private static String describe(SourceText source, Problem problem) {
    return source.position(problem.span().start()) + " `" + source.slice(problem.span()) + "`";
  }
}
