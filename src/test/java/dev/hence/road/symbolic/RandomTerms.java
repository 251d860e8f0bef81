package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import dev.hence.time.Deadline;
import java.util.List;
import java.util.SplittableRandom;

/** Terms at random, of a given depth, over a few symbols of several domains. */
final class RandomTerms {
  private static final List<Elementary> FUNCTIONS = List.of(Elementary.values());

  final Terms terms = new Terms();
  private final SplittableRandom random;
  private final List<Term.Symbol> symbols =
      List.of(
          terms.symbol("x"),
          terms.symbol("y"),
          terms.symbol("p", Domain.POSITIVE),
          terms.symbol("q", Domain.NEGATIVE),
          terms.symbol("u", Domain.open(Rational.of(-1), Rational.ONE)));

  RandomTerms(long seed) {
    this.random = new SplittableRandom(seed);
  }

  List<Term.Symbol> symbols() {
    return symbols;
  }

  boolean hasSelect(Term term) {
    return term instanceof Term.Select || term.children().stream().anyMatch(this::hasSelect);
  }

  Term term(Polynomial polynomial) {
    return new Canonical(terms, Deadline.in(java.time.Duration.ofSeconds(5))).term(polynomial);
  }

  Term next(int depth) {
    if (depth == 0) {
      return random.nextInt(4) == 0
          ? terms.constant(Rational.of(random.nextInt(-3, 4), random.nextInt(1, 4)))
          : symbols.get(random.nextInt(symbols.size()));
    }
    Term a = next(random.nextInt(depth));
    Term b = next(depth - 1);
    return switch (random.nextInt(14)) {
      case 0, 1 -> terms.sum(a, b);
      case 2 -> terms.minus(b, a);
      case 3, 4 -> terms.product(a, b);
      case 5 -> terms.quotient(a, b);
      case 6 -> terms.power(b, random.nextInt(-2, 4));
      case 7 -> terms.power(b, Rational.of(random.nextInt(-2, 4), random.nextInt(2, 4)));
      case 8 -> terms.select(a, b, symbols.get(random.nextInt(symbols.size())));
      case 9 -> terms.exp(b);
      case 10 -> terms.log(b);
      case 11 -> terms.opaque("g", List.of(random.nextInt(2), 0), List.of(a, b));
      default -> terms.apply(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), b);
    };
  }
}
