package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax.Accented;
import dev.hence.read.math.Syntax.Factor;
import dev.hence.read.math.Syntax.Name;
import dev.hence.read.math.Syntax.Product;
import dev.hence.read.math.Syntax.Scripted;
import dev.hence.read.math.Syntax.Term;
import dev.hence.read.math.Syntax.Terms;
import dev.hence.read.math.Vocabulary.Typeface;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Letters, fonts and accents: whatever ends up as one name. */
final class Names {
  private final Tokens tokens;
  private final Context context;
  private final Expressions expressions;

  Names(Tokens tokens, Expressions expressions) {
    this.tokens = tokens;
    this.context = expressions.context();
    this.expressions = expressions;
  }

  /** A name of letters in an upright font: a function if it is known as one. */
  static Syntax word(String text, Span span) {
    return Vocabulary.word(text)
        .<Syntax>map(function -> new Syntax.FunctionName(function, span))
        .orElseGet(() -> new Name(text, Font.ROMAN, false, List.of(), span));
  }

  /** {@code \mathbf{x}}, {@code \mathbf x}. */
  Syntax font(Typeface typeface, int start) {
    if (!tokens.at(TokenKind.OPEN)) {
      Syntax letter = context.deeper(expressions.atoms()::single);
      return apply(typeface, letter, tokens.spanFrom(start));
    }
    Token open = tokens.next();
    return fontGroup(typeface, open, start);
  }

  /** What is left of a group, in one font: {@code \mathbf{…}} or {@code {\bf …}}. */
  Syntax fontGroup(Typeface typeface, Token open, int start) {
    Optional<String> run = run(typeface.font());
    if (run.isPresent()) {
      tokens.take(TokenKind.CLOSE);
      Span span = tokens.spanFrom(start);
      return typeface.font() == Font.ROMAN && !typeface.bold()
          ? word(run.get(), span)
          : new Name(run.get(), typeface.font(), typeface.bold(), List.of(), span);
    }
    Syntax content = context.nested(Fence.NONE, expressions::terms);
    tokens.close(open);
    return apply(typeface, content, tokens.spanFrom(start));
  }

  /** Letters without a gap up to the closing brace, where the font makes one name of them. */
  private Optional<String> run(Font font) {
    boolean joins =
        switch (font) {
          case ROMAN, ITALIC, SANS, TYPEWRITER -> true;
          case PLAIN, CALLIGRAPHIC, SCRIPT, BLACKBOARD, FRAKTUR -> false;
        };
    StringBuilder run = new StringBuilder();
    int length = 0;
    int end = tokens.peek().start();
    while (isRun(tokens, length) && tokens.peek(length).start() == end) {
      Token token = tokens.peek(length++);
      run.append(token.kind() == TokenKind.SUB ? "_" : token.text());
      end = token.end();
    }
    if (!joins
        || run.length() < 2
        || tokens.peek(length).kind() != TokenKind.CLOSE
        || tokens.peek().kind() != TokenKind.LETTER) {
      return Optional.empty();
    }
    for (int i = 0; i < length; i++) {
      tokens.next();
    }
    return Optional.of(run.toString());
  }

  private static boolean isRun(Tokens tokens, int ahead) {
    Token token = tokens.peek(ahead);
    return switch (token.kind()) {
      case LETTER, NUMBER -> true;
      case SUB -> tokens.written(token).equals("\\_");
      case SIGN -> token.text().equals("-") && ahead > 0;
      case COMMAND,
          OPERATOR_NAME,
          TEXT,
          DELIMITER,
          RELATION,
          CONNECTIVE,
          OPERATOR,
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

  /** A font belongs to the letters, not to scripts: {@code \boldsymbol{w_0}} is bold w, index 0. */
  static Syntax apply(Typeface typeface, Syntax syntax, Span span) {
    return switch (syntax) {
      case Name name -> name(typeface, name, span);
      case Syntax.Numeral number -> digit(typeface, number, span);
      case Scripted s ->
          new Scripted(
              apply(typeface, s.base(), s.base().span()), s.sub(), s.sup(), s.primes(), span);
      case Product product ->
          new Product(
              product.factors().stream().map(factor -> apply(typeface, factor)).toList(), span);
      case Terms terms ->
          new Terms(
              terms.terms().stream()
                  .map(
                      term ->
                          new Term(
                              term.sign(),
                              apply(typeface, term.value(), term.value().span()),
                              term.span()))
                  .toList(),
              span);
      case Accented a -> new Accented(a.accent(), apply(typeface, a.body(), a.body().span()), span);
      case Syntax.Group g -> inside(typeface, g);
      case Syntax.Parted p -> refused(p, false);
      case Syntax.FunctionName f -> f;
      case Syntax.Infinity i -> i;
      case Syntax.Dots d -> d;
      case Syntax.Placeholder p -> p;
      case Syntax.Text t -> t;
      case Syntax.Derivative d -> refused(d, d.kind() == DerivativeKind.NABLA);
      case Syntax.Annotated a -> refused(a, false);
      case Syntax.Factorial f -> refused(f, false);
      case Syntax.Sequence s -> refused(s, false);
      case Syntax.Fraction f -> refused(f, false);
      case Syntax.Binomial b -> refused(b, false);
      case Syntax.Root r -> refused(r, false);
      case Syntax.Absolute a -> refused(a, false);
      case Syntax.Norm n -> refused(n, false);
      case Syntax.Evaluation e -> refused(e, false);
      case Syntax.BigOperator b -> refused(b, false);
      case Syntax.Integral i -> refused(i, false);
      case Syntax.Chain c -> refused(c, false);
      case Syntax.Cases c -> refused(c, false);
      case Syntax.Matrix m -> refused(m, false);
    };
  }

  /** A font that would have to be carried far inside, or that changes nothing. */
  private static Syntax refused(Syntax syntax, boolean changesNothing) {
    if (changesNothing) {
      return syntax;
    }
    throw new Unread(
        ProblemId.UNSUPPORTED_NOTATION,
        syntax.span(),
        "A font around a whole formula is not supported.",
        "put the font around each letter");
  }

  private static Factor apply(Typeface typeface, Factor factor) {
    return new Factor(
        factor.operator(),
        factor.negated(),
        apply(typeface, factor.value(), factor.value().span()),
        factor.span());
  }

  private static Syntax inside(Typeface typeface, Syntax.Group group) {
    return new Syntax.Group(
        group.open(),
        group.close(),
        group.items().stream().map(item -> apply(typeface, item, item.span())).toList(),
        group.separators(),
        group.span());
  }

  private static Name name(Typeface typeface, Name name, Span span) {
    Font font = name.font() == Font.PLAIN ? typeface.font() : name.font();
    boolean isItalicLetter = font == Font.ITALIC && isOneLetter(name.base());
    return new Name(
        name.base(),
        isItalicLetter ? Font.PLAIN : font,
        name.bold() || typeface.bold(),
        name.accents(),
        span);
  }

  private static boolean isOneLetter(String base) {
    return base.length() == 1 || base.startsWith("\\");
  }

  /**
   * {@code \mathbf{1}}, {@code \mathbb{1}}, {@code \boldsymbol{0}} are names; other digits stay.
   */
  private static Syntax digit(Typeface typeface, Syntax.Numeral number, Span span) {
    boolean isName =
        (typeface.bold() && number.text().matches("[01]"))
            || (typeface.font() == Font.BLACKBOARD && number.text().matches("[0-9]"));
    return isName
        ? new Name(number.text(), typeface.font(), typeface.bold(), List.of(), span)
        : number;
  }

  /** An accent over its argument; over scripts it belongs to the letter below. */
  Syntax accent(Accent accent, int start) {
    Syntax body = context.deeper(expressions.atoms()::argument);
    return accented(accent, body, tokens.spanFrom(start));
  }

  private static Syntax accented(Accent accent, Syntax body, Span span) {
    if (body instanceof Name name) {
      List<Accent> accents = new ArrayList<>(name.accents());
      accents.add(accent);
      return new Name(name.base(), name.font(), name.bold(), accents, span);
    }
    if (body instanceof Scripted s && s.base() instanceof Name name) {
      Syntax base = accented(accent, name, name.span());
      return new Scripted(base, s.sub(), s.sup(), s.primes(), span);
    }
    return new Accented(accent, body, span);
  }
}
