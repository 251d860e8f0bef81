package dev.hence.proof;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import dev.hence.proof.Monomial.Factor;
import dev.hence.proof.Polynomial.Summand;
import dev.hence.proof.Refused.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The normal form of a term in the commutative ring with sums over letters: products are
 * distributed, sums pulled out, deltas contracted, equal monomials collected modulo the names of
 * their bound letters. Equal normal forms mean equal values, wherever what is inverted is not 0.
 */
final class NormalForm {
  private static final int HIGHEST = 24;

  private final Facts facts;
  private final Ranges ranges;
  private final Products products;
  private final Functions functions;
  private final Map<Term, Polynomial> known = new HashMap<>();
  private final Map<Term, Factor> closed = new HashMap<>();
  private int count;
  private long work;

  NormalForm(Facts facts, Collection<Letter> free) {
    this.facts = facts;
    this.ranges = new Ranges(free);
    this.products = new Products(this);
    this.functions = new Functions(this);
  }

  Ranges ranges() {
    return ranges;
  }

  String fresh() {
    return "~" + ++count;
  }

  /** Counts one piece of work; a term that takes too many is refused. */
  void work() {
    if (++work > 25_000) {
      throw new Refused(Reason.TOO_LARGE, "the normal form is too much work");
    }
  }

  Polynomial of(Term term) {
    Polynomial done = known.get(term);
    if (done == null) {
      work();
      done = compute(term);
      known.put(term, done);
    }
    return done;
  }

  /** The term in its normal form. */
  Term closed(Term term) {
    return once(term).atom();
  }

  /** The text of the term in its normal form. */
  String text(Term term) {
    return once(term).text();
  }

  /** The normal form with its text; to write them out takes longer than to find them again. */
  private Factor once(Term term) {
    Factor done = closed.get(term);
    if (done == null) {
      done = Factor.of(of(term).term(), 1);
      closed.put(term, done);
    }
    return done;
  }

  /** Whether two terms are the same in normal form. */
  boolean areEqual(Term a, Term b) {
    return a.equals(b) || closed(a).equals(closed(b));
  }

  private Polynomial compute(Term term) {
    return switch (term) {
      case Term.Numeral n -> Polynomial.constant(n.value());
      case Term.Whole w -> whole(w.value());
      case Term.Clock c -> atom(c);
      case Term.Variable v -> atom(facts.isSymmetric(v) ? sorted(v) : v);
      case Term.Delta d -> products.of(List.of(), List.of(Factor.of(d, 1)), Rational.ONE);
      case Term.Below b -> products.of(List.of(), List.of(Factor.of(b, 1)), Rational.ONE);
      case Term.Sum s -> Polynomial.sum(s.terms().stream().map(this::of).toList());
      case Term.Product p -> products.of(p.factors().stream().map(this::of).toList());
      case Term.Power p -> power(of(p.base()), p.exponent());
      case Term.Elementary e -> functions.of(e.function(), of(e.argument()));
      case Term.Opaque o -> opaque(o);
      case Term.Function f -> function(f);
      case Term.Over o -> over(o);
      case Term.Integral i -> integral(i);
      case Term.Derivative d ->
          throw new Refused(Reason.OPEN_DERIVATIVE, "a derivative that was not carried out");
      case Term.Let l ->
          throw new Refused(Reason.OPEN_DERIVATIVE, "a substitution that was not carried out");
    };
  }

  private static Term sorted(Term.Variable v) {
    List<Size> entry = v.entry().stream().sorted(Comparator.comparing(Size::toString)).toList();
    return new Term.Variable(v.name(), v.copy(), v.indices(), entry, v.time());
  }

  Facts facts() {
    return facts;
  }

  static Polynomial atom(Term atom) {
    return Polynomial.of(new Monomial(List.of(), List.of(Factor.of(atom, 1))), Rational.ONE);
  }

  /** A polynomial in sizes and letters. */
  Polynomial whole(Size size) {
    List<Polynomial> terms = new ArrayList<>();
    for (Size.Term term : size.terms()) {
      Polynomial product = Polynomial.constant(Rational.of(term.coefficient()));
      for (Size.Part part : term.parts()) {
        product = products.times(product, atom(new Term.Whole(single(part))));
      }
      terms.add(product);
    }
    return Polynomial.sum(terms);
  }

  Polynomial power(Polynomial base, int exponent) {
    if (Math.abs(exponent) > HIGHEST) {
      throw new Refused(Reason.TOO_LARGE, "the power " + exponent);
    }
    Polynomial factor = exponent < 0 ? products.inverse(base) : base;
    Polynomial product = Polynomial.constant(Rational.ONE);
    for (int k = 0; k < Math.abs(exponent); k++) {
      product = products.times(product, factor);
    }
    return product;
  }

  /** A polynomial divided by a factor of all its monomials. */
  Polynomial divided(Polynomial polynomial, Factor factor) {
    Factor inverse = new Factor(factor.atom(), -factor.exponent(), factor.text());
    return products.times(
        polynomial, Polynomial.of(new Monomial(List.of(), List.of(inverse)), Rational.ONE));
  }

  Polynomial product(Polynomial a, Polynomial b) {
    return products.times(a, b);
  }

  private Polynomial opaque(Term.Opaque o) {
    boolean integer =
        o.kind().equals("power")
            && o.parts().getLast() instanceof Term.Whole w
            && (!w.value().isFixed() || w.value().offset() >= 0)
            && !of(o.parts().getFirst()).isZero();
    return integer
        ? integerPower(of(o.parts().getFirst()), ((Term.Whole) o.parts().getLast()).value())
        : atom(new Term.Opaque(o.kind(), o.parts().stream().map(this::closed).toList()));
  }

  /** bⁿ⁺² = b² bⁿ, where the powers are defined; so also for b = 0, for 0⁰ = 1. */
  private Polynomial integerPower(Polynomial base, Size exponent) {
    List<Polynomial> factors = new ArrayList<>();
    for (Size.Term term : exponent.terms()) {
      Size part = Size.fixed(1);
      for (Size.Part p : term.parts()) {
        part = part.times(single(p));
      }
      Term power = new Term.Opaque("power", List.of(base.term(), new Term.Whole(part)));
      factors.add(power(term.parts().isEmpty() ? base : atom(power), term.coefficient()));
    }
    return products.of(factors);
  }

  private static Size single(Size.Part part) {
    return switch (part) {
      case Size.Part.Letter l -> Size.letter(l.letter());
      case Size.Part.Named n -> Size.member(n.name(), n.indices());
    };
  }

  private Polynomial function(Term.Function f) {
    List<Term.Argument> arguments = new ArrayList<>();
    for (Term.Argument a : f.arguments()) {
      Map<String, Size> opened = new LinkedHashMap<>();
      a.letters().forEach(l -> opened.put(l.name(), Size.letter(fresh())));
      Term body = closed(Terms.with(a.body(), opened));
      Map<String, Size> named = new HashMap<>();
      List<Letter> letters = new ArrayList<>();
      int height = 1 + height(body);
      for (Letter l : a.letters()) {
        String name = "@" + height + "." + letters.size();
        Map<String, Size> renamed = new HashMap<>();
        for (int k = 0; k < letters.size(); k++) {
          renamed.put(a.letters().get(k).name(), Size.letter(letters.get(k).name()));
        }
        letters.add(l.with(renamed).renamed(name));
        named.put(opened.get(l.name()).letters().getFirst(), Size.letter(name));
      }
      arguments.add(new Term.Argument(letters, closed(Terms.with(body, named))));
    }
    Term.Function own =
        new Term.Function(f.name(), f.indices(), f.partials(), arguments, f.entry());
    if (f.isInverse() && of(arguments.getFirst().body()).isZero()) {
      throw new Refused(Reason.DIVISION_BY_ZERO, "the inverse of 0");
    }
    if (f.isExponential() && of(arguments.getFirst().body()).isZero()) {
      return of(new Term.Delta(f.entry().getFirst(), f.entry().getLast()));
    }
    return atom(
        f.isInverse() || f.isExponential() || f.isMatrixPower() ? Inverses.sorted(this, own) : own);
  }

  private Polynomial over(Term.Over o) {
    List<Letter> letters = new ArrayList<>();
    Term body = o;
    while (body instanceof Term.Over inner) {
      Letter letter = inner.letter().renamed(fresh());
      letters.add(letter);
      body = Terms.with(inner.body(), Map.of(inner.letter().name(), Size.letter(letter.name())));
    }
    return products.summed(letters, of(body));
  }

  /** What does not depend on the variable moves out, and so do sums: integrals are linear. */
  private Polynomial integral(Term.Integral i) {
    Polynomial lower = of(i.lower());
    Polynomial upper = of(i.upper());
    Time running = new Time.Running(i.variable());
    List<Polynomial> parts = new ArrayList<>();
    for (Summand s : of(i.body()).summands()) {
      Monomial own = products.opened(s.monomial());
      List<Factor> outside = new ArrayList<>();
      List<Factor> inside = new ArrayList<>();
      own.factors().forEach(f -> (Terms.speaksOf(f.atom(), running) ? inside : outside).add(f));
      if (inside.isEmpty()) {
        Polynomial length = Polynomial.sum(List.of(upper, lower.times(Rational.of(-1))));
        parts.add(products.times(length, products.of(own.letters(), outside, s.coefficient())));
        continue;
      }
      Term rest = new Monomial(List.of(), inside).term(Rational.ONE);
      outside.add(Factor.of(integralOf(rest, i.variable(), lower.term(), upper.term()), 1));
      parts.add(products.of(own.letters(), outside, s.coefficient()));
    }
    return Polynomial.sum(parts);
  }

  private static Term integralOf(Term body, String variable, Term lower, Term upper) {
    String name = "∫" + (1 + height(body));
    Term renamed = Terms.at(body, new Time.Running(variable), new Time.Running(name));
    return new Term.Integral(name, lower, upper, renamed);
  }

  /** How many binders stand inside each other: inner ones have smaller numbers than outer ones. */
  static int height(Term term) {
    int inside = Terms.children(term).stream().mapToInt(NormalForm::height).max().orElse(0);
    boolean binds =
        term instanceof Term.Over
            || term instanceof Term.Integral
            || (term instanceof Term.Function f
                && f.arguments().stream().anyMatch(a -> !a.letters().isEmpty()));
    return binds ? inside + 1 : inside;
  }

  // Comparison

  /** Whether a term is 0, also after hyperbolic functions are written as exponentials. */
  boolean vanishes(Term term) {
    if (vanishes(of(term))) {
      return true;
    }
    Term plain = closed(term);
    Term exponentials = Functions.exponentials(plain);
    return !exponentials.equals(plain) && vanishes(of(exponentials));
  }

  /** Whether a polynomial is 0, also after it is multiplied by what it divides by. */
  private boolean vanishes(Polynomial polynomial) {
    Polynomial rest = polynomial;
    for (int k = 0; k < 12 && !rest.isZero(); k++) {
      Term divisor = divisor(rest);
      if (divisor == null) {
        return false;
      }
      rest = products.cleared(rest, divisor);
    }
    return rest.isZero();
  }

  /** A sum by which some monomial divides and that depends on none of its bound letters. */
  private static Term divisor(Polynomial polynomial) {
    for (Summand s : polynomial.summands()) {
      for (Factor f : s.monomial().factors()) {
        if (f.isInverse() && isFree(f.atom(), s.monomial().letters())) {
          return f.atom();
        }
      }
    }
    return null;
  }

  static boolean isFree(Term atom, List<Letter> letters) {
    return letters.stream().noneMatch(l -> Terms.speaksOf(atom, l.name()));
  }

  static boolean isElementary(Term atom, ElementaryFunction function) {
    return atom instanceof Term.Elementary e && e.function() == function;
  }
}
