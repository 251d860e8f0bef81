package dev.hence.read.syntax;

import dev.hence.read.syntax.Token.Side;
import java.util.Optional;
import java.util.regex.Pattern;

/** The part of the lexer that reads words, and the mathematics within them. */
final class LexedText {
  private static final Pattern TEXT_COMMAND =
      Pattern.compile("\\\\(?:text|mathrm|textrm|mbox|rm|bf|textbf|textit)\\b\\s*");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([_&%#$])");
  private static final Pattern SPACING = Pattern.compile("\\\\(?![A-Za-z])[ ,;:!]?|~|[{}]");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private final Lexer lexer;
  private final LexedCommands commands;

  LexedText(Lexer lexer, LexedCommands commands) {
    this.lexer = lexer;
    this.commands = commands;
  }

  void read(String name, int start) {
    String text = commands.argument(name, start);
    int end = lexer.at();
    int from = end - 1 - text.length();
    if (text.indexOf('$') < 0) {
      words(name, text, start, from);
      return;
    }
    int first = text.indexOf('$');
    if (Phrase.of(plain(text.substring(0, first))) == Phrase.EXPLANATION
        || Phrase.of(plain(text)) == Phrase.REMARK) {
      emit(plain(text), name, start);
      return;
    }
    pieces(name, text, start, from);
    lexer.moveTo(end);
  }

  /** Words and formulas in turn; each piece of words takes the signs around it. */
  private void pieces(String name, String text, int start, int from) {
    int pieceStart = start;
    int at = 0;
    while (true) {
      int open = text.indexOf('$', at);
      int close = open < 0 ? -1 : text.indexOf('$', open + 1);
      String words = plain(text.substring(at, close < 0 ? text.length() : open));
      lexer.moveTo(from + (close < 0 ? text.length() + 1 : open + 1));
      if (!words.isEmpty()) {
        emit(words, name, pieceStart);
      }
      if (close < 0) {
        return;
      }
      lexer.run(from + close);
      lexer.moveTo(from + close + 1);
      pieceStart = from + close;
      at = close + 1;
    }
  }

  private void words(String name, String text, int start, int from) {
    Optional<Integer> formula = formulaBehindCondition(text);
    if (formula.isEmpty()) {
      emit(plain(text), name, start);
      return;
    }
    int end = lexer.at();
    lexer.moveTo(from + formula.get());
    emit(plain(text.substring(0, formula.get())), name, start);
    lexer.run(end - 1);
    lexer.moveTo(end);
  }

  private void emit(String words, String name, int start) {
    if (words.isEmpty()) {
      return;
    }
    Optional<Notation> big = Notation.big(words);
    Phrase phrase = Phrase.of(words);
    switch (phrase) {
      case INDEPENDENT -> lexer.emit(TokenKind.RELATION, "independent", start);
      case AND -> lexer.add(TokenKind.CONNECTIVE, Side.NONE, "and", words, start);
      case IMPLIES -> lexer.add(TokenKind.CONNECTIVE, Side.NONE, "implies", words, start);
      case IFF -> lexer.add(TokenKind.CONNECTIVE, Side.NONE, "iff", words, start);
      case OR -> lexer.add(TokenKind.CONNECTIVE, Side.NONE, "or", words, start);
      case FOR_ALL, IF, SMALL, LARGE, WHERE, OTHERWISE, EXPLANATION, REMARK, OTHER -> {
        if (big.isPresent()) {
          lexer.emit(TokenKind.BIG, big.get().meaning(), start);
        } else {
          lexer.add(TokenKind.TEXT, Side.NONE, words, name, start);
        }
      }
    }
  }

  /** In {@code if i=j} the offset of {@code i=j}. */
  private static Optional<Integer> formulaBehindCondition(String text) {
    int space = text.length() - text.stripLeading().length();
    int cut = text.indexOf(' ', space);
    if (cut < 0 || !Phrase.of(text.substring(0, cut)).takesStatements()) {
      return Optional.empty();
    }
    String rest = text.substring(cut);
    boolean relates = rest.matches("[^\\\\$]*[=<>][^\\\\$]*") && !rest.matches(".*\\p{L}{3}.*");
    return relates ? Optional.of(cut) : Optional.empty();
  }

  /** The words of a text: escapes and spacing undone, commands around text taken off. */
  static String plain(String written) {
    String text = TEXT_COMMAND.matcher(written).replaceAll("");
    text = text.replace("\\\\", " ");
    text = ESCAPED.matcher(text).replaceAll("$1");
    text = SPACING.matcher(text).replaceAll(" ");
    return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
  }
}
