package dev.hence.read.math;

import dev.hence.text.Span;
import java.util.List;

/**
 * What one display says: its rows. Rows that go on in the next line (an operator at the end of one
 * or at the start of the next) are one row. Alignment environments have left no trace.
 *
 * @param rows at least one clause in each
 */
public record Display(List<Row> rows, Span span) {
  public Display {
    rows = List.copyOf(rows);
  }
}
