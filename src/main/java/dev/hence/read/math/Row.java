package dev.hence.read.math;

import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * One row of a display.
 *
 * @param tag what {@code \tag{7}} or a lone {@code \qquad (7)} at the end says, as written; for a
 *     display of one row also a tag that stands outside its environment
 * @param label the argument of {@code \label}
 */
public record Row(List<Clause> clauses, Optional<String> tag, Optional<String> label, Span span) {
  public Row {
    clauses = List.copyOf(clauses);
  }
}
