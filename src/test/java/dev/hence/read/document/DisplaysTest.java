package dev.hence.read.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the displays of a Markdown document are, and what is none. */
class DisplaysTest {
  @Test
  void dollarsOnOneLineAndOnSeveral() {
    assertBlocks(
        """
        Some text.

        $$a = b$$

        $$
        c
          = d
        $$
        """,
        "1:1 prose Some text.",
        "3:1 display a = b",
        "5:1 display ␤c␤  = d␤");
  }

  @Test
  void severalOnOneLineWithProseBetween() {
    assertBlocks(
        "Here $$a = b$$ and $$c = d$$ hold.\n",
        "1:1 prose Here",
        "1:6 display a = b",
        "1:16 prose and",
        "1:20 display c = d",
        "1:30 prose hold.");
  }

  @Test
  void openingAtTheEndOfALine() {
    assertBlocks(
        """
        where $$
        w = 1
        $$ holds.
        """,
        "1:1 prose where",
        "1:7 display ␤w = 1␤",
        "3:4 prose holds.");
  }

  /** As Markdown these lines would be a list, a heading and a quote. */
  @Test
  void linesThatLookLikeMarkdown() {
    assertBlocks(
        """
        $$
        a
        - b
        + c
        =
        d
        > e
        # f
        $$
        """,
        "1:1 prose $$␤a␤- b␤+ c␤=␤d␤> e",
        "8:1 heading 1 f",
        "9:1 prose $$",
        "1:1 DISPLAY_NOT_CLOSED",
        "9:1 DISPLAY_NOT_CLOSED",
        "1:1 NO_DISPLAYS");
    assertBlocks(
        """
        $$
        a
        - b
        + c
        =
        d
        > e
        $$
        """,
        "1:1 display ␤a␤- b␤+ c␤=␤d␤> e␤");
  }

  @Test
  void bracketsOfLatexAndOfJekyll() {
    assertBlocks(
        """
        \\[ a = b \\]

        \\\\[ c = d
        \\\\]
        """,
        "1:1 display  a = b ",
        "3:1 display  c = d␤");
  }

  @Test
  void mathFence() {
    assertBlocks(
        """
        ```math
        a = b
        ```

        ~~~ math
        c = d
        ~~~
        """,
        "1:1 display a = b",
        "5:1 display c = d");
  }

  @Test
  void bareEnvironment() {
    assertBlocks(
        """
        Text:
        \\begin{align}
        a &= b \\\\
        - c &= d
        \\end{align}

        \\begin{equation*} e = f \\end{equation*}
        """,
        "1:1 prose Text:",
        "2:1 display \\begin{align}␤a &= b \\\\␤- c &= d␤\\end{align}",
        "7:1 display \\begin{equation*} e = f \\end{equation*}");
  }

  @Test
  void insideListsAndQuotes() {
    assertBlocks(
        """
        - item $$a = b$$

          $$
          c = d
          $$
        > > $$
        > > e
        > >   = f
        > > $$
        """,
        "1:3 prose item",
        "1:8 display a = b",
        "3:3 display ␤c = d␤",
        "6:5 display ␤e␤  = f␤");
  }

  @Test
  void codeIsNoDisplay() {
    assertBlocks(
        """
        ```latex
        $$ a = b $$
        ```

        ````markdown
        ```math
        c = d
        ```
        ````

            $$ e = f $$

        `$$` and `` ` $$ `` and `\\[`

        <pre>
        $$ g = h $$
        </pre>
        """,
        "1:1 code",
        "5:1 code",
        "11:5 code",
        "13:1 prose `$$` and `` ` $$ `` and `\\[`",
        "15:1 code",
        "1:1 NO_DISPLAYS");
  }

  @Test
  void commentsAreNoDisplays() {
    assertBlocks(
        """
        <!-- $$ a = b $$ -->
        Text <!-- $$ --> text.
        """,
        "2:1 prose Text",
        "2:18 prose text.",
        "1:1 NO_DISPLAYS");
  }

  @Test
  void inlineMathematicsIsProse() {
    assertBlocks(
        "Let $x$ and $a$$b$ cost $5, and $$c = d$$.\n",
        "1:1 prose Let $x$ and $a$$b$ cost $5, and",
        "1:33 display c = d",
        "1:42 prose .");
  }

  @Test
  void escapedDollars() {
    assertBlocks(
        "Not \\$$ here, but $$a = \\$$b$$\n",
        "1:1 prose Not \\$$ here, but",
        "1:19 display a = \\$$b");
  }

  @Test
  void steeringCommentsInOrder() {
    assertBlocks(
        """
        <!-- hence: skip -->
        $$a = b$$
        <!-- hence:
        let f(x; y) = 1;
        expect refuted
        -->
        <!-- hence: new --> $$c = d$$
        """,
        "1:1 hence skip",
        "2:1 display a = b",
        "3:1 hence let f(x; y) = 1;␤expect refuted",
        "7:1 hence new",
        "7:21 display c = d");
  }

  @Test
  void commentWithoutColon() {
    assertBlocks(
        """
        <!-- hence skip -->
        <!-- henceforth -->
        $$a = b$$
        """,
        "3:1 display a = b",
        "1:6 COMMENT_UNKNOWN");
  }

  @Test
  void headingsOfBothKinds() {
    assertBlocks(
        """
        # One $x$ #
        Two
        ---
        ### Three
        $$a = b$$
        ---
        """,
        "1:1 heading 1 One $x$",
        "2:1 heading 2 Two",
        "4:1 heading 3 Three",
        "5:1 display a = b");
  }

  @Test
  void htmlBlocksHoldDisplays() {
    assertBlocks(
        """
        <center>
        $$a = b$$
        </center>
        """,
        "1:1 prose <center>",
        "2:1 display a = b",
        "3:1 prose </center>");
  }

  @Test
  void unclosedDisplayEndsWhereProseBegins() {
    assertBlocks(
        """
        $$
        a = b

        The next line is prose.

        $$
        c = d
        $$
        """,
        "1:1 prose $$␤a = b",
        "4:1 prose The next line is prose.",
        "6:1 display ␤c = d␤",
        "1:1 DISPLAY_NOT_CLOSED");
  }

  /** TeX would end the display there; notebooks do not. */
  @Test
  void blankLinesInsideADisplay() {
    assertBlocks(
        """
        $$
        a

        = b
        $$
        """,
        "1:1 display ␤a␤= b␤");
  }

  @Test
  void unclosedFenceAndComment() {
    assertBlocks(
        """
        $$a = b$$

        ```math
        c = d
        """,
        "1:1 display a = b",
        "3:1 DISPLAY_NOT_CLOSED");
    assertBlocks(
        """
        $$a = b$$

        <!-- hence: skip
        $$c = d$$
        """,
        "1:1 display a = b",
        "3:1 prose <!-- hence: skip",
        "4:1 display c = d",
        "3:1 COMMENT_NOT_CLOSED");
  }

  @Test
  void linesEndAsOnWindows() {
    assertBlocks(
        "> $$\r\n> a = b\r\n> $$\r\n\r\nText $$c$$\r\n",
        "1:3 display ␤a = b␤",
        "5:1 prose Text",
        "5:6 display c");
  }

  @Test
  void tabs() {
    assertBlocks("-\t$$\n\ta = b\n\t$$\n", "1:3 display ␤a = b␤");
  }

  @Test
  void documentWithoutDisplays() {
    assertBlocks("Only text.\n", "1:1 prose Only text.", "1:1 NO_DISPLAYS");
    assertBlocks("", "1:1 NO_DISPLAYS");
  }

  @Test
  void directivesOfJupyterBook() {
    assertBlocks(
        """
        ```{math}
        :label: one
        :class: wide

        a = b
        ```
        ~~~{math} c = d
        ~~~
        :::{math}
        :label: two
        - e
        = f
        :::
        ```{code} a
        ```
        """,
        "1:1 display a = b",
        "7:1 display  c = d",
        "9:1 display - e␤= f␤",
        "14:1 code");
  }

  @Test
  void labelsBehindADisplay() {
    assertBlocks(
        """
        $$a$$ {#eq-a .wide}

        $$
        b
        $$ (eq:b)

        $$c$$
        :eqlabel:`eq_c`

        Here $$d$$ (see) is none.
        """,
        "1:1 display a",
        "3:1 display ␤b␤",
        "7:1 display c",
        "10:1 prose Here",
        "10:6 display d",
        "10:12 prose (see) is none.");
  }

  @Test
  void tagsAndBracketsAndLoneFormulas() {
    assertBlocks(
        """
        <d-math block>
        - a
        </d-math>
        <d-math>b</d-math> <dt-math block="">c</dt-math>

        $a = b$,
        \\(c\\)

        - $a = b$

        Only \\(\\begin{aligned} a \\end{aligned}\\) and $a = b$.

        $a$
        """,
        "1:1 display ␤- a␤",
        "4:1 prose <d-math>b</d-math>",
        "4:20 display c",
        "6:1 display a = b",
        "7:1 display c",
        "9:3 prose $a = b$",
        "11:1 prose Only \\(\\begin{aligned} a \\end{aligned}\\) and $a = b$.",
        "13:1 prose $a$");
  }

  @Test
  void environmentInTheMiddleOfALine() {
    assertBlocks(
        """
        so \\begin{align} a \\end{align} and
        where \\begin{align}
        - b
        \\end{align}
        Never \\begin{align} alone.
        """,
        "1:1 prose so",
        "1:4 display \\begin{align} a \\end{align}",
        "1:32 prose and",
        "2:1 prose where",
        "2:7 display \\begin{align}␤- b␤\\end{align}",
        "5:1 prose Never \\begin{align} alone.");
  }

  @Test
  void aDisplayOrCommentEndsAtTheStartOfALine() {
    assertBlocks(
        """
        <!--
        -->
        \\[
        a
        \\]
        - item
          $$ b $$

        > quote
        """,
        "3:1 display ␤a␤",
        "6:3 prose item",
        "7:3 display  b ",
        "9:3 prose quote");
  }

  private static void assertBlocks(String document, String... expected) {
    assertThat(BlockText.of(document)).containsExactly(expected);
  }
}
