package dev.hence.read.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that leave a display open. commonmark-java asks no block parser about a line that begins
 * with a letter, so {@code where $$} would stay a paragraph and its next lines Markdown; the copy
 * of the text that it is given has another character there.
 */
final class OpenLines {
  private static final char STAND_IN = '\u00a4';
  private static final Pattern LETTER_FIRST =
      Pattern.compile("[ \\t>]*(?:(?:[-+*]|\\d{1,9}[.)])[ \\t>]+)*(\\p{L})");

  private OpenLines() {}

  /** The text, of the same length, without a letter at the start of a line that opens a display. */
  static String marked(String text) {
    StringBuilder marked = new StringBuilder(text);
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      mark(text.substring(start, end), start, marked);
      start = end + 1;
    }
    return marked.toString();
  }

  private static void mark(String line, int start, StringBuilder marked) {
    Matcher matcher = LETTER_FIRST.matcher(line);
    if (mayOpen(line)
        && matcher.lookingAt()
        && !Character.isHighSurrogate(line.charAt(matcher.start(1)))
        && open(line, Optional.empty()).isPresent()) {
      marked.setCharAt(start + matcher.start(1), STAND_IN);
    }
  }

  static boolean mayOpen(String line) {
    return line.contains("$$") || line.contains("\\[") || line.contains("\\begin{");
  }

  /** The display that is open at the end of a line, if one is. */
  static Optional<Openings.Opening> open(String line, Optional<Openings.Opening> before) {
    Openings openings = new Openings(line);
    Optional<Openings.Opening> opening =
        before.map(open -> new Openings.Opening(open.kind(), 0, 0, open.closer()));
    int at = 0;
    while (true) {
      if (opening.isPresent()) {
        Optional<Integer> close = openings.close(opening.get());
        if (close.isEmpty()) {
          return opening.filter(open -> open.kind() != Openings.Kind.COMMENT);
        }
        at = close.get() + opening.get().closer().length();
      }
      opening = openings.next(at);
      if (opening.isEmpty()) {
        return Optional.empty();
      }
    }
  }
}
