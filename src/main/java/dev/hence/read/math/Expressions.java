package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax.Factor;
import dev.hence.read.math.Syntax.Term;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sums, products and relations: the part of the parser where operators have their precedence.
 * Relations bind least, then plus and minus, then everything that joins factors, which is kept
 * flat.
 */
final class Expressions {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_EVALUATIONS = 10;

  private final Tokens tokens;
  private final Atoms atoms;
  private int depth;
  private boolean outermost = true;
  private boolean inScript;
  private boolean loosePartials;
  private Fence fence = Fence.NONE;
  private Differential differential = Differential.closed();

  Expressions(Tokens tokens) {
    this.tokens = tokens;
    this.atoms = new Atoms(tokens, this);
  }

  Tokens tokens() {
    return tokens;
  }

  Atoms atoms() {
    return atoms;
  }

  Fence fence() {
    return fence;
  }

  boolean inScript() {
    return inScript;
  }

  Differential differential() {
    return differential;
  }

  /** What is read inside brackets: wide space means nothing there, differentials end nothing. */
  <T> T nested(Fence inner, Supplier<T> body) {
    return within(inner, inScript, false, body);
  }

  /** What is read in a script, where marks such as {@code \top} are names. */
  <T> T script(Supplier<T> body) {
    return within(Fence.NONE, true, false, body);
  }

  /** What is read above or below a fraction bar, where it is settled later what a partial is. */
  <T> T fractionPart(Supplier<T> body) {
    return within(Fence.NONE, inScript, true, body);
  }

  private <T> T within(Fence inner, boolean script, boolean partials, Supplier<T> body) {
    boolean wasOutermost = outermost;
    boolean wasScript = inScript;
    boolean wasPartials = loosePartials;
    Fence wasFence = fence;
    Differential wasDifferential = differential;
    outermost = false;
    inScript = script;
    loosePartials = partials;
    fence = inner;
    differential = Differential.closed();
    countLevel();
    T result = body.get();
    depth--;
    outermost = wasOutermost;
    inScript = wasScript;
    loosePartials = wasPartials;
    fence = wasFence;
    differential = wasDifferential;
    return result;
  }

  /** Reads the body of an integral, which one differential ends. */
  <T> T integrand(Differential own, Supplier<T> body) {
    Differential outer = differential;
    differential = own;
    T result = deeper(body);
    differential = outer;
    return result;
  }

  /** Counts one more level of nesting while something is read. */
  <T> T deeper(Supplier<T> body) {
    countLevel();
    T result = body.get();
    depth--;
    return result;
  }

  private void countLevel() {
    if (++depth > MAX_DEPTH) {
      throw tokens.unread(
          ProblemId.NESTED_TOO_DEEP,
          tokens.peek(),
          "The formula is nested more than " + MAX_DEPTH + " levels deep.",
          "");
    }
  }

  /** Two operands or more joined by relations, or the only operand. */
  Syntax chain() {
    int start = tokens.mark();
    Syntax first = terms();
    List<Syntax.Link> links = links();
    return links.isEmpty() ? first : new Syntax.Chain(first, links, tokens.spanFrom(start));
  }

  List<Syntax.Link> links() {
    List<Syntax.Link> links = new ArrayList<>();
    while (afterSpace().kind() == TokenKind.RELATION) {
      skipSpace();
      Token sign = tokens.next();
      Relation relation = Vocabulary.RELATIONS.get(sign.text());
      links.add(new Syntax.Link(relation, sign.note(), tokens.span(sign), terms()));
    }
    return links;
  }

  /** Chains between commas. */
  Syntax list() {
    int start = tokens.mark();
    List<Syntax> items = new ArrayList<>(List.of(chain()));
    while (tokens.peek().is(TokenKind.PUNCTUATION, ",")) {
      tokens.next();
      items.add(chain());
    }
    return items.size() == 1
        ? items.get(0)
        : new Syntax.Sequence(items, tokens.spanFrom(start));
  }

  /** Terms with their signs, or the only term. */
  Syntax terms() {
    int start = tokens.mark();
    List<Term> terms = new ArrayList<>();
    skipSpace();
    boolean signed = tokens.at(TokenKind.SIGN);
    do {
      terms.add(term());
    } while (!differential.isFound() && signFollows());
    Term first = terms.get(0);
    if (terms.size() == 1 && (first.sign() == Sign.PLUS)) {
      return first.value();
    }
    Span span = tokens.spanFrom(start);
    if (!signed && first.value() instanceof Syntax.Terms inner) {
      List<Term> flat = new ArrayList<>(inner.terms());
      flat.addAll(terms.subList(1, terms.size()));
      return new Syntax.Terms(flat, span);
    }
    return new Syntax.Terms(terms, span);
  }

  private boolean signFollows() {
    if (afterSpace().kind() != TokenKind.SIGN || !continuesAfterSpace()) {
      return false;
    }
    skipSpace();
    return true;
  }

  private Term term() {
    int start = tokens.mark();
    List<Token> signs = new ArrayList<>();
    while (tokens.at(TokenKind.SIGN)) {
      signs.add(tokens.next());
      skipSpace();
    }
    if (signs.size() > MAX_DEPTH) {
      throw tokens.unread(
          ProblemId.NESTED_TOO_DEEP, signs.get(0), "There are too many signs in a row.", "");
    }
    Syntax value = product(false);
    if (!signs.isEmpty() && value instanceof Syntax.Terms) {
      throw bracesDoNotGroup(value.span());
    }
    for (int i = signs.size() - 1; i > 0; i--) {
      Span span = tokens.span(signs.get(i)).to(value.span());
      value =
          new Syntax.Terms(
              List.of(new Term(Vocabulary.SIGNS.get(signs.get(i).text()), value, span)), span);
    }
    Sign sign = signs.isEmpty() ? Sign.PLUS : Vocabulary.SIGNS.get(signs.get(0).text());
    return new Term(sign, value, tokens.spanFrom(start));
  }

  /**
   * Factors side by side.
   *
   * @param signed whether a minus may come first, as in {@code \sum_i -\log p_i}
   */
  Syntax product(boolean signed) {
    List<Factor> factors = new ArrayList<>();
    skipSpace();
    boolean negated = signed && takeMinus();
    addFactor(factors, Operator.JUXTAPOSED, negated);
    while (!differential.endsProduct() && readFactor(factors)) {
      // one more factor each time
    }
    if (factors.isEmpty()) {
      return new Syntax.Number(
          dev.hence.expr.Rational.ONE, "1", Span.at(tokens.span(tokens.peek()).start()));
    }
    List<Factor> resolved = Derivatives.inProduct(factors);
    refuseGrouping(resolved);
    if (!loosePartials && !standsAlone(resolved)) {
      resolved.forEach(factor -> refuseLoosePartials(factor.value()));
    }
    return Products.of(resolved);
  }

  private boolean readFactor(List<Factor> factors) {
    atoms.skipNothing();
    if (!outermost) {
      skipSpace();
    }
    if (afterSpace().kind() == TokenKind.OPERATOR) {
      skipSpace();
      Token sign = tokens.next();
      skipSpace();
      boolean negated = takeMinus();
      addFactor(factors, Vocabulary.OPERATORS.get(sign.text()), negated);
      return true;
    }
    if (atoms.evaluationFollows()) {
      refuseDeepEvaluation(factors.get(0).value());
      Factor evaluation = Products.juxtaposed(atoms.evaluation(Products.of(factors)));
      factors.clear();
      factors.add(evaluation);
      return true;
    }
    if (!atoms.startsHere()) {
      return false;
    }
    addFactor(factors, Operator.JUXTAPOSED, false);
    return true;
  }

  /** Bars one after the other nest without brackets. */
  private void refuseDeepEvaluation(Syntax first) {
    int evaluations = 0;
    Syntax inner = first;
    while (inner instanceof Syntax.Evaluation evaluation) {
      inner = Products.factors(evaluation.body()).get(0).value();
      evaluations++;
    }
    if (evaluations > MAX_EVALUATIONS) {
      throw tokens.unread(
          ProblemId.NESTED_TOO_DEEP, tokens.peek(), "There are too many evaluation bars.", "");
    }
  }

  /** An odd number of minus signs between an operator and its factor. */
  private boolean takeMinus() {
    boolean negated = false;
    while (tokens.peek().is(TokenKind.SIGN, "-")) {
      tokens.next();
      negated = !negated;
      skipSpace();
    }
    return negated;
  }

  private void addFactor(List<Factor> factors, Operator operator, boolean negated) {
    int start = tokens.mark();
    Syntax value = atoms.operand();
    if (operator == Operator.JUXTAPOSED
        && Products.isD(value)
        && differential.isOpen()
        && atoms.nameFollows()) {
      if (negated) {
        throw tokens.unexpected(tokens.peek(), "a differential has no sign");
      }
      differential.found(atoms.operand(), factors.isEmpty());
      return;
    }
    if (operator == Operator.JUXTAPOSED
        && differential.isOpen()
        && value instanceof Syntax.Name name
        && Products.differential(name).size() == 2) {
      differential.found(Products.differential(name).get(1), factors.isEmpty());
      return;
    }
    if (value instanceof Syntax.Product product) {
      splice(factors, product, operator, negated);
      return;
    }
    refuseTwoNumbers(factors, operator, value);
    factors.add(new Factor(operator, negated, value, tokens.spanFrom(start)));
  }

  /** Braces print nothing: the factors inside stand beside those outside. */
  private void splice(
      List<Factor> factors, Syntax.Product product, Operator operator, boolean negated) {
    Factor first = product.factors().get(0);
    factors.add(
        new Factor(operator, negated ^ first.negated(), first.value(), first.span()));
    factors.addAll(product.factors().subList(1, product.factors().size()));
  }

  private void refuseTwoNumbers(List<Factor> factors, Operator operator, Syntax value) {
    boolean bothNumbers =
        operator == Operator.JUXTAPOSED
            && value instanceof Syntax.Number
            && !factors.isEmpty()
            && factors.get(factors.size() - 1).value() instanceof Syntax.Number;
    if (bothNumbers) {
      throw new Unread(
          ProblemId.UNEXPECTED_TOKEN,
          value.span(),
          "Two numbers stand side by side.",
          "write 10000 without spaces, or \\cdot between factors");
    }
  }

  private void refuseGrouping(List<Factor> factors) {
    for (Factor factor : factors) {
      if (factors.size() > 1 && factor.value() instanceof Syntax.Terms) {
        throw bracesDoNotGroup(factor.value().span());
      }
    }
  }

  /** Refuses a partial sign, or a sum or product that holds one, that is no derivative. */
  void refuseLoosePartials(Syntax syntax) {
    if (syntax instanceof Syntax.Terms terms) {
      terms.terms().forEach(term -> refuseLoosePartials(term.value()));
    }
    for (Factor factor : Products.factors(syntax)) {
      if (Products.isLoosePartial(factor.value())) {
        throw new Unread(
            ProblemId.UNSUPPORTED_NOTATION,
            factor.value().span(),
            "`\\partial` belongs to no derivative.",
            "supported are \\frac{\\partial f}{\\partial x}, \\partial_x f and"
                + " \\partial f/\\partial x");
      }
    }
  }

  /** Whether a factor begins here. */
  boolean startsFactor() {
    if (!outermost) {
      skipSpace();
    }
    return atoms.startsHere();
  }

  /** {@code \partial = d} names the sign itself. */
  private boolean standsAlone(List<Factor> factors) {
    return factors.size() == 1
        && outermost
        && (tokens.at(TokenKind.RELATION) || tokens.at(TokenKind.END));
  }

  private Unread bracesDoNotGroup(Span span) {
    return new Unread(
        ProblemId.UNSUPPORTED_NOTATION,
        span,
        "Braces do not show in print, so they group nothing.",
        "write parentheses around the sum");
  }

  /** The next token; inside brackets white space does not count. */
  Token afterSpace() {
    int ahead = 0;
    while (tokens.peek(ahead).kind() == TokenKind.WIDE) {
      ahead++;
    }
    return tokens.peek(ahead);
  }

  void skipSpace() {
    while (tokens.at(TokenKind.WIDE)) {
      tokens.next();
    }
  }

  boolean isOutermost() {
    return outermost;
  }

  /**
   * Whether a sign behind wide space goes on with the sum. A plus does. A minus may begin the next
   * statement: it does if a relation follows before the next gap.
   */
  private boolean continuesAfterSpace() {
    if (!outermost || !tokens.at(TokenKind.WIDE) || !afterSpace().text().equals("-")) {
      return true;
    }
    int ahead = 0;
    while (tokens.peek(ahead).kind() == TokenKind.WIDE) {
      ahead++;
    }
    int braces = 0;
    while (true) {
      Token token = tokens.peek(ahead++);
      switch (token.kind()) {
        case OPEN -> braces++;
        case CLOSE -> braces--;
        case DELIMITER -> {
          braces += Delimiters.opening(token).isPresent() ? 1 : 0;
          braces -= Delimiters.closing(token).isPresent() ? 1 : 0;
        }
        case RELATION -> {
          if (braces == 0) {
            return false;
          }
        }
        case WIDE, CONNECTIVE, TEXT -> {
          if (braces == 0) {
            return true;
          }
        }
        case END -> {
          return true;
        }
        case LETTER, NUMBER, COMMAND, OPERATOR_NAME, OPERATOR, SIGN, SUB, SUP, PRIME, BANG,
            PUNCTUATION, AMPERSAND, NEWLINE, BEGIN, FINISH, TAG, LABEL -> {
          // keep looking
        }
      }
    }
  }
}
