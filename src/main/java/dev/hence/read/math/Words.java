package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax.Name;
import java.util.List;
import java.util.regex.Pattern;

/** Letters and text: single names, functions without a backslash, words. */
final class Words {
  /** The note of a text that is written with spaces at its ends: words, and no name. */
  static final String SPACED = "spaced";

  private static final int LONG_RUN = 4;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  private final Tokens tokens;
  private final Context context;

  Words(Tokens tokens, Context context) {
    this.tokens = tokens;
    this.context = context;
  }

  Syntax letter() {
    Token token = tokens.next();
    return Name.plain(token.text(), tokens.span(token));
  }

  /** {@code tanh(x)} without backslash is the function, though TeX prints a product. */
  Syntax letterOrFunction() {
    if (tokens.isInsideRun()) {
      return letter();
    }
    int length = 1;
    StringBuilder run = new StringBuilder(tokens.peek().text());
    while (tokens.peek(length).kind() == TokenKind.LETTER
        && tokens.peek(length).start() == tokens.peek(length - 1).end()) {
      run.append(tokens.peek(length++).text());
    }
    boolean known = length > 1 && Vocabulary.function(run.toString()).isPresent();
    boolean called = tokens.peek(known ? behindScript(length) : length).isDelimiter("(");
    boolean adjacent = tokens.peek(length).start() == tokens.peek(length - 1).end();
    if (called && known) {
      int start = tokens.mark();
      for (int i = 0; i < length; i++) {
        tokens.next();
      }
      String function = Vocabulary.function(run.toString()).orElseThrow();
      return new Syntax.FunctionName(function, tokens.spanFrom(start));
    }
    if (called && adjacent && length >= LONG_RUN) {
      throw new Unread(
          ProblemId.UNSUPPORTED_NOTATION,
          tokens.span(tokens.peek()).to(tokens.span(tokens.peek(length - 1))),
          "`" + run + "(` reads as a product of single letters.",
          "write \\operatorname{" + run + "}, or a space between factors");
    }
    return letter();
  }

  /**
   * The place behind the primes or the superscript at a place: {@code tanh'(x)}, {@code tanh^2(x)}.
   */
  private int behindScript(int from) {
    int at = from;
    while (tokens.peek(at).kind() == TokenKind.PRIME) {
      at++;
    }
    if (tokens.peek(at).kind() != TokenKind.SUP) {
      return at;
    }
    at++;
    if (tokens.peek(at).kind() == TokenKind.OPEN) {
      while (tokens.peek(at).kind() != TokenKind.CLOSE && tokens.peek(at).kind() != TokenKind.END) {
        at++;
      }
    }
    return at + 1;
  }

  /** Whether a text is one word that may be a name. */
  boolean isName(Token token) {
    return NAME.matcher(token.text()).matches()
        && (context.inScript()
            || (!Conditions.isWord(token.text()) && !token.note().equals(SPACED)));
  }

  Syntax text() {
    Token token = tokens.peek();
    if (!isName(token) && Conditions.kind(token.text()).isPresent()) {
      throw tokens.operandExpected();
    }
    tokens.next();
    if (!isName(token)) {
      return new Syntax.Text(token.text(), tokens.span(token));
    }
    boolean bold = token.note().equals("textbf");
    if (!bold) {
      return Names.word(token.text(), tokens.span(token));
    }
    Font font = token.text().length() == 1 ? Font.PLAIN : Font.ROMAN;
    return new Name(token.text(), font, true, List.of(), tokens.span(token));
  }
}
