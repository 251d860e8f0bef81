package dev.hence.read.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.SourceText;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that no person wrote: read soon, in whatever way, without a trace. */
class DocumentLimitsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$$",
        "$$ ",
        "$$\n",
        "$$\n\n",
        "$a ",
        "`",
        "`a ",
        "\\[ ",
        "\\begin{align}\n",
        "\\]\n",
        "\\end{align}\n",
        "a\n\\]\n",
        ":::\n",
        ":::{math}\n",
        "a :::{math}\n",
        "<d-math block>\n",
        "</d-math>\n",
        "\\(",
        "\\( $$",
        "a \\begin{align} ",
        "$$a$$ {#",
        "$$a$$ (b",
        "```{math}\n:label:\n",
        "$a = b$\n",
        "$a = ",
        "<!-- hence\n",
        "<!-- hence\na: b\n-->\n",
        "+++\n",
        "$\\newcommand{\\a}{b}$ ",
        "$\\newcommand{\\a}{",
        "$$\\def\\a{\\b}$$ ",
        "<!--",
        "<!-- hence: x -->\n",
        ">",
        "> $$\n",
        "- ",
        "- $$\n",
        "2. $a\n",
        "*\n",
        "|a|b|\n",
        "a\n",
        "# a\n",
        "a\n===\n",
        "```\n",
        "```math\n",
        "<b>\n",
        "[",
        "[a]: b\n",
        "*",
        "_",
        "\\",
        "\u0000",
        "\r",
        "\t$$\n",
        "where $$ x\n$$\n",
        "$$\nabc def\n\n",
        "---\n",
        "𝔼"
      })
  void survivesRepetition(String unit) {
    String content = unit.repeat(100_000 / unit.length());
    Assertions.assertTimeoutPreemptively(
        SOON, () -> DocumentReader.read(new SourceText("test.md", content), new Problems()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- a\n", "[", "{", "- ", "? ", "a: [", "&a ", "*a ", "'", "\"", "|\n", "x: y\n", "let:\n",
        "!", "\t", "%", "- a:\n", "\u0001", "𝔼"
      })
  void headerSurvivesRepetition(String unit) {
    String content = "---\nlet:\n" + unit.repeat(50_000 / unit.length()) + "\n---\n$$a$$";
    Assertions.assertTimeoutPreemptively(
        SOON, () -> DocumentReader.read(new SourceText("test.md", content), new Problems()));
  }

  @Test
  void refusesLargeDocuments() {
    Problems problems = new Problems();
    String content = "a".repeat(SourceFiles.MAX_BYTES + 1);
    DocumentReader.read(new SourceText("test.md", content), problems);
    assertThat(problems.toList()).extracting(Problem::id).containsExactly(ProblemId.FILE_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void mutantsAreReadOrRefused(long seed) {
    String document =
        """
        ---
        title: A
        let: [x \\in S, 'f''(x)', "a \\\\b"]
        try:
          f: [linear, "mlp(3, tanh)"]
        ---
        # Heading
        Text $$a = b$$ and $c$ `code $$`.
        <!-- hence: let f(x; y) = 1 -->
        > - $$
        >   x = y
        >   $$
        ```math
        c = d
        ```
        \\begin{align}
        a &= b
        \\end{align}
        """;
    Random random = new Random(seed);
    for (int i = 0; i < 1_500; i++) {
      StringBuilder mutant = new StringBuilder(document);
      for (int edit = 0; edit < 1 + random.nextInt(4); edit++) {
        int at = random.nextInt(mutant.length());
        int end = Math.min(mutant.length(), at + 1 + random.nextInt(8));
        String piece = mutant.substring(at, end);
        switch (random.nextInt(3)) {
          case 0 -> mutant.delete(at, end);
          case 1 -> mutant.insert(at, piece);
          default -> mutant.insert(random.nextInt(mutant.length()), piece);
        }
      }
      SourceText source = new SourceText("test.md", mutant.toString());
      Problems problems = new Problems();
      Document read = DocumentReader.read(source, problems);
      for (Block.Formula formula : read.formulas()) {
        String written = source.slice(formula.span());
        formula.math().text().lines().forEach(line -> assertThat(written).contains(line));
      }
      for (Problem problem : problems.toList()) {
        assertThat(problem.span().end()).isLessThanOrEqualTo(source.content().length());
      }
    }
  }
}
