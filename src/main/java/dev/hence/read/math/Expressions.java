package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax.Term;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums and relations: the part of the parser where operators have their precedence. Relations bind
 * least, then plus and minus, then everything that joins factors, which is kept flat.
 */
final class Expressions {
  private final Tokens tokens;
  private final Context context;
  private final Gaps gaps;
  private final Atoms atoms;
  private final ProductReader products;

  Expressions(Tokens tokens) {
    this.tokens = tokens;
    this.context = new Context(tokens);
    this.gaps = new Gaps(tokens, context);
    this.atoms = new Atoms(tokens, context, this);
    this.products = new ProductReader(tokens, context, gaps, atoms);
  }

  Context context() {
    return context;
  }

  Gaps gaps() {
    return gaps;
  }

  Atoms atoms() {
    return atoms;
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
    while (gaps.behind().kind() == TokenKind.RELATION) {
      gaps.skip();
      Token sign = tokens.next();
      Relation relation = Vocabulary.RELATIONS.get(sign.text());
      boolean names = relation == Relation.EQUAL && tokens.peek().is(TokenKind.PUNCTUATION, ":");
      if (names) {
        tokens.next();
      }
      links.add(
          new Syntax.Link(
              names ? Relation.DEFINES : relation,
              names ? Arrows.NAMES : sign.note(),
              tokens.span(sign),
              terms()));
    }
    return links;
  }

  /** Chains between commas. */
  Syntax list() {
    int start = tokens.mark();
    List<Syntax> items = new ArrayList<>(List.of(item()));
    while (tokens.peek().is(TokenKind.PUNCTUATION, ",")) {
      tokens.next();
      items.add(item());
    }
    return items.size() == 1 ? items.get(0) : new Syntax.Sequence(items, tokens.spanFrom(start));
  }

  /** A chain, or the colon of {@code A_{i,:}}, which stands for every index. */
  private Syntax item() {
    Token behind = tokens.peek(1);
    boolean colon =
        tokens.peek().is(TokenKind.PUNCTUATION, ":")
            && (behind.is(TokenKind.PUNCTUATION, ",") || behind.kind() == TokenKind.CLOSE);
    return colon ? new Syntax.Placeholder(tokens.span(tokens.next())) : suchThat(chain());
  }

  /** {@code i : y_i = 1} below a sum: the letter, and what holds of it behind the colon. */
  private Syntax suchThat(Syntax letter) {
    if (!(letter instanceof Syntax.Name)
        || !tokens.peek().is(TokenKind.PUNCTUATION, ":")
        || !relationFollows()) {
      return letter;
    }
    Token colon = tokens.next();
    Syntax.Link link = new Syntax.Link(Relation.TYPED, "", tokens.span(colon), chain());
    return new Syntax.Chain(letter, List.of(link), letter.span().to(link.operand().span()));
  }

  private boolean relationFollows() {
    int ahead = 1;
    while (tokens.peek(ahead).kind() != TokenKind.END
        && tokens.peek(ahead).kind() != TokenKind.CLOSE
        && tokens.peek(ahead).kind() != TokenKind.RELATION) {
      ahead++;
    }
    return tokens.peek(ahead).kind() == TokenKind.RELATION;
  }

  /** Terms with their signs, or the only term. */
  Syntax terms() {
    int start = tokens.mark();
    List<Term> terms = new ArrayList<>();
    gaps.skip();
    do {
      gaps.skip();
      Term term = term();
      if (!terms.isEmpty() && term.sign() == Sign.PLUS && term.value() instanceof Syntax.Terms t) {
        terms.addAll(t.terms());
      } else {
        terms.add(term);
      }
    } while (!context.differential().isFound() && gaps.signFollows());
    Term first = terms.get(0);
    if (terms.size() == 1 && first.sign() == Sign.PLUS) {
      return first.value();
    }
    Span span = tokens.spanFrom(start);
    if (first.sign() == Sign.PLUS && first.value() instanceof Syntax.Terms inner) {
      List<Term> flat = new ArrayList<>(inner.terms());
      flat.addAll(terms.subList(1, terms.size()));
      return Series.of(new Syntax.Terms(flat, span));
    }
    return Series.of(new Syntax.Terms(terms, span));
  }

  private Term term() {
    int start = tokens.mark();
    List<Token> signs = new ArrayList<>();
    while (tokens.at(TokenKind.SIGN)) {
      signs.add(tokens.next());
      gaps.skip();
    }
    if (signs.size() > Context.MAX_DEPTH) {
      throw tokens.unread(
          ProblemId.NESTED_TOO_DEEP, signs.get(0), "There are too many signs in a row.", "");
    }
    Syntax value = product(false);
    boolean onlyPlus = signs.stream().allMatch(s -> s.text().equals("+"));
    if (!onlyPlus && value instanceof Syntax.Terms) {
      throw Refusals.bracesDoNotGroup(value.span());
    }
    for (int i = signs.size() - 1; i > 0; i--) {
      Sign sign = Vocabulary.SIGNS.get(signs.get(i).text());
      if (sign != Sign.PLUS) {
        Span span = tokens.span(signs.get(i)).to(value.span());
        value = new Syntax.Terms(List.of(new Term(sign, value, span)), span);
      }
    }
    Sign sign = signs.isEmpty() ? Sign.PLUS : Vocabulary.SIGNS.get(signs.get(0).text());
    return new Term(sign, value, tokens.spanFrom(start));
  }

  /**
   * @param signed whether a minus may come first
   */
  Syntax product(boolean signed) {
    return products.read(signed);
  }

  /** Whether a factor begins here. */
  boolean startsFactor() {
    gaps.skipInside();
    return atoms.startsHere();
  }
}
