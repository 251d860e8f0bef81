package dev.hence.report.record;

import dev.hence.text.SourceText;
import dev.hence.text.Span;

/**
 * The line of a document on which something is, with what stands before and behind it.
 *
 * @param before cut at its beginning if it is long
 * @param marked no more than that line
 * @param after cut at its end if it is long
 */
public record Excerpt(String before, String marked, String after) {
  /** Characters kept on each side: more than anyone's screen has columns. */
  private static final int MOST = 500;

  static Excerpt of(Span span, SourceText source) {
    String content = source.content();
    int start = Math.min(span.start(), content.length());
    int lineStart = content.offsetByCodePoints(start, 1 - source.position(start).column());
    int lineEnd = lineStart;
    while (lineEnd < content.length() && "\r\n".indexOf(content.charAt(lineEnd)) < 0) {
      lineEnd++;
    }
    int from = Math.min(start, lineEnd);
    int end = Math.max(from, Math.min(span.end(), lineEnd));
    return new Excerpt(
        last(content.substring(lineStart, from)),
        first(content.substring(from, end)),
        first(content.substring(end, lineEnd)));
  }

  private static String last(String text) {
    int cut = text.length() - MOST;
    if (cut <= 0) {
      return text;
    }
    return "…" + text.substring(Character.isLowSurrogate(text.charAt(cut)) ? cut + 1 : cut);
  }

  private static String first(String text) {
    if (text.length() <= MOST) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST)
        + "…";
  }

  /** The whole line, as far as it is kept. */
  public String line() {
    return before + marked + after;
  }
}
