package dev.hence.read.syntax;

import dev.hence.problem.ProblemId;
import dev.hence.read.syntax.Token.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads displays and header entries into trees. */
public final class Parser {
  /** More characters than any display of a paper has. */
  public static final int MAX_LENGTH = 100_000;

  private Parser() {}

  /** Reads a display. Whatever cannot be read is in the tree, with the reason. */
  public static Parsed display(Source source) {
    return parse(source, false);
  }

  /** Reads a header entry, in which a number may be written as {@code 1e-5}. */
  public static Parsed entry(Source source) {
    return parse(source, true);
  }

  private static Parsed parse(Source source, boolean scientific) {
    if (source.text().length() > MAX_LENGTH) {
      return unread(
          source,
          new Fault(
              ProblemId.DISPLAY_TOO_LONG,
              source.span(0, source.text().length()),
              "",
              "The display has more than " + MAX_LENGTH + " characters.",
              ""));
    }
    try {
      List<Token> tokens = Lexer.lex(source, scientific);
      return Parsed.of(rows(scientific ? tokens : EquationNumbers.tagged(tokens)));
    } catch (Unread unread) {
      return unread(source, unread.fault());
    }
  }

  private static Tree rows(List<Token> tokens) {
    Cursor cursor = new Cursor(withoutPoints(tokens));
    Gaps gaps = new Gaps(cursor);
    gaps.layout(false, cursor.at(TokenKind.CELL));
    Expressions expressions = new Expressions(cursor, gaps);
    List<Tree.Row> rows = new ArrayList<>(new RowReader(cursor, expressions).read());
    while (!cursor.at(TokenKind.END)) {
      Fault fault = cursor.unexpected().fault();
      int mark = cursor.mark();
      cursor.next();
      Tree stray = new Tree.Unreadable(cursor.since(mark), fault);
      rows.add(new Tree.Row(List.of(stray), java.util.Optional.empty()));
      rows.addAll(new RowReader(cursor, expressions).read());
    }
    return new Tree.Rows(rows, cursor.next());
  }

  /** The same display, or a part of one, with other tokens in the places of some. */
  public static Tree again(Tree tree, UnaryOperator<Token> change) {
    List<Token> tokens = new ArrayList<>(TreeText.tokens(tree).stream().map(change).toList());
    Token last = tokens.getLast();
    tokens.add(last.as(TokenKind.END, ""));
    return rows(tokens);
  }

  /** A display of which not even the tokens are known. */
  private static Parsed unread(Source source, Fault fault) {
    String text = source.text();
    Token all =
        new Token(
            TokenKind.TEXT,
            Side.NONE,
            text,
            text,
            "",
            "",
            0,
            text.length(),
            source.span(0, text.length()));
    Token end =
        new Token(
            TokenKind.END,
            Side.NONE,
            "",
            "",
            "",
            "",
            text.length(),
            text.length(),
            source.span(text.length(), text.length()));
    Tree.Row row =
        new Tree.Row(List.of(new Tree.Unreadable(List.of(all), fault)), java.util.Optional.empty());
    return Parsed.of(new Tree.Rows(List.of(row), end));
  }

  /** What a character stands for; its tokens are those of the character. */
  static Tree meaning(Token token, boolean inScript) {
    List<Token> tokens = Lexer.lex(Source.at("_{" + token.meaning() + "}", token.span()), false);
    Cursor cursor = new Cursor(tokens);
    cursor.next();
    Gaps gaps = new Gaps(cursor);
    Expressions expressions = new Expressions(cursor, gaps);
    Tree braced =
        inScript
            ? expressions.operands().scripts().argument()
            : cursor.within(Place.ROW.braces(), () -> expressions.operands().operand());
    return braced instanceof Tree.Braced b ? b.content() : braced;
  }

  /**
   * {@code \left( a + \right. \\ & \left. b \right)}: the points that TeX wants at the end of a
   * line within parentheses only break the line.
   */
  private static List<Token> withoutPoints(List<Token> tokens) {
    List<Token> all = new ArrayList<>(tokens);
    for (int k = 0; k < all.size(); k++) {
      if (!isPoint(all.get(k), Side.RIGHT)) {
        continue;
      }
      int next = k + 1;
      boolean breaks = false;
      while (next < all.size() && Gaps.isGap(all.get(next))) {
        breaks |= all.get(next++).kind() == TokenKind.ROW;
      }
      if (breaks && next < all.size() && isPoint(all.get(next), Side.LEFT)) {
        all.set(k, all.get(k).as(TokenKind.ROW, "."));
        all.set(next, all.get(next).as(TokenKind.ROW, "."));
      }
    }
    return all;
  }

  private static boolean isPoint(Token token, Side side) {
    return token.isFence(".") && token.side() == side;
  }
}
