package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The part of the lexer that knows commands and the arguments that are not mathematics. */
final class LexedWords {
  private static final Pattern TEXT_COMMAND =
      Pattern.compile("\\\\(?:text|mathrm|textrm|mbox|rm|textbf|textit)\\b\\s*");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([_&%#$])");
  private static final Pattern SPACING = Pattern.compile("\\\\[ ,;:!]|~|[{}]");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private final Lexer lexer;

  LexedWords(Lexer lexer) {
    this.lexer = lexer;
  }

  /** A range of the text. */
  private record Range(int start, int end) {}

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
    } else if (Vocabulary.OPERATORS.containsKey(name)) {
      lexer.emit(TokenKind.OPERATOR, name, start, end);
    } else if (Vocabulary.SIGNS.containsKey(name)) {
      lexer.emit(TokenKind.SIGN, name, start, end);
    } else if (Vocabulary.WIDE.contains(name)) {
      if (name.startsWith("hspace")) {
        argument(name, start);
      }
      lexer.emit(TokenKind.WIDE, name, start, lexer.at());
    } else if (Vocabulary.TEXTS.contains(name)) {
      text(name, start);
    } else if (!Vocabulary.IGNORED.contains(name)) {
      structure(name, start);
    }
  }

  private void structure(String name, int start) {
    switch (name) {
      case "begin" -> begin(start);
      case "end" -> {
        Range range = argument(name, start);
        lexer.emit(TokenKind.FINISH, environment(range, start), start, lexer.at());
      }
      case "tag", "tag*" -> {
        Range range = argument(name, start);
        lexer.emit(TokenKind.TAG, plain(range), start, lexer.at());
      }
      case "label" -> {
        Range range = argument(name, start);
        lexer.emit(TokenKind.LABEL, slice(range).strip(), start, lexer.at());
      }
      case "color", "textcolor", "mspace" -> argument(name, start);
      case "operatorname", "operatorname*" -> operatorName(name, start);
      case "mathop" -> mathop(start);
      case "not" -> not(start);
      case "overset", "stackrel", "underset" -> stacked(name, start);
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
    skipSpace();
    int at = lexer.at();
    if (at < lexer.end()) {
      char c = lexer.text().charAt(at);
      if (c == '\\') {
        Range command = oneToken();
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
    Range range = argument("begin", start);
    String name = environment(range, start);
    if (Environment.takesArgument(name)) {
      option();
      argument("begin", start);
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

  private String environment(Range range, int start) {
    String name = slice(range).strip();
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

  private void text(String name, int start) {
    Range range = argument(name, start);
    String s = lexer.text();
    int from = range.start();
    while (true) {
      int open = s.indexOf('$', from);
      int close = open < 0 ? -1 : s.indexOf('$', open + 1);
      if (open < 0 || close < 0 || close >= range.end()) {
        break;
      }
      words(name, new Range(from, open), start);
      lexer.run(open + 1, close);
      from = close + 1;
    }
    words(name, new Range(from, range.end()), start);
  }

  private void words(String name, Range range, int start) {
    String text = plain(range);
    if (text.isEmpty()) {
      return;
    }
    Optional<Integer> mathematics = mathematicsBehindCondition(range);
    if (mathematics.isPresent()) {
      words(name, new Range(range.start(), mathematics.get()), start);
      lexer.run(mathematics.get(), range.end());
    } else if (Conditions.isIndependence(text)) {
      lexer.emit(TokenKind.RELATION, "independent-of", start, lexer.at());
    } else if (Conditions.isChoice(text)) {
      throw lexer.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          start,
          lexer.at(),
          "A choice between statements is not supported.",
          "write each statement in a display of its own");
    } else if (Conditions.separator(text).isPresent()) {
      String connective =
          switch (Conditions.separator(text).get()) {
            case IMPLIES -> "implies";
            case IFF -> "iff";
            case NONE, SPACE, COMMA, SEMICOLON, WORD -> "land";
          };
      lexer.emit(TokenKind.CONNECTIVE, connective, start, lexer.at());
    } else {
      lexer.add(new Token(TokenKind.TEXT, text, Token.Mark.NONE, name, start, lexer.at()));
    }
  }

  /** In {@code \text{if i=j}} the offset of {@code i=j}. */
  private Optional<Integer> mathematicsBehindCondition(Range range) {
    String text = slice(range);
    int space = text.length() - text.stripLeading().length();
    int cut = text.indexOf(' ', space);
    if (cut < 0 || Conditions.kind(text.substring(0, cut)).isEmpty()) {
      return Optional.empty();
    }
    String rest = text.substring(cut);
    boolean isRelation = rest.matches("[^\\\\$]*[=<>][^\\\\$]*") && !rest.matches(".*\\p{L}{3}.*");
    return isRelation ? Optional.of(range.start() + cut) : Optional.empty();
  }

  private void operatorName(String name, int start) {
    Range range = argument(name, start);
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
    Range range = argument("mathop", start);
    String text = cleaned(range);
    if (text.matches("[A-Za-z]{2,}")) {
      lexer.emit(TokenKind.OPERATOR_NAME, text, start, lexer.at());
    } else {
      lexer.run(range.start(), range.end());
    }
  }

  /** Letters without fonts, braces and spacing. */
  private String cleaned(Range range) {
    return slice(range)
        .replace("\\_", "_")
        .replaceAll("\\\\(?:rm|bf|it|sf|mathrm|mathbf|mathsf|text|operatorname|limits)\\b\\*?", "")
        .replaceAll("\\\\[,;:! ]|[{}~\\s]", "");
  }

  private void not(int start) {
    skipSpace();
    Range next = oneToken();
    String text = slice(next);
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
    Range note = argument(name, start);
    skipSpace();
    Range body = at('{') ? argument(name, start) : oneToken();
    List<Token> inner = lexer.aside(body.start(), body.end());
    if (inner.size() == 1 && inner.get(0).kind() == TokenKind.RELATION) {
      String words = plain(note);
      String relation = inner.get(0).text();
      boolean defines = relation.equals("=") && isDefinition(words);
      lexer.add(
          new Token(
              TokenKind.RELATION,
              defines ? ":=" : relation,
              Token.Mark.NONE,
              defines ? "" : words,
              start,
              lexer.at()));
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

  private static boolean isDefinition(String words) {
    return List.of("def", "def.", "\\triangle", "\\Delta", "△", ":", "d", "definition")
        .contains(words);
  }

  /** The words of a range: escapes and spacing undone, commands around text taken off. */
  private String plain(Range range) {
    String text = TEXT_COMMAND.matcher(slice(range)).replaceAll("");
    text = ESCAPED.matcher(text).replaceAll("$1");
    text = SPACING.matcher(text).replaceAll(" ");
    return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
  }

  private String slice(Range range) {
    return lexer.text().substring(range.start(), range.end());
  }

  private boolean at(char c) {
    return lexer.at() < lexer.end() && lexer.text().charAt(lexer.at()) == c;
  }

  private void skipSpace() {
    while (lexer.at() < lexer.end()
        && Character.isWhitespace(lexer.text().charAt(lexer.at()))) {
      lexer.moveTo(lexer.at() + 1);
    }
  }

  /** One character, or a command with its backslash. */
  private Range oneToken() {
    int start = lexer.at();
    int at = start;
    if (at < lexer.end()) {
      at += Character.charCount(lexer.text().codePointAt(at));
    }
    if (at(('\\')) && at < lexer.end()) {
      boolean isWord = Lexer.isLetter(lexer.text().charAt(at));
      at += Character.charCount(lexer.text().codePointAt(at));
      while (isWord && at < lexer.end() && Lexer.isLetter(lexer.text().charAt(at))) {
        at++;
      }
    }
    lexer.moveTo(at);
    return new Range(start, at);
  }

  /** What is between the braces behind a command. */
  private Range argument(String name, int start) {
    skipSpace();
    if (!at('{')) {
      throw lexer.unread(
          ProblemId.UNEXPECTED_TOKEN,
          start,
          lexer.at(),
          "`\\" + name + "` needs an argument in braces.",
          "");
    }
    int depth = 0;
    for (int i = lexer.at(); i < lexer.end(); i++) {
      char c = lexer.text().charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        Range range = new Range(lexer.at() + 1, i);
        lexer.moveTo(i + 1);
        return range;
      }
    }
    throw lexer.unread(
        ProblemId.UNBALANCED,
        lexer.at(),
        lexer.at() + 1,
        "The brace is never closed.",
        "");
  }
}
