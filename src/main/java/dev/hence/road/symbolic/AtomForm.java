package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import dev.hence.time.Deadline;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Terms over atoms: every transcendental subterm becomes a symbol, by identities that hold wherever
 * the term is defined and pick no branch. What is left are sums, products and integer powers.
 */
final class AtomForm {
  private final Canonical canonical;
  private final Terms terms;
  private final Stage stage;
  private final Signs signs;
  private final Branches branches;
  private final Roots roots;
  private final Exponentials exponentials;
  private final Logarithms logarithms;
  private final Angles angles;
  private final Map<Term, Term> known = new HashMap<>();

  /** What becomes of tanh. */
  enum Stage {
    /** An atom; with tanh' = 1 − tanh² that settles most of what networks ask. */
    TANH_AS_ATOM,
    /** tanh u = (e^{2u} − 1)/(e^{2u} + 1). */
    TANH_BY_EXP
  }

  /** Terms over the atoms of a form. */
  record AtomisedList(List<Term> terms, Atomised atoms) {}

  private record FunctionOf(Elementary function, Fraction argument) {}

  private record OpaqueOf(String name, List<Integer> orders, List<Fraction> arguments) {}

  private record PiKey() {}

  private record WholeOf(Term term) {}

  private AtomForm(
      Terms terms, Stage stage, Deadline deadline, Map<Integer, Integer> denominators) {
    this.terms = terms;
    this.stage = stage;
    this.canonical = new Canonical(terms, deadline);
    this.signs = new Signs(canonical);
    this.branches = new Branches(canonical, signs);
    this.roots = new Roots(canonical, signs);
    this.exponentials = new Exponentials(canonical, roots);
    this.logarithms = new Logarithms(canonical, signs, roots, exponentials);
    this.angles = new Angles(canonical, denominators);
  }

  /**
   * Both sides over common atoms.
   *
   * @param facts conditions that may be taken to hold
   * @param deadline by when everything still unexpanded stays whole
   * @throws Undefined if a part is certainly undefined, as 1/0 or log(−1)
   */
  static Atomised of(
      Terms terms,
      Term left,
      Term right,
      List<Conditions.Condition> facts,
      Stage stage,
      Deadline deadline) {
    Map<Integer, Integer> denominators = new LinkedHashMap<>();
    while (true) {
      AtomForm form = new AtomForm(terms, stage, deadline, denominators);
      try {
        form.assume(facts);
        Term l = form.rewrite(left);
        Term r = form.rewrite(right);
        return form.atomised(l, r);
      } catch (Angles.Finer e) {
        // The angles are known better now.
      }
    }
  }

  /**
   * Terms over common atoms; the sides of the result are the first of them.
   *
   * @param facts conditions that may be taken to hold
   */
  static AtomisedList list(
      Terms terms, List<Term> list, List<Conditions.Condition> facts, Deadline deadline) {
    Map<Integer, Integer> denominators = new LinkedHashMap<>();
    while (true) {
      AtomForm form = new AtomForm(terms, Stage.TANH_AS_ATOM, deadline, denominators);
      try {
        form.assume(facts);
        List<Term> rewritten = form.rewrite(list);
        Term first = rewritten.getFirst();
        return new AtomisedList(rewritten, form.atomised(first, first));
      } catch (Angles.Finer e) {
        // The angles are known better now.
      }
    }
  }

  /** Whether a condition holds wherever its term is defined, nothing being taken for granted. */
  static boolean holds(Terms terms, Conditions.Condition condition, Deadline deadline) {
    return holds(terms, condition, List.of(), deadline);
  }

  /** Whether a condition holds wherever its term is defined and some facts hold. */
  static boolean holds(
      Terms terms,
      Conditions.Condition condition,
      List<Conditions.Condition> facts,
      Deadline deadline) {
    Map<Integer, Integer> denominators = new LinkedHashMap<>();
    while (true) {
      AtomForm form = new AtomForm(terms, Stage.TANH_AS_ATOM, deadline, denominators);
      try {
        form.assume(facts);
        return form.signs.holds(
            form.fraction(form.rewrite(condition.term())), condition.relation());
      } catch (Angles.Finer e) {
        // The angles are known better now.
      } catch (Undefined | TooLarge | ArithmeticException e) {
        return false;
      }
    }
  }

  private Atomised atomised(Term left, Term right) {
    return new Atomised(
        terms,
        left,
        right,
        canonical.ring().relations(),
        canonical.definitions(),
        signs.unknown().stream().map(canonical::term).filter(u -> !branches.hasSign(u)).toList());
  }

  private void assume(List<Conditions.Condition> facts) {
    for (Conditions.Condition fact : facts) {
      if (fact.term() instanceof Term.Symbol s) {
        assume(fact, s, range(fact));
      } else if (isNegated(fact.term())) {
        assume(fact, fact.term().children().getFirst(), range(fact).negate());
      }
    }
    for (Conditions.Condition fact : facts) {
      if (!(fact.term() instanceof Term.Symbol) && !isNegated(fact.term())) {
        Term term = rewrite(fact.term());
        canonical.learn(term, range(fact));
        if (fact.relation() == Conditions.Relation.POSITIVE) {
          signs.learnPositive(fraction(term));
        }
      }
    }
  }

  private void assume(Conditions.Condition fact, Term symbol, Range range) {
    Range both = rewrite(symbol).range().meet(range);
    known.put(symbol, canonical.make(fact, symbol, both));
  }

  /** Whether a term is −c·s for a symbol s and c &gt; 0. */
  private static boolean isNegated(Term term) {
    return term instanceof Term.Product p
        && p.coefficient().signum() < 0
        && p.factors().size() == 1
        && p.factors().getFirst() instanceof Term.Symbol;
  }

  private static Range range(Conditions.Condition fact) {
    return switch (fact.relation()) {
      case NONZERO -> Range.ALL.withoutZero();
      case POSITIVE -> Range.POSITIVE;
      case NONNEGATIVE -> Range.NONNEGATIVE;
    };
  }

  private Term rewrite(Term term) {
    Term result = known.get(term);
    if (result == null) {
      result = attempt(term);
      known.put(term, result);
    }
    return result;
  }

  private Term attempt(Term term) {
    try {
      return compute(term);
    } catch (TooLarge | ArithmeticException e) {
      return canonical.atom(new WholeOf(term), term);
    }
  }

  private List<Term> rewrite(List<Term> list) {
    return list.stream().map(this::rewrite).toList();
  }

  private Term compute(Term term) {
    return switch (term) {
      case Term.Constant c -> c;
      case Term.Symbol s -> s;
      case Term.Pi pi -> pi();
      case Term.Sum s -> terms.sum(terms.sum(rewrite(s.addends())), terms.constant(s.constant()));
      case Term.Product p ->
          terms.product(terms.product(rewrite(p.factors())), terms.constant(p.coefficient()));
      case Term.Power p -> power(rewrite(p.base()), p.exponent());
      case Term.OddRoot r -> term(roots.oddRoot(fraction(rewrite(r.base())), r.index()));
      case Term.Apply a -> apply(a.function(), rewrite(a.argument()));
      case Term.Select s -> select(s, signs.of(fraction(rewrite(s.on()))));
      case Term.Opaque o -> opaque(o, rewrite(o.arguments()));
    };
  }

  private Term.Symbol pi() {
    return canonical.atom(new PiKey(), terms.pi());
  }

  private Term power(Term base, Rational exponent) {
    if (exponent.isInteger() && exponent.signum() > 0) {
      return terms.power(base, exponent);
    }
    return term(roots.power(fraction(base), exponent));
  }

  private Term apply(Elementary function, Term u) {
    return switch (function) {
      case EXP -> term(exponentials.exp(u));
      case LOG -> logarithms.log(fraction(u));
      case ABS -> term(signs.abs(fraction(u)));
      case SIN -> rewrite(angles.turn(u, pi()).sin());
      case COS -> rewrite(angles.turn(u, pi()).cos());
      case TAN -> rewrite(terms.quotient(angles.turn(u, pi()).sin(), angles.turn(u, pi()).cos()));
      case TANH -> stage == Stage.TANH_AS_ATOM ? odd(function, u) : tanh(u);
      case SINH -> half(exponential(u), terms.negate(exponential(terms.negate(u))));
      case COSH -> half(exponential(u), exponential(terms.negate(u)));
      case ARCCOS -> terms.minus(half(pi(), terms.zero()), apply(Elementary.ARCSIN, u));
      case ARSINH -> arsinh(u);
      case ARCOSH -> logarithm(terms.sum(u, radical(terms.minus(terms.power(u, 2), terms.one()))));
      case ARTANH ->
          half(
              logarithm(
                  terms.product(
                      terms.sum(terms.one(), u),
                      power(terms.minus(terms.one(), u), Rational.of(-1)))),
              terms.zero());
      case ARCSIN, ARCTAN, ERF -> odd(function, u);
    };
  }

  /** The branch that is taken, if that is known; a branch that is undefined leaves the whole. */
  private Term select(Term.Select select, Fraction sign) {
    if (sign.isConstant()) {
      return rewrite(sign.coefficient().signum() > 0 ? select.above() : select.below());
    }
    try {
      return branches.select(sign, rewrite(select.above()), rewrite(select.below()));
    } catch (Undefined e) {
      throw new TooLarge();
    }
  }

  private Term arsinh(Term u) {
    if (fraction(u).coefficient().signum() < 0) {
      return terms.negate(arsinh(terms.negate(u)));
    }
    return logarithm(terms.sum(u, radical(terms.sum(terms.power(u, 2), terms.one()))));
  }

  private Term exponential(Term u) {
    return term(exponentials.exp(u));
  }

  private Term logarithm(Term u) {
    return logarithms.log(fraction(u));
  }

  private Term radical(Term u) {
    return power(u, Rational.of(1, 2));
  }

  private Term half(Term first, Term second) {
    return terms.product(terms.constant(Rational.of(1, 2)), terms.sum(first, second));
  }

  private Term tanh(Term u) {
    Term square = exponential(terms.product(terms.constant(2), u));
    return terms.product(
        terms.minus(square, terms.one()), power(terms.sum(square, terms.one()), Rational.of(-1)));
  }

  /** An atom for f(u), the same up to sign for f(−u). */
  private Term odd(Elementary function, Term u) {
    Fraction argument = fraction(u);
    if (argument.isZero()) {
      return terms.zero();
    }
    boolean flipped = argument.coefficient().signum() < 0;
    boolean inverse = function == Elementary.ARCSIN || function == Elementary.ARCTAN;
    if (inverse && argument.monomial().isOne()) {
      Optional<Term> angle = angle(function, flipped ? argument.negate() : argument);
      if (angle.isPresent()) {
        return flipped ? terms.negate(angle.get()) : angle.get();
      }
    }
    Fraction positive = flipped ? argument.negate() : argument;
    FunctionOf key = new FunctionOf(function, positive);
    Term.Symbol symbol = canonical.atom(key, terms.apply(function, term(positive)));
    if (inverse) {
      angles.inverse(symbol, new Angles.InverseFunction(function, term(positive)));
    }
    return flipped ? terms.negate(symbol) : symbol;
  }

  /** arcsin u or arctan u, where that is a third, a quarter or a sixth of π. */
  private Optional<Term> angle(Elementary function, Fraction u) {
    return Stream.of(2, 3, 4)
        .filter(n -> fraction(rewrite(angles.forward(function, n))).equals(u))
        .findFirst()
        .map(n -> terms.product(terms.constant(Rational.of(n, 12)), pi()));
  }

  private Term opaque(Term.Opaque opaque, List<Term> arguments) {
    List<Fraction> canonicalArguments = arguments.stream().map(this::fraction).toList();
    OpaqueOf key = new OpaqueOf(opaque.name(), opaque.orders(), canonicalArguments);
    return canonical.atom(key, terms.opaque(opaque.name(), opaque.orders(), arguments));
  }

  private Fraction fraction(Term overAtoms) {
    return canonical.fraction(overAtoms);
  }

  private Term term(Fraction fraction) {
    return canonical.term(fraction);
  }
}
