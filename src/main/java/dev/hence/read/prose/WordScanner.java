package dev.hence.read.prose;

import dev.hence.read.syntax.Source;
import dev.hence.text.Span;
import java.util.List;
import java.util.Set;

/**
 * Takes words, signs and inline mathematics out of a piece of prose. Code, links, tags and commands
 * of LaTeX that print no words of their own are passed over.
 */
final class WordScanner {
  /** Commands of LaTeX whose argument is no word of the sentence. */
  private static final Set<String> SILENT =
      Set.of(
          "cite",
          "citep",
          "citet",
          "ref",
          "eqref",
          "cref",
          "Cref",
          "label",
          "footnote",
          "url",
          "vspace",
          "hspace",
          "begin",
          "end",
          "includegraphics");

  /** Delimiters of inline mathematics, the longer ones first. */
  private static final List<List<String>> DELIMITERS =
      List.of(
          List.of("\\\\(", "\\\\)"),
          List.of("\\(", "\\)"),
          List.of("$`", "`$"),
          List.of("$$", "$$"),
          List.of("$", "$"));

  private final Source source;
  private final String text;
  private final boolean tex;
  private final Sentences sentences;
  private int at;

  WordScanner(Page.Words words, Sentences sentences) {
    this.source = words.text();
    this.text = source.text();
    this.tex = words.tex();
    this.sentences = sentences;
  }

  void scan() {
    while (at < text.length()) {
      if (!inline() && !newLine()) {
        character();
      }
    }
  }

  private boolean inline() {
    char c = text.charAt(at);
    if (c != '$' && c != '\\') {
      return false;
    }
    for (List<String> pair : DELIMITERS) {
      if (text.startsWith(pair.getFirst(), at)) {
        int from = at + pair.getFirst().length();
        int to = closing(pair.getLast(), from);
        if (to > from) {
          int end = to + pair.getLast().length();
          sentences.inline(part(from, to), span(at, end));
          at = end;
          return true;
        }
      }
    }
    return false;
  }

  /** Where inline mathematics ends; it does not go on in another paragraph. */
  private int closing(String closer, int from) {
    int to = text.indexOf(closer, from);
    while (to > 0 && text.charAt(to - 1) == '\\' && closer.startsWith("$")) {
      to = text.indexOf(closer, to + 1);
    }
    boolean breaks = to > from && text.substring(from, to).contains("\n\n");
    boolean price =
        closer.equals("$")
            && to > from
            && (Character.isWhitespace(text.charAt(from))
                && Character.isWhitespace(text.charAt(to - 1)));
    return breaks || (price && !tex) ? -1 : to;
  }

  /** A blank line, an item of a list and a row of a table begin a sentence of their own. */
  private boolean newLine() {
    if (text.charAt(at) != '\n') {
      return false;
    }
    int next = at + 1;
    while (next < text.length() && " \t>".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    boolean item = next + 1 < text.length() && isItem(next);
    boolean breaks = next < text.length() && "\n|".indexOf(text.charAt(next)) >= 0;
    if (item || breaks) {
      sentences.end();
    }
    at = item ? next + 2 : next;
    return true;
  }

  private boolean isItem(int k) {
    return "-*+".indexOf(text.charAt(k)) >= 0 && text.charAt(k + 1) == ' ';
  }

  private void character() {
    char c = text.charAt(at);
    if (Character.isLetter(c)) {
      word();
    } else if (c == '.' || c == '!' || c == '?') {
      boolean ends = at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
      at++;
      if (ends) {
        sentences.point();
      }
    } else if (",;:()".indexOf(c) >= 0) {
      sentences.sign(c, span(at, at + 1));
      at++;
    } else if (c == '`') {
      behindCode();
    } else if (c == '<') {
      behind('>');
    } else if (c == ']' && at + 1 < text.length() && text.charAt(at + 1) == '(') {
      behind(')');
    } else if (c == '%' && tex) {
      behind('\n');
    } else if (c == '\\') {
      command();
    } else if (Character.isDigit(c)) {
      number();
    } else {
      at++;
    }
  }

  /** A number is a word of which no pattern knows anything. */
  private void number() {
    int from = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    sentences.word(text.substring(from, at), false, span(from, at));
  }

  private void word() {
    int from = at;
    while (at < text.length() && isInWord(at)) {
      at++;
    }
    boolean joined = from > 0 && (text.charAt(from - 1) == '-' || text.charAt(from - 1) == '‑');
    sentences.word(text.substring(from, at), joined, span(from, at));
  }

  /** Letters, an apostrophe between them, and the points within {@code i.e}. */
  private boolean isInWord(int k) {
    char c = text.charAt(k);
    boolean between =
        k > 0
            && k + 1 < text.length()
            && Character.isLetter(text.charAt(k - 1))
            && Character.isLetter(text.charAt(k + 1));
    return Character.isLetter(c) || ((c == '\'' || c == '’' || c == '.') && between);
  }

  private void command() {
    int from = at + 1;
    int to = from;
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    String name = text.substring(from, to);
    at = Math.max(to, from + 1);
    if (SILENT.contains(name) && at < text.length() && text.charAt(at) == '{') {
      behind('}');
    }
  }

  private void behindCode() {
    int ticks = at;
    while (ticks < text.length() && text.charAt(ticks) == '`') {
      ticks++;
    }
    int close = text.indexOf(text.substring(at, ticks), ticks);
    at = close < 0 ? ticks : close + (ticks - at);
    sentences.word("code", false, span(ticks, ticks));
  }

  private void behind(char closer) {
    int close = text.indexOf(closer, at);
    at = close < 0 ? at + 1 : close + (closer == '\n' ? 0 : 1);
  }

  private Source part(int from, int to) {
    return new Source(text.substring(from, to), (a, b) -> span(from + a, from + b));
  }

  private Span span(int from, int to) {
    return source.place().apply(from, to);
  }
}
