package dev.hence.read.syntax;

import dev.hence.problem.ProblemId;
import dev.hence.read.syntax.Token.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The part of the lexer that knows commands and the arguments that are not mathematics. */
final class LexedCommands {
  /** Commands that change nothing but the print. */
  private static final Set<String> PRINT =
      Set.of(
          "displaystyle",
          "textstyle",
          "scriptstyle",
          "scriptscriptstyle",
          "limits",
          "nolimits",
          "nonumber",
          "notag",
          "hline",
          "thinspace",
          "medspace",
          "thickspace",
          "negthinspace",
          "allowbreak",
          "nobreak",
          "strut",
          "mathstrut",
          "centering",
          "mathrel",
          "mathbin",
          "mathord",
          "mathopen",
          "mathclose",
          "mathinner");

  /** The same, with an argument that is no mathematics. */
  private static final Set<String> PRINT_WITH_ARGUMENT = Set.of("color", "textcolor", "mspace");

  private static final Map<String, String> ONE_SIDED =
      Map.of(
          "downarrow",
          "\\downarrow",
          "searrow",
          "\\downarrow",
          "uparrow",
          "\\uparrow",
          "nearrow",
          "\\uparrow");

  private final Lexer lexer;
  private final LexedText texts;

  LexedCommands(Lexer lexer) {
    this.lexer = lexer;
    this.texts = new LexedText(lexer, this);
  }

  /** Reads on behind a command that began at {@code start}. */
  void read(String name, int start) {
    Optional<Side> size = Delimiters.size(name);
    Optional<String> fence = Delimiters.command(name);
    if (size.isPresent()) {
      sized(name, size.get(), start);
    } else if (fence.isPresent()) {
      lexer.add(TokenKind.FENCE, Delimiters.side(name), fence.get(), "", start);
    } else if (PRINT_WITH_ARGUMENT.contains(name)) {
      argument(name, start);
    } else if (!PRINT.contains(name) && !special(name, start)) {
      notation(name, start);
    }
  }

  private boolean special(String name, int start) {
    switch (name) {
      case "operatorname", "operatorname*", "mathop" -> operatorName(name, start);
      case "not" -> not(start);
      case "arg" -> arg(start);
      case "xrightarrow" -> arrow(name, start);
      case "overset", "stackrel", "underset" -> stacked(name, start);
      case "intertext", "shortintertext" -> {
        argument(name, start);
        lexer.emit(TokenKind.ROW, name, start);
      }
      default -> {
        if (!ONE_SIDED.containsKey(name)) {
          return false;
        }
        lexer.add(TokenKind.RELATION, Side.NONE, "to", ONE_SIDED.get(name), start);
      }
    }
    return true;
  }

  private void notation(String name, int start) {
    Notation notation =
        Notation.of(name)
            .filter(n -> Lexer.isLetter(name.charAt(0)))
            .orElseThrow(
                () ->
                    lexer.unread(
                        ProblemId.UNKNOWN_COMMAND,
                        start,
                        "`\\" + name + "` is unknown.",
                        "define it with \\newcommand, or write a name of your own as"
                            + " \\operatorname{name}"));
    switch (notation.kind()) {
      case WIDE -> {
        if (name.startsWith("hspace")) {
          argument(name, start);
        }
        lexer.emit(TokenKind.WIDE, "wide", start);
      }
      case TEXT -> texts.read(name, start);
      case BEGIN -> begin(start);
      case FINISH -> {
        String environment = environment(argument("end", start), start);
        lexer.emit(TokenKind.FINISH, environment, start);
      }
      case TAG -> lexer.emit(TokenKind.TAG, LexedText.plain(argument(name, start)), start);
      case LABEL -> lexer.emit(TokenKind.LABEL, argument(name, start).strip(), start);
      case FONT -> font(notation, start);
      default -> lexer.emit(notation.kind(), notation.meaning(), start);
    }
  }

  /** {@code \mathrm{softmax}} is one name; a font around anything else is for the parser. */
  private void font(Notation notation, int start) {
    boolean joins = List.of("roman", "italic", "sans", "typewriter").contains(notation.meaning());
    int behind = lexer.at();
    if (joins && braceFollows()) {
      String word = argument("", start).strip().replace("\\_", "_");
      boolean isRun = word.matches("[A-Za-z][A-Za-z0-9_-]+");
      boolean isLetter = notation.meaning().equals("roman") && word.matches("[A-Za-z]");
      if (isRun || isLetter) {
        word(word, notation.meaning(), start);
        return;
      }
      lexer.moveTo(behind);
    }
    lexer.emit(TokenKind.FONT, notation.meaning(), start);
  }

  /** A name in upright letters: a function if it is known as one. */
  private void word(String word, String font, int start) {
    Optional<Notation> function = font.equals("roman") ? Notation.function(word) : Optional.empty();
    if (function.isPresent()) {
      lexer.emit(TokenKind.FUNCTION, function.get().meaning(), start);
    } else if (word.equals("vec") && font.equals("roman")) {
      lexer.emit(TokenKind.FUNCTION, "vec", start);
    } else {
      lexer.add(TokenKind.WORD, Side.NONE, word, font, start);
    }
  }

  private boolean braceFollows() {
    skipSpace();
    return lexer.startsWith("{");
  }

  private void skipSpace() {
    while (lexer.at() < lexer.text().length()
        && Character.isWhitespace(lexer.text().charAt(lexer.at()))) {
      lexer.moveTo(lexer.at() + 1);
    }
  }

  /** The text of the braces behind a command. */
  String argument(String name, int start) {
    skipSpace();
    if (!lexer.startsWith("{")) {
      throw lexer.unread(
          ProblemId.UNEXPECTED_TOKEN, start, "`\\" + name + "` needs an argument in braces.", "");
    }
    String s = lexer.text();
    int depth = 0;
    for (int i = lexer.at(); i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        String text = s.substring(lexer.at() + 1, i);
        lexer.moveTo(i + 1);
        return text;
      }
    }
    throw lexer.unread(ProblemId.UNBALANCED, start, "The brace is never closed.", "");
  }

  /** {@code \left(}, {@code \big|}, {@code \right.} */
  private void sized(String name, Side side, int start) {
    skipSpace();
    String s = lexer.text();
    String next = oneToken();
    lexer.moveTo(lexer.at() + next.length());
    Optional<String> command =
        next.startsWith("\\") ? Delimiters.command(next.substring(1)) : Optional.empty();
    if (command.isPresent()) {
      lexer.add(TokenKind.FENCE, side, command.get(), "", start);
    } else if (next.equals("/")) {
      lexer.emit(TokenKind.OPERATOR, "/", start);
    } else if (next.length() == 1 && "()[]|<>.".contains(next)) {
      lexer.add(TokenKind.FENCE, side, next, "", start);
    } else if (next.equals("⟨") || next.equals("⟩") || next.equals("‖")) {
      lexer.add(TokenKind.FENCE, side, glyph(next), "", start);
    } else {
      throw lexer.unread(
          ProblemId.UNEXPECTED_TOKEN,
          Math.min(start, s.length()),
          "`\\" + name + "` needs a delimiter behind it.",
          "supported delimiters are ( ) [ ] \\{ \\} | \\| \\langle \\rangle");
    }
  }

  private static String glyph(String glyph) {
    return switch (glyph) {
      case "⟨" -> "<";
      case "⟩" -> ">";
      default -> "||";
    };
  }

  /** A character or a command, not taken. */
  private String oneToken() {
    String s = lexer.text();
    int at = lexer.at();
    if (at >= s.length()) {
      return "";
    }
    int end = at + Character.charCount(s.codePointAt(at));
    if (s.charAt(at) == '\\' && end < s.length()) {
      boolean isWord = Lexer.isLetter(s.charAt(end));
      end++;
      while (isWord && end < s.length() && Lexer.isLetter(s.charAt(end))) {
        end++;
      }
    }
    return s.substring(at, end);
  }

  private void begin(int start) {
    String name = environment(argument("begin", start), start);
    option();
    if (name.startsWith("array") || name.startsWith("alignat") || name.startsWith("alignedat")) {
      argument("begin", start);
    }
    lexer.emit(TokenKind.BEGIN, name, start);
  }

  /** {@code [t]} behind {@code \begin{aligned}}. */
  private void option() {
    int at = lexer.at();
    String s = lexer.text();
    if (at + 3 <= s.length() && s.substring(at, at + 3).matches("\\[[tbc]]")) {
      lexer.moveTo(at + 3);
    }
  }

  private String environment(String written, int start) {
    String name = written.strip();
    String plain = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
    if (!Environments.isKnown(plain)) {
      throw lexer.unread(
          ProblemId.UNKNOWN_ENVIRONMENT,
          start,
          "The environment `" + name + "` is not supported.",
          "supported are equation, align, aligned, gather, split, multline, cases, array and the"
              + " matrices");
    }
    return plain;
  }

  private void operatorName(String name, int start) {
    int behind = lexer.at();
    String text =
        argument(name, start)
            .replace("\\_", "_")
            .replaceAll(
                "\\\\(?:rm|bf|it|sf|mathrm|mathbf|mathsf|text|operatorname|limits)\\b\\*?", "")
            .replaceAll("\\\\[,;:! ]|[{}~\\s]", "");
    boolean isName = text.matches("[A-Za-z][A-Za-z0-9_-]*");
    Optional<Notation> big = Notation.big(text);
    if (big.isPresent()) {
      lexer.emit(TokenKind.BIG, big.get().meaning(), start);
    } else if (isName && (!name.equals("mathop") || text.length() > 1)) {
      word(text, "roman", start);
    } else if (name.equals("mathop")) {
      lexer.moveTo(behind);
    } else {
      throw lexer.unread(
          ProblemId.UNSUPPORTED_NOTATION, start, "An operator name holds letters only.", "");
    }
  }

  private void not(int start) {
    skipSpace();
    String next = oneToken();
    lexer.moveTo(lexer.at() + next.length());
    switch (next) {
      case "=" -> lexer.emit(TokenKind.RELATION, "ne", start);
      case "\\in" -> lexer.emit(TokenKind.RELATION, "notin", start);
      default ->
          throw lexer.unread(
              ProblemId.UNSUPPORTED_NOTATION,
              start,
              "`\\not` is supported only before = and \\in.",
              "");
    }
  }

  /** {@code \arg\max} is one operator. */
  private void arg(int start) {
    String s = lexer.text();
    int at = lexer.at();
    while (at < s.length()
        && (s.charAt(at) == ' ' || s.startsWith("\\,", at) || s.startsWith("\\!", at))) {
      at += s.charAt(at) == ' ' ? 1 : 2;
    }
    lexer.moveTo(at);
    String next = oneToken();
    lexer.moveTo(at + next.length());
    if (!next.equals("\\max") && !next.equals("\\min")) {
      throw lexer.unread(
          ProblemId.UNEXPECTED_TOKEN, start, "`\\arg` stands before \\max or \\min.", "");
    }
    lexer.emit(TokenKind.BIG, "arg" + next.substring(1), start);
  }

  /** Something over or under a relation belongs to it; over anything else it is a command. */
  private void stacked(String name, int start) {
    int behind = lexer.at();
    String note = LexedText.plain(argument(name, start));
    skipSpace();
    int from = lexer.at();
    String body = lexer.startsWith("{") ? argument(name, start) : oneToken();
    int to = lexer.startsWith(body) && lexer.at() == from ? from + body.length() : lexer.at();
    List<Token> inner = lexer.aside(from, to);
    List<Token> plain =
        inner.stream()
            .filter(t -> t.kind() != TokenKind.OPEN && t.kind() != TokenKind.CLOSE)
            .toList();
    if (plain.size() == 2 && plain.getFirst().kind() == TokenKind.RELATION) {
      lexer.moveTo(to);
      String relation = plain.getFirst().meaning();
      boolean defines = relation.equals("=") && isDefinition(note);
      lexer.add(
          TokenKind.RELATION, Side.NONE, defines ? ":=" : relation, defines ? "" : note, start);
      return;
    }
    lexer.moveTo(behind);
    lexer.emit(TokenKind.STRUCTURE, name.equals("underset") ? "underset" : "overset", start);
  }

  private static boolean isDefinition(String words) {
    return List.of("def", "def.", "\\triangle", "\\Delta", "△", ":", "definition").contains(words);
  }

  /** {@code \xrightarrow[below]{above}}: an arrow with a note. */
  private void arrow(String name, int start) {
    skipSpace();
    String below = "";
    if (lexer.startsWith("[")) {
      int close = lexer.text().indexOf(']', lexer.at());
      if (close < 0) {
        throw lexer.unread(ProblemId.UNBALANCED, start, "The bracket is never closed.", "");
      }
      below = lexer.text().substring(lexer.at() + 1, close);
      lexer.moveTo(close + 1);
    }
    String above = argument(name, start).strip();
    lexer.add(TokenKind.RELATION, Side.NONE, "to", above.isEmpty() ? below.strip() : above, start);
  }
}
