package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/** What absolute values, maxima and other choices in a goal hang on. */
final class Cases {
  private Cases() {}

  /** The first term whose sign decides, nothing in it being decided in its turn. */
  static Optional<Term> first(Positivity.Goal goal) {
    return deciding(goal).stream().findFirst();
  }

  static int count(Positivity.Goal goal) {
    return deciding(goal).size();
  }

  private static SequencedSet<Term> deciding(Positivity.Goal goal) {
    SequencedSet<Term> found = new LinkedHashSet<>();
    Set<Term> seen = new HashSet<>();
    collect(goal.term(), seen, found);
    goal.facts().forEach(f -> collect(f.term(), seen, found));
    return found;
  }

  private static void collect(Term term, Set<Term> seen, SequencedSet<Term> found) {
    if (!seen.add(term)) {
      return;
    }
    term.children().forEach(child -> collect(child, seen, found));
    on(term).ifPresent(found::add);
  }

  /** The term whose sign decides what a node is. */
  private static Optional<Term> on(Term term) {
    return switch (term) {
      case Term.Select s -> Optional.of(s.on());
      case Term.Apply a when a.function() == Elementary.ABS -> Optional.of(a.argument());
      default -> Optional.empty();
    };
  }

  /**
   * The goal where a term is not negative, or not positive; at its zeros the branches are
   * continued.
   */
  static Positivity.Goal chosen(Terms terms, Positivity.Goal goal, Term on, boolean above) {
    Term opposite = terms.negate(on);
    Map<Term, Term> values = new HashMap<>();
    Set<Term> nodes = new HashSet<>();
    nodes(goal.term(), nodes);
    goal.facts().forEach(f -> nodes(f.term(), nodes));
    for (Term node : nodes) {
      Optional<Term> own = on(node);
      boolean same = own.filter(on::equals).isPresent();
      boolean mirrored =
          own.filter(o -> o.equals(opposite) || terms.negate(o).equals(on)).isPresent();
      if (same || mirrored) {
        values.put(node, branch(terms, node, same == above));
      }
    }
    Substitution substitution = Substitution.of(terms, values);
    List<Conditions.Condition> facts = new ArrayList<>(Positivity.in(substitution, goal.facts()));
    facts.add(Positivity.fact(above ? on : opposite, false));
    return new Positivity.Goal(substitution.in(goal.term()), facts, goal.strict());
  }

  private static Term branch(Terms terms, Term node, boolean above) {
    if (node instanceof Term.Select s) {
      return above ? s.above() : s.below();
    }
    Term argument = node.children().getFirst();
    return above ? argument : terms.negate(argument);
  }

  /** The goal with |u| for √(u²). */
  static Positivity.Goal withAbsolutes(Terms terms, Positivity.Goal goal) {
    Set<Term> nodes = new HashSet<>();
    nodes(goal.term(), nodes);
    goal.facts().forEach(f -> nodes(f.term(), nodes));
    Map<Term, Term> values = new HashMap<>();
    for (Term node : nodes) {
      if (node instanceof Term.Power root
          && root.exponent().denominator().equals(BigInteger.TWO)
          && root.base() instanceof Term.Power square
          && square.exponent().isInteger()
          && !square.exponent().numerator().testBit(0)) {
        Rational exponent = square.exponent().times(root.exponent());
        values.put(node, terms.power(terms.apply(Elementary.ABS, square.base()), exponent));
      }
    }
    Substitution substitution = Substitution.of(terms, values);
    return new Positivity.Goal(
        substitution.in(goal.term()), Positivity.in(substitution, goal.facts()), goal.strict());
  }

  private static void nodes(Term term, Set<Term> nodes) {
    if (nodes.add(term)) {
      term.children().forEach(child -> nodes(child, nodes));
    }
  }
}
