package dev.hence.read.syntax;

import dev.hence.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The number of an equation that is written by hand at the end of its row, {@code \qquad (1)} or
 * {@code \quad - (II)}. It has to be set apart, for {@code x - (1)} is a difference.
 */
final class EquationNumbers {
  /** A number, a Roman one, one letter, a star; a letter may follow a number. */
  private static final Pattern CONTENT =
      Pattern.compile(
          "[0-9]+(?:\\.[0-9]+)*[a-z]?'*|[IVXL]+|[ivxl]+|[A-Ha-h]|\\*+|\\\\(?:star|ast)");

  private static final Pattern INTEGER = Pattern.compile("[0-9]{1,3}");

  /** Several narrow spaces are a wide one. */
  private static final Pattern NARROW_SPACES = Pattern.compile("(?:(?:\\\\[,;: ]|~)\\s*){2,}$");

  private static final int LONGEST = 6;

  private final List<Token> tokens;

  private EquationNumbers(List<Token> tokens) {
    this.tokens = new ArrayList<>(tokens);
  }

  /**
   * The tokens with those of such numbers as tags.
   *
   * @throws Unread if one may be a number or an operand
   */
  static List<Token> tagged(List<Token> tokens) {
    EquationNumbers numbers = new EquationNumbers(tokens);
    int row = 0;
    for (int k = 0; k < tokens.size(); k++) {
      if (tokens.get(k).kind() == TokenKind.ROW || tokens.get(k).kind() == TokenKind.END) {
        numbers.row(row, k - 1);
        row = k + 1;
      }
    }
    return numbers.tokens;
  }

  private void row(int first, int close) {
    if (close - first < 2 || !tokens.get(close).isFence(")")) {
      return;
    }
    int open = close - 1;
    while (open > first && close - open < LONGEST && !tokens.get(open).isFence("(")) {
      open--;
    }
    int lead = open;
    while (lead > first && isLead(tokens.get(lead - 1))) {
      lead--;
    }
    String content = written(open + 1, close);
    boolean number = tokens.get(open).isFence("(") && CONTENT.matcher(content).matches();
    if (!number || lead == first) {
      return;
    }
    if (isSetApart(lead) || isDashed(lead, open, content)) {
      for (int k = lead; k <= close; k++) {
        tokens.set(k, tokens.get(k).as(TokenKind.TAG, k == lead ? content : ""));
      }
    } else if (lead < open && INTEGER.matcher(content).matches() && isUnclear(first, lead)) {
      refuse(lead, content);
    }
  }

  private static boolean isLead(Token token) {
    return token.is(TokenKind.SIGN, "-") || token.kind() == TokenKind.DOTS;
  }

  private String written(int from, int to) {
    StringBuilder text = new StringBuilder();
    tokens.subList(from, to).forEach(t -> text.append(t.text()));
    return text.toString();
  }

  private boolean isSetApart(int at) {
    return tokens.get(at - 1).kind() == TokenKind.WIDE
        || NARROW_SPACES.matcher(tokens.get(at).before()).find();
  }

  /** {@code - (II)} and {@code -- (1)}: one dash before a number may be a minus. */
  private boolean isDashed(int lead, int open, String content) {
    return open - lead >= 2 || (open > lead && content.matches("[IVXL]+") && !isTouching(lead));
  }

  private boolean isTouching(int lead) {
    String before = tokens.get(lead - 1).text();
    return tokens.get(lead).before().isEmpty()
        && Character.isLetterOrDigit(before.charAt(before.length() - 1));
  }

  /** {@code a = b - (1)}: with nothing but numbers before it is a difference. */
  private boolean isUnclear(int first, int lead) {
    List<Token> before = tokens.subList(first, lead);
    return before.stream().anyMatch(t -> t.kind() == TokenKind.LETTER)
        && before.stream().anyMatch(t -> t.kind() == TokenKind.RELATION)
        && !isTouching(lead);
  }

  private void refuse(int lead, String content) {
    throw new Unread(
        new Fault(
            ProblemId.AMBIGUOUS,
            tokens.get(lead).span(),
            "",
            "`- (" + content + ")` may be the number of the equation or a part of it.",
            "write \\tag{" + content + "}, or no parentheses"));
  }
}
