package dev.hence.proof;

import dev.hence.claim.Domain.Interval;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Size;
import dev.hence.proof.Monomial.Factor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * What the moves of a proof ask of the numbers, without what holds by its form, by declarations, or
 * by conditions that are known: the steps at which something was divided or a logarithm taken.
 */
final class Demands {
  private static final int MOST_LETTERS = 3;

  private final NormalForm form;
  private final Bounds bounds;
  private final Set<String> free;
  private final Set<String> nonzero = new HashSet<>();
  private final Set<String> positive = new HashSet<>();

  /**
   * @param free letters that stand for themselves; others are told by how they occur
   */
  Demands(NormalForm form, Set<String> free) {
    this.form = form;
    this.bounds = new Bounds(form);
    this.free = free;
  }

  /**
   * What the nodes of a term ask for that are not defined everywhere, bound letters left free. What
   * holds for all that the letters run through is not asked for.
   */
  static void collect(Term term, Bounds bounds, SequencedSet<Demand> found) {
    switch (term) {
      case Term.Power p when p.exponent() < 0 -> ask(new Demand(p.base(), false), bounds, found);
      case Term.Elementary e when e.function() == ElementaryFunction.LOG ->
          ask(new Demand(e.argument(), true), bounds, found);
      default -> {}
    }
    List<Term> parts = Terms.children(term);
    for (int k = 0; k < parts.size(); k++) {
      collect(parts.get(k), bounds.with(Terms.binds(term, k)), found);
    }
  }

  private static void ask(Demand demand, Bounds bounds, SequencedSet<Demand> found) {
    if (!holds(demand, bounds)) {
      found.add(demand);
    }
  }

  private static boolean holds(Demand demand, Bounds bounds) {
    try {
      Interval values = bounds.of(demand.term());
      return demand.positive() ? Intervals.isPositive(values) : !values.contains(Rational.ZERO);
    } catch (Refused unknown) {
      return false;
    }
  }

  /** Takes a relation of a number to 0 for granted. */
  void grant(Term term, Relation relation) {
    switch (relation) {
      case NOT_EQUAL -> parts(term).forEach(p -> nonzero.add(text(p, true)));
      case GREATER -> {
        parts(term).forEach(p -> nonzero.add(text(p, true)));
        positive.add(text(term, false));
      }
      case LESS -> grant(Term.negative(term), Relation.GREATER);
      case EQUAL, LESS_OR_EQUAL, GREATER_OR_EQUAL, APPROXIMATELY -> {}
    }
  }

  /** Takes for granted that a demand is met. */
  void grant(Demand demand) {
    grant(demand.term(), demand.positive() ? Relation.GREATER : Relation.NOT_EQUAL);
  }

  /** What is left of some demands, each once, in parts. */
  List<Demand> left(Iterable<Demand> demands) {
    SequencedSet<Demand> left = new LinkedHashSet<>();
    for (Demand d : demands) {
      try {
        left.addAll(left(d));
      } catch (Refused tooLarge) {
        left.add(d);
      }
    }
    return List.copyOf(left);
  }

  private List<Demand> left(Demand d) {
    if (d.positive()) {
      boolean known = holds(d, bounds);
      return known || !positive.add(text(d.term(), false)) ? List.of() : List.of(d);
    }
    if (holds(d, bounds)) {
      return List.of();
    }
    return parts(d.term()).stream()
        .filter(part -> !isNonzero(part) && nonzero.add(text(part, true)))
        .map(part -> new Demand(part, false))
        .toList();
  }

  private boolean isNonzero(Term term) {
    return bounds.isNonzero(term) || nonzero.contains(text(term, true));
  }

  /** Factors of a number, all of which are not 0 if it is not. */
  private List<Term> parts(Term term) {
    Polynomial polynomial = form.of(term);
    if (polynomial.isZero()) {
      return List.of(Term.ZERO);
    }
    List<Term> parts = new ArrayList<>();
    Polynomial rest = polynomial;
    for (Factor f : Products.common(polynomial)) {
      parts.add(isRoot(f.atom()) ? ((Term.Elementary) f.atom()).argument() : f.atom());
      rest = form.divided(rest, f);
    }
    if (!rest.term().equals(Term.ONE)) {
      parts.add(rest.term());
    }
    return parts;
  }

  private static boolean isRoot(Term atom) {
    return NormalForm.isElementary(atom, ElementaryFunction.SQRT);
  }

  /** A text that is the same for numbers that differ by the names of letters alone. */
  private String text(Term term, boolean upToFactor) {
    Term still = still(term, term, 0);
    List<String> letters = new ArrayList<>(Terms.free(still));
    letters.removeAll(free);
    if (letters.size() > MOST_LETTERS) {
      return still.toString();
    }
    String least = "";
    for (List<String> order : orders(letters)) {
      Map<String, Size> names = new HashMap<>();
      order.forEach(name -> names.put(name, Size.letter("●" + names.size())));
      Polynomial own = form.of(Terms.with(still, names));
      Rational factor =
          upToFactor && !own.isZero() ? own.summands().getFirst().coefficient() : Rational.ONE;
      String text = own.times(Rational.ONE.dividedBy(factor)).term().toString();
      least = least.isEmpty() || text.compareTo(least) < 0 ? text : least;
    }
    return least;
  }

  /** Times of integrals that lie around it, named by their order. */
  private static Term still(Term part, Term whole, int count) {
    Optional<Time> time =
        switch (part) {
          case Term.Clock c -> Optional.of(c.time());
          case Term.Variable v -> Optional.of(v.time());
          default -> Optional.empty();
        };
    if (time.isPresent()
        && time.get() instanceof Time.Running r
        && !r.variable().startsWith("●")
        && !Terms.any(
            whole, t -> t instanceof Term.Integral i && i.variable().equals(r.variable()))) {
      Term named = Terms.at(whole, r, new Time.Running("●" + count));
      return still(named, named, count + 1);
    }
    for (Term child : Terms.children(part)) {
      Term named = still(child, whole, count);
      if (!named.equals(whole)) {
        return named;
      }
    }
    return whole;
  }

  private static List<List<String>> orders(List<String> letters) {
    if (letters.isEmpty()) {
      return List.of(List.of());
    }
    List<List<String>> orders = new ArrayList<>();
    for (String first : letters) {
      List<String> rest = new ArrayList<>(letters);
      rest.remove(first);
      for (List<String> order : orders(rest)) {
        List<String> longer = new ArrayList<>(List.of(first));
        longer.addAll(order);
        orders.add(longer);
      }
    }
    return orders;
  }
}
