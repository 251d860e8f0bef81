package dev.hence.road.general;

import dev.hence.expr.Rational;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Polynomials and all their combinations. A member is written as such a combination by a Gröbner
 * basis (B. Buchberger, 1965) whose members remember how they were made. The work is bounded: where
 * it does not suffice, nothing is found.
 */
final class Ideal {
  private static final int MOST_MEMBERS = 60;
  private static final int MOST_STEPS = 4_000;

  /** A member, and the multiples of the generators that add up to it. */
  private record Member(RingElement value, List<RingElement> multiples) {
    Member plus(Exponents monomial, Rational coefficient, Member other) {
      List<RingElement> sums = new ArrayList<>();
      for (int k = 0; k < multiples.size(); k++) {
        sums.add(multiples.get(k).plus(monomial, coefficient, other.multiples.get(k)));
      }
      return new Member(value.plus(monomial, coefficient, other.value), sums);
    }
  }

  private record Pair(Member first, Member second) {}

  private final int generators;
  private final List<Member> members = new ArrayList<>();
  private final Deque<Pair> pairs = new ArrayDeque<>();
  private int steps;

  private Ideal(int generators) {
    this.generators = generators;
  }

  /**
   * The multiples of some polynomials that add up to another, up to multiples of the relations.
   *
   * @param relations what is 0 anyhow
   * @return empty if none were found, or if everything is such a combination
   */
  static Optional<List<RingElement>> multiples(
      RingElement goal, List<RingElement> premises, List<RingElement> relations, int letters) {
    Ideal ideal = new Ideal(premises.size());
    try {
      return ideal.multiples(goal, premises, relations, Exponents.one(letters));
    } catch (ArithmeticException tooMuch) {
      return Optional.empty();
    }
  }

  private Optional<List<RingElement>> multiples(
      RingElement goal, List<RingElement> premises, List<RingElement> relations, Exponents one) {
    for (int k = 0; k < premises.size(); k++) {
      List<RingElement> multiples = none();
      multiples.set(k, RingElement.of(one, Rational.ONE));
      add(reduced(new Member(premises.get(k), multiples)));
    }
    relations.forEach(relation -> add(reduced(new Member(relation, none()))));
    while (true) {
      Member left = reduced(new Member(goal, none()));
      if (isEverything()) {
        return Optional.empty();
      }
      if (left.value().isZero()) {
        RingElement zero = RingElement.ZERO;
        return Optional.of(
            left.multiples().stream().map(m -> zero.plus(one, Rational.of(-1), m)).toList());
      }
      if (!extended()) {
        return Optional.empty();
      }
    }
  }

  private List<RingElement> none() {
    return new ArrayList<>(Collections.nCopies(generators, RingElement.ZERO));
  }

  private boolean isEverything() {
    return members.stream().anyMatch(m -> m.value().isConstant());
  }

  /** Adds one more member; false if there is none that is not a combination of the others. */
  private boolean extended() {
    while (!pairs.isEmpty() && members.size() < MOST_MEMBERS) {
      Pair pair = pairs.removeFirst();
      Member member = reduced(difference(pair.first(), pair.second()));
      if (!member.value().isZero()) {
        add(member);
        return true;
      }
    }
    return false;
  }

  private void add(Member member) {
    if (member.value().isZero()) {
      return;
    }
    for (Member other : members) {
      if (!other.value().leading().isCoprimeTo(member.value().leading())) {
        pairs.addLast(new Pair(other, member));
      }
    }
    members.add(member);
  }

  private static Member difference(Member a, Member b) {
    Exponents lcm = a.value().leading().lcm(b.value().leading());
    Member zero = a.plus(Exponents.one(0), Rational.of(-1), a);
    return zero.plus(lcm.over(a.value().leading()), inverse(a.value().leadingCoefficient()), a)
        .plus(lcm.over(b.value().leading()), inverse(b.value().leadingCoefficient()).negate(), b);
  }

  private static Rational inverse(Rational value) {
    return Rational.ONE.dividedBy(value);
  }

  /** A member less multiples of others, no monomial of which is left that one of them leads. */
  private Member reduced(Member member) {
    Member left = member;
    List<Exponents> open = new ArrayList<>(left.value().terms().keySet());
    while (!open.isEmpty()) {
      Exponents last = open.removeLast();
      Rational coefficient = left.value().terms().get(last);
      Optional<Member> divisor =
          coefficient == null
              ? Optional.empty()
              : members.stream().filter(m -> m.value().leading().divides(last)).findFirst();
      if (divisor.isPresent()) {
        if (++steps > MOST_STEPS) {
          throw new ArithmeticException("too many steps");
        }
        RingElement value = divisor.get().value();
        Rational factor = coefficient.dividedBy(value.leadingCoefficient()).negate();
        left = left.plus(last.over(value.leading()), factor, divisor.get());
        open = new ArrayList<>(left.value().terms().headMap(last).keySet());
      }
    }
    return left;
  }
}
