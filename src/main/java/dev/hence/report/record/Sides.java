package dev.hence.report.record;

import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places of the two sides of a step in its text, as it was written. Of a step that goes on with
 * what stands before it the left side is empty.
 */
record Sides(Span left, Span relation, Span right) {
  private static final Pattern TOKEN =
      Pattern.compile("\\\\(?:[a-zA-Z]+|.)|[{}()\\[\\]=<>≤≥≠≈%]", Pattern.DOTALL);

  /** Signs between the sides of a step. */
  private static final Set<String> RELATIONS =
      Set.of(
          "=",
          "<",
          ">",
          "≤",
          "≥",
          "≠",
          "≈",
          "\\le",
          "\\leq",
          "\\leqslant",
          "\\ge",
          "\\geq",
          "\\geqslant",
          "\\lt",
          "\\gt",
          "\\ne",
          "\\neq",
          "\\approx");

  /** Signs that say that there is more to a statement than two sides. */
  private static final Set<String> MORE =
      Set.of(
          "\\implies",
          "\\Rightarrow",
          "\\iff",
          "\\Leftrightarrow",
          "\\Leftarrow",
          "\\to",
          "\\rightarrow",
          "\\land",
          "\\wedge",
          "\\lor",
          "\\vee",
          "\\text",
          "\\mathrm",
          "\\\\",
          "\\quad",
          "\\qquad",
          "\\tag",
          "\\label",
          "\\pm",
          "\\mp",
          "\\equiv",
          "\\coloneqq",
          "\\in",
          "\\forall",
          "\\begin",
          "\\end",
          "%");

  private static final Pattern BEFORE = Pattern.compile("[\\s&]*");

  /** Space, the mark of a column, and the sign that ends a sentence. */
  private static final Pattern BEHIND = Pattern.compile("[\\s&.,;]*\\z");

  /** The sides of a text with one relation, outside of all braces and parentheses. */
  static Optional<Sides> of(String text) {
    List<Span> relations = new ArrayList<>();
    int depth = 0;
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      String sign = token.group();
      depth += step(sign);
      if (MORE.contains(sign)) {
        return Optional.empty();
      }
      if (depth == 0 && RELATIONS.contains(sign)) {
        relations.add(new Span(token.start(), token.end()));
      }
    }
    return relations.size() == 1 && depth == 0
        ? Optional.of(around(relations.getFirst(), text))
        : Optional.empty();
  }

  private static int step(String sign) {
    return switch (sign) {
      case "{", "(", "[", "\\{" -> 1;
      case "}", ")", "]", "\\}" -> -1;
      default -> 0;
    };
  }

  private static Sides around(Span relation, String text) {
    return new Sides(
        trimmed(text, 0, relation.start()), relation, trimmed(text, relation.end(), text.length()));
  }

  private static Span trimmed(String text, int from, int to) {
    Matcher before = BEFORE.matcher(text).region(from, to);
    int start = before.lookingAt() ? before.end() : from;
    Matcher behind = BEHIND.matcher(text).region(start, to);
    return new Span(start, behind.find() ? behind.start() : to);
  }
}
