package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The set on which some terms are 0, cut into parts on which symbols have values. A term r + c·u
 * that is linear in u gives u = −r/c where c ≠ 0; where c = 0, r = 0 is left. A product is 0 where
 * one of its factors is, a sum of squares where all of them are. The parts cover the whole set;
 * what cannot be solved restricts no part, for to assume less is no mistake.
 */
final class PremiseCases {
  private static final int MOST = 48;

  private final Setting setting;
  private final Terms terms;
  private final List<PremiseCase> cases = new ArrayList<>();
  private boolean complete = true;

  private PremiseCases(Setting setting) {
    this.setting = setting;
    this.terms = setting.terms();
  }

  /**
   * The parts, of which there are none where the terms contradict each other or the facts.
   *
   * @param facts what holds on the whole set
   * @return empty if there are too many
   */
  static Optional<List<PremiseCase>> of(
      Setting setting, List<Term> residuals, List<Conditions.Condition> facts) {
    PremiseCases all = new PremiseCases(setting);
    all.split(residuals, PremiseCase.whole(facts));
    return all.complete ? Optional.of(List.copyOf(all.cases)) : Optional.empty();
  }

  /** Takes the terms that ask for no further part first. */
  private void split(List<Term> residuals, PremiseCase within) {
    if (setting.deadline().passed() || cases.size() >= MOST) {
      complete = false;
    }
    if (!complete) {
      return;
    }
    Optional<Flat> flat = flat(residuals, within);
    if (flat.isEmpty()) {
      return;
    }
    List<Zeros.Any> open = flat.get().open();
    PremiseCase part = flat.get().part();
    Optional<Zeros.Any> next = open.stream().filter(any -> any.terms().size() > 1).findFirst();
    if (next.isPresent()) {
      List<Zeros.Any> rest = new ArrayList<>(open);
      rest.remove(next.get());
      factors(next.get(), residuals(rest), part);
      return;
    }
    Optional<Linear> best = Linear.best(setting, residuals(open), part.facts());
    if (best.isEmpty()) {
      cases.add(part);
      return;
    }
    List<Term> rest = new ArrayList<>(residuals(open));
    rest.remove(best.get().term());
    if (best.get().isCertain()) {
      solved(best.get(), rest, part);
      return;
    }
    divided(best.get(), rest, part);
  }

  private List<Term> residuals(List<Zeros.Any> open) {
    return open.stream().map(any -> terms.product(any.terms())).toList();
  }

  /**
   * Equations as far as each is known to be one of an alternative.
   *
   * @param open each with the terms of which one is 0
   */
  private record Flat(List<Zeros.Any> open, PremiseCase part) {}

  /** Empty if the terms are never all 0. */
  private Optional<Flat> flat(List<Term> residuals, PremiseCase within) {
    List<Term> waiting = new ArrayList<>(residuals);
    List<Zeros.Any> open = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Term term = within.in(setting.trajectory(), waiting.removeFirst());
      switch (Zeros.of(setting, term)) {
        case Zeros.Nowhere n -> {
          return Optional.empty();
        }
        case Zeros.Everywhere e -> {}
        case Zeros.All all -> waiting.addAll(all.terms());
        case Zeros.Any any -> open.add(any);
      }
    }
    return Optional.of(new Flat(open, within));
  }

  /** One factor after the other is 0, those before it not. */
  private void factors(Zeros.Any any, List<Term> rest, PremiseCase part) {
    PremiseCase outside = part;
    for (Term factor : any.terms()) {
      if (Linear.isNonzero(setting, factor, outside.facts())) {
        continue;
      }
      List<Term> more = new ArrayList<>(rest);
      more.addFirst(factor);
      split(more, outside.called(text(factor) + " = 0"));
      outside = outside.where(PremiseCase.nonzero(factor), text(factor) + " ≠ 0");
    }
  }

  private void solved(Linear linear, List<Term> rest, PremiseCase part) {
    part.with(setting.trajectory(), linear.symbol(), linear.value(terms))
        .ifPresent(smaller -> split(rest, smaller));
  }

  private void divided(Linear linear, List<Term> rest, PremiseCase part) {
    Term divisor = linear.coefficient();
    String text = text(divisor);
    solved(linear, rest, part.where(PremiseCase.nonzero(divisor), text + " ≠ 0"));
    List<Term> left = new ArrayList<>(rest);
    left.addFirst(linear.rest());
    left.addFirst(divisor);
    split(left, part.called(text + " = 0"));
  }

  private String text(Term term) {
    return setting.sources().text(term);
  }
}
