package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Shows that two sides with integrals ∫_a^b g(u) du in them are equal: by antiderivatives at the
 * ends; by one antiderivative of a linear combination of them; or because the sides agree where an
 * end meets the other, and change alike with it. Every antiderivative is differentiated, and must
 * be continuous between the ends.
 */
final class FundamentalTheorem {
  private static final int DEEPEST = 3;

  private final Setting setting;
  private final Equality equality;
  private final Terms terms;
  private final Quadratures quadratures;
  private final int depth;

  /**
   * @param equality what is asked about sides without integrals, or with others
   * @param depth how often this was entered already
   */
  FundamentalTheorem(Setting setting, Equality equality, int depth) {
    this.setting = setting;
    this.equality = equality;
    this.terms = setting.terms();
    this.quadratures = setting.trajectory().quadratures();
    this.depth = depth;
  }

  Optional<Finding> decide(Term left, Term right) {
    Set<Term.Symbol> integrals = integrals(left, right);
    if (integrals.isEmpty() || depth > DEEPEST) {
      return Optional.empty();
    }
    return evaluated(left, right, integrals)
        .or(() -> combined(left, right, integrals))
        .or(() -> alongAnEnd(left, right, integrals));
  }

  private Set<Term.Symbol> integrals(Term left, Term right) {
    Set<Term.Symbol> integrals = new LinkedHashSet<>(Symbols.of(List.of(left, right)));
    integrals.removeIf(s -> quadratures.of(s).isEmpty());
    return integrals;
  }

  // Each by itself

  private Optional<Finding> evaluated(Term left, Term right, Set<Term.Symbol> integrals) {
    Map<Term, Term> values = new HashMap<>();
    for (Term.Symbol integral : integrals) {
      Quadratures.Quadrature q = quadratures.of(integral).orElseThrow();
      new Antiderivatives(terms, quadratures, q.variable())
          .of(q.integrand())
          .filter(f -> isAntiderivative(f, q.integrand(), q.variable()))
          .ifPresent(f -> values.put(integral, change(f, q)));
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    Substitution substitution = Substitution.of(terms, values);
    return equality
        .deeper()
        .decide(substitution.in(left), substitution.in(right))
        .ifSettled()
        .map(
            f ->
                f.named("the sides with antiderivatives at the ends for the integrals")
                    .by("antiderivatives at the ends"));
  }

  private boolean isAntiderivative(Term f, Term integrand, Term.Symbol variable) {
    boolean continuous =
        Continuity.everywhere(terms, List.of(f), variable::equals, setting.deadline());
    return continuous && equality.deeper().decide(slope(f, variable), integrand).isSettled();
  }

  private Term change(Term f, Quadratures.Quadrature q) {
    return terms.minus(at(f, q.variable(), q.upper()), at(f, q.variable(), q.lower()));
  }

  private Term at(Term f, Term.Symbol variable, Term value) {
    return setting.trajectory().substituted(Rectangle.of(f), Map.of(variable, value)).number();
  }

  // Together

  /** left − right = D₀ + Σ cₖ∫gₖ over one interval, and Σ cₖgₖ is the derivative of some −F. */
  private Optional<Finding> combined(Term left, Term right, Set<Term.Symbol> integrals) {
    Term difference = terms.minus(left, right);
    Map<Term, Term> zeros = new HashMap<>();
    integrals.forEach(s -> zeros.put(s, terms.zero()));
    Term rest = Substitution.of(terms, zeros).in(difference);
    Quadratures.Quadrature first = quadratures.of(integrals.iterator().next()).orElseThrow();
    List<Term> addends = new ArrayList<>();
    for (Term.Symbol integral : integrals) {
      Quadratures.Quadrature q = quadratures.of(integral).orElseThrow();
      Term coefficient = Differentiation.derivative(terms, difference, integral);
      boolean alike =
          q.lower().equals(first.lower())
              && q.upper().equals(first.upper())
              && q.variable().equals(first.variable());
      if (!alike || Symbols.any(coefficient, integrals::contains)) {
        return Optional.empty();
      }
      addends.add(terms.product(coefficient, q.integrand()));
    }
    Term sum = terms.sum(addends);
    Optional<Finding> nothing =
        isZero(sum)
            .flatMap(
                s ->
                    isZero(rest)
                        .map(
                            r ->
                                Finding.all(
                                    List.of(
                                        s.named("the integrands together, and 0,"),
                                        r.named("the rest of the difference, and 0,")))));
    return nothing
        .map(f -> f.by("the integrands together"))
        .or(() -> byCandidate(rest, sum, first));
  }

  private Optional<Finding> isZero(Term term) {
    return equality.looksDifferent(term, terms.zero())
        ? Optional.empty()
        : equality.deeper().decide(term, terms.zero()).ifSettled();
  }

  private Optional<Finding> byCandidate(Term rest, Term sum, Quadratures.Quadrature q) {
    for (Term candidate : quadratures.candidates(q.variable())) {
      for (Term f : List.of(candidate, terms.negate(candidate))) {
        Term slope = slope(f, q.variable());
        boolean hopeless =
            setting.deadline().passed()
                || equality.looksDifferent(slope, sum)
                || !Continuity.everywhere(
                    terms, List.of(f), q.variable()::equals, setting.deadline());
        Optional<Finding> found =
            hopeless
                ? Optional.empty()
                : equality
                    .deeper()
                    .decide(slope, sum)
                    .ifSettled()
                    .flatMap(
                        a ->
                            isZero(terms.sum(rest, change(f, q)))
                                .map(
                                    b ->
                                        both(
                                            a.named(
                                                "the derivative of a term and the integrands"
                                                    + " together"),
                                            b.named(
                                                "the difference with that term at the ends and"
                                                    + " 0"))));
        if (found.isPresent()) {
          return found.map(finding -> finding.by("the integrand is a derivative"));
        }
      }
    }
    return Optional.empty();
  }

  private static Finding both(Finding a, Finding b) {
    return Finding.all(List.of(a, b));
  }

  // As functions of an end

  private Optional<Finding> alongAnEnd(Term left, Term right, Set<Term.Symbol> integrals) {
    for (Term.Symbol integral : integrals) {
      Quadratures.Quadrature q = quadratures.of(integral).orElseThrow();
      Optional<Finding> found =
          along(q.upper(), q.lower(), left, right)
              .or(() -> along(q.lower(), q.upper(), left, right));
      if (found.isPresent()) {
        return found.map(f -> f.by("equal where the ends meet, and so are the derivatives"));
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> along(Term end, Term other, Term left, Term right) {
    boolean free =
        end instanceof Term.Symbol s
            && quadratures.of(s).isEmpty()
            && !setting.trajectory().moves(s)
            && !Symbols.any(other, s::equals);
    if (!free || setting.deadline().passed()) {
      return Optional.empty();
    }
    Term.Symbol moving = (Term.Symbol) end;
    boolean continuous =
        Continuity.everywhere(terms, List.of(left, right), moving::equals, setting.deadline());
    if (!continuous) {
      return Optional.empty();
    }
    return equality
        .deeper()
        .decide(at(left, moving, other), at(right, moving, other))
        .ifSettled()
        .flatMap(
            start ->
                equality
                    .deeper()
                    .decide(slope(left, moving), slope(right, moving))
                    .ifSettled()
                    .map(
                        growth ->
                            both(
                                start.named("the sides where the ends of the integral meet"),
                                growth.named("their derivatives in that end"))));
  }

  private Term slope(Term side, Term.Symbol end) {
    return setting
        .trajectory()
        .derivative(Rectangle.of(side), Map.of(end, terms.one()), false)
        .number();
  }
}
