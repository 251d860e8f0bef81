package dev.hence.proof;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import dev.hence.proof.Monomial.Factor;
import dev.hence.proof.Polynomial.Summand;
import dev.hence.proof.Refused.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Products of monomials, sums over their letters, and inverses. */
final class Products {
  private final NormalForm form;
  private final Naming naming;
  private final Cancellation cancellation;
  private final Inverses inverses;
  private final Deltas deltas;

  Products(NormalForm form) {
    this.form = form;
    this.naming = new Naming(form);
    this.cancellation = new Cancellation(form, this);
    this.inverses = new Inverses(form, this, cancellation);
    this.deltas = new Deltas(form, this);
  }

  Polynomial times(Polynomial a, Polynomial b) {
    List<Polynomial> parts = new ArrayList<>();
    for (Summand x : a.summands()) {
      for (Summand y : b.summands()) {
        form.work();
        Monomial left = opened(x.monomial());
        Monomial right = opened(y.monomial());
        List<Letter> letters = new ArrayList<>(left.letters());
        letters.addAll(right.letters());
        List<Factor> factors = new ArrayList<>(left.factors());
        factors.addAll(right.factors());
        parts.add(of(letters, factors, x.coefficient().times(y.coefficient())));
      }
    }
    return Polynomial.sum(parts);
  }

  /** The monomial with new letters. */
  Monomial opened(Monomial monomial) {
    if (monomial.letters().isEmpty()) {
      return monomial;
    }
    Map<String, Size> names = new HashMap<>();
    monomial.letters().forEach(l -> names.put(l.name(), Size.letter(form.fresh())));
    return new Monomial(
        monomial.letters().stream()
            .map(l -> l.with(names).renamed(names.get(l.name()).letters().getFirst()))
            .toList(),
        monomial.factors().stream()
            .map(f -> NormalForm.isFree(f.atom(), monomial.letters()) ? f : opened(f, names))
            .toList());
  }

  private static Factor opened(Factor factor, Map<String, Size> names) {
    return Factor.of(Terms.with(factor.atom(), names), factor.exponent());
  }

  /** The product of polynomials, those of one monomial at once. */
  Polynomial of(List<Polynomial> polynomials) {
    List<Letter> letters = new ArrayList<>();
    List<Factor> factors = new ArrayList<>();
    List<Polynomial> others = new ArrayList<>();
    Rational coefficient = Rational.ONE;
    for (Polynomial p : polynomials) {
      List<Summand> summands = p.summands();
      if (summands.size() == 1) {
        Monomial own = opened(summands.getFirst().monomial());
        letters.addAll(own.letters());
        factors.addAll(own.factors());
        coefficient = coefficient.times(summands.getFirst().coefficient());
      } else {
        others.add(p);
      }
    }
    Polynomial product =
        letters.isEmpty() && factors.isEmpty()
            ? Polynomial.constant(coefficient)
            : of(letters, factors, coefficient);
    for (Polynomial other : others) {
      product = times(product, other);
    }
    return product;
  }

  /** The sum over letters that nothing outside uses. */
  Polynomial summed(List<Letter> letters, Polynomial body) {
    if (letters.isEmpty()) {
      return body;
    }
    List<Polynomial> parts = new ArrayList<>();
    for (Summand s : body.summands()) {
      Monomial inner = opened(s.monomial());
      List<Letter> all = new ArrayList<>(letters);
      all.addAll(inner.letters());
      parts.add(of(all, inner.factors(), s.coefficient()));
    }
    return Polynomial.sum(parts);
  }

  /** The product of powers of atoms, summed over letters that occur nowhere else. */
  Polynomial of(List<Letter> letters, List<Factor> raw, Rational coefficient) {
    form.work();
    List<Factor> factors = merged(raw);
    for (int k = 0; k < factors.size(); k++) {
      Optional<Polynomial> simpler = simplified(letters, factors, k, coefficient);
      if (simpler.isPresent()) {
        return simpler.get();
      }
    }
    for (Letter letter : letters) {
      boolean used =
          factors.stream().anyMatch(f -> Terms.speaksOf(f.atom(), letter.name()))
              || letters.stream()
                  .anyMatch(
                      l -> l.lower().speaksOf(letter.name()) || l.upper().speaksOf(letter.name()));
      Size values = Ranges.difference(letter.upper(), letter.lower()).plus(1);
      if (values.isFixed() && values.offset() <= 0) {
        return Polynomial.ZERO;
      }
      if (!used && form.ranges().with(letters).isAtLeast(values, 0)) {
        List<Letter> fewer = letters.stream().filter(l -> !l.equals(letter)).toList();
        return times(of(fewer, factors, coefficient), form.whole(values));
      }
      Optional<Integer> whole = sumToOne(letters, letter, factors);
      if (whole.isPresent()) {
        List<Letter> fewer = letters.stream().filter(l -> !l.equals(letter)).toList();
        return of(fewer, without(factors, whole.get()), coefficient);
      }
    }
    for (int k = 0; k < factors.size(); k++) {
      if (factors.get(k).isInverse()) {
        Optional<Polynomial> shorter = cancellation.cancelled(letters, factors, k, coefficient);
        if (shorter.isPresent()) {
          return shorter.get();
        }
      }
      if (factors.get(k).atom() instanceof Term.Function f && f.isInverse()) {
        Optional<Polynomial> shorter = inverses.contracted(letters, factors, k, coefficient);
        if (shorter.isPresent()) {
          return shorter.get();
        }
      }
    }
    return naming.named(letters, factors, coefficient, this);
  }

  /** The one factor that uses a letter, if its values sum to 1. */
  private Optional<Integer> sumToOne(List<Letter> letters, Letter letter, List<Factor> factors) {
    List<Integer> using = new ArrayList<>();
    for (int k = 0; k < factors.size(); k++) {
      if (Terms.speaksOf(factors.get(k).atom(), letter.name())) {
        using.add(k);
      }
    }
    boolean alone =
        using.size() == 1
            && letters.stream()
                .noneMatch(
                    l -> l.lower().speaksOf(letter.name()) || l.upper().speaksOf(letter.name()));
    return alone
            && factors.get(using.getFirst()).exponent() == 1
            && form.facts().sumsToOne(factors.get(using.getFirst()).atom(), letter)
        ? Optional.of(using.getFirst())
        : Optional.empty();
  }

  static List<Factor> merged(List<Factor> raw) {
    SortedMap<String, Factor> powers = new TreeMap<>();
    raw.forEach(
        f ->
            powers.merge(
                f.text(),
                f,
                (a, b) ->
                    new Factor(a.atom(), Math.addExact(a.exponent(), b.exponent()), a.text())));
    return powers.values().stream().filter(f -> f.exponent() != 0).toList();
  }

  static List<Factor> without(List<Factor> factors, int k) {
    List<Factor> rest = new ArrayList<>(factors);
    rest.remove(k);
    return rest;
  }

  /** What one factor's own relation makes of the product, if it makes something else of it. */
  private Optional<Polynomial> simplified(
      List<Letter> letters, List<Factor> factors, int k, Rational coefficient) {
    Factor f = factors.get(k);
    return switch (f.atom()) {
      case Term.Delta d -> deltas.delta(d, letters, factors, k, coefficient);
      case Term.Below b -> deltas.below(b, letters, factors, k, coefficient);
      case Term.Elementary e -> relation(e, letters, factors, k, coefficient);
      default ->
          f.isInverse() && f.exponent() > 0
              ? Optional.of(
                  replaced(letters, factors, k, form.of(f.atom()), f.exponent(), coefficient))
              : Optional.empty();
    };
  }

  /** The product with a power of a polynomial in place of a factor. */
  private Polynomial replaced(
      List<Letter> letters,
      List<Factor> factors,
      int k,
      Polynomial base,
      int exponent,
      Rational coefficient) {
    Polynomial product = of(List.of(), without(factors, k), coefficient);
    return summed(letters, times(product, form.power(base, exponent)));
  }

  /** √a² = a, sin² = 1 − cos², cosh² = 1 + sinh²: what is left has such a factor at most once. */
  private Optional<Polynomial> relation(
      Term.Elementary e, List<Letter> letters, List<Factor> factors, int k, Rational coefficient) {
    int n = factors.get(k).exponent();
    boolean root = e.function() == ElementaryFunction.SQRT && n != 1;
    boolean other =
        (e.function() == ElementaryFunction.SIN || e.function() == ElementaryFunction.COSH)
            && n >= 2;
    if (!root && !other) {
      return Optional.empty();
    }
    int odd = Math.floorMod(n, 2);
    List<Factor> kept = new ArrayList<>(without(factors, k));
    if (odd == 1) {
      kept.add(Factor.of(e, 1));
    }
    Polynomial square =
        switch (e.function()) {
          case SQRT -> form.of(e.argument());
          case SIN ->
              form.of(
                  Term.minus(
                      Term.ONE,
                      new Term.Power(
                          new Term.Elementary(ElementaryFunction.COS, e.argument()), 2)));
          default ->
              form.of(
                  new Term.Sum(
                      List.of(
                          Term.ONE,
                          new Term.Power(
                              new Term.Elementary(ElementaryFunction.SINH, e.argument()), 2))));
        };
    Polynomial product = of(List.of(), kept, coefficient);
    return Optional.of(summed(letters, times(product, form.power(square, (n - odd) / 2))));
  }

  // Inverses

  /** 1 over a polynomial: its common factors by themselves, the rest as one atom. */
  Polynomial inverse(Polynomial polynomial) {
    if (polynomial.isZero()) {
      throw new Refused(Reason.DIVISION_BY_ZERO, "division by 0");
    }
    List<Factor> common = common(polynomial);
    Rational leading = polynomial.summands().getFirst().coefficient();
    if (!common.isEmpty()) {
      Polynomial rest = polynomial;
      List<Factor> factors = new ArrayList<>();
      for (Factor f : common) {
        rest = form.divided(rest, f);
        factors.add(new Factor(f.atom(), -f.exponent(), f.text()));
      }
      return times(of(List.of(), factors, Rational.ONE), inverse(rest));
    }
    Term divisor = polynomial.times(Rational.ONE.dividedBy(leading)).term();
    if (divisor.equals(Term.ONE)) {
      return Polynomial.constant(Rational.ONE.dividedBy(leading));
    }
    if (!(divisor instanceof Term.Sum || divisor instanceof Term.Over)) {
      throw new Refused(Reason.DIVISION_BY_ZERO, "division by what may vanish for some indices");
    }
    return of(List.of(), List.of(Factor.of(divisor, -1)), Rational.ONE.dividedBy(leading));
  }

  /** The factors of all monomials, with the least exponents; none that only deltas have. */
  static List<Factor> common(Polynomial polynomial) {
    List<Factor> common = new ArrayList<>();
    List<Summand> all = polynomial.summands();
    Map<String, Factor> seen = new TreeMap<>();
    all.forEach(s -> s.monomial().factors().forEach(f -> seen.putIfAbsent(f.text(), f)));
    for (Factor f : seen.values()) {
      boolean integer = f.atom() instanceof Term.Delta || f.atom() instanceof Term.Below;
      if (integer) {
        continue;
      }
      int least = Integer.MAX_VALUE;
      for (Summand s : all) {
        int own = 0;
        for (Factor g : s.monomial().factors()) {
          boolean same =
              g.text().equals(f.text()) && NormalForm.isFree(g.atom(), s.monomial().letters());
          own = same ? g.exponent() : own;
        }
        least = Math.min(least, own);
      }
      if (least != 0) {
        common.add(new Factor(f.atom(), least, f.text()));
      }
    }
    return common;
  }

  /** A polynomial times a power of a divisor, high enough that no monomial divides by it. */
  Polynomial cleared(Polynomial polynomial, Term divisor) {
    String text = divisor.toString();
    int power = 0;
    for (Summand s : polynomial.summands()) {
      for (Factor f : s.monomial().factors()) {
        power = f.text().equals(text) ? Math.max(power, -f.exponent()) : power;
      }
    }
    Polynomial base = form.of(divisor);
    List<Polynomial> parts = new ArrayList<>();
    for (Summand s : polynomial.summands()) {
      int left = power;
      List<Factor> rest = new ArrayList<>();
      for (Factor f : s.monomial().factors()) {
        if (f.text().equals(text) && NormalForm.isFree(f.atom(), s.monomial().letters())) {
          left += f.exponent();
        } else {
          rest.add(f);
        }
      }
      Polynomial own = Polynomial.of(new Monomial(s.monomial().letters(), rest), s.coefficient());
      parts.add(times(own, form.power(base, left)));
    }
    return Polynomial.sum(parts);
  }
}
