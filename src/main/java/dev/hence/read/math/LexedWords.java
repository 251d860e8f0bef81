package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import java.util.List;
import java.util.Optional;

/** The part of the lexer that knows commands and the arguments that are not mathematics. */
final class LexedWords {
  private final Lexer lexer;
  private final Arguments arguments;
  private final LexedText texts;

  LexedWords(Lexer lexer) {
    this.lexer = lexer;
    this.arguments = new Arguments(lexer);
    this.texts = new LexedText(lexer, arguments);
  }

  /** Reads on behind a command that began at {@code start}. */
  void command(String name, int start) {
    int end = lexer.at();
    Optional<Token.Mark> size = Delimiters.size(name);
    Optional<Delimiters.Side> side = Delimiters.command(name);
    if (size.isPresent()) {
      sized(name, size.get(), start);
    } else if (side.isPresent()) {
      delimiter(side.get().text(), side.get().mark(), start);
    } else if (Vocabulary.BIG_OPERATORS.containsKey(name)) {
      lexer.emit(TokenKind.COMMAND, name, start, end);
    } else if (Vocabulary.RELATIONS.containsKey(name)) {
      lexer.emit(TokenKind.RELATION, name, start, end);
    } else if (Vocabulary.CONNECTIVES.containsKey(name)) {
      lexer.emit(TokenKind.CONNECTIVE, name, start, end);
    } else if (name.equals("neg") || name.equals("lnot")) {
      lexer.emit(TokenKind.CONNECTIVE, "neg", start, end);
    } else if (Vocabulary.OPERATORS.containsKey(name)) {
      lexer.emit(TokenKind.OPERATOR, name, start, end);
    } else if (Vocabulary.SIGNS.containsKey(name)) {
      lexer.emit(TokenKind.SIGN, name, start, end);
    } else if (Vocabulary.WIDE.contains(name)) {
      if (name.startsWith("hspace")) {
        arguments.read(name, start);
      }
      lexer.emit(TokenKind.WIDE, name, start, lexer.at());
    } else if (Vocabulary.TEXTS.contains(name)) {
      texts.read(name, start);
    } else if (!Vocabulary.IGNORED.contains(name)) {
      structure(name, start);
    }
  }

  private void structure(String name, int start) {
    switch (name) {
      case "begin" -> begin(start);
      case "end" -> {
        Arguments.Range range = arguments.read(name, start);
        lexer.emit(TokenKind.FINISH, environment(range, start), start, lexer.at());
      }
      case "tag", "tag*" -> {
        Arguments.Range range = arguments.read(name, start);
        lexer.emit(TokenKind.TAG, texts.plain(range), start, lexer.at());
      }
      case "label" -> {
        Arguments.Range range = arguments.read(name, start);
        lexer.emit(TokenKind.LABEL, arguments.slice(range).strip(), start, lexer.at());
      }
      case "color", "textcolor", "mspace" -> arguments.read(name, start);
      case "operatorname", "operatorname*" -> operatorName(name, start);
      case "mathop" -> mathop(start);
      case "not" -> not(start);
      case "overset", "stackrel", "underset" -> stacked(name, start);
      case "xrightarrow" -> arrow(name, start);
      case "ll", "gg" -> extreme(name, start);
      case "downarrow", "searrow" -> aside("\\downarrow", start);
      case "uparrow", "nearrow" -> aside("\\uparrow", start);
      case "intertext", "shortintertext" -> {
        arguments.read(name, start);
        lexer.emit(TokenKind.NEWLINE, name, start, lexer.at());
      }
      case "cr", "newline" -> lexer.emit(TokenKind.NEWLINE, name, start, lexer.at());
      default -> {
        if (!Vocabulary.isKnown(name)) {
          throw unknown(name, start);
        }
        lexer.emit(TokenKind.COMMAND, name, start, lexer.at());
      }
    }
  }

  private Unread unknown(String name, int start) {
    return Unsupported.help(name)
        .map(
            help ->
                lexer.unread(
                    ProblemId.UNSUPPORTED_NOTATION,
                    start,
                    lexer.at(),
                    "`\\" + name + "` is not supported.",
                    help))
        .orElseGet(
            () ->
                lexer.unread(
                    ProblemId.UNKNOWN_COMMAND,
                    start,
                    lexer.at(),
                    "`\\" + name + "` is unknown.",
                    Unsupported.guess(name)));
  }

  /** {@code \left(}, {@code \big|}, {@code \right.} */
  private void sized(String name, Token.Mark mark, int start) {
    arguments.skipSpace();
    int at = lexer.at();
    if (at < lexer.end()) {
      char c = lexer.text().charAt(at);
      if (c == '\\') {
        Arguments.Range command = arguments.oneToken();
        Optional<Delimiters.Side> side =
            Delimiters.command(lexer.text().substring(command.start() + 1, command.end()));
        if (side.isPresent()) {
          delimiter(side.get().text(), mark, start);
          return;
        }
      } else if ("()[]|<>.".indexOf(c) >= 0) {
        lexer.moveTo(at + 1);
        delimiter(String.valueOf(c), mark, start);
        return;
      } else if (c == '/') {
        lexer.moveTo(at + 1);
        lexer.emit(TokenKind.OPERATOR, "/", start, at + 1);
        return;
      }
    }
    throw lexer.unread(
        ProblemId.UNEXPECTED_TOKEN,
        start,
        Math.max(start + 1 + name.length(), lexer.at()),
        "`\\" + name + "` needs a delimiter behind it.",
        "supported delimiters are ( ) [ ] \\{ \\} | \\| \\langle \\rangle");
  }

  private void delimiter(String text, Token.Mark mark, int start) {
    lexer.add(new Token(TokenKind.DELIMITER, text, mark, "", start, lexer.at()));
  }

  private void begin(int start) {
    Arguments.Range range = arguments.read("begin", start);
    String name = environment(range, start);
    if (Environment.takesArgument(name)) {
      option();
      arguments.read("begin", start);
    } else {
      option();
    }
    lexer.emit(TokenKind.BEGIN, name, start, lexer.at());
  }

  /** {@code [t]} behind {@code \begin{aligned}}. */
  private void option() {
    String s = lexer.text();
    int at = lexer.at();
    if (at + 3 <= lexer.end()
        && s.charAt(at) == '['
        && "tbc".indexOf(s.charAt(at + 1)) >= 0
        && s.charAt(at + 2) == ']') {
      lexer.moveTo(at + 3);
    }
  }

  private String environment(Arguments.Range range, int start) {
    String name = arguments.slice(range).strip();
    if (Environment.named(name).isEmpty()) {
      throw lexer.unread(
          ProblemId.UNKNOWN_ENVIRONMENT,
          start,
          lexer.at(),
          "The environment `" + name + "` is not supported.",
          "supported are equation, align, aligned, gather, split, multline, cases, array and the"
              + " matrices");
    }
    return name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
  }

  private void operatorName(String name, int start) {
    Arguments.Range range = arguments.read(name, start);
    String text = cleaned(range);
    if (!text.matches("[A-Za-z][A-Za-z0-9_-]*")) {
      throw lexer.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          start,
          lexer.at(),
          "An operator name holds letters only.",
          "");
    }
    lexer.emit(TokenKind.OPERATOR_NAME, text, start, lexer.at());
  }

  /** {@code \mathop{\rm arg\,min}} is an operator name; around a command it changes nothing. */
  private void mathop(int start) {
    Arguments.Range range = arguments.read("mathop", start);
    String text = cleaned(range);
    if (text.matches("[A-Za-z]{2,}")) {
      lexer.emit(TokenKind.OPERATOR_NAME, text, start, lexer.at());
    } else {
      lexer.run(range.start(), range.end());
    }
  }

  /** Letters without fonts, braces and spacing. */
  private String cleaned(Arguments.Range range) {
    return arguments
        .slice(range)
        .replace("\\_", "_")
        .replaceAll("\\\\(?:rm|bf|it|sf|mathrm|mathbf|mathsf|text|operatorname|limits)\\b\\*?", "")
        .replaceAll("\\\\[,;:! ]|[{}~\\s]", "");
  }

  private void not(int start) {
    arguments.skipSpace();
    Arguments.Range next = arguments.oneToken();
    String text = arguments.slice(next);
    switch (text) {
      case "=" -> lexer.emit(TokenKind.RELATION, "ne", start, lexer.at());
      case "\\in" -> lexer.emit(TokenKind.RELATION, "notin", start, lexer.at());
      default ->
          throw lexer.unread(
              ProblemId.UNSUPPORTED_NOTATION,
              start,
              lexer.at(),
              "`\\not` is supported only before = and \\in.",
              "");
    }
  }

  /** Something over or under a relation, or limits under an operator. */
  private void stacked(String name, int start) {
    Arguments.Range note = arguments.read(name, start);
    arguments.skipSpace();
    Arguments.Range body = arguments.at('{') ? arguments.read(name, start) : arguments.oneToken();
    List<Token> inner = lexer.aside(body.start(), body.end());
    if (inner.size() == 1 && inner.get(0).kind() == TokenKind.RELATION) {
      String words = texts.plain(note);
      String relation = inner.get(0).text();
      boolean defines = relation.equals("=") && isDefinition(words);
      Token sign =
          new Token(
              TokenKind.RELATION,
              defines ? ":=" : relation,
              Token.Mark.NONE,
              defines ? "" : words,
              start,
              lexer.at());
      Explanations.checkOver(sign.note(), sign, lexer.source());
      lexer.add(sign);
    } else if (name.equals("underset") && !takesLimits(inner)) {
      noted(note, inner);
    } else if (name.equals("underset")) {
      lexer.addAll(inner);
      lexer.emit(TokenKind.SUB, "_", note.start(), note.start());
      lexer.emit(TokenKind.OPEN, "{", note.start(), note.start());
      lexer.run(note.start(), note.end());
      lexer.emit(TokenKind.CLOSE, "}", note.end(), note.end());
    } else {
      throw lexer.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          start,
          lexer.at(),
          "`\\" + name + "` is supported only over a relation.",
          "");
    }
  }

  /** {@code \xrightarrow[below]{above}}: an arrow with a note. */
  private void arrow(String name, int start) {
    arguments.skipSpace();
    Optional<Arguments.Range> below =
        arguments.at('[') ? Optional.of(arguments.bracketed(name, start)) : Optional.empty();
    arguments.skipSpace();
    Arguments.Range above = arguments.read(name, start);
    String words = arguments.slice(above).strip();
    String note = words.isBlank() ? below.map(arguments::slice).orElse("").strip() : words;
    Token sign = new Token(TokenKind.RELATION, "to", Token.Mark.NONE, note, start, lexer.at());
    Explanations.checkOver(note, sign, lexer.source());
    lexer.add(sign);
  }

  /** {@code \ll 1} says that something goes to 0, {@code \gg 1} that it grows. */
  private void extreme(String name, int start) {
    int behind = lexer.at();
    arguments.skipSpace();
    int at = lexer.at();
    boolean one =
        arguments.at('1')
            && (at + 1 == lexer.end() || !isPartOfNumber(lexer.text().charAt(at + 1)));
    if (!one) {
      lexer.moveTo(behind);
      throw unknown(name, start);
    }
    lexer.moveTo(at + 1);
    lexer.emit(TokenKind.RELATION, "to", start, at);
    boolean small = name.equals("ll");
    lexer.emit(small ? TokenKind.NUMBER : TokenKind.COMMAND, small ? "0" : "infty", at, at + 1);
  }

  private static boolean isPartOfNumber(char c) {
    return Character.isDigit(c) || c == '.' || c == ',';
  }

  /** An arrow that says from which side. */
  private void aside(String note, int start) {
    lexer.add(new Token(TokenKind.RELATION, "to", Token.Mark.NONE, note, start, lexer.at()));
  }

  private static boolean takesLimits(List<Token> inner) {
    return !inner.isEmpty()
        && switch (inner.get(0).kind()) {
          case OPERATOR_NAME, TEXT -> true;
          case COMMAND ->
              inner.get(0).text().equals("arg")
                  || Vocabulary.BIG_OPERATORS.containsKey(inner.get(0).text());
          case LETTER,
              NUMBER,
              DELIMITER,
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
              false;
        };
  }

  /** What stands under a formula is a remark, such as its shape. */
  private void noted(Arguments.Range note, List<Token> inner) {
    int at = note.start();
    lexer.emit(TokenKind.COMMAND, "underbrace", at, at);
    lexer.emit(TokenKind.OPEN, "{", at, at);
    lexer.addAll(inner);
    lexer.add(Token.of(TokenKind.CLOSE, "}", at, at));
    lexer.emit(TokenKind.SUB, "_", at, at);
    lexer.emit(TokenKind.OPEN, "{", at, at);
    lexer.run(note.start(), note.end());
    lexer.emit(TokenKind.CLOSE, "}", note.end(), note.end());
  }

  private static boolean isDefinition(String words) {
    return List.of("def", "def.", "\\triangle", "\\Delta", "△", ":", "definition").contains(words);
  }
}
