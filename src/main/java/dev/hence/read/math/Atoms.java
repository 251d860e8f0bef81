package dev.hence.read.math;

import dev.hence.expr.Rational;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax.Name;
import java.math.BigDecimal;

/** Operands: what can stand between two operators, with its scripts. */
final class Atoms {
  private final Tokens tokens;
  private final Context context;
  private final Expressions expressions;
  private final Words words;
  private final Names names;
  private final Scripts scripts;
  private final Brackets brackets;
  private final Operators operators;
  private final Cells cells;

  Atoms(Tokens tokens, Context context, Expressions expressions) {
    this.tokens = tokens;
    this.context = context;
    this.expressions = expressions;
    this.words = new Words(tokens, context);
    this.names = new Names(tokens, expressions);
    this.scripts = new Scripts(tokens, expressions);
    this.brackets = new Brackets(tokens, expressions, scripts);
    this.operators = new Operators(tokens, expressions, scripts);
    this.cells = new Cells(tokens, expressions);
  }

  Words words() {
    return words;
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
      case TEXT -> isOperand(token);
      case DELIMITER -> brackets.openHere(token);
      case PRIME -> context.inScript();
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

  /** Whether a text is a name, or an operator that takes limits, rather than words. */
  boolean isOperand(Token text) {
    return !Remarks.isRemark(text) && (words.isName(text) || operators.isNamed(text));
  }

  private boolean startsOperand(String command) {
    return !command.equals("over")
        && !command.equals("forall")
        && (!Vocabulary.MARKS.contains(command) || context.inScript());
  }

  /** Whether a name begins here: what a differential may be taken of. */
  boolean nameFollows() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case LETTER -> true;
      case COMMAND ->
          (Vocabulary.NAMES.contains(token.text()) && !token.text().equals("partial"))
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
    expressions.gaps().skip();
    skipNothing();
    int start = tokens.mark();
    Token token = tokens.peek();
    Syntax base = base(token);
    boolean bindsAll = base instanceof Syntax.BigOperator || base instanceof Syntax.Integral;
    if (bindsAll && token.kind() != TokenKind.OPEN) {
      return base;
    }
    refuseScriptsOnBraces(token, base);
    Syntax scripted = scripts.attach(base, start);
    if (scripted instanceof Syntax.Scripted s
        && s.sub().isPresent()
        && s.base() instanceof Syntax.FunctionName function
        && Vocabulary.BIG_OPERATORS.containsKey(function.name())) {
      throw new Unread(
          ProblemId.UNSUPPORTED_NOTATION,
          s.span(),
          "The limit of an operator comes before its power.",
          "write (\\max_j a_j)^2");
    }
    return Derivatives.ofScripted(scripted);
  }

  private void refuseScriptsOnBraces(Token token, Syntax base) {
    boolean scripted =
        switch (tokens.peek().kind()) {
          case SUB, SUP, PRIME, BANG -> true;
          case LETTER,
              NUMBER,
              COMMAND,
              OPERATOR_NAME,
              TEXT,
              DELIMITER,
              RELATION,
              CONNECTIVE,
              OPERATOR,
              SIGN,
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
              false;
        };
    boolean groups =
        base instanceof Syntax.Product
            || base instanceof Syntax.Terms
            || (base instanceof Syntax.Evaluation && token.kind() == TokenKind.OPEN)
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
      throw tokens.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          token,
          "Without braces only the first digit belongs to the argument.",
          "write {" + token.text() + "}");
    }
    return switch (token.kind()) {
      case LETTER -> words.letter();
      case NUMBER, COMMAND, OPERATOR_NAME, TEXT -> Derivatives.ofScripted(base(token));
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
    expressions.gaps().skip();
    Token open = tokens.peek();
    if (open.kind() != TokenKind.OPEN) {
      Syntax operand = single();
      Refusals.loosePartials(operand);
      return operand;
    }
    int start = tokens.mark();
    tokens.next();
    if (fontSwitchFollows()) {
      return switchedFont(open, start);
    }
    Syntax content = context.nested(Fence.NONE, expressions::terms);
    tokens.close(open);
    return content;
  }

  /** Whether {@code \bf} or its like stands behind an opening brace. */
  boolean fontSwitchFollows() {
    return tokens.at(TokenKind.COMMAND)
        && Vocabulary.FONT_SWITCHES.containsKey(tokens.peek().text());
  }

  /** What such a switch changes, to the closing brace. */
  Syntax switchedFont(Token open, int start) {
    Token font = tokens.next();
    return names.fontGroup(Vocabulary.FONT_SWITCHES.get(font.text()), open, start);
  }

  private Syntax base(Token token) {
    return switch (token.kind()) {
      case LETTER -> words.letterOrFunction();
      case NUMBER -> number(tokens.next());
      case COMMAND -> command(tokens.next());
      case OPERATOR_NAME -> operators.named(tokens.next());
      case TEXT -> operators.isNamed(token) ? operators.named(tokens.next()) : words.text();
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
          throw tokens.operandExpected();
    };
  }

  /** A number without its scripts. */
  Syntax number(Token token) {
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
    if (!context.inScript()) {
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
    if (context.inScript() && token.kind() == TokenKind.PRIME) {
      tokens.next();
      return Name.plain("\\prime", tokens.span(token));
    }
    if (context.inScript() && Marks.isStar(token) && isEnd) {
      tokens.next();
      return Name.plain("\\ast", tokens.span(token));
    }
    throw tokens.operandExpected();
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

  /** Braces group for TeX only: what is inside is given back as if they were not there. */
  private Syntax braces() {
    int start = tokens.mark();
    Token open = tokens.next();
    if (fontSwitchFollows()) {
      return switchedFont(open, start);
    }
    Syntax content = context.fractionPart(expressions::terms);
    if (tokens.peek().is(TokenKind.COMMAND, "over")) {
      tokens.next();
      Syntax denominator = context.fractionPart(expressions::terms);
      tokens.close(open);
      return operators.fraction(content, denominator, tokens.spanFrom(start));
    }
    tokens.close(open);
    Refusals.loosePartials(content);
    return content;
  }
}
