package dev.hence.read.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the displays of a LaTeX file are, what is none, and what macros make of them. */
class TexReaderTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void displaysOfAllKinds() {
    assertBlocks(
        """
        \\[ a \\] $$ b $$ and
        \\begin{equation*} c \\end{equation*}
        \\begin{align}
          d \\\\[2pt]
          e
        \\end{align}
        \\begin{displaymath}f\\end{displaymath}
        \\begin{cases} g \\end{cases}
        """,
        "1:1 display  a ",
        "1:9 display  b ",
        "1:17 prose and",
        "2:1 display \\begin{equation*} c \\end{equation*}",
        "3:1 display \\begin{align}␤  d \\\\[2pt]␤  e␤\\end{align}",
        "7:1 display \\begin{displaymath}f\\end{displaymath}",
        "8:1 display \\begin{cases} g \\end{cases}");
  }

  @Test
  void whatIsNoDisplay() {
    assertBlocks(
        """
        $a$ costs 5\\$ \\verb|$$ a $$| or \\verb*+\\[+ % \\[ b \\]
        \\begin{lstlisting}[language=C]
        \\[ c \\]
        \\end{lstlisting}
        \\begin{comment} $$ d $$ \\end{comment}
        \\(e\\) \\begin{proof} f \\end{proof}
        """,
        "1:1 prose $a$ costs 5\\$ \\verb|$$ a $$| or \\verb",
        "2:1 code",
        "5:1 code",
        "6:1 prose \\(e\\) \\begin{proof} f",
        "1:1 NO_DISPLAYS");
  }

  @Test
  void onlyTheDocumentShows() {
    assertBlocks(
        """
        \\newcommand{\\x}{\\[ a \\]}
        \\title{$$ b $$}
        $$ c $$ % hence: skip
        \\begin{document}
        $$ d $$
        \\end{document}
        $$ e $$
        """,
        "5:1 display  d ", "3:9 COMMENT_UNKNOWN");
  }

  @Test
  void sectionsAndSteering() {
    assertBlocks(
        """
        \\section*{One \\emph{word}}
        % hence: skip
          %% hence: let a = \\R
        $$ a $$ % hence: new
        \\subsection[short]{Two}
        $$ b $$
        """,
        "1:1 heading 2 One \\emph{word}",
        "2:1 hence skip",
        "3:3 hence let a = \\R",
        "4:1 display  a ",
        "4:9 hence new",
        "5:1 heading 3 Two",
        "6:1 display  b ");
  }

  @Test
  void macrosInAllTheirForms() {
    assertMath("\\newcommand{\\R}{\\mathbb{R}}", "x \\in \\R^d", "x \\in \\mathbb{R}^d");
    assertMath("\\newcommand\\R{\\mathbb R}", "\\R x", "\\mathbb R x");
    assertMath("\\newcommand{\\a}{\\alpha}", "\\a b", "\\alpha b");
    assertMath("\\def\\a{\\alpha}", "{\\a}b", "{\\alpha}b");
    assertMath("\\def\\a{\\alpha}\\def\\b#1#2{#2#1}", "\\b{x}\\a", "\\alpha x");
    assertMath("\\newcommand{\\p}[2][t]{d #2/d #1}", "\\p x + \\p[s]{y}", "d x/d t + d y/d s");
    assertMath(
        "\\DeclareMathOperator*{\\argmin}{arg\\,min}",
        "\\argmin f",
        "\\operatorname*{arg\\,min} f");
    assertMath("\\DeclarePairedDelimiter{\\n}{\\|}{\\|}", "\\n*{x}", "\\left\\|x\\right\\|");
    assertMath("\\let\\eps=\\varepsilon", "\\eps", "\\varepsilon");
    assertMath("\\let\\old\\vec\\renewcommand{\\vec}[1]{\\old{#1}}", "\\vec x", "\\vec{x}");
    assertMath("\\newcommand{\\h}{\\frac12}", "\\sqrt\\h", "\\sqrt{\\frac12}");
    assertMath("\\newcommand{\\h}{\\frac12}", "\\frac\\h\\h x", "\\frac{\\frac12}{\\frac12} x");
    assertMath("\\newcommand{\\h}{1/2}", "x^\\h", "x^1/2");
    assertMath("\\newcommand{\\n}[1]{% comment }\n  |#1|}", "\\n{a}", "␤  |a|");
    assertMath("\\providecommand{\\alpha}{\\beta}", "\\alpha", "\\alpha");
    assertMath("\\NewDocumentCommand{\\s}{m}{#1^2}", "\\s{a}", "a^2");
    assertMath("{\\newcommand{\\x}{y}}", "\\x", "\\x");
    assertMath("{\\gdef\\x{y}}", "\\x", "y");
    assertMath("\\newcommand{\\x}{\\ensuremath{y}\\xspace}", "\\x z", "y z");
  }

  private static void assertMath(String definitions, String display, String expected) {
    assertThat(BlockText.of("test.tex", definitions + "\n\\[" + display + "\\]"))
        .last()
        .asString()
        .endsWith("display " + expected);
  }

  @Test
  void macrosThatBeginAndEndDisplays() {
    assertBlocks(
        """
        \\def\\be{\\begin{equation}}\\def\\ee{\\end{equation}}
        \\newcommand{\\eq}[1]{\\begin{align}#1\\end{align}}
        \\newenvironment{rows}[1]{\\begin{gather*} #1 &}{\\end{gather*}}
        \\be a \\ee
        \\eq{b}
        \\begin{rows}{c} d \\end{rows}
        """,
        "4:1 display \\begin{equation} a \\end{equation}",
        "5:1 display \\begin{align}b\\end{align}",
        "6:1 display \\begin{gather*} c & d \\end{gather*}");
  }

  @Test
  void faultsOfMacrosAreFaultsOfTheirUses() {
    assertBlocks(
        """
        \\newcommand{\\a}{b \\a}
        \\newcommand{\\f}[1]{\\ifx#1\\x y\\fi}
        \\newcommand{\\n}[2]{#1 #2}
        \\[ \\a \\]
        \\[ \\f z \\]
        \\[ \\n{x} \\]
        $$ c $$
        """,
        "4:1 unreadable MACRO_RECURSIVE",
        "5:1 unreadable MACRO_UNSUPPORTED",
        "6:1 unreadable MACRO_ARGUMENTS",
        "7:1 display  c ");
  }

  @Test
  void anUnclosedDisplayHidesNothing() {
    assertBlocks(
        """
        \\begin{align} a
        \\begin{equation} b \\end{equation}
        \\[ c
        \\[ d \\]
        $$ e

        $$ f $$
        \\input{more}
        """,
        "1:1 prose \\begin{align} a",
        "2:1 display \\begin{equation} b \\end{equation}",
        "3:1 prose \\[ c",
        "4:1 display  d ",
        "5:1 prose $$ e",
        "7:1 display  f ",
        "1:1 DISPLAY_NOT_CLOSED",
        "3:1 DISPLAY_NOT_CLOSED",
        "5:1 DISPLAY_NOT_CLOSED",
        "8:1 FILE_INCLUDED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\begin{align}\n",
        "\\[ ",
        "$$ ",
        "$$\n\n",
        "$ ",
        "{",
        "}",
        "\\newcommand{",
        "\\newcommand{\\a}{",
        "\\newcommand{\\a}[",
        "\\def\\a",
        "\\def\\a#1{\\a\\a}\\a",
        "\\def\\a{\\a\\a}$$\\a$$ ",
        "\\begin{",
        "\\end{",
        "\\end{align}",
        "\\begin{verbatim}",
        "\\verb|",
        "\\verb",
        "%\n",
        "% hence: skip\n",
        "% ---\n",
        "\\input",
        "\\section{",
        "\\section[",
        "\\title{",
        "\\let\\a\\b",
        "\\begin{align}$$\\[",
        "\\begin{a}",
        "\\let\\a\\begin\\a",
        "\\newenvironment{a}{\\begin{a}}{}\\begin{a}",
        "\\def\\be{\\begin{align}}\\be ",
        "\\[\\frac\\a",
        "\\(",
        "\\",
        "\\begin{document}",
        "\u0000",
        "𝔼"
      })
  void survivesRepetition(String unit) {
    String content = unit.repeat(100_000 / unit.length());
    Assertions.assertTimeoutPreemptively(SOON, () -> BlockText.of("test.tex", content));
    Assertions.assertTimeoutPreemptively(
        SOON, () -> BlockText.of("test.tex", "% ---\n% let: x\n% ---\n" + content + "$$ a $$"));
  }

  @Test
  void anExponentialMacroEndsSoonAndHidesNothing() {
    StringBuilder bomb = new StringBuilder("\\def\\a{aa}");
    for (char c = 'b'; c <= 'z'; c++) {
      bomb.append("\\def\\%c{\\%c\\%c}".formatted(c, c - 1, c - 1));
    }
    String content = bomb + "\n" + "$$\\z$$\n".repeat(1_000) + "$$ b $$";
    Assertions.assertTimeoutPreemptively(
        SOON,
        () ->
            assertThat(BlockText.of("test.tex", content))
                .contains("2:1 unreadable MACRO_TOO_LONG", "1002:1 display  b "));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void mutantsAreReadOrRefused(long seed) {
    String document =
        """
        % ---
        % let: x \\in \\R
        % ---
        \\newcommand{\\R}[1][x]{\\mathbb{R#1}} \\def\\be{\\begin{align}}
        \\begin{document} \\section{A} $a$
        % hence: skip
        \\be \\R[y] &= 1 \\\\ \\end{align} $$ \\R $$ \\verb|x|
        \\begin{verbatim} \\[ \\end{verbatim} \\[ {\\R} % b
        \\] \\end{document}
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
      BlockText.of("test.tex", mutant.toString());
    }
  }

  private static void assertBlocks(String document, String... expected) {
    assertThat(BlockText.of("test.tex", document)).containsExactly(expected);
  }
}
