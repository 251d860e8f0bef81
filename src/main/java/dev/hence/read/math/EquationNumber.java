package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.text.MathText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The number of an equation that is written by hand at the end of its row, {@code \qquad (1)} or
 * {@code \quad - (II)}. It has to be set apart, for {@code x - (1)} is a difference.
 */
final class EquationNumber {
  /** A number, a Roman one, one letter, a star; a letter may follow a number. */
  private static final Pattern CONTENT =
      Pattern.compile(
          "[0-9]+(?:\\.[0-9]+)*[a-z]?'*|[IVXL]+|[ivxl]+|[A-Ha-h]|\\*+|\\\\(?:star|ast)");

  private static final Pattern INTEGER = Pattern.compile("[0-9]{1,3}");

  /** Several narrow spaces are a wide one. */
  private static final Pattern NARROW_SPACES = Pattern.compile("(?:(?:\\\\[,;: ]|~)\\s*){2,}$");

  private static final Set<String> DOTS = Set.of("cdots", "ldots", "dots");

  private final MathText source;
  private final List<Token> tokens;

  private EquationNumber(MathText source, List<Token> tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  /**
   * Takes the number off a row.
   *
   * @param tokens of the row, the last of them END
   * @throws Unread if it may be a number or an operand
   */
  static Optional<String> take(MathText source, List<Token> tokens) {
    return new EquationNumber(source, tokens).take();
  }

  private Optional<String> take() {
    int close = tokens.size() - 2;
    if (close < 2 || !tokens.get(close).isDelimiter(")")) {
      return Optional.empty();
    }
    int open = close - 1;
    while (open > 0 && close - open < 6 && !tokens.get(open).isDelimiter("(")) {
      open--;
    }
    if (open < 1 || !tokens.get(open).isDelimiter("(")) {
      return Optional.empty();
    }
    String content = written(open + 1, close);
    int lead = open;
    while (lead > 0 && isLead(tokens.get(lead - 1))) {
      lead--;
    }
    if (!CONTENT.matcher(content).matches() || lead == 0) {
      return Optional.empty();
    }
    if (isSetApart(lead) || isDashed(lead, open, content)) {
      tokens.subList(lead, close + 1).clear();
      return Optional.of(content);
    }
    if (lead < open) {
      refuseUnclear(lead, content);
    }
    return Optional.empty();
  }

  private static boolean isLead(Token token) {
    return token.is(TokenKind.SIGN, "-")
        || (token.kind() == TokenKind.COMMAND && DOTS.contains(token.text()));
  }

  private String written(int from, int to) {
    int start = tokens.get(from).start();
    int end = Math.max(start, tokens.get(to - 1).end());
    return source.text().substring(start, end).replaceAll("\\s", "");
  }

  private boolean isSetApart(int at) {
    Token before = tokens.get(at - 1);
    String between = source.text().substring(0, tokens.get(at).start());
    return before.kind() == TokenKind.WIDE || NARROW_SPACES.matcher(tail(between)).find();
  }

  /** {@code - (II)} and {@code -- (1)}: one dash before a number may be a minus. */
  private boolean isDashed(int lead, int open, String content) {
    return open - lead >= 2 || (open > lead && content.matches("[IVXL]+") && !isTouching(lead));
  }

  private boolean isTouching(int lead) {
    int before = tokens.get(lead).start() - 1;
    return before >= 0 && Character.isLetterOrDigit(source.text().charAt(before));
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 40));
  }

  /** {@code a = b - (1)}: with nothing but numbers before it is a difference. */
  private void refuseUnclear(int lead, String content) {
    boolean isNumeric = tokens.stream().noneMatch(t -> t.kind() == TokenKind.LETTER);
    boolean states = tokens.stream().anyMatch(t -> t.kind() == TokenKind.RELATION);
    if (INTEGER.matcher(content).matches() && states && !isNumeric && !isTouching(lead)) {
      int start = tokens.get(lead).start();
      int end = tokens.get(tokens.size() - 2).end();
      throw new Unread(
          ProblemId.AMBIGUOUS,
          source.span(start, end),
          "`"
              + source.text().substring(start, end)
              + "` may be the number of the equation or a part of it.",
          "write \\tag{" + content + "}, or no parentheses");
    }
  }
}
