package dev.hence.read.math;

import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * What one display says: its rows. Rows that go on in the next line (an operator at the end of one
 * or at the start of the next) are one row. Alignment environments have left no trace.
 *
 * @param rows at least one clause in each; none if the display is empty
 * @param tag of a display of several rows that is numbered as a whole; else the row has it
 */
public record Display(List<Row> rows, Optional<String> tag, Optional<String> label, Span span) {
  public Display {
    rows = List.copyOf(rows);
  }

  /** This display; if it has no label, with this one. */
  public Display labelled(String name) {
    return new Display(rows, tag, label.or(() -> Optional.of(name)), span);
  }
}
