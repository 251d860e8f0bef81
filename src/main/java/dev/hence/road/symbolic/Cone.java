package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import dev.hence.time.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;

/**
 * Whether a polynomial in the atoms is nowhere negative where some others are not: by squares, by
 * combinations of the others, and by squaring away square roots.
 */
final class Cone {
  private static final int MOST_FACTS = 24;
  private static final int LONGEST = 60;
  private static final int MOST_PARTS = 160;
  private static final int MOST_SQUARE_ROOTS = 4;

  /** A polynomial that is not negative, or that is positive. */
  record Fact(Polynomial polynomial, boolean strict) {}

  private final AtomRing ring;
  private final List<Fact> facts;
  private final Deadline deadline;
  private final Squares squares;
  private final Predicate<Polynomial> looksNegative;

  /**
   * @param looksNegative a hint where not to look further
   */
  Cone(AtomRing ring, List<Fact> facts, Predicate<Polynomial> looksNegative, Deadline deadline) {
    this.ring = ring;
    this.looksNegative = looksNegative;
    this.facts = facts.stream().limit(MOST_FACTS).toList();
    this.deadline = deadline;
    this.squares = new Squares(ring);
  }

  /**
   * How it was seen.
   *
   * @param strict whether it is to be positive
   */
  Optional<String> show(Polynomial polynomial, boolean strict) {
    return show(polynomial, strict, MOST_SQUARE_ROOTS);
  }

  private Optional<String> show(Polynomial polynomial, boolean strict, int depth) {
    if (deadline.passed() || looksNegative.test(polynomial)) {
      return Optional.empty();
    }
    try {
      return squares.show(polynomial, strict)
          ? Optional.of("sum of squares, after expansion")
          : byDivision(polynomial, strict)
              .or(() -> lessFact(polynomial, strict))
              .or(() -> combined(polynomial, strict))
              .or(() -> unrooted(polynomial, strict, depth));
    } catch (TooLarge tooLarge) {
      return Optional.empty();
    }
  }

  /** A fact times a sum of squares, or what gives a fact when it is multiplied with one. */
  private Optional<String> byDivision(Polynomial polynomial, boolean strict) {
    for (Fact fact : facts) {
      boolean multiple =
          (fact.strict() || !strict) && isSum(polynomial.dividedBy(fact.polynomial()), strict);
      boolean divisor =
          (fact.strict() || !strict)
              && isSum(fact.polynomial().dividedBy(polynomial), !fact.strict());
      if (multiple || divisor) {
        return Optional.of("sum of squares and of what is assumed");
      }
    }
    return Optional.empty();
  }

  private boolean isSum(Optional<Polynomial> quotient, boolean strict) {
    return quotient.filter(q -> squares.show(q, strict)).isPresent();
  }

  /** A multiple of a fact and a sum of squares. */
  private Optional<String> lessFact(Polynomial polynomial, boolean strict) {
    for (Fact fact : facts) {
      for (Monomial multiplier : multipliers(polynomial, fact.polynomial())) {
        Polynomial multiple =
            ring.times(fact.polynomial(), Polynomial.of(Rational.ONE, multiplier));
        Rational most = most(polynomial, multiple);
        boolean positive =
            fact.strict() && Polynomial.of(Rational.ONE, multiplier).range().positive();
        if (most.signum() > 0
            && squares.show(
                polynomial.plus(multiple.times(most.negate(), Monomial.ONE)),
                strict && !positive)) {
          return Optional.of("sum of squares and of what is assumed");
        }
      }
    }
    return Optional.empty();
  }

  /** The largest multiple that leaves no monomial of it with another sign. */
  private static Rational most(Polynomial polynomial, Polynomial multiple) {
    Rational most = null;
    for (Map.Entry<Monomial, Rational> entry : multiple.terms().entrySet()) {
      Rational ratio =
          polynomial
              .terms()
              .getOrDefault(entry.getKey(), Rational.ZERO)
              .dividedBy(entry.getValue());
      most = most == null || ratio.compareTo(most) < 0 ? ratio : most;
    }
    return most == null ? Rational.ZERO : most;
  }

  private List<Monomial> multipliers(Polynomial polynomial, Polynomial fact) {
    SequencedSet<Monomial> multipliers = new LinkedHashSet<>();
    for (Monomial wanted : polynomial.terms().keySet()) {
      for (Monomial own : fact.terms().keySet()) {
        Monomial quotient = wanted.times(own.power(-1));
        if (!quotient.hasNegative() && isNonnegative(quotient)) {
          multipliers.add(quotient);
        }
      }
    }
    return List.copyOf(multipliers);
  }

  private static boolean isNonnegative(Monomial monomial) {
    return monomial.factors().stream()
        .allMatch(f -> f.exponent() % 2 == 0 || f.symbol().range().nonnegative());
  }

  // Linear programmes

  private record Part(Polynomial polynomial, boolean positive) {}

  private Optional<String> combined(Polynomial polynomial, boolean strict) {
    if (polynomial.size() > LONGEST) {
      return Optional.empty();
    }
    List<Part> parts = parts(polynomial);
    if (parts.size() > MOST_PARTS) {
      return Optional.empty();
    }
    Optional<List<Rational>> found =
        Combination.of(polynomial, parts.stream().map(Part::polynomial).toList(), deadline);
    boolean positive = false;
    for (int k = 0; found.isPresent() && k < parts.size(); k++) {
      positive |= found.get().get(k).signum() > 0 && parts.get(k).positive();
    }
    return found.isPresent() && (!strict || positive)
        ? Optional.of(
            facts.isEmpty()
                ? "sum of squares, after expansion"
                : "sum of squares and of what is assumed")
        : Optional.empty();
  }

  private List<Part> parts(Polynomial polynomial) {
    List<Part> parts = new ArrayList<>();
    for (Fact fact : facts) {
      for (Monomial multiplier : multipliers(polynomial, fact.polynomial())) {
        parts.add(
            times(fact, new Fact(Polynomial.of(Rational.ONE, multiplier), isPositive(multiplier))));
      }
    }
    for (int i = 0; i < Math.min(facts.size(), 6); i++) {
      for (int j = i; j < Math.min(facts.size(), 6); j++) {
        parts.add(times(facts.get(i), facts.get(j)));
      }
    }
    SequencedSet<Monomial> support = new LinkedHashSet<>(polynomial.terms().keySet());
    parts.forEach(part -> support.addAll(part.polynomial().terms().keySet()));
    List<Monomial> even = support.stream().filter(Cone::isNonnegative).toList();
    even.forEach(m -> parts.add(new Part(Polynomial.of(Rational.ONE, m), isPositive(m))));
    for (int i = 0; i < even.size() && parts.size() <= MOST_PARTS; i++) {
      for (int j = i + 1; j < even.size(); j++) {
        binomials(even.get(i), even.get(j), support, parts);
      }
    }
    return parts;
  }

  private Part times(Fact left, Fact right) {
    return new Part(
        ring.times(left.polynomial(), right.polynomial()), left.strict() && right.strict());
  }

  private static boolean isPositive(Monomial monomial) {
    return Polynomial.of(Rational.ONE, monomial).range().positive();
  }

  /** g(a ± b)² for monomials ga² and gb², where gab occurs. */
  private static void binomials(
      Monomial first, Monomial second, SequencedSet<Monomial> support, List<Part> parts) {
    Monomial product = first.times(second);
    if (product.factors().stream().allMatch(f -> f.exponent() % 2 == 0)) {
      Monomial mixed =
          new Monomial(
              product.factors().stream()
                  .map(f -> new Monomial.Factor(f.symbol(), f.exponent() / 2))
                  .toList());
      if (support.contains(mixed)) {
        Polynomial squares =
            Polynomial.of(Rational.ONE, first).plus(Polynomial.of(Rational.ONE, second));
        for (long sign : new long[] {-2, 2}) {
          parts.add(new Part(squares.plus(Polynomial.of(Rational.of(sign), mixed)), false));
        }
      }
    }
  }

  // Square roots

  /** A + B·r with r² = R is not negative if A is not and A² ≥ B²R, or B is not and B²R ≥ A². */
  private Optional<String> unrooted(Polynomial polynomial, boolean strict, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    for (Term.Symbol root : roots(polynomial)) {
      Polynomial a = part(polynomial, root, 0);
      Polynomial b = part(polynomial, root, 1);
      Polynomial square = ring.algebraic(root).orElseThrow().value();
      Polynomial difference = ring.times(a, a).plus(ring.times(ring.times(b, b), square).negate());
      boolean shown =
          (show(a, false, depth - 1).isPresent() && show(difference, strict, depth - 1).isPresent())
              || (show(b, false, depth - 1).isPresent()
                  && show(difference.negate(), strict, depth - 1).isPresent());
      if (shown) {
        return Optional.of("squares of both sides");
      }
    }
    return Optional.empty();
  }

  private List<Term.Symbol> roots(Polynomial polynomial) {
    SequencedSet<Term.Symbol> roots = new LinkedHashSet<>();
    for (Monomial monomial : polynomial.terms().keySet()) {
      for (Monomial.Factor factor : monomial.factors()) {
        boolean root =
            factor.symbol().range().nonnegative()
                && ring.algebraic(factor.symbol()).filter(r -> r.degree() == 2).isPresent();
        if (root) {
          roots.add(factor.symbol());
        }
      }
    }
    return List.copyOf(roots);
  }

  private static Polynomial part(Polynomial polynomial, Term.Symbol root, int exponent) {
    Polynomial part = Polynomial.ZERO;
    for (Map.Entry<Monomial, Rational> entry : polynomial.terms().entrySet()) {
      if (entry.getKey().exponent(root) == exponent) {
        part = part.plus(Polynomial.of(entry.getValue(), entry.getKey().without(root)));
      }
    }
    return part;
  }
}
