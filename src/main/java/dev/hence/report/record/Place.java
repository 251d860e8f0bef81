package dev.hence.report.record;

import dev.hence.text.Position;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.OptionalInt;

/**
 * A stretch of a document as people count it, from 1; columns in Unicode code points.
 *
 * @param cell of a notebook, in which lines are counted; empty for a document without cells
 * @param endColumn the column behind the last character
 */
public record Place(OptionalInt cell, int line, int column, int endLine, int endColumn) {
  /** The beginning of a document. */
  public static final Place START = new Place(OptionalInt.empty(), 1, 1, 1, 1);

  static Place of(Span span, SourceText source) {
    Position start = source.position(span.start());
    Position end = source.position(span.end());
    return new Place(start.cell(), start.line(), start.column(), end.line(), end.column());
  }

  /** Where it begins, with the name of the document: {@code notes.md:4:12}. */
  public String in(String file) {
    return file + (cell.isEmpty() ? ":" : ": ") + this;
  }

  /** Where it begins: {@code 4:12}, or {@code cell 3, line 4:12}. */
  @Override
  public String toString() {
    return new Position(cell, line, column).toString();
  }
}
