package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax.Factor;
import dev.hence.read.math.Syntax.Name;
import dev.hence.read.math.Syntax.Scripted;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Subscripts, superscripts, primes and factorials behind a base. */
final class Scripts {
  private static final int MAX_POSTFIXES = 50;

  private final Tokens tokens;
  private final Context context;
  private final Expressions expressions;
  private final Marks marks;

  Scripts(Tokens tokens, Expressions expressions) {
    this.tokens = tokens;
    this.context = expressions.context();
    this.expressions = expressions;
    this.marks = new Marks(tokens);
  }

  /** The scripts on one base while they are read. */
  private static final class Pile {
    private Syntax base;
    private boolean fromBraces;
    private Optional<Syntax> sub = Optional.empty();
    private Optional<Syntax> sup = Optional.empty();
    private int primes;

    /** {@code {x_i}^2} is printed as {@code x_i^2}, so it is the same. */
    Pile(Syntax base) {
      this.base = base;
      if (base instanceof Scripted inner && inner.sup().isEmpty()) {
        this.base = inner.base();
        this.sub = inner.sub();
        this.primes = inner.primes();
        this.fromBraces = true;
      }
    }

    Syntax build(Span span) {
      return sub.isEmpty() && sup.isEmpty() && primes == 0
          ? base
          : new Scripted(base, sub, sup, primes, span);
    }

    /** Makes what is there the base of what follows. */
    void close(Span span) {
      restart(build(span));
    }

    void restart(Syntax newBase) {
      base = newBase;
      sub = Optional.empty();
      sup = Optional.empty();
      primes = 0;
      fromBraces = false;
    }
  }

  /** Reads everything that is attached to a base which began at a mark. */
  Syntax attach(Syntax base, int start) {
    Pile pile = new Pile(base);
    int count = 0;
    while (true) {
      if (++count > MAX_POSTFIXES) {
        throw tokens.unread(
            ProblemId.NESTED_TOO_DEEP, tokens.peek(), "There are too many scripts.", "");
      }
      switch (tokens.peek().kind()) {
        case SUB -> subscript(pile, start);
        case SUP -> superscript(pile, start);
        case PRIME -> prime(pile);
        case BANG -> {
          tokens.next();
          Span span = tokens.spanFrom(start);
          pile.restart(new Syntax.Factorial(pile.build(span), span));
        }
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
            END -> {
          return pile.build(tokens.spanFrom(start));
        }
      }
    }
  }

  private void subscript(Pile pile, int start) {
    if (pile.sub.isPresent()) {
      if (!pile.fromBraces) {
        throw tokens.unexpected(tokens.peek(), "there is a subscript already; put both into one");
      }
      pile.close(tokens.spanFrom(start));
    }
    tokens.next();
    pile.sub = Optional.of(argument());
    pile.fromBraces = false;
  }

  private void superscript(Pile pile, int start) {
    if (pile.sup.isPresent()) {
      throw doubleSuperscript();
    }
    tokens.next();
    Syntax content = argument();
    for (Syntax piece : pieces(content)) {
      if (pile.sup.isPresent()) {
        pile.close(tokens.spanFrom(start));
      }
      if (isPrime(piece)) {
        pile.primes++;
      } else {
        pile.sup = Optional.of(piece);
      }
    }
  }

  private void prime(Pile pile) {
    if (pile.sup.isPresent()) {
      throw doubleSuperscript();
    }
    tokens.next();
    pile.primes++;
  }

  private Unread doubleSuperscript() {
    return tokens.unexpected(
        tokens.peek(), "there is a superscript already; write x'^2 or {(x^2)}'");
  }

  /** A superscript in the order in which its primes and marks apply. */
  private static List<Syntax> pieces(Syntax content) {
    List<Factor> factors = Products.factors(content);
    if (!factors.stream().allMatch(Products::isJuxtaposed)) {
      return List.of(content);
    }
    List<Syntax> values = factors.stream().map(Factor::value).toList();
    if (values.stream().allMatch(Scripts::isMark)) {
      return values;
    }
    int from = 0;
    int to = values.size();
    while (isPrime(values.get(from))) {
      from++;
    }
    while (isPrime(values.get(to - 1)) || (to - from > 1 && isTranspose(values.subList(0, to)))) {
      to--;
    }
    List<Syntax> pieces = new ArrayList<>(values.subList(0, from));
    pieces.add(Products.of(factors.subList(from, to)));
    pieces.addAll(values.subList(to, values.size()));
    return pieces;
  }

  /** Whether a script ends in a transpose of what comes before, {@code x^{(i)\top}}. */
  private static boolean isTranspose(List<Syntax> values) {
    Syntax last = values.get(values.size() - 1);
    boolean behindGroup = values.get(values.size() - 2) instanceof Syntax.Group;
    return last instanceof Name n
        && (n.key().equals("\\top") || (n.key().equals("T") && behindGroup));
  }

  private static boolean isPrime(Syntax syntax) {
    return syntax instanceof Name name && name.base().equals("\\prime");
  }

  private static boolean isMark(Syntax syntax) {
    return syntax instanceof Name name
        && name.base().startsWith("\\")
        && Vocabulary.MARKS.contains(name.base().substring(1));
  }

  /** Lower and upper limits, in either order. */
  record Limits(Optional<Syntax> lower, Optional<Syntax> upper) {}

  Limits limits() {
    Optional<Syntax> lower = Optional.empty();
    Optional<Syntax> upper = Optional.empty();
    while ((tokens.at(TokenKind.SUB) && lower.isEmpty())
        || (tokens.at(TokenKind.SUP) && upper.isEmpty())) {
      if (tokens.next().kind() == TokenKind.SUB) {
        lower = Optional.of(argument());
      } else {
        upper = Optional.of(argument());
      }
    }
    if (tokens.at(TokenKind.SUB) || tokens.at(TokenKind.SUP) || tokens.at(TokenKind.PRIME)) {
      throw tokens.unexpected(tokens.peek(), "the limits are there already");
    }
    return new Limits(lower, upper);
  }

  /** What stands behind {@code _} or {@code ^}: braces, or one token. */
  Syntax argument() {
    Token open = tokens.peek();
    if (open.kind() != TokenKind.OPEN) {
      return context.script(this::single);
    }
    int start = tokens.mark();
    tokens.next();
    if (expressions.atoms().fontSwitchFollows()) {
      return expressions.atoms().switchedFont(open, start);
    }
    Optional<Syntax> special =
        tokens.peek().is(TokenKind.COMMAND, "substack") ? lines() : marks.group();
    Syntax content = special.or(this::entrywise).orElseGet(() -> context.script(expressions::list));
    tokens.close(open);
    return content;
  }

  /** {@code ^{\odot 2}}, {@code ^{\circ 2}}: a sign and the exponent of every entry. */
  private Optional<Syntax> entrywise() {
    Token sign = tokens.peek();
    boolean marked = sign.is(TokenKind.OPERATOR, "odot") || sign.is(TokenKind.OPERATOR, "circ");
    if (!marked) {
      return Optional.empty();
    }
    tokens.next();
    List<Factor> factors = new ArrayList<>();
    factors.add(Products.juxtaposed(Name.plain("\\" + sign.text(), tokens.span(sign))));
    factors.addAll(Products.factors(context.script(expressions::terms)));
    return Optional.of(Products.of(factors));
  }

  /** {@code \substack{i < j \\ j < k}}, which fills its script alone. */
  private Optional<Syntax> lines() {
    int start = tokens.mark();
    tokens.next();
    Token open = tokens.peek();
    if (!tokens.take(TokenKind.OPEN)) {
      throw tokens.unexpected(open, "`\\substack` needs its lines in braces");
    }
    List<Syntax> lines = new ArrayList<>();
    do {
      lines.addAll(Clause.items(context.script(expressions::list)));
    } while (tokens.take(TokenKind.NEWLINE) && !tokens.at(TokenKind.CLOSE));
    tokens.close(open);
    return Optional.of(
        lines.size() == 1 ? lines.get(0) : new Syntax.Sequence(lines, tokens.spanFrom(start)));
  }

  /** One token as TeX takes it: {@code x^12} raises only the 1, so it is refused. */
  private Syntax single() {
    Token token = tokens.peek();
    if (Marks.isMark(token)) {
      tokens.next();
      return Name.plain(Marks.base(token), tokens.span(token));
    }
    if (token.kind() == TokenKind.DELIMITER) {
      throw tokens.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          token,
          "Without braces only the bracket belongs to the script.",
          "put the whole script into braces");
    }
    Syntax operand = expressions.atoms().single();
    Refusals.loosePartials(operand);
    return operand;
  }
}
