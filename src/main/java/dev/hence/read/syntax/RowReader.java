package dev.hence.read.syntax;

import dev.hence.read.syntax.Tree.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a display, of an environment or of a box: statements, words and what separates them.
 * A row of statements that cannot be read is kept with its fault, and the next row is read.
 */
final class RowReader {
  private final Cursor cursor;
  private final Expressions expressions;

  RowReader(Cursor cursor, Expressions expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  /** Rows up to the end of the display, of the environment or of the braces. */
  List<Tree.Row> read() {
    List<Tree.Row> rows = new ArrayList<>();
    while (!isEnd(cursor.peek())) {
      rows.add(row());
    }
    return rows;
  }

  private static boolean isEnd(Token token) {
    return switch (token.kind()) {
      case END, FINISH, CLOSE -> true;
      default -> false;
    };
  }

  private Tree.Row row() {
    List<Tree> items = new ArrayList<>();
    cursor.startRow();
    Place place = cursor.place();
    while (!isEnd(cursor.peek()) && !cursor.at(TokenKind.ROW)) {
      int mark = cursor.mark();
      int depth = cursor.depth();
      try {
        items.add(item());
      } catch (Unread unread) {
        if (!place.outermost()) {
          throw unread;
        }
        cursor.reset(place, depth);
        skip(mark);
        items.add(new Tree.Unreadable(cursor.since(mark), unread.fault()));
      }
    }
    Optional<Token> lineBreak =
        cursor.at(TokenKind.ROW) ? Optional.of(cursor.next()) : Optional.empty();
    return new Tree.Row(items, lineBreak);
  }

  /** To the end of the row that holds a mark, whatever stands in it. */
  private void skip(int mark) {
    int depth = 0;
    int back = cursor.mark() - mark;
    for (Token token : cursor.since(mark)) {
      depth += opens(token) - closes(token);
    }
    boolean first = back == 0;
    while (!cursor.at(TokenKind.END)) {
      Token token = cursor.peek();
      boolean ends = token.kind() == TokenKind.ROW || closes(token) == 1;
      if (depth <= 0 && ends && !first) {
        return;
      }
      depth += opens(token) - closes(token);
      first = false;
      cursor.next();
    }
  }

  private static int opens(Token token) {
    return token.kind() == TokenKind.BEGIN || token.kind() == TokenKind.OPEN ? 1 : 0;
  }

  private static int closes(Token token) {
    return token.kind() == TokenKind.FINISH || token.kind() == TokenKind.CLOSE ? 1 : 0;
  }

  private Tree item() {
    Token token = cursor.peek();
    if (token.is(TokenKind.CONNECTIVE, "not")) {
      return new Tree.Prefixed(new Leaf(cursor.next()), item());
    }
    return switch (token.kind()) {
      case WIDE, CELL, CONNECTIVE, PUNCTUATION, TAG, LABEL -> new Leaf(cursor.next());
      case FORALL -> worded(Phrase.FOR_ALL);
      case TEXT ->
          expressions.operands().isName(token) ? statement() : worded(Phrase.of(token.meaning()));
      default -> statement();
    };
  }

  private Tree statement() {
    if (!statementFollows()) {
      throw cursor.unexpected();
    }
    return expressions.chain();
  }

  private boolean statementFollows() {
    Token token = cursor.peek();
    return token.kind() == TokenKind.RELATION
        || token.kind() == TokenKind.SIGN
        || token.is(TokenKind.OPERATOR, "cdot")
        || expressions.operands().startsHere();
  }

  private Tree worded(Phrase phrase) {
    Token words = cursor.next();
    List<Tree> said = new ArrayList<>();
    boolean gap = cursor.at(TokenKind.WIDE) && phrase == Phrase.EXPLANATION;
    if (phrase.takesStatements() && !gap && behindGap()) {
      while (cursor.at(TokenKind.WIDE)) {
        cursor.absorb();
      }
      boolean more = statementFollows();
      while (more) {
        said.add(statement());
        more = joint(phrase, said);
      }
    }
    return new Tree.Worded(words, phrase, said);
  }

  private boolean behindGap() {
    int ahead = 0;
    while (cursor.peek(ahead).kind() == TokenKind.WIDE) {
      ahead++;
    }
    return startsSaid(cursor.peek(ahead));
  }

  /** What joins a further statement to the words, taken; false if they are over. */
  private boolean joint(Phrase phrase, List<Tree> said) {
    Token token = cursor.peek();
    boolean comma = token.is(TokenKind.PUNCTUATION, ",");
    if (comma && startsSaid(cursor.peek(1))) {
      said.add(new Leaf(cursor.next()));
      return true;
    }
    if (token.is(TokenKind.CONNECTIVE, "and") && startsSaid(cursor.peek(1))) {
      said.add(new Leaf(cursor.next()));
      return true;
    }
    int gap = comma ? 1 : 0;
    boolean wide = cursor.peek(gap).kind() == TokenKind.WIDE && startsSaid(cursor.peek(gap + 1));
    if (phrase != Phrase.WHERE || !wide) {
      return false;
    }
    for (int k = 0; k <= gap; k++) {
      said.add(new Leaf(cursor.next()));
    }
    return true;
  }

  private static boolean startsSaid(Token token) {
    return switch (token.kind()) {
      case LETTER,
          NAME,
          WORD,
          NUMBER,
          FUNCTION,
          BIG,
          INTEGRAL,
          NABLA,
          STRUCTURE,
          FONT,
          ACCENT,
          COMPOSED,
          OPEN,
          SIGN,
          DOTS,
          INFINITY,
          BEGIN ->
          true;
      case TEXT -> Phrase.isName(token.meaning()) && Phrase.of(token.meaning()) == Phrase.OTHER;
      case FENCE -> !Delimiters.closes(token);
      default -> false;
    };
  }
}
