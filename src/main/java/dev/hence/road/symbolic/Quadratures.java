package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Integrals ∫_a^b g(u) du over a variable of their own, each a symbol that stands for its parts.
 * Factors that do not change with u are moved out; sums stay whole, so that they are seen to be
 * derivatives.
 */
final class Quadratures {
  private static final int MOST_CANDIDATES = 200;

  private final Terms terms;
  private final Inputs inputs;
  private final Map<Quadrature, Term.Symbol> symbols = new HashMap<>();
  private final Map<Term.Symbol, Quadrature> quadratures = new HashMap<>();
  private final Map<Variable, Term.Symbol> variables = new HashMap<>();
  private final Set<Term.Symbol> bound = new LinkedHashSet<>();
  private final Set<Term> candidates = new LinkedHashSet<>();
  private int open;

  /** The variable of integrals that hold so many others inside each other. */
  private record Variable(int depth, Domain domain) {}

  /** What is integrated over a variable, from where to where. */
  record Quadrature(Term integrand, Term.Symbol variable, Term lower, Term upper) {
    List<Term> parts() {
      return List.of(integrand, lower, upper);
    }
  }

  Quadratures(Terms terms, Inputs inputs) {
    this.terms = terms;
    this.inputs = inputs;
  }

  Optional<Quadrature> of(Term.Symbol symbol) {
    return Optional.ofNullable(quadratures.get(symbol));
  }

  boolean isBound(Term.Symbol symbol) {
    return bound.contains(symbol);
  }

  /**
   * The integral of an integrand.
   *
   * @param raw the symbol that stands for the variable in it
   */
  Term integral(Term integrand, Term.Symbol raw, Term lower, Term upper) {
    if (lower.equals(upper)) {
      return terms.zero();
    }
    Term.Symbol variable = variable(integrand, lower, upper);
    Term renamed =
        raw.equals(variable)
            ? integrand
            : Substitution.of(terms, Map.of(raw, variable)).in(integrand);
    return linear(renamed, variable, lower, upper);
  }

  private Term linear(Term integrand, Term.Symbol u, Term lower, Term upper) {
    return switch (integrand) {
      case Term other when !mentions(other, u) -> terms.product(terms.minus(upper, lower), other);
      case Term.Product p -> {
        List<Term> outside = new ArrayList<>(List.of(terms.constant(p.coefficient())));
        List<Term> inside = new ArrayList<>();
        p.factors().forEach(f -> (mentions(f, u) ? inside : outside).add(f));
        outside.add(symbol(terms.product(inside), u, lower, upper));
        yield terms.product(outside);
      }
      case Term other -> symbol(other, u, lower, upper);
    };
  }

  /** Whether a term changes with a symbol, inside integrals too. */
  boolean mentions(Term term, Term.Symbol symbol) {
    return Symbols.any(
        term,
        s ->
            s.equals(symbol)
                || of(s)
                    .filter(q -> q.parts().stream().anyMatch(p -> mentions(p, symbol)))
                    .isPresent());
  }

  private Term symbol(Term integrand, Term.Symbol u, Term lower, Term upper) {
    Optional<Term> whole = Antiderivatives.polynomial(terms, integrand, u, lower, upper);
    if (whole.isPresent()) {
      return whole.get();
    }
    Quadrature quadrature = new Quadrature(integrand, u, lower, upper);
    Term.Symbol known = symbols.get(quadrature);
    if (known == null) {
      String text = "∫_{" + lower + "}^{" + upper + "} (" + integrand + ") d" + u.name();
      known = inputs.symbol(Texts.cut(text), Domain.REAL);
      symbols.put(quadrature, known);
      quadratures.put(known, quadrature);
    }
    return known;
  }

  /** Integrals inside each other have different variables, equal ones the same. */
  private Term.Symbol variable(Term integrand, Term lower, Term upper) {
    Domain domain =
        lower.range().positive() && upper.range().positive()
            ? Domain.POSITIVE
            : lower.range().nonnegative() && upper.range().nonnegative()
                ? Domain.NONNEGATIVE
                : Domain.REAL;
    return variables.computeIfAbsent(
        new Variable(depth(integrand), domain),
        v -> {
          String name = "u" + (v.depth() == 0 ? "" : String.valueOf(v.depth() + 1));
          Term.Symbol made = inputs.symbol(name, v.domain());
          bound.add(made);
          return made;
        });
  }

  /** How many integrals are inside each other in a term. */
  private int depth(Term term) {
    return Symbols.of(List.of(term)).stream()
        .flatMap(s -> of(s).stream())
        .mapToInt(q -> 1 + q.parts().stream().mapToInt(this::depth).max().orElse(0))
        .max()
        .orElse(0);
  }

  // Candidates for antiderivatives

  /** From here on what is differentiated may serve as an antiderivative. */
  void open(Term.Symbol raw) {
    open++;
    bound.add(raw);
  }

  boolean isOpen() {
    return open > 0;
  }

  void close() {
    open--;
  }

  /** A value of which a derivative was taken inside an integral. */
  void differentiated(Rectangle value) {
    if (open > 0 && candidates.size() + value.entries().size() <= MOST_CANDIDATES) {
      candidates.addAll(value.entries());
    }
  }

  /** The values with something put in place, as the derivatives are. */
  void put(Map<Term.Symbol, Term> values) {
    if (open > 0) {
      for (Term candidate : List.copyOf(candidates)) {
        boolean concerned = Symbols.any(candidate, values::containsKey);
        if (concerned && candidates.size() < MOST_CANDIDATES) {
          candidates.add(Substitution.of(terms, values).in(candidate));
        }
      }
    }
  }

  /** Values that change with the variable of an integral, as functions of it. */
  List<Term> candidates(Term.Symbol variable) {
    Set<Term> found = new LinkedHashSet<>();
    for (Term candidate : candidates) {
      Map<Term, Term> renamed = new HashMap<>();
      Symbols.of(List.of(candidate)).stream()
          .filter(bound::contains)
          .forEach(s -> renamed.put(s, variable));
      if (!renamed.isEmpty()) {
        found.add(Substitution.of(terms, renamed).in(candidate));
      }
    }
    return List.copyOf(found);
  }
}
