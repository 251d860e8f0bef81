package dev.hence.read.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Markdown cells of a notebook, and where it is none. */
class NotebookTest {
  @Test
  void placesAreThoseInTheCells() {
    assertBlocks(
        """
        {"cells": [
          {"cell_type": "code", "source": ["$$ no $$"]},
          {"cell_type": "markdown", "source": ["# A \\"title\\"\\n", "\\n", "x\\ttab \\ud835\\udd3c $$ a \\\\cdot b $$"]},
          {"cell_type": "markdown", "source": "$$\\r\\nc\\r\\n$$"}
        ]}
        """,
        "cell 1, line 1:1 code",
        "cell 2, line 1:1 heading 1 A \"title\"",
        "cell 2, line 3:1 prose x→tab 𝔼",
        "cell 2, line 3:9 display  a \\cdot b ",
        "cell 3, line 1:1 display ␤c␤");
  }

  @Test
  void aDisplayEndsWithItsCell() {
    assertBlocks(
        """
        {"cells": [
          {"cell_type": "markdown", "source": "$$ a"},
          {"cell_type": "markdown", "source": "b $$ c $$"},
          {"cell_type": "raw", "source": "$$ d $$"}
        ]}
        """,
        "cell 1, line 1:1 prose $$ a",
        "cell 2, line 1:1 prose b",
        "cell 2, line 1:3 display  c ",
        "cell 1, line 1:1 DISPLAY_NOT_CLOSED");
  }

  @Test
  void macrosHoldFromCellToCell() {
    assertBlocks(
        """
        {"cells": [
          {"cell_type": "markdown", "source": "$\\\\newcommand{\\\\R}{\\\\mathbb{R}}$"},
          {"cell_type": "markdown", "source": "$$ x \\\\in \\\\R $$"}
        ]}
        """,
        "cell 1, line 1:1 prose $\\newcommand{\\R}{\\mathbb{R}}$",
        "cell 2, line 1:1 display  x \\in \\mathbb{R} ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1:1 | ``",
        "1:1 | `[]`",
        "1:1 | `{\"cells\": 5}`",
        "2:1 | `{\"cells\": []␤]`",
        "1:15 | `{\"cells\": [] }}`",
        "1:1 | `5`"
      },
      quoteCharacter = '`')
  void whatIsNoNotebookIsToldWhere(String place, String content) {
    assertThat(BlockText.of("test.ipynb", content.replace('␤', '\n')))
        .containsExactly(place + " NOT_A_NOTEBOOK");
  }

  @Test
  void strangeCellsAreGaps() {
    assertBlocks(
        "{\"cells\": [5, {}, {\"cell_type\": \"markdown\"}, {\"cell_type\": \"markdown\","
            + " \"source\": [1, null, \"$$ a $$\"]}]}",
        "cell 1, line 1:1 code",
        "cell 2, line 1:1 code",
        "cell 4, line 1:1 prose 1null",
        "cell 4, line 1:6 display  a ");
  }

  @Test
  void hugeNotebooksAreReadSoon() {
    String output = "\"" + "A".repeat(15_000_000) + "\"";
    String code = "{\"cell_type\": \"code\", \"source\": [], \"outputs\": [" + output + "]}";
    String text = "{\"cell_type\": \"markdown\", \"source\": \"$$ a $$\"}";
    String content = "{\"cells\": [" + (code + ",") + (text + ",").repeat(20_000) + text + "]}";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            assertThat(BlockText.of("test.ipynb", content))
                .contains("cell 20002, line 1:1 display  a "));
    String nested = "[".repeat(1_000_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> BlockText.of("test.ipynb", nested));
  }

  private static void assertBlocks(String document, String... expected) {
    assertThat(BlockText.of("test.ipynb", document)).containsExactly(expected);
  }
}
