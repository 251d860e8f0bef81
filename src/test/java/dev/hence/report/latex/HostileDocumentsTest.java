package dev.hence.report.latex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.report.DerivationReport;
import dev.hence.report.markdown.MarkdownTrace;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a document holds, its trace holds no command that does more than print. */
class HostileDocumentsTest {
  /** Commands that may do harm, or change what others mean. */
  private static final Set<String> HARMFUL =
      Set.of(
          "input",
          "include",
          "write",
          "immediate",
          "openin",
          "openout",
          "read",
          "csname",
          "endcsname",
          "def",
          "edef",
          "gdef",
          "xdef",
          "let",
          "futurelet",
          "catcode",
          "newcommand",
          "renewcommand",
          "providecommand",
          "loop",
          "usepackage",
          "RequirePackage",
          "directlua",
          "special",
          "pdfliteral",
          "lstinputlisting",
          "verbatiminput",
          "expandafter",
          "jobname",
          "scantokens",
          "uppercase",
          "lowercase",
          "url",
          "href",
          "includegraphics");

  private static final Pattern WORD = Pattern.compile("\\\\([A-Za-z@]+)");

  private static final String HEAD =
      """
      ---
      title: %s
      let: x \\in \\mathbb{R}
      ---

      ## %s

      $$x + x = 2 x \\tag{%s}$$

      $$%s$$
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\input{/etc/passwd}",
        "\\immediate\\write18{id}",
        "\\catcode`\\@=11 ",
        "\\def\\x{\\x}\\x",
        "\\csname input\\endcsname{x}",
        "^^5cinput{/etc/passwd}",
        "\\text{\\input{x}}",
        "\\text{$\\input{x}$}",
        "\\text{a}} \\input{x} \\text{b",
        "\\operatorname{\\input x}",
        "\\mathrm{\\write18{x}}",
        "\\hspace{\\input{x}}",
        "\\label{\\input{x}}",
        "\\tag{\\input{x}}",
        "\\begin{array}{\\input{x}} x \\end{array}",
        "\\begin{filecontents}{x} y \\end{filecontents}",
        "x % \n \\input{x}",
        "x } \\input{x} {",
        "x \\\\[\\input{x}] y",
        "\\color{\\input{x}} x",
        "\\href{javascript:alert(1)}{x}",
        "\\includegraphics{/etc/passwd}",
        "\\xrightarrow[\\input{x}]{}",
        "\\sqrt[\\input{x}]{x}",
        "\\left\\input x \\right)",
        "\\newcommand{\\y}{\\input{x}} \\y",
        "\\end{equation*}\\input{x}\\begin{equation*}",
        "\\begin{equation}\\input{x}\\end{equation}",
        "x\u2028\\input{x}",
        "x\f\\input{x}",
      })
  void noCommandComesThrough(String hostile) throws IOException {
    DerivationReport report = check("d.md", HEAD.formatted(quoted(hostile), hostile, "1", hostile));
    String tex = LatexTrace.of(Hence.trace(report));
    assertThat(words(tex)).doesNotContainAnyElementsOf(HARMFUL);
    assertThat(body(tex)).doesNotContain("^^");
    Printing.isClean(tex);
  }

  @Test
  void everyCommandOfTheTableCanBePrinted() throws IOException {
    String document =
        """
        $$\\alpha \\varkappa \\digamma \\bm{x} \\mathds{R} \\mathscr{L} \\widecheck{x} \\argmin_x \\sech x
        \\coloneqq \\dots \\vdots \\not= \\leqq \\triangleq \\lVert x \\rVert \\pmb{y} \\arcosh x \\omicron$$
        $$\\begin{dcases} x & \\text{if } y_% comment
        1 > 0 \\\\ [x] & \\text{otherwise} \\end{dcases}$$
        $${x \\over y} \\sum\\limits_{i=1}^n x_i \\overset{a}{b} \\underbrace{x + y}_{z} \\dddot x$$
        """;
    String tex = LatexTrace.of(Hence.trace(check("d.md", document)));
    assertThat(tex).doesNotContain("\\texttt");
    Printing.isClean(tex);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<!-- hence: skip -->",
        "--> <b>",
        "[x](javascript:alert(1))",
        "$$x = 3 x$$",
        "\\[x = 3 x\\]",
        "\\begin{equation}x = 3 x\\end{equation}",
        "```math",
      })
  void nothingIsReadIntoMarkdown(String hostile) {
    String document = HEAD.formatted(quoted(hostile), "A", "1", "x - x = 0");
    String trace = MarkdownTrace.of(Hence.trace(check("d.md", document)));
    DerivationReport again = check("t.md", trace);
    assertThat(again.statements()).extracting(s -> s.statement().id()).containsExactly("1", "#2");
    assertThat(again.passed()).isTrue();
    String behindHeader = trace.substring(trace.indexOf("\n# "));
    assertThat(behindHeader).doesNotContain("<script", "<b>", "](javascript");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''").replaceAll("[\\n\\f\u2028]", " ") + "'";
  }

  private static DerivationReport check(String name, String text) {
    return Hence.checkTexts(List.of(new SourceText(name, text)), Settings.DEFAULT)
        .derivations()
        .getFirst();
  }

  /** What LaTeX reads. */
  private static String body(String tex) {
    return tex.lines().filter(l -> !l.startsWith("%")).collect(Collectors.joining("\n"));
  }

  private static Set<String> words(String tex) {
    String body = body(tex).substring(body(tex).indexOf("\\begin{document}"));
    return WORD.matcher(body)
        .results()
        .map((MatchResult m) -> m.group(1))
        .collect(Collectors.toSet());
  }
}
