package dev.hence.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The text of one document, with its name, and the way from offsets to lines and columns. */
public final class SourceText {
  /**
   * A piece of a document that consists of pieces.
   *
   * @param number from 1, as people count the pieces; those that hold no text may be missing
   */
  public record Cell(int number, String text) {}

  private final String name;
  private final String content;
  private final int[] lineStarts;
  private final List<Cell> cells;
  private final int[] cellStarts;

  public SourceText(String name, String content) {
    this(name, content, List.of(), new int[0]);
  }

  private SourceText(String name, String content, List<Cell> cells, int[] cellStarts) {
    this.name = name;
    this.content = content;
    this.lineStarts = lineStarts(content);
    this.cells = List.copyOf(cells);
    this.cellStarts = cellStarts;
  }

  /** The text of a notebook: that of its cells, each from the start of a line. */
  public static SourceText ofCells(String name, List<Cell> cells) {
    StringBuilder content = new StringBuilder();
    int[] starts = new int[cells.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = content.length();
      content.append(cells.get(i).text()).append('\n');
    }
    return new SourceText(name, content.toString(), cells, starts);
  }

  /** Where the texts of the cells stand, in their order; empty if there are none. */
  public List<Span> cells() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < cellStarts.length; i++) {
      spans.add(new Span(cellStarts[i], cellStarts[i] + cells.get(i).text().length()));
    }
    return spans;
  }

  /** The name shown to people, usually the path as it was given. */
  public String name() {
    return name;
  }

  public String content() {
    return content;
  }

  /** The characters in a span. */
  public String slice(Span span) {
    return content.substring(span.start(), span.end());
  }

  /** Line and column of an offset; an offset behind the end is the end. */
  public Position position(int offset) {
    int at = Math.min(offset, content.length());
    int line = indexOf(lineStarts, at);
    int column = content.codePointCount(lineStarts[line], at) + 1;
    if (cells.isEmpty()) {
      return new Position(OptionalInt.empty(), line + 1, column);
    }
    int cell = indexOf(cellStarts, at);
    int first = indexOf(lineStarts, cellStarts[cell]);
    return new Position(OptionalInt.of(cells.get(cell).number()), line - first + 1, column);
  }

  /** An offset with the name of the document, as people read it: {@code notes.md:4:12}. */
  public String place(int offset) {
    return name + (cells.isEmpty() ? ":" : ": ") + position(offset);
  }

  /** The last of the places in order that is not behind an offset. */
  private static int indexOf(int[] places, int offset) {
    int found = Arrays.binarySearch(places, offset);
    return found >= 0 ? found : -found - 2;
  }

  private static int[] lineStarts(String content) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      boolean breaks = c == '\n' || (c == '\r' && !content.startsWith("\n", i + 1));
      if (breaks) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return name;
  }
}
