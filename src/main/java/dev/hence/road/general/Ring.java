package dev.hence.road.general;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import dev.hence.proof.ProofState;
import dev.hence.proof.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ring of polynomials in the atoms of some terms, with what is known of the atoms: f · 1/f = 1,
 * (√u)² = u, sin² + cos² = 1, cosh² − sinh² = 1.
 */
final class Ring {
  private static final int MOST = 24;

  /** An atom, or one over it. */
  private record Generator(Term atom, boolean inverse) {}

  private final ProofState state;
  private final Map<Generator, Integer> generators = new LinkedHashMap<>();
  private final List<Generator> inverted = new ArrayList<>();

  /**
   * @param terms of which it is to have the atoms
   * @param divisors by which it is to be possible to divide
   */
  Ring(ProofState state, Collection<Term> terms, Collection<Term> divisors) {
    this.state = state;
    terms.forEach(term -> collect(state.normal(term)));
    for (Term divisor : divisors) {
      Term normal = state.normal(divisor);
      collect(normal);
      add(new Generator(normal, true));
    }
  }

  private void collect(Term normal) {
    for (Term summand : Summands.of(normal)) {
      for (Term factor : factors(summand)) {
        boolean inverse = factor instanceof Term.Power p && p.exponent() < 0;
        add(new Generator(base(factor), inverse));
      }
    }
  }

  private static List<Term> factors(Term summand) {
    return Summands.factors(summand).stream().filter(f -> !(f instanceof Term.Numeral)).toList();
  }

  private static Term base(Term factor) {
    return factor instanceof Term.Power p ? p.base() : factor;
  }

  private void add(Generator generator) {
    if (generators.containsKey(generator)) {
      return;
    }
    if (generators.size() >= MOST) {
      throw new ArithmeticException("more than " + MOST + " atoms");
    }
    generators.put(generator, generators.size());
    if (generator.inverse()) {
      inverted.add(generator);
      collect(state.normal(generator.atom()));
    } else if (generator.atom() instanceof Term.Elementary e
        && e.function() == ElementaryFunction.SQRT) {
      collect(state.normal(e.argument()));
    }
  }

  int size() {
    return generators.size();
  }

  /** A term as a polynomial. */
  RingElement of(Term term) {
    RingElement sum = RingElement.ZERO;
    for (Term summand : Summands.of(state.normal(term))) {
      int[] powers = new int[size()];
      Rational coefficient = Rational.ONE;
      for (Term factor : Summands.factors(summand)) {
        if (factor instanceof Term.Numeral n) {
          coefficient = coefficient.times(n.value());
        } else {
          int exponent = factor instanceof Term.Power p ? p.exponent() : 1;
          Integer number = generators.get(new Generator(base(factor), exponent < 0));
          if (number == null) {
            throw new ArithmeticException("an atom of another ring");
          }
          powers[number] += Math.abs(exponent);
        }
      }
      sum = sum.plus(RingElement.of(new Exponents(powers), coefficient));
    }
    return sum;
  }

  /** What is 0 for the atoms are what they are. */
  List<RingElement> relations() {
    List<RingElement> relations = new ArrayList<>();
    RingElement one = RingElement.of(Exponents.one(size()), Rational.ONE);
    for (Generator g : inverted) {
      relations.add(minus(generator(g).times(of(g.atom())), one));
    }
    for (Generator g : generators.keySet()) {
      if (!g.inverse() && g.atom() instanceof Term.Elementary e) {
        RingElement square = generator(g).times(generator(g));
        switch (e.function()) {
          case SQRT -> relations.add(minus(square, of(e.argument())));
          case SIN -> other(e, ElementaryFunction.COS, square, one, relations, 1);
          case COSH -> other(e, ElementaryFunction.SINH, square, one, relations, -1);
          default -> {}
        }
      }
    }
    return relations;
  }

  private void other(
      Term.Elementary e,
      ElementaryFunction function,
      RingElement square,
      RingElement one,
      List<RingElement> relations,
      int sign) {
    Generator other = new Generator(new Term.Elementary(function, e.argument()), false);
    if (generators.containsKey(other)) {
      RingElement second = generator(other).times(generator(other));
      Exponents none = Exponents.one(size());
      relations.add(minus(square.plus(none, Rational.of(sign), second), one));
    }
  }

  private RingElement generator(Generator g) {
    int[] powers = new int[size()];
    powers[generators.get(g)] = 1;
    return RingElement.of(new Exponents(powers), Rational.ONE);
  }

  private RingElement minus(RingElement a, RingElement b) {
    return a.plus(Exponents.one(size()), Rational.of(-1), b);
  }

  /** How often it is divided by a term in some polynomials. */
  int divisions(Term divisor, List<RingElement> polynomials) {
    Integer number = generators.get(new Generator(state.normal(divisor), true));
    return number == null
        ? 0
        : polynomials.stream()
            .flatMap(p -> p.terms().keySet().stream())
            .mapToInt(m -> m.of(number))
            .max()
            .orElse(0);
  }

  /**
   * A polynomial as a term, times powers of divisors by which it is then not divided.
   *
   * @param powers as high as it is divided at most
   */
  Term term(RingElement polynomial, Map<Term, Integer> powers) {
    Map<Term, Integer> cleared = new LinkedHashMap<>();
    powers.forEach((divisor, power) -> cleared.put(state.normal(divisor), power));
    List<Term> summands = new ArrayList<>();
    for (Map.Entry<Exponents, Rational> e : polynomial.terms().entrySet()) {
      List<Term> factors = new ArrayList<>();
      factors.add(new Term.Numeral(e.getValue()));
      Map<Term, Integer> left = new LinkedHashMap<>(cleared);
      generators.forEach(
          (g, number) -> {
            int exponent = e.getKey().of(number);
            if (g.inverse() && cleared.containsKey(g.atom())) {
              left.merge(g.atom(), -exponent, Integer::sum);
            } else if (exponent > 0) {
              factors.add(new Term.Power(g.atom(), g.inverse() ? -exponent : exponent));
            }
          });
      left.forEach((atom, power) -> factors.add(new Term.Power(atom, power)));
      summands.add(new Term.Product(factors));
    }
    return new Term.Sum(summands);
  }
}
