package dev.hence.text;

/**
 * A half-open range of UTF-16 offsets into one {@link SourceText}.
 *
 * @param start offset of the first character
 * @param end offset behind the last character, at least {@code start}
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** The empty span at an offset. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** Whether the other lies in this one. */
  public boolean holds(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Whether the two have a place in common, be it an end. */
  public boolean touches(Span other) {
    return start <= other.end && other.start <= end;
  }

  /** Whether an offset lies in it, or at one of its ends. */
  public boolean touches(int offset) {
    return touches(at(offset));
  }

  /** The same so many characters further on. */
  public Span shifted(int by) {
    return new Span(start + by, end + by);
  }

  /** The smallest span that holds both this and the other. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }
}
