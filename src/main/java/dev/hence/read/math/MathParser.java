package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads mathematics. Every token is consumed, or nothing is read and one problem says where and
 * why.
 */
public final class MathParser {
  /** More characters than any display of a paper has. */
  public static final int MAX_LENGTH = 100_000;

  private MathParser() {}

  /** Reads a display. A display that holds nothing has no rows. */
  public static Optional<Display> parse(MathText text, Problems problems) {
    return guarded(text, problems, () -> display(text, false));
  }

  /**
   * Reads a header entry, or several with commas between: {@code x, x_j \in \mathbb{R}^d, j = 1,
   * \dots, N}. Numbers may be written as {@code 1e-5}.
   */
  public static Optional<List<Clause>> parseEntry(MathText text, Problems problems) {
    return guarded(
        text,
        problems,
        () -> display(text, true).rows().stream().flatMap(row -> row.clauses().stream()).toList());
  }

  /** Reads one operand: a name, a number, a call. */
  public static Optional<Syntax> parseExpression(MathText text, Problems problems) {
    return guarded(
        text,
        problems,
        () -> {
          Tokens tokens = new Tokens(text, Lexer.lex(text, true));
          Syntax expression = new Expressions(tokens).terms();
          if (!tokens.at(TokenKind.END)) {
            throw tokens.unexpected(tokens.peek(), "");
          }
          return expression;
        });
  }

  private interface Reading<T> {
    T read();
  }

  private static <T> Optional<T> guarded(MathText text, Problems problems, Reading<T> reading) {
    try {
      if (text.length() > MAX_LENGTH) {
        throw new Unread(
            ProblemId.DISPLAY_TOO_LONG,
            text.span(),
            "The display has more than " + MAX_LENGTH + " characters.",
            "");
      }
      return Optional.of(reading.read());
    } catch (Unread unread) {
      problems.report(unread.problem());
      return Optional.empty();
    }
  }

  /** What a row says, with the number at its end. */
  private static Logic.Read row(MathText text, List<Token> tokens) {
    if (Logic.in(tokens)) {
      return Logic.read(text, tokens);
    }
    RowParser parser = new RowParser(new Tokens(text, tokens));
    List<Clause> written = parser.read();
    return DoubleSigns.offers(written, tokens)
        ? Logic.read(text, tokens)
        : new Logic.Read(withSigns(text, tokens, written), parser.tag());
  }

  private static List<Clause> withSigns(MathText text, List<Token> tokens, List<Clause> written) {
    return DoubleSigns.in(tokens)
        ? DoubleSigns.apart(
            written,
            new RowParser(new Tokens(text, DoubleSigns.with(true, tokens))).read(),
            new RowParser(new Tokens(text, DoubleSigns.with(false, tokens))).read())
        : written;
  }

  /** From the first token of a row to the last before its END. */
  private static Span span(MathText text, List<Token> row) {
    return text.span(row.getFirst().start(), row.get(Math.max(row.size() - 2, 0)).end());
  }

  private static Display display(MathText text, boolean scientific) {
    RowSplitter splitter = new RowSplitter(text, Lexer.lex(text, scientific));
    List<TokenRow> tokenRows = splitter.split();
    List<Row> rows = new ArrayList<>();
    boolean behindTwo = false;
    for (TokenRow tokenRow : tokenRows) {
      Optional<String> number = EquationNumber.take(text, tokenRow.tokens());
      Logic.Read read = row(text, tokenRow.tokens());
      List<Clause> clauses = read.clauses();
      if (behindTwo && !clauses.isEmpty() && clauses.getFirst().first().isEmpty()) {
        throw new Unread(
            ProblemId.UNSUPPORTED_NOTATION,
            clauses.getFirst().span(),
            "This continues a statement with \\pm, which is two.",
            "write it in the row of that statement");
      }
      behindTwo = DoubleSigns.in(tokenRow.tokens());
      Optional<String> tag = tokenRow.tag().or(read::tag).or(() -> number);
      rows.add(new Row(clauses, tag, tokenRow.label(), span(text, tokenRow.tokens())));
    }
    WordsAlone.check(rows);
    if (rows.size() == 1) {
      Row row = rows.get(0);
      Optional<String> tag = row.tag().or(splitter::tag);
      Optional<String> label = row.label().or(splitter::label);
      return new Display(
          List.of(new Row(row.clauses(), tag, label, row.span())),
          Optional.empty(),
          Optional.empty(),
          text.span());
    }
    return new Display(rows, splitter.tag(), splitter.label(), text.span());
  }
}
