package dev.hence.report.latex;

import dev.hence.report.latex.Item.Kind;
import dev.hence.report.latex.Item.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Breaks rows into lines: between statements, before relations, and before a plus or a minus that
 * stands outside all brackets.
 *
 * @param room for a line, in points at ten points
 * @param forced whether a line may be too wide where nothing can be broken, or is broken within
 *     brackets
 */
record Layout(double room, boolean forced) {
  private static final double INDENT = 20;

  /** A left side that takes more of the line stands on a line of its own. */
  private static final double LARGEST_LEFT = 0.45;

  /** One line: its parts, which are aligned with those of other lines, and what it is called. */
  record Line(List<String> cells, Optional<String> name) {
    Line {
      cells = List.copyOf(cells);
    }
  }

  /** The lines of a display; empty if they would not fit. */
  Optional<List<Line>> lines(List<Row> rows) {
    if (fits(rows)) {
      return Optional.of(rows.stream().map(Layout::asWritten).toList());
    }
    List<Line> lines = new ArrayList<>();
    for (Row row : rows) {
      Optional<List<List<String>>> broken = broken(statements(row));
      if (broken.isEmpty()) {
        return Optional.empty();
      }
      List<List<String>> cells = broken.get();
      for (int k = 0; k < cells.size(); k++) {
        boolean last = k == cells.size() - 1;
        lines.add(new Line(cells.get(k), last ? row.name() : Optional.empty()));
      }
    }
    return Optional.of(lines);
  }

  /** Whether the rows stay within the line as the author aligned them. */
  private boolean fits(List<Row> rows) {
    int columns = rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
    double width = 10.0 * Math.max(0, (columns - 1) / 2);
    for (int k = 0; k < columns; k++) {
      int column = k;
      width +=
          rows.stream()
              .filter(r -> r.cells().size() > column)
              .mapToDouble(r -> MathParser.width(r.cells().get(column)))
              .max()
              .orElse(0);
    }
    return width <= room;
  }

  private static Line asWritten(Row row) {
    return new Line(row.cells().stream().map(MathParser::tex).toList(), row.name());
  }

  /** What a row says, one statement after the other: the pairs of columns, and what gaps part. */
  private static List<List<Item>> statements(Row row) {
    List<List<Item>> statements = new ArrayList<>();
    List<List<Item>> cells = row.cells();
    for (int k = 0; k < cells.size(); k += 2) {
      List<Item> pair = new ArrayList<>(cells.get(k));
      if (k + 1 < cells.size()) {
        pair.addAll(cells.get(k + 1));
      }
      if (!pair.isEmpty()) {
        statements.addAll(parted(pair));
      }
    }
    return statements;
  }

  /** Parted at gaps behind which a statement with a relation stands. */
  private static List<List<Item>> parted(List<Item> items) {
    List<List<Item>> parts = new ArrayList<>();
    List<Item> part = new ArrayList<>();
    Brackets brackets = new Brackets();
    boolean relates = false;
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      brackets.see(item);
      boolean begins =
          item.is(Kind.GAP) && relates && brackets.depth() == 0 && relates(items, i + 1);
      if (begins) {
        parts.add(part);
        part = new ArrayList<>();
        relates = false;
      } else {
        part.add(item);
        relates |= item.is(Kind.RELATION) && brackets.depth() == 0;
      }
    }
    parts.add(part);
    return parts.stream().filter(p -> !p.isEmpty()).toList();
  }

  private static boolean relates(List<Item> items, int from) {
    return items.subList(from, items.size()).stream()
        .takeWhile(i -> !i.is(Kind.GAP) && !i.is(Kind.TEXT))
        .anyMatch(i -> i.is(Kind.RELATION));
  }

  private Optional<List<List<String>>> broken(List<List<Item>> statements) {
    List<List<String>> lines = new ArrayList<>();
    for (List<Item> statement : statements) {
      if (!statement(statement, lines)) {
        return Optional.empty();
      }
    }
    return Optional.of(lines);
  }

  /** Adds the lines of one statement; false if they do not fit. */
  private boolean statement(List<Item> items, List<List<String>> lines) {
    List<List<Item>> chunks = atRelations(items);
    List<Item> left = chunks.getFirst();
    double leftWidth = MathParser.width(left);
    boolean isOwnLine = chunks.size() > 1 && leftWidth > LARGEST_LEFT * room;
    double indent = isOwnLine ? INDENT : leftWidth;
    if (chunks.size() == 1 || isOwnLine) {
      if (!fill(left, List.of("", ""), 0, lines)) {
        return false;
      }
    }
    for (int k = 1; k < chunks.size(); k++) {
      String before = isOwnLine || k > 1 ? "" : MathParser.tex(left);
      List<String> start = List.of(before, isOwnLine ? "\\quad " : "");
      if (!fill(chunks.get(k), start, indent, lines)) {
        return false;
      }
    }
    return true;
  }

  /** The left side, then each relation with what follows it. */
  private static List<List<Item>> atRelations(List<Item> items) {
    List<List<Item>> chunks = new ArrayList<>();
    List<Item> chunk = new ArrayList<>();
    Brackets brackets = new Brackets();
    for (Item item : items) {
      if (item.is(Kind.RELATION) && brackets.depth() == 0) {
        chunks.add(chunk);
        chunk = new ArrayList<>();
      }
      brackets.see(item);
      chunk.add(item);
    }
    chunks.add(chunk);
    return chunks;
  }

  /** Fills lines with a chunk; false if a piece does not fit. */
  private boolean fill(
      List<Item> chunk, List<String> start, double indent, List<List<String>> lines) {
    double width = indent;
    List<String> before = start;
    List<Item> line = new ArrayList<>();
    for (List<Item> piece : pieces(chunk)) {
      double more = MathParser.width(piece);
      if (!line.isEmpty() && width + more > room) {
        lines.add(line(before, line));
        line = new ArrayList<>();
        before = List.of("", "\\qquad \\mathbin");
        width = indent + INDENT;
      }
      line.addAll(piece);
      width += more;
      if (width > room && !forced) {
        return false;
      }
    }
    lines.add(line(before, line));
    return true;
  }

  private static List<String> line(List<String> before, List<Item> items) {
    return List.of(before.getFirst(), before.getLast() + MathParser.tex(items));
  }

  /** The terms, each from its sign on. */
  private List<List<Item>> pieces(List<Item> chunk) {
    List<List<Item>> pieces = new ArrayList<>();
    List<Item> piece = new ArrayList<>();
    Brackets brackets = new Brackets();
    boolean operand = false;
    for (Item item : chunk) {
      boolean breaks = item.is(Kind.BINARY) && operand && (forced || brackets.depth() == 0);
      if (breaks) {
        pieces.add(piece);
        piece = new ArrayList<>();
      }
      brackets.see(item);
      piece.add(item);
      operand = endsOperand(item);
    }
    pieces.add(piece);
    return pieces;
  }

  /** Whether a sign behind it joins two terms, instead of being the sign of one. */
  private static boolean endsOperand(Item item) {
    return switch (item.kind()) {
      case ORDINARY, CLOSING, BAR, TEXT -> true;
      case RELATION, BINARY, OPENING, GAP, CELL_END, ROW_END, TAG, LABEL -> false;
    };
  }

  /** How deep in brackets a place is. A bar closes where one is open. */
  private static final class Brackets {
    private int open;
    private boolean bar;

    void see(Item item) {
      switch (item.kind()) {
        case OPENING -> open++;
        case CLOSING -> open = Math.max(0, open - 1);
        case BAR -> bar ^= open == 0;
        case ORDINARY, RELATION, BINARY, GAP, TEXT, CELL_END, ROW_END, TAG, LABEL -> {}
      }
    }

    int depth() {
      return open + (bar ? 1 : 0);
    }
  }
}
