package dev.hence.read.document;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks at lines before commonmark-java does. It asks no block parser about a line that begins with
 * a letter, so {@code where $$} would stay a paragraph and its next lines Markdown; and it asks
 * them about every other line, at a cost that grows with the paragraph. The copy of the text that
 * it is given has stand-ins at the starts of such lines; what is read comes from the text itself.
 */
final class OpenLines {
  private static final char SIGN = '\u00a4';
  private static final char LETTER = 'x';

  /** Lines at which a block of Markdown may begin. */
  private static final Pattern BLOCK_START =
      Pattern.compile(
          "(?:>|[-+*](?:[ \\t]|$)|\\d{1,9}[.)](?:[ \\t]|$)|#{1,6}(?:[ \\t]|$)|```|~~~|=+\\s*$"
              + "|-+\\s*$|[-*_][-*_ \\t]{2,}$"
              + "|<(?:!--|\\?|![A-Za-z]|/?(?i:div|p|center|table|t[dhr]|thead|tbody|pre|script"
              + "|style|textarea|details|summary|section|article|aside|ul|ol|li|dl|dd|dt|h[1-6]"
              + "|blockquote|figure|figcaption|form|header|footer|main|nav|link|meta)\\b))");

  /** What ends a display or a comment at the start of a line; dollars may begin one, too. */
  private static final Pattern CLOSER =
      Pattern.compile("\\\\{1,2}\\]|\\\\end\\{|:::|</(?:d|dt)-math>|-->|\\?>");

  /** Items that interrupt no paragraph; a longer list of them goes on as text. */
  private static final int MAX_WEAK_MARKERS = 200;

  private final String text;
  private final StringBuilder marked;
  private int weakMarkers;

  private OpenLines(String text) {
    this.text = text;
    this.marked = new StringBuilder(text);
  }

  /** Whether Markdown's own blocks see a line first, for it begins one of them. */
  static boolean startsBlock(CharSequence line) {
    return BLOCK_START.matcher(line).lookingAt();
  }

  /** The text with stand-ins, of the same length. */
  static String marked(String text) {
    OpenLines lines = new OpenLines(text);
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      lines.mark(start, end);
      start = end + 1;
    }
    return lines.marked.toString();
  }

  private void mark(int start, int end) {
    int first = behindMarkers(start, end);
    if (first == end) {
      weakMarkers = text.substring(start, end).isBlank() ? 0 : weakMarkers;
      return;
    }
    String line = text.substring(first, end);
    boolean isLetter = Character.isLetter(line.charAt(0));
    boolean opens = mayOpen(line) && open(line, Optional.empty()).isPresent();
    if (opens && isLetter) {
      marked.setCharAt(first, SIGN);
    } else if (!opens && !isLetter && !startsBlock(line) && !CLOSER.matcher(line).lookingAt()) {
      marked.setCharAt(first, LETTER);
    }
  }

  /** Behind the marks of quotes and list items at the start of a line. */
  private int behindMarkers(int start, int end) {
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      int marker = markerEnd(at, end);
      if (c == ' ' || c == '\t' || c == '>') {
        at++;
      } else if (marker > at && (isFirst(at, marker) || ++weakMarkers <= MAX_WEAK_MARKERS)) {
        at = marker;
      } else {
        return at;
      }
    }
    return end;
  }

  /** The end of a list marker, or the same place if none is there. */
  private int markerEnd(int from, int end) {
    int at = from;
    if (at < end && "-+*".indexOf(text.charAt(at)) >= 0) {
      at++;
    } else {
      while (at < end && at - from < 10 && Character.isDigit(text.charAt(at))) {
        at++;
      }
      boolean isNumber = at > from && at < end && ".)".indexOf(text.charAt(at)) >= 0;
      at = isNumber ? at + 1 : from;
    }
    boolean isMarker = at > from && (at == end || " \t".indexOf(text.charAt(at)) >= 0);
    return isMarker ? at : from;
  }

  /** Whether a marker may interrupt a paragraph: a bullet with text, or the number 1. */
  private boolean isFirst(int from, int marker) {
    boolean isBullet = "-+*".indexOf(text.charAt(from)) >= 0;
    boolean isEmpty = marker == text.length() || "\r\n".indexOf(text.charAt(marker)) >= 0;
    return !isEmpty && (isBullet || (text.charAt(from) == '1' && marker == from + 2));
  }

  static boolean mayOpen(String line) {
    return line.contains("$$")
        || line.contains("\\[")
        || line.contains("\\begin{")
        || line.contains("{math}")
        || line.contains("-math");
  }

  /** The display that is open at the end of a line, if one is. */
  static Optional<Openings.Opening> open(String line, Optional<Openings.Opening> before) {
    Openings openings = new Openings(line, true);
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
