package dev.hence.read.math;

import dev.hence.expr.Rational;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax.Factor;
import dev.hence.read.math.Syntax.Name;
import dev.hence.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Commands with arguments or with a body: fractions, roots, sums, integrals. */
final class Operators {
  /** Operators that people write with {@code \operatorname} as well. */
  private static final Set<String> NAMED_BIG =
      Set.of("argmax", "argmin", "max", "min", "sup", "inf", "lim");

  private final Tokens tokens;
  private final Context context;
  private final Expressions expressions;
  private final Scripts scripts;

  Operators(Tokens tokens, Expressions expressions, Scripts scripts) {
    this.tokens = tokens;
    this.context = expressions.context();
    this.expressions = expressions;
    this.scripts = scripts;
  }

  /** Whether words name an operator that takes limits, {@code \text{arg min}}. */
  boolean isNamed(Token words) {
    return NAMED_BIG.contains(joined(words));
  }

  /** Behind {@code \operatorname{name}}. */
  Syntax named(Token token) {
    return NAMED_BIG.contains(joined(token))
        ? big(Vocabulary.BIG_OPERATORS.get(joined(token)), token)
        : Names.word(token.text(), tokens.span(token));
  }

  private static String joined(Token words) {
    return words.text().replace(" ", "");
  }

  /** Behind the operator; {@code \max} and its like without limits are functions. */
  Syntax big(BigOperatorKind kind, Token token) {
    int start = tokens.mark() - 1;
    boolean limited = tokens.at(TokenKind.SUB) || tokens.at(TokenKind.SUP);
    switch (kind) {
      case MAX, MIN, SUP, INF -> {
        if (!tokens.at(TokenKind.SUB)) {
          return new Syntax.FunctionName(functionName(kind), tokens.span(token));
        }
      }
      case LIM -> {
        if (!limited) {
          throw tokens.unread(
              ProblemId.UNSUPPORTED_NOTATION,
              token,
              "The limit does not say where it is taken.",
              "write \\lim_{\\eta \\to 0}");
        }
      }
      case SUM, PRODUCT, CHAIN, ARGMAX, ARGMIN -> {
        // the range may be known from the header
      }
    }
    Scripts.Limits limits = scripts.limits();
    Syntax body = context.deeper(() -> expressions.product(true));
    if (body instanceof Syntax.Terms) {
      throw tokens.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          token,
          "Braces do not show in print, so they group nothing.",
          "write parentheses around the sum behind the operator");
    }
    return new Syntax.BigOperator(
        kind, limits.lower(), limits.upper(), body, tokens.spanFrom(start));
  }

  private static String functionName(BigOperatorKind kind) {
    return kind.latex().substring(1);
  }

  /** Behind a command that has a shape of its own. */
  Syntax structure(Token token, int start) {
    return switch (token.text()) {
      case "frac", "dfrac", "tfrac", "cfrac" -> fraction(start);
      case "binom", "dbinom", "tbinom" -> binomial(start);
      case "sqrt" -> root(start);
      case "underbrace" -> annotated(TokenKind.SUB, start);
      case "overbrace" -> annotated(TokenKind.SUP, start);
      case "boxed" ->
          new Syntax.Annotated(expressions.atoms().argument(), "", tokens.spanFrom(start));
      case "nabla" -> Name.plain("\\nabla", tokens.span(token));
      case "infty" -> new Syntax.Infinity(tokens.span(token));
      case "int" -> integral(token, start);
      case "arg" -> arg(token, start);
      default -> throw tokens.unexpected(token, misplaced(token.text()));
    };
  }

  private static String misplaced(String command) {
    if (Vocabulary.FONT_SWITCHES.containsKey(command)) {
      return "write {\\" + command + " x} with the braces around both";
    }
    if (command.equals("substack")) {
      return "`\\substack{…}` fills the script of an operator alone";
    }
    return command.equals("over") ? "write {a \\over b} with the braces around both" : "";
  }

  private Syntax arg(Token token, int start) {
    Map<String, BigOperatorKind> kinds =
        Map.of("max", BigOperatorKind.ARGMAX, "min", BigOperatorKind.ARGMIN);
    Token next = tokens.peek();
    if (next.kind() != TokenKind.COMMAND || !kinds.containsKey(next.text())) {
      throw tokens.unexpected(token, "supported are \\arg\\max and \\arg\\min");
    }
    tokens.next();
    Scripts.Limits limits = scripts.limits();
    Syntax body = context.deeper(() -> expressions.product(true));
    return new Syntax.BigOperator(
        kinds.get(next.text()), limits.lower(), limits.upper(), body, tokens.spanFrom(start));
  }

  private Syntax fraction(int start) {
    Syntax numerator = part();
    Syntax denominator = part();
    return fraction(numerator, denominator, tokens.spanFrom(start));
  }

  private Syntax binomial(int start) {
    Syntax upper = part();
    Refusals.loosePartials(upper);
    Syntax lower = part();
    Refusals.loosePartials(lower);
    return new Syntax.Binomial(upper, lower, tokens.spanFrom(start));
  }

  /** An argument of a fraction: {@code \frac12} has one digit in each. */
  private Syntax part() {
    expressions.gaps().skip();
    Token first = tokens.peek();
    if (first.kind() == TokenKind.OPEN) {
      int start = tokens.mark();
      tokens.next();
      if (expressions.atoms().fontSwitchFollows()) {
        return expressions.atoms().switchedFont(first, start);
      }
      Syntax content = context.fractionPart(expressions::terms);
      tokens.close(first);
      return content;
    }
    if (first.kind() == TokenKind.NUMBER && first.text().matches("[0-9]{2}")) {
      return digit(first);
    }
    return context.fractionPart(expressions.atoms()::single);
  }

  /** Takes the first of two digits and leaves the other. */
  private Syntax digit(Token two) {
    int middle = two.start() + 1;
    tokens.replace(Token.of(TokenKind.NUMBER, two.text().substring(1), middle, two.end()));
    return expressions
        .atoms()
        .number(Token.of(TokenKind.NUMBER, two.text().substring(0, 1), two.start(), middle));
  }

  /** A fraction, unless it is a derivative or holds the differential of the integral around it. */
  Syntax fraction(Syntax numerator, Syntax denominator, Span span) {
    Optional<Syntax> derivative = Derivatives.ofFraction(numerator, denominator, span);
    if (derivative.isPresent()) {
      return derivative.get();
    }
    refuseSplitNumber();
    Syntax above = withoutDifferential(numerator);
    Refusals.loosePartials(above);
    Refusals.loosePartials(denominator);
    return new Syntax.Fraction(above, denominator, span);
  }

  private void refuseSplitNumber() {
    Token next = tokens.peek();
    if (tokens.isRestOfNumber()) {
      throw tokens.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          next,
          "Without braces only one digit belongs to the argument.",
          "put the number into braces");
    }
  }

  private Syntax withoutDifferential(Syntax numerator) {
    List<Factor> factors = Products.factors(numerator);
    int d = factors.size() - 2;
    boolean isDifferential =
        context.differential().isOpen()
            && d >= 0
            && Products.isD(factors.get(d).value())
            && Products.isJuxtaposed(factors.get(d + 1))
            && Products.isName(factors.get(d + 1).value());
    if (!isDifferential) {
      return numerator;
    }
    context.differential().foundInFraction(factors.get(d + 1).value());
    return d == 0 ? one(numerator.span()) : Products.of(factors.subList(0, d));
  }

  private static Syntax one(Span span) {
    return new Syntax.Numeral(Rational.ONE, "1", Span.at(span.start()));
  }

  private Syntax root(int start) {
    Optional<Syntax> degree = Optional.empty();
    if (tokens.peek().isDelimiter("[")) {
      Token open = tokens.next();
      degree = Optional.of(context.nested(Fence.NONE, expressions::terms));
      if (!tokens.peek().isDelimiter("]")) {
        throw tokens.unread(
            ProblemId.UNBALANCED, open, "The degree of the root is never closed.", "");
      }
      tokens.next();
    }
    Syntax body = context.deeper(expressions.atoms()::argument);
    return new Syntax.Root(body, degree, tokens.spanFrom(start));
  }

  private Syntax annotated(TokenKind script, int start) {
    Syntax body = expressions.atoms().argument();
    String note = "";
    if (tokens.at(script)) {
      tokens.next();
      int from = tokens.mark();
      Token first = tokens.peek();
      skipArgument();
      note = plain(tokens.writtenFrom(from));
      tokens.labels(tokens.writtenFrom(from), first);
    }
    return new Syntax.Annotated(body, note, tokens.spanFrom(start));
  }

  /** What stands at a brace is a remark, {@code _{=0}}, and need not read as mathematics. */
  private void skipArgument() {
    Token open = tokens.peek();
    int depth = 0;
    do {
      Token token = tokens.next();
      depth += token.kind() == TokenKind.OPEN ? 1 : 0;
      depth -= token.kind() == TokenKind.CLOSE ? 1 : 0;
      if (token.kind() == TokenKind.END) {
        throw tokens.unread(ProblemId.UNBALANCED, open, "The brace is never closed.", "");
      }
    } while (depth > 0);
  }

  private static String plain(String note) {
    return note.replaceAll("\\\\(?:text|mathrm|textrm)\\b\\s*|[{}]", "").strip();
  }

  private Syntax integral(Token token, int start) {
    Scripts.Limits limits = scripts.limits();
    Differential own = Differential.open();
    Syntax body = context.integrand(own, expressions::terms);
    Syntax variable =
        own.variable()
            .orElseThrow(
                () ->
                    tokens.unread(
                        ProblemId.UNSUPPORTED_NOTATION,
                        token,
                        "The integral has no differential.",
                        "end it with \\,dt or \\,\\mathrm{d}t"));
    if (own.leads()) {
      if (!(body instanceof Syntax.Numeral one) || one.span().start() != one.span().end()) {
        throw tokens.unread(
            ProblemId.UNSUPPORTED_NOTATION,
            token,
            "The differential stands alone in a term of the integral.",
            "write the integrand in parentheses before it");
      }
      if (expressions.startsFactor()) {
        body = context.deeper(() -> expressions.product(false));
      }
    }
    refuseBehindDifferential();
    Refusals.looseDifferentials(body);
    return new Syntax.Integral(
        limits.lower(), limits.upper(), body, variable, tokens.spanFrom(start));
  }

  private void refuseBehindDifferential() {
    Token next = tokens.peek();
    if (next.isDelimiter("(") && next.mark() != Token.Mark.RIGHT) {
      throw tokens.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          next,
          "Brackets behind a differential can be read in two ways.",
          "put a factor before the integral or write \\cdot; an integral by a measure is not"
              + " supported");
    }
  }
}
