package dev.hence.report.latex;

import java.util.List;
import java.util.Optional;

/**
 * A piece of a formula that stays on one line, with the scripts that belong to it.
 *
 * @param tex safe to be printed
 * @param width estimated, in points at ten points
 * @param spaced whether there was white space before it
 * @param rows of a layout environment, taken apart; none of any other piece
 */
record Item(Kind kind, String tex, double width, boolean spaced, List<Row> rows) {
  enum Kind {
    ORDINARY,
    RELATION,
    BINARY,
    OPENING,
    CLOSING,
    BAR,
    GAP,
    TEXT,
    CELL_END,
    ROW_END,
    /** A tag of the row that it stands in. */
    TAG,
    LABEL
  }

  Item {
    rows = List.copyOf(rows);
  }

  Item(Kind kind, String tex, double width, boolean spaced) {
    this(kind, tex, width, spaced, List.of());
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** A row of a layout: cells between {@code &}, and its own tags and labels. */
  record Row(List<List<Item>> cells, List<String> tags, List<String> labels) {
    Row {
      cells = cells.stream().map(List::copyOf).toList();
      tags = List.copyOf(tags);
      labels = List.copyOf(labels);
    }

    /** What the row is called: its tag, or else its label. */
    Optional<String> name() {
      return tags.stream().findFirst().or(() -> labels.stream().findFirst());
    }

    List<Item> items() {
      return cells.stream().flatMap(List::stream).toList();
    }
  }
}
