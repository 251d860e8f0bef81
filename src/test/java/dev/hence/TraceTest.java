package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.latex.LatexTrace;
import dev.hence.report.latex.Printing;
import dev.hence.report.markdown.MarkdownTrace;
import dev.hence.report.trace.Part;
import dev.hence.report.trace.Passage;
import dev.hence.report.trace.Trace;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trace of a derivation: what a person reads, and that checking it gives the same verdicts. */
class TraceTest {
  private static final String RIGHT =
      """
      ---
      title: Least squares
      source: A. Legendre, 1805
      let:
        - X \\in \\mathbb{R}^{n \\times d}
        - y \\in \\mathbb{R}^n
        - w \\in \\mathbb{R}^d
        - z > 0
      flow: \\dot w = -\\nabla_w L
      ---

      ## The loss $L$

      $$L(w) = \\frac{1}{2} \\lVert X w - y \\rVert^2 \\tag{1}$$

      $$\\nabla_w L(w) = X^\\top (X w - y) \\tag{2}$$

      It falls along the flow:

      $$\\frac{d}{dt} L(w) = -\\lVert \\nabla_w L(w) \\rVert^2 \\le 0$$

      $$\\frac{\\log z^2}{\\log z} = 2 \\tag{4}$$
      """;

  private static final String WRONG =
      """
      ---
      title: Wrong & odd
      let:
        - x, y \\in \\mathbb{R}
      ---

      <!-- hence: expect refuted -->
      $$(x + y)^2 = x^2 + y^2 \\tag{1}$$

      $$x^2 - y^2 = (x + y)(y - x) \\tag{2}$$

      $$x \\heartsuit y = 3_% a comment \\tag{3}
      $$
      """;

  private static final List<Passage> LINES =
      List.of(
          new Passage(
              "Step 2 line by line:",
              List.of(
                  Passage.Line.first("\\nabla_w L(w)"),
                  Passage.Line.equal(
                      "\\nabla_w \\frac{1}{2} \\lVert X w - y \\rVert^2", "definition of L, 1"),
                  Passage.Line.equal("X^\\top (X w - y)", "chain rule"))));

  @Test
  void tellsWhatIsRight() {
    DerivationReport report = check("least-squares.md", RIGHT);
    Golden.assertMatches("trace/least-squares.tex", LatexTrace.of(Hence.trace(report)));
    Golden.assertMatches("trace/least-squares.md", MarkdownTrace.of(Hence.trace(report)));
  }

  @Test
  void tellsWhatIsWrong() {
    DerivationReport report = check("wrong.md", WRONG);
    Golden.assertMatches("trace/wrong.tex", LatexTrace.of(Hence.trace(report)));
    Golden.assertMatches("trace/wrong.md", MarkdownTrace.of(Hence.trace(report)));
  }

  @Test
  void printsWhatIsRightAndWhatIsWrong() throws IOException {
    Printing.isClean(LatexTrace.of(Hence.trace(check("least-squares.md", RIGHT))));
    Printing.isClean(LatexTrace.of(Hence.trace(check("wrong.md", WRONG))));
  }

  /** Without anything remembered; all other pages are judged again in {@link TracePages}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "derivations/wrong/dropped-minus-sign.md",
        "derivations/optimisation/finite-differences.md"
      })
  void isADerivationWithTheSameVerdicts(String page) throws IOException {
    DerivationReport report = check(page, Files.readString(Path.of(page)));
    assertThat(TracePages.verdicts(check("t.md", MarkdownTrace.of(Hence.trace(report)))))
        .isEqualTo(TracePages.verdicts(report));
    assertThat(TracePages.verdicts(check("t.tex", LatexTrace.of(Hence.trace(report)))))
        .isEqualTo(TracePages.verdicts(report));
  }

  /** Should the trace tell something else than the document, its verdicts tell. */
  @Test
  void hasOtherVerdictsIfItsMathematicsIsChanged() {
    String trace = MarkdownTrace.of(Hence.trace(check("least-squares.md", RIGHT)));
    assertThat(trace).contains("X^\\top (X w - y)");
    DerivationReport changed =
        check("t.md", trace.replace("X^\\top (X w - y)", "X^\\top (X w + y)"));
    assertThat(changed.passed()).isFalse();
  }

  @Test
  void putsEveryAnswerBesideItsDisplay() {
    DerivationReport report = check("least-squares.md", RIGHT);
    List<Part.Display> displays = Hence.trace(report).displays();
    assertThat(displays)
        .extracting(d -> d.answers().stream().map(a -> a.report().statement().id()).toList())
        .containsExactly(List.of("1"), List.of("2"), List.of("#3.1", "#3.2"), List.of("4"));
  }

  /** The lines between the sides are checked as steps of their own when the trace is checked. */
  @Test
  void tellsAnArgumentLineByLine() {
    DerivationReport report = check("least-squares.md", RIGHT);
    Trace trace = Tracing.of(report, s -> s.statement().id().equals("2") ? LINES : List.of());
    Golden.assertMatches("trace/lines.md", MarkdownTrace.of(trace));
    Golden.assertMatches("trace/lines.tex", LatexTrace.of(trace));
    DerivationReport markdown = check("t.md", MarkdownTrace.of(trace));
    assertThat(markdown.passed()).isTrue();
    assertThat(markdown.statements()).hasSize(report.statements().size() + 2);
    assertThat(check("t.tex", LatexTrace.of(trace)).statements())
        .hasSize(report.statements().size() + 2);
  }

  @Test
  void tellsNotebooks() {
    String notebook =
        """
        {"cells": [
          {"cell_type": "raw", "source": ["---\\n", "let: x \\\\in \\\\mathbb{R}\\n", "---"]},
          {"cell_type": "code", "source": ["x = 1"]},
          {"cell_type": "markdown", "source": "$$f(x) = x^2 \\\\tag{1}$$"},
          {"cell_type": "code", "source": ["y = 1"]},
          {"cell_type": "markdown", "source": ["$$x + x = 2 x \\\\tag{2}$$\\n", "\\n", "$$f'(x) = x + x \\\\tag{3}$$"]}
        ]}
        """;
    RunReport run = Hence.check(List.of(written("n.ipynb", notebook)), Settings.DEFAULT);
    DerivationReport report = run.derivations().getFirst();
    assertThat(MarkdownTrace.of(Hence.trace(report)))
        .contains("  - x \\in \\mathbb{R}", "x + x = 2 x \\tag{2}", "- **2** *Proved")
        .contains("Step 3 line by line:", "\\text{by definition of $f$ (1)}");
  }

  private static Path written(String name, String text) {
    try {
      Path file = Files.createTempDirectory("hence-trace").resolve(name);
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static DerivationReport check(String name, String text) {
    RunReport run = Hence.checkTexts(List.of(new SourceText(name, text)), Settings.DEFAULT);
    assertThat(run.defects()).isEmpty();
    return run.derivations().getFirst();
  }
}
