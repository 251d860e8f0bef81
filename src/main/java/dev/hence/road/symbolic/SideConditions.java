package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Under what terms are defined and smooth, in readable mathematics. */
final class SideConditions {
  private static final int MOST = 12;

  private final Terms terms;
  private final Trajectory trajectory;
  private final Sources sources;
  private final InputValues values;
  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<Term> seen = new LinkedHashSet<>();

  SideConditions(Setting setting) {
    this.terms = setting.terms();
    this.trajectory = setting.trajectory();
    this.sources = setting.sources();
    this.values = setting.values();
  }

  /**
   * Adds what a side asks for, the integrands in it included.
   *
   * @param assumed what is assumed anyway
   */
  void add(Rectangle side, List<Conditions.Condition> assumed) {
    for (Term entry : side.entries()) {
      if (seen.add(entry)) {
        Conditions.of(terms, entry).stream()
            .filter(c -> assumed.stream().noneMatch(fact -> implies(fact, c)))
            .forEach(this::add);
        trajectory.deepSymbols(List.of(entry)).forEach(this::addIntegrand);
      }
    }
  }

  private static boolean implies(Conditions.Condition fact, Conditions.Condition condition) {
    return fact.term().equals(condition.term())
        && (fact.relation() == condition.relation()
            || fact.relation() == Conditions.Relation.POSITIVE);
  }

  private void addIntegrand(Term.Symbol symbol) {
    trajectory
        .integrals()
        .integrand(symbol)
        .filter(seen::add)
        .ifPresent(g -> Conditions.of(terms, g).forEach(this::add));
  }

  private void add(Conditions.Condition condition) {
    boolean nonzero = condition.relation() == Conditions.Relation.NONZERO;
    if (nonzero && trajectory.exponentials().isOfExponentials(condition.term())) {
      return; // The determinant of e^M is e^{tr M}.
    }
    if (condition.term() instanceof Term.Select s && s.below().equals(terms.one())) {
      add(s.above(), condition, " where " + sources.text(s.on()) + " > 0");
    } else if (condition.term() instanceof Term.Select s && s.above().equals(terms.one())) {
      add(s.below(), condition, " where " + sources.text(s.on()) + " < 0");
    } else {
      add(shown(condition), condition, "");
    }
  }

  private void add(Term term, Conditions.Condition condition, String where) {
    boolean made = Symbols.any(term, values::isMade);
    if (made && !sources.isWritten(term)) {
      return; // What no one wrote, no one can look up.
    }
    String text = made ? sources.written(term) : sources.text(term);
    String relation =
        switch (condition.relation()) {
          case NONZERO -> " ≠ 0";
          case POSITIVE -> " > 0";
          case NONNEGATIVE -> " ≥ 0";
        };
    texts.add(text + relation + where);
  }

  /** 2x ≠ 0 is said as x ≠ 0. */
  private Term shown(Conditions.Condition condition) {
    return condition.relation() == Conditions.Relation.NONZERO
            && condition.term() instanceof Term.Product product
        ? ProductBuilder.monic(terms, product)
        : condition.term();
  }

  /** The conditions; of many the first, and how many more there are. */
  List<String> texts() {
    if (texts.size() <= MOST) {
      return List.copyOf(texts);
    }
    List<String> first = new ArrayList<>(texts.stream().limit(MOST).toList());
    first.add("and " + (texts.size() - MOST) + " more of this kind");
    return List.copyOf(first);
  }
}
