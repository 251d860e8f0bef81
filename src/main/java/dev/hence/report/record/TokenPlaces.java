package dev.hence.report.record;

import dev.hence.text.SourceText;
import dev.hence.text.Span;
import dev.hence.verdict.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what an edit changes in the display as its author wrote it. The author's tokens are held
 * against those of the formula as it is printed, without spaces, parentheses and braces, which two
 * people set in different ways.
 */
final class TokenPlaces {
  private static final Pattern TOKEN =
      Pattern.compile("\\\\(?:[a-zA-Z]+|.)|\\d+(?:\\.\\d+)?|\\S", Pattern.DOTALL);

  /** What says nothing of the formula. */
  private static final Set<String> SILENT =
      Set.of(
          "{",
          "}",
          "(",
          ")",
          "&",
          "\\left",
          "\\right",
          "\\big",
          "\\Big",
          "\\bigl",
          "\\bigr",
          "\\Bigl",
          "\\Bigr",
          "\\bigg",
          "\\Bigg",
          "\\,",
          "\\;",
          "\\:",
          "\\!",
          "\\ ",
          "\\cdot",
          "\\displaystyle",
          "\\limits",
          "\\nolimits");

  /** Ways to write the same. */
  private static final Map<String, String> ALIKE =
      Map.ofEntries(
          Map.entry("\\dfrac", "\\frac"),
          Map.entry("\\tfrac", "\\frac"),
          Map.entry("\\lVert", "\\|"),
          Map.entry("\\rVert", "\\|"),
          Map.entry("\\Vert", "\\|"),
          Map.entry("\\lvert", "|"),
          Map.entry("\\rvert", "|"),
          Map.entry("\\vert", "|"),
          Map.entry("\\intercal", "\\top"),
          Map.entry("\\prime", "'"));

  private record Token(String text, Span span) {}

  private TokenPlaces() {}

  /** The stretch of the document that an edit changes, if it is found there. */
  static Optional<Span> of(Edit edit, SourceText source) {
    String display = source.slice(edit.span());
    return edit.token()
        .flatMap(token -> Sides.of(display).flatMap(sides -> within(token, sides, display)))
        .map(span -> span.shifted(edit.span().start()));
  }

  private static Optional<Span> within(Edit.Token token, Sides sides, String display) {
    Span side =
        switch (token.part()) {
          case LEFT -> sides.left();
          case RELATION -> sides.relation();
          case RIGHT -> sides.right();
        };
    String text = display.substring(side.start(), side.end());
    return find(token, text).map(found -> balanced(found, text)).map(s -> s.shifted(side.start()));
  }

  /** Where it stands; nothing where it does not stand there as often as in the formula. */
  private static Optional<Span> find(Edit.Token token, String text) {
    List<Token> written = tokens(text);
    List<String> wanted = tokens(token.tex()).stream().map(Token::text).toList();
    List<Span> found = new ArrayList<>();
    for (int k = 0; !wanted.isEmpty() && k + wanted.size() <= written.size(); k++) {
      List<Token> here = written.subList(k, k + wanted.size());
      if (here.stream().map(Token::text).toList().equals(wanted)) {
        found.add(new Span(here.getFirst().span().start(), here.getLast().span().end()));
      }
    }
    return found.size() == token.times()
        ? Optional.of(found.get(token.occurrence()))
        : Optional.empty();
  }

  private static List<Token> tokens(String tex) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(tex);
    while (matcher.find()) {
      String text = matcher.group();
      if (!SILENT.contains(text)) {
        tokens.add(
            new Token(ALIKE.getOrDefault(text, text), new Span(matcher.start(), matcher.end())));
      }
    }
    return tokens;
  }

  /** With the brackets that belong to what is opened or closed inside. */
  private static Span balanced(Span span, String text) {
    int open = 0;
    int closed = 0;
    for (int k = span.start(); k < span.end(); k++) {
      char c = text.charAt(k);
      if (c == '(' || c == '{') {
        open++;
      } else if (c == ')' || c == '}') {
        if (open > 0) {
          open--;
        } else {
          closed++;
        }
      }
    }
    int start = span.start();
    while (closed > 0 && start > 0) {
      start--;
      closed -= "({".indexOf(text.charAt(start)) >= 0 ? 1 : 0;
    }
    int end = span.end();
    while (open > 0 && end < text.length()) {
      open -= ")}".indexOf(text.charAt(end)) >= 0 ? 1 : 0;
      end++;
    }
    return new Span(start, end);
  }
}
