package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What words in a display that are no reason and no label, {@link
 * dev.hence.read.syntax.Explanations}, make of it: it is unread.
 */
final class Explanations {
  private static final Pattern RELATION =
      Pattern.compile(
          "[=<>≤≥≠≈∈]|\\\\("
              + String.join(
                  "|",
                  Vocabulary.RELATIONS.keySet().stream()
                      .filter(name -> name.matches("[a-zA-Z]+"))
                      .sorted()
                      .toList())
              + ")(?![a-zA-Z])");
  private static final String HELP =
      "say it in prose, or write a condition as \\text{if } x > 0 and a consequence as \\implies;"
          + " reasons such as \\text{by the chain rule} may stay";

  private Explanations() {}

  /**
   * @throws Unread if words say more than why
   */
  static void check(String words, Token token, MathText source) {
    check(words, source.span(token.start(), token.end()));
  }

  /**
   * @throws Unread if words say more than why
   */
  static void check(String words, Span span) {
    if (RELATION.matcher(words).find()) {
      throw relation(span);
    }
    dev.hence.read.syntax.Explanations.foreign(words)
        .ifPresent(
            word -> {
              throw new Unread(
                  ProblemId.UNSUPPORTED_NOTATION,
                  span,
                  "The word “" + word + "” may deny, restrict or claim.",
                  HELP);
            });
  }

  /**
   * Checks the tokens of a remark.
   *
   * @throws Unread if they say more than why
   */
  static void check(List<Token> remark, MathText source) {
    if (remark.stream().anyMatch(token -> token.kind() == TokenKind.RELATION)) {
      throw relation(span(remark, source));
    }
    for (Token token : remark) {
      if (token.kind() == TokenKind.TEXT) {
        check(token.text(), token, source);
      }
      if (token.kind() == TokenKind.CONNECTIVE && !token.text().equals("land")) {
        throw relation(span(remark, source));
      }
    }
  }

  private static Span span(List<Token> remark, MathText source) {
    return source.span(remark.getFirst().start(), remark.getLast().end());
  }

  /**
   * Checks what stands at a brace: {@code n \times m} and {@code \text{bias}} say what is under it.
   *
   * @throws Unread if it says more than that
   */
  static void checkBrace(String note, Token token, MathText source) {
    check(dev.hence.read.syntax.Explanations.inBrace(note), token, source);
  }

  /**
   * Checks what stands over a relation: its label, a reason, or where a letter goes.
   *
   * @throws Unread if it may say more of the relation than that
   */
  static void checkOver(String note, Token token, MathText source) {
    String plain = note.strip();
    if (dev.hence.read.syntax.Explanations.labels(plain)) {
      return;
    }
    if (plain.length() == 1) {
      throw new Unread(
          ProblemId.UNSUPPORTED_NOTATION,
          source.span(token.start(), token.end()),
          "“" + plain + "” over a relation may give it another meaning.",
          Character.isLetter(plain.charAt(0))
              ? "put a label into parentheses, \\overset{(" + plain + ")}{=}"
              : "");
    }
    check(dev.hence.read.syntax.Explanations.words(plain), token, source);
  }

  private static Unread relation(Span span) {
    return new Unread(
        ProblemId.UNSUPPORTED_NOTATION,
        span,
        "A relation stands behind words, where it would not be checked.",
        "write it as a display of its own, or behind \\text{where} or \\implies");
  }
}
