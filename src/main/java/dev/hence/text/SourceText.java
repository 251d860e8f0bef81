package dev.hence.text;

import java.util.Arrays;

/** The text of one document, with its name, and the way from offsets to lines and columns. */
public final class SourceText {
  private final String name;
  private final String content;
  private final int[] lineStarts;

  public SourceText(String name, String content) {
    this.name = name;
    this.content = content;
    this.lineStarts = lineStarts(content);
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
    int found = Arrays.binarySearch(lineStarts, at);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, content.codePointCount(lineStarts[line], at) + 1);
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
