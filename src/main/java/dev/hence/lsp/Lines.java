package dev.hence.lsp;

import dev.hence.report.record.Place;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** The lines of a text, and places in it as editors count them: from 0, in UTF-16 units. */
final class Lines {
  private final String text;
  private final List<Integer> starts = new ArrayList<>(List.of(0));

  Lines(String text) {
    this.text = text;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
        starts.add(i + 1);
      }
    }
  }

  /** The range of a span. */
  Range range(Span span) {
    return new Range(position(span.start()), position(span.end()));
  }

  /** The range of a place, which counts from 1, in code points. */
  Range range(Place place) {
    return new Range(
        position(offset(place.line(), place.column())),
        position(offset(place.endLine(), place.endColumn())));
  }

  private int offset(int line, int column) {
    return text.offsetByCodePoints(starts.get(line - 1), column - 1);
  }

  /** The span of a range. */
  Span span(Range range) {
    return new Span(offset(range.getStart()), offset(range.getEnd()));
  }

  /** The offset of a position; one behind the end of the text is the end. */
  int offset(Position position) {
    return position.getLine() >= starts.size()
        ? text.length()
        : Math.min(starts.get(position.getLine()) + position.getCharacter(), text.length());
  }

  private Position position(int offset) {
    int at = Math.clamp(offset, 0, text.length());
    int line = starts.size() - 1;
    while (starts.get(line) > at) {
      line--;
    }
    return new Position(line, at - starts.get(line));
  }
}
