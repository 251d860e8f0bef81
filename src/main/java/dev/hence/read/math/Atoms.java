package dev.hence.read.math;

import dev.hence.expr.Rational;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax.Name;
import java.math.BigDecimal;

/** Operands: what can stand between two operators, with its scripts. */
final class Atoms {
  private static final int LONG_RUN = 4;

  private final Tokens tokens;
  private final Expressions expressions;
  private final Names names;
  private final Scripts scripts;
  private final Brackets brackets;
  private final Operators operators;
  private final Cells cells;

  Atoms(Tokens tokens, Expressions expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.names = new Names(tokens, expressions);
    this.scripts = new Scripts(tokens, expressions);
    this.brackets = new Brackets(tokens, expressions, scripts);
    this.operators = new Operators(tokens, expressions, scripts);
    this.cells = new Cells(tokens, expressions);
  }

  Cells cells() {
    return cells;
  }

  /** Passes over {@code {}}, which prints nothing, unless scripts hang on it. */
  void skipNothing() {
    while (tokens.at(TokenKind.OPEN) && tokens.peek(1).kind() == TokenKind.CLOSE) {
      TokenKind after = tokens.peek(2).kind();
      if (after == TokenKind.SUB || after == TokenKind.SUP) {
        throw tokens.unread(
            ProblemId.UNSUPPORTED_NOTATION,
            tokens.peek(2),
            "A script without a letter before it is not supported.",
            "");
      }
      tokens.next();
      tokens.next();
    }
  }

  /** Whether an operand begins here, so that it stands beside the one before. */
  boolean startsHere() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case LETTER, NUMBER, OPERATOR_NAME, OPEN, BEGIN -> true;
      case COMMAND -> startsOperand(token.text());
      case TEXT -> isName(token);
      case DELIMITER -> brackets.openHere(token);
      case PRIME -> expressions.inScript();
      case RELATION,
          CONNECTIVE,
          OPERATOR,
          SIGN,
          SUB,
          SUP,
          BANG,
          CLOSE,
          PUNCTUATION,
          WIDE,
          AMPERSAND,
          NEWLINE,
          FINISH,
          TAG,
          LABEL,
          END ->
          false;
    };
  }

  private boolean startsOperand(String command) {
    return !command.equals("over")
        && !command.equals("forall")
        && (!Vocabulary.MARKS.contains(command) || expressions.inScript());
  }

  /** Whether a name begins here: what a differential may be taken of. */
  boolean nameFollows() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case LETTER -> true;
      case COMMAND ->
          Vocabulary.NAMES.contains(token.text()) && !token.text().equals("partial")
              || Vocabulary.FONTS.containsKey(token.text())
              || Vocabulary.ACCENTS.containsKey(token.text());
      case OPEN ->
          tokens.peek(1).kind() == TokenKind.LETTER || tokens.peek(1).kind() == TokenKind.COMMAND;
      case NUMBER,
          OPERATOR_NAME,
          TEXT,
          DELIMITER,
          RELATION,
          CONNECTIVE,
          OPERATOR,
          SIGN,
          SUB,
          SUP,
          PRIME,
          BANG,
          CLOSE,
          PUNCTUATION,
          WIDE,
          AMPERSAND,
          NEWLINE,
          BEGIN,
          FINISH,
          TAG,
          LABEL,
          END ->
          false;
    };
  }

  boolean evaluationFollows() {
    return brackets.evaluationFollows();
  }

  Syntax evaluation(Syntax body) {
    return brackets.evaluation(body);
  }

  /** An operand with its scripts. */
  Syntax operand() {
    expressions.skipSpace();
    skipNothing();
    int start = tokens.mark();
    Token token = tokens.peek();
    Syntax base = base(token);
    boolean bindsAll = base instanceof Syntax.BigOperator || base instanceof Syntax.Integral;
    if (bindsAll && token.kind() != TokenKind.OPEN) {
      return base;
    }
    if (token.kind() == TokenKind.OPEN) {
      refuseScriptsOnBraces(base);
    }
    return Derivatives.ofScripted(scripts.attach(base, start));
  }

  private void refuseScriptsOnBraces(Syntax base) {
    boolean scripted =
        tokens.at(TokenKind.SUB) || tokens.at(TokenKind.SUP) || tokens.at(TokenKind.PRIME);
    boolean groups =
        base instanceof Syntax.Product
            || base instanceof Syntax.Terms
            || base instanceof Syntax.BigOperator
            || base instanceof Syntax.Integral;
    if (scripted && groups) {
      throw tokens.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          tokens.peek(),
          "Braces do not show in print, so a script on them is a script on the last letter.",
          "write parentheses");
    }
  }

  /** One operand without scripts, as TeX takes an argument that has no braces. */
  Syntax single() {
    Token token = tokens.peek();
    if (token.kind() == TokenKind.NUMBER && token.text().length() > 1) {
      tokens.replace(
          Token.of(TokenKind.NUMBER, token.text().substring(1), token.start() + 1, token.end()));
      Token digit =
          Token.of(
              TokenKind.NUMBER, token.text().substring(0, 1), token.start(), token.start() + 1);
      return number(digit);
    }
    return switch (token.kind()) {
      case LETTER -> letter();
      case NUMBER, COMMAND, OPERATOR_NAME, TEXT -> base(token);
      case DELIMITER,
          RELATION,
          CONNECTIVE,
          OPERATOR,
          SIGN,
          SUB,
          SUP,
          PRIME,
          BANG,
          OPEN,
          CLOSE,
          PUNCTUATION,
          WIDE,
          AMPERSAND,
          NEWLINE,
          BEGIN,
          FINISH,
          TAG,
          LABEL,
          END ->
          throw tokens.unexpected(token, "put the argument into braces");
    };
  }

  /** The argument of a command: braces or one operand without scripts. */
  Syntax argument() {
    expressions.skipSpace();
    Token open = tokens.peek();
    if (open.kind() != TokenKind.OPEN) {
      return single();
    }
    tokens.next();
    Syntax content = expressions.nested(Fence.NONE, expressions::terms);
    tokens.close(open);
    return content;
  }

  private Syntax base(Token token) {
    return switch (token.kind()) {
      case LETTER -> letterOrFunction();
      case NUMBER -> number(tokens.next());
      case COMMAND -> command(tokens.next());
      case OPERATOR_NAME -> operators.named(tokens.next());
      case TEXT -> text(token);
      case DELIMITER -> brackets.read();
      case OPEN -> braces();
      case BEGIN -> cells.read();
      case PRIME, OPERATOR -> markInScript(token);
      case RELATION,
          CONNECTIVE,
          SIGN,
          SUB,
          SUP,
          BANG,
          CLOSE,
          PUNCTUATION,
          WIDE,
          AMPERSAND,
          NEWLINE,
          FINISH,
          TAG,
          LABEL,
          END ->
          throw tokens.unexpected(token, "an operand is expected here");
    };
  }

  private Syntax letter() {
    Token token = tokens.next();
    return Name.plain(token.text(), tokens.span(token));
  }

  /** {@code tanh(x)} without backslash is the function, though TeX prints a product. */
  private Syntax letterOrFunction() {
    int length = 1;
    StringBuilder run = new StringBuilder(tokens.peek().text());
    while (tokens.peek(length).kind() == TokenKind.LETTER
        && tokens.peek(length).start() == tokens.peek(length - 1).end()) {
      run.append(tokens.peek(length++).text());
    }
    boolean called = tokens.peek(length).isDelimiter("(");
    boolean adjacent = tokens.peek(length).start() == tokens.peek(length - 1).end();
    if (called && length > 1 && Vocabulary.isFunction(run.toString())) {
      int start = tokens.mark();
      for (int i = 0; i < length; i++) {
        tokens.next();
      }
      return new Syntax.FunctionName(run.toString(), tokens.spanFrom(start));
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

  private Syntax number(Token token) {
    return new Syntax.Numeral(
        Rational.of(new BigDecimal(token.text())), token.text(), tokens.span(token));
  }

  private Syntax command(Token token) {
    String name = token.text();
    int start = tokens.mark() - 1;
    if (Vocabulary.BIG_OPERATORS.containsKey(name)) {
      return operators.big(Vocabulary.BIG_OPERATORS.get(name), token);
    } else if (Vocabulary.NAMES.contains(name)) {
      return Name.plain("\\" + name, tokens.span(token));
    } else if (Vocabulary.MARKS.contains(name)) {
      return mark(token);
    } else if (Vocabulary.function(name).isPresent()) {
      return new Syntax.FunctionName(Vocabulary.function(name).get(), tokens.span(token));
    } else if (Vocabulary.FONTS.containsKey(name)) {
      return names.font(Vocabulary.FONTS.get(name), start);
    } else if (Vocabulary.ACCENTS.containsKey(name)) {
      return names.accent(Vocabulary.ACCENTS.get(name), start);
    } else if (Vocabulary.DOTS.contains(name)) {
      return new Syntax.Dots(tokens.span(token));
    }
    return operators.structure(token, start);
  }

  private Syntax mark(Token token) {
    if (!expressions.inScript()) {
      throw tokens.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          token,
          "`\\" + token.text() + "` is read only in a script.",
          "write A^\\top for a transpose");
    }
    return Name.plain("\\" + token.text(), tokens.span(token));
  }

  private Syntax markInScript(Token token) {
    boolean isEnd = endsOperand(tokens.peek(1));
    if (token.is(TokenKind.OPERATOR, "cdot") && isEnd) {
      tokens.next();
      return new Syntax.Placeholder(tokens.span(token));
    }
    if (expressions.inScript() && token.kind() == TokenKind.PRIME) {
      tokens.next();
      return Name.plain("\\prime", tokens.span(token));
    }
    if (expressions.inScript() && Scripts.isStar(token) && isEnd) {
      tokens.next();
      return Name.plain("\\ast", tokens.span(token));
    }
    throw tokens.unexpected(token, "an operand is expected here");
  }

  private static boolean endsOperand(Token token) {
    return switch (token.kind()) {
      case CLOSE, PUNCTUATION -> true;
      case DELIMITER -> Delimiters.opening(token).isEmpty();
      case LETTER,
          NUMBER,
          COMMAND,
          OPERATOR_NAME,
          TEXT,
          RELATION,
          CONNECTIVE,
          OPERATOR,
          SIGN,
          SUB,
          SUP,
          PRIME,
          BANG,
          OPEN,
          WIDE,
          AMPERSAND,
          NEWLINE,
          BEGIN,
          FINISH,
          TAG,
          LABEL,
          END ->
          false;
    };
  }

  /** Whether a text is one word that may be a name. */
  boolean isName(Token token) {
    return token.text().matches("[A-Za-z][A-Za-z0-9_-]*")
        && (expressions.inScript() || !Conditions.isWord(token.text()));
  }

  private Syntax text(Token token) {
    if (!isName(token) && Conditions.kind(token.text()).isPresent()) {
      throw tokens.unexpected(token, "an operand is expected here");
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
    return new Name(token.text(), font, true, java.util.List.of(), tokens.span(token));
  }

  /** Braces group for TeX only: what is inside is given back as if they were not there. */
  private Syntax braces() {
    int start = tokens.mark();
    Token open = tokens.next();
    Token first = tokens.peek();
    if (first.kind() == TokenKind.COMMAND && Vocabulary.FONT_SWITCHES.containsKey(first.text())) {
      tokens.next();
      return names.fontGroup(Vocabulary.FONT_SWITCHES.get(first.text()), open, start);
    }
    Syntax content = expressions.fractionPart(expressions::terms);
    if (tokens.peek().is(TokenKind.COMMAND, "over")) {
      tokens.next();
      Syntax denominator = expressions.fractionPart(expressions::terms);
      tokens.close(open);
      return operators.fraction(content, denominator, tokens.spanFrom(start));
    }
    tokens.close(open);
    expressions.refuseLoosePartials(content);
    return content;
  }
}
