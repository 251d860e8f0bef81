package dev.hence.read.syntax;

import dev.hence.problem.ProblemId;
import dev.hence.read.syntax.Token.Side;
import dev.hence.read.syntax.Tree.Leaf;
import dev.hence.read.syntax.Tree.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Operands: what can stand between two operators, with its scripts. */
final class Operands {
  private static final Pattern SPACED = Pattern.compile("\\{\\s|\\s\\}");

  private final Cursor cursor;
  private final Gaps gaps;
  private final Expressions expressions;
  private final Scripts scripts;
  private final Fences fences;
  private final Commands commands;

  Operands(Cursor cursor, Gaps gaps, Expressions expressions) {
    this.cursor = cursor;
    this.gaps = gaps;
    this.expressions = expressions;
    this.scripts = new Scripts(cursor, gaps, expressions);
    this.fences = new Fences(cursor, gaps, expressions);
    this.commands = new Commands(cursor, gaps, expressions);
  }

  Scripts scripts() {
    return scripts;
  }

  Fences fences() {
    return fences;
  }

  /** Whether an operand begins here, so that it stands beside the one before. */
  boolean startsHere() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case LETTER,
          NAME,
          WORD,
          NUMBER,
          FUNCTION,
          BIG,
          INTEGRAL,
          DOTS,
          INFINITY,
          NABLA,
          STRUCTURE,
          FONT,
          ACCENT,
          COMPOSED,
          OPEN,
          BEGIN ->
          true;
      case TEXT -> isName(token);
      case MARK, PRIME -> cursor.place().inScript();
      case FENCE -> fences.opensHere(token);
      default -> false;
    };
  }

  /** Whether a text is a name rather than words, as those are that have spaces around them. */
  boolean isName(Token text) {
    return Phrase.isName(text.meaning())
        && (cursor.place().inScript()
            || (Phrase.of(text.meaning()) == Phrase.OTHER && !SPACED.matcher(text.text()).find()));
  }

  /** An operand with its scripts. */
  Tree operand() {
    gaps.beforeOperand();
    Token token = cursor.peek();
    Tree base = base(token);
    boolean bindsAll = base instanceof Tree.Big || base instanceof Tree.Integral;
    return bindsAll ? base : Differentials.named(scripts.attach(base));
  }

  /** One operand without scripts, as TeX takes an argument that has no braces. */
  Tree single() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case LETTER,
          NAME,
          WORD,
          NUMBER,
          FUNCTION,
          DOTS,
          INFINITY,
          NABLA,
          STRUCTURE,
          FONT,
          ACCENT,
          COMPOSED,
          TEXT,
          BIG ->
          token.kind() == TokenKind.BIG || token.kind() == TokenKind.LETTER
              ? new Leaf(cursor.next())
              : base(token);
      default -> throw cursor.unexpected();
    };
  }

  private Tree base(Token token) {
    return switch (token.kind()) {
      case LETTER -> letters();
      case NAME, WORD, NUMBER, FUNCTION, DOTS, INFINITY, NABLA -> new Leaf(cursor.next());
      case TEXT -> text(token);
      case COMPOSED -> composed(cursor.next());
      case STRUCTURE -> commands.structure();
      case FONT, ACCENT -> commands.styled();
      case BIG -> big();
      case INTEGRAL -> integral();
      case OPEN -> commands.braces();
      case BEGIN -> expressions.operands().environment();
      case FENCE -> fences.read();
      case MARK, PRIME, OPERATOR, SIGN, PUNCTUATION -> mark(token);
      default -> throw cursor.unexpected();
    };
  }

  private Tree text(Token token) {
    if (!isName(token)) {
      boolean steers = Phrase.of(token.meaning()).takesStatements();
      if (steers || cursor.place().outermost()) {
        throw cursor.unexpected();
      }
    }
    return new Leaf(cursor.next());
  }

  /** {@code tanh(x)} without backslash is the function, though TeX prints a product. */
  private Tree letters() {
    if (cursor.isInsideRun()) {
      return new Leaf(cursor.next());
    }
    StringBuilder run = new StringBuilder(cursor.peek().text());
    int length = 1;
    while (cursor.peek(length).kind() == TokenKind.LETTER
        && cursor.peek(length).start() == cursor.peek(length - 1).end()) {
      run.append(cursor.peek(length++).text());
    }
    Optional<Notation> function = length > 1 ? Notation.function(run.toString()) : Optional.empty();
    if (function.isEmpty() || !cursor.peek(scripts.behind(length)).isFence("(")) {
      return new Leaf(cursor.next());
    }
    List<Token> letters = new ArrayList<>();
    for (int k = 0; k < length; k++) {
      letters.add(cursor.next());
    }
    return new Tree.Run(letters, function.get().meaning());
  }

  private static Tree composed(Token token) {
    return new Tree.Composed(new Leaf(token), Parser.meaning(token, false));
  }

  /** Signs that stand for something: a mark in a script, a dot for an argument. */
  private Tree mark(Token token) {
    boolean ends = endsOperand(cursor.peek(1));
    boolean dot = token.is(TokenKind.OPERATOR, "cdot") && ends;
    boolean isMark =
        cursor.place().inScript()
            && (token.kind() == TokenKind.MARK || token.kind() == TokenKind.PRIME || ends);
    boolean colon = token.kind() != TokenKind.PUNCTUATION || token.meaning().equals(":");
    if ((dot || isMark) && colon) {
      return new Leaf(cursor.next());
    }
    throw cursor.unexpected();
  }

  private static boolean endsOperand(Token token) {
    return token.kind() == TokenKind.CLOSE
        || token.kind() == TokenKind.PUNCTUATION
        || (token.kind() == TokenKind.FENCE && !Delimiters.opens(token));
  }

  /** An operator with its limits and its body; an extremum without limits is a function. */
  private Tree big() {
    Token token = cursor.next();
    boolean low = cursor.at(TokenKind.SUB) || cursor.at(TokenKind.LOWERED);
    if (Notation.isExtremum(token.meaning()) && !low) {
      return new Leaf(token);
    }
    if (token.meaning().equals("lim") && !low) {
      throw cursor.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          token,
          "The limit does not say where it is taken.",
          "write \\lim_{\\eta \\to 0}");
    }
    Tree head = scripts.limits(new Leaf(token));
    return new Tree.Big(head, body());
  }

  Tree body() {
    return cursor.within(cursor.place(), expressions::signedProduct);
  }

  private Tree integral() {
    Token token = cursor.next();
    Tree head = scripts.limits(new Leaf(token));
    Place inside = cursor.place().integrand();
    gaps.beforeOperand();
    Optional<Tree> leading = cursor.within(inside, this::differential);
    if (leading.isPresent()) {
      gaps.beforeOperator();
      Tree body =
          startsHere()
              ? cursor.within(cursor.place(), expressions::product)
              : new Tree.Empty(cursor.peek().span());
      return new Tree.Integral(head, body, leading, true);
    }
    Tree body = cursor.within(inside, expressions::sum);
    Optional<Tree> differential = cursor.within(inside, this::differential);
    if (differential.isEmpty() && !Differentials.isHeld(body)) {
      throw cursor.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          token,
          "The integral has no differential.",
          "end it with \\,dt or \\,\\mathrm{d}t");
    }
    return new Tree.Integral(head, body, differential, false);
  }

  /** Whether the d stands here for which the integral around it waits. */
  boolean differentialFollows() {
    if (!cursor.place().integral()) {
      return false;
    }
    int ahead = 0;
    while (cursor.peek(ahead).kind() == TokenKind.WIDE) {
      ahead++;
    }
    Token d = cursor.peek(ahead);
    Token name = cursor.peek(ahead + 1);
    if (d.kind() == TokenKind.WORD && d.meaning().matches("d[A-Za-z]")) {
      return true;
    }
    return Differentials.isD(d)
        && switch (name.kind()) {
          case LETTER, FONT, ACCENT, COMPOSED, WORD -> true;
          case NAME -> !name.meaning().equals("\\partial");
          case OPEN ->
              cursor.peek(ahead + 2).kind() == TokenKind.LETTER
                  || cursor.peek(ahead + 2).kind() == TokenKind.NAME
                  || cursor.peek(ahead + 2).kind() == TokenKind.FONT;
          default -> false;
        };
  }

  private Optional<Tree> differential() {
    if (!differentialFollows()) {
      return Optional.empty();
    }
    gaps.beforeOperand();
    Token d = cursor.next();
    if (d.meaning().length() > 1) {
      return Optional.of(new Tree.Differential(List.of(scripts.attach(new Leaf(d)))));
    }
    Place outside = cursor.place().braces();
    Tree variable = cursor.within(outside, this::operand);
    return Optional.of(new Tree.Differential(List.of(new Leaf(d), variable)));
  }

  boolean evaluationFollows() {
    Token token = cursor.peek();
    Token behind = cursor.peek(1);
    return token.isFence("|")
        && !fences.closes(token)
        && (behind.kind() == TokenKind.SUB || behind.kind() == TokenKind.LOWERED)
        && (token.side() == Side.NONE || token.side() == Side.BIG || token.side() == Side.CLOSES);
  }

  /** The bar of an evaluation with its scripts. */
  Tree bar() {
    return scripts.limits(new Leaf(cursor.next()));
  }

  /** An environment, whose cells are rows of their own. */
  Tree environment() {
    Token begin = cursor.next();
    boolean statements = Environments.holdsStatements(begin.meaning());
    Place inside =
        statements ? Place.ROW : new Place(false, false, true, Place.Fence.NONE, Side.NONE, false);
    return cursor.within(
        inside,
        () -> {
          boolean outerOne = gaps.isOneStatement();
          boolean outerAligned = gaps.isAligned();
          gaps.layout(Environments.isOneStatement(begin.meaning()), cursor.at(TokenKind.CELL));
          List<Tree.Row> rows = new RowReader(cursor, expressions).read();
          gaps.layout(outerOne, outerAligned);
          if (!cursor.peek().is(TokenKind.FINISH, begin.meaning())) {
            throw cursor.unread(
                ProblemId.UNBALANCED,
                begin,
                "`\\begin{" + begin.meaning() + "}` is never ended.",
                "");
          }
          return new Tree.Environment(begin, rows, cursor.next());
        });
  }

  /** A script as what it is, for the differentials. */
  static Optional<Tree> content(List<Script> scripts, boolean low) {
    return scripts.stream()
        .filter(s -> low ? s.isLow() : s.isHigh())
        .findFirst()
        .flatMap(Script::content);
  }
}
