package dev.hence.read.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds, in a text, where the next display or comment begins. Code, escaped characters and inline
 * {@code $…$} are passed over. What has once not been found ahead is not searched for again, so the
 * whole text costs one pass for each kind of delimiter.
 */
final class Openings {
  private static final Pattern ENVIRONMENT =
      Pattern.compile(
          "\\\\begin\\{((?:equation|align|alignat|flalign|gather|multline|eqnarray|displaymath|split"
              + "|aligned|alignedat|gathered|dmath|IEEEeqnarray)\\*?)\\}");

  /** {@code :::{math}} of Jupyter Book. */
  private static final Pattern DIRECTIVE = Pattern.compile("(:{3,})\\s*\\{math\\}");

  /** {@code <d-math block>} of Distill. */
  private static final Pattern TAG = Pattern.compile("<(d-math|dt-math)\\b[^>]*\\bblock\\b[^>]*>");

  private final String text;
  private final boolean isLine;
  private final Set<String> missing = new HashSet<>();
  private final Map<Integer, Integer> missingRuns = new HashMap<>();
  private int noInlineBefore;

  Openings(String text) {
    this(text, false);
  }

  /**
   * @param isLine whether it is a single line, so that what begins in it may end in a later one
   */
  Openings(String text, boolean isLine) {
    this.text = text;
    this.isLine = isLine;
  }

  /** What begins a display or a comment. */
  enum Kind {
    DISPLAY,
    /** The delimiters belong to the mathematics. */
    ENVIRONMENT,
    /** Lines of options may stand before the mathematics. */
    DIRECTIVE,
    COMMENT
  }

  /**
   * @param start of the opening delimiter
   * @param content behind the opening delimiter
   * @param closer the delimiter that closes it
   */
  record Opening(Kind kind, int start, int content, String closer) {}

  /** The next opening at or behind an offset. */
  Optional<Opening> next(int from) {
    int at = from;
    while (at < text.length()) {
      switch (text.charAt(at)) {
        case '`' -> at = behindCode(at);
        case '\\' -> {
          Optional<Opening> opening = backslash(at);
          if (opening.isPresent()) {
            return opening;
          }
          at = behindBackslash(at);
        }
        case '$' -> {
          if (text.startsWith("$$", at)) {
            return Optional.of(new Opening(Kind.DISPLAY, at, at + 2, "$$"));
          }
          at = behindInline(at);
        }
        case '<' -> {
          if (text.startsWith("<!--", at)) {
            return Optional.of(new Opening(Kind.COMMENT, at, at + 4, "-->"));
          }
          Matcher tag = TAG.matcher(text).region(at, text.length());
          if (text.startsWith("<d", at) && tag.lookingAt()) {
            return Optional.of(new Opening(Kind.DISPLAY, at, tag.end(), "</" + tag.group(1) + ">"));
          }
          at++;
        }
        case ':' -> {
          Matcher directive = DIRECTIVE.matcher(text).region(at, text.length());
          if (text.startsWith(":::", at) && startsLine(at) && directive.lookingAt()) {
            return Optional.of(
                new Opening(Kind.DIRECTIVE, at, directive.end(), directive.group(1)));
          }
          at += Math.max(1, runLength(at, ':'));
        }
        default -> at++;
      }
    }
    return Optional.empty();
  }

  /** Where the closing delimiter of an opening begins. */
  Optional<Integer> close(Opening opening) {
    String closer = opening.closer();
    if (missing.contains(closer)) {
      return Optional.empty();
    }
    int at = text.indexOf(closer, opening.content());
    while (at > 0 && closer.equals("$$") && isEscaped(at)) {
      at = text.indexOf(closer, at + 1);
    }
    if (at < 0) {
      missing.add(closer);
      return Optional.empty();
    }
    return Optional.of(at);
  }

  private boolean isEscaped(int at) {
    int backslashes = 0;
    while (backslashes < at && text.charAt(at - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  /**
   * {@code \[}, Jekyll's doubled form of it, or an environment; one in the middle of a line has to
   * end, for it may only be spoken of.
   */
  private Optional<Opening> backslash(int at) {
    if (text.startsWith("\\\\[", at)) {
      return Optional.of(new Opening(Kind.DISPLAY, at, at + 3, "\\\\]"));
    }
    if (text.startsWith("\\[", at)) {
      return Optional.of(new Opening(Kind.DISPLAY, at, at + 2, "\\]"));
    }
    if (text.startsWith("\\begin{", at)) {
      Matcher matcher = ENVIRONMENT.matcher(text).region(at, text.length());
      if (matcher.lookingAt()) {
        String closer = "\\end{" + matcher.group(1) + "}";
        Opening opening = new Opening(Kind.ENVIRONMENT, at, matcher.end(), closer);
        return Optional.of(opening).filter(o -> isLine || startsLine(at) || close(o).isPresent());
      }
    }
    return Optional.empty();
  }

  /** Behind an escaped character, or behind inline mathematics {@code \(…\)}. */
  private int behindBackslash(int at) {
    String closer =
        text.startsWith("\\\\(", at) ? "\\\\)" : text.startsWith("\\(", at) ? "\\)" : "";
    if (closer.isEmpty() || missing.contains(closer)) {
      return at + 2;
    }
    int end = text.indexOf(closer, at + 2);
    if (end < 0) {
      missing.add(closer);
      return at + 2;
    }
    String inside = text.substring(at, end);
    return inside.contains("$$") || inside.contains("\\[") ? at + 2 : end + closer.length();
  }

  private boolean startsLine(int at) {
    int before = at - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n';
  }

  /** Behind a code span, or behind its opening backticks if nothing closes them. */
  private int behindCode(int at) {
    int length = runLength(at);
    int from = at + length;
    if (missingRuns.getOrDefault(length, Integer.MAX_VALUE) <= from) {
      return from;
    }
    int close = text.indexOf('`', from);
    while (close >= 0) {
      int run = runLength(close);
      if (run == length) {
        return close + run;
      }
      close = text.indexOf('`', close + run);
    }
    missingRuns.put(length, from);
    return from;
  }

  private int runLength(int at) {
    return runLength(at, '`');
  }

  private int runLength(int at, char c) {
    int end = at;
    while (end < text.length() && text.charAt(end) == c) {
      end++;
    }
    return end - at;
  }

  /**
   * Behind inline mathematics. As GitHub has it, no white space stands behind the opening dollar or
   * before the closing one, so that prices are no mathematics; two dollars behind white space open
   * a display.
   */
  private int behindInline(int at) {
    boolean opens = at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
    if (!opens || at < noInlineBefore) {
      return at + 1;
    }
    int close = text.indexOf('$', at + 1);
    while (close >= 0 && (Character.isWhitespace(text.charAt(close - 1)) || isEscaped(close))) {
      if (text.startsWith("$$", close) && !isEscaped(close)) {
        noInlineBefore = close;
        return at + 1;
      }
      close = text.indexOf('$', close + 1);
    }
    if (close < 0) {
      noInlineBefore = text.length();
      return at + 1;
    }
    return close + 1;
  }
}
