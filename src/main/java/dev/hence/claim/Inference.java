package dev.hence.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A proposition that is claimed wherever another holds. It falls into goals, each of which claims
 * one atom: a premise is split into its cases, a conclusion into what it demands, and of
 * alternatives one is claimed where none of the others holds. P ⇒ Q ∨ R is P ∧ ¬Q ⇒ R.
 *
 * @param <A> the statements that are made of no others
 */
public record Inference<A>(Proposition<A> premise, Proposition<A> conclusion) {
  /**
   * One atom that is claimed where others hold.
   *
   * @param premises a case of the premise
   * @param excluded that none of the alternatives to the conclusion holds
   */
  public record Goal<A>(List<A> premises, List<A> excluded, A conclusion) {
    public Goal {
      premises = List.copyOf(premises);
      excluded = List.copyOf(excluded);
    }
  }

  /**
   * The goals, which together say the same.
   *
   * @param negation what holds where an atom does not
   * @param same whether two atoms are written alike
   * @return empty if there are too many of them
   */
  public Optional<List<Goal<A>>> goals(
      Function<A, Proposition<A>> negation, BiPredicate<A, A> same) {
    Optional<List<List<A>>> cases = premise.cases(negation);
    Optional<List<List<A>>> demands = conclusion.demands(negation);
    if (cases.isEmpty() || demands.isEmpty()) {
      return Optional.empty();
    }
    List<Goal<A>> goals = new ArrayList<>();
    for (List<A> given : cases.get()) {
      for (List<A> demand : demands.get()) {
        Optional<List<Goal<A>>> more = goals(given, demand, negation, same);
        if (more.isEmpty() || goals.size() + more.get().size() > Proposition.MOST_CASES) {
          return Optional.empty();
        }
        goals.addAll(more.get());
      }
    }
    return Optional.of(List.copyOf(goals));
  }

  private static <A> Optional<List<Goal<A>>> goals(
      List<A> given, List<A> demand, Function<A, Proposition<A>> negation, BiPredicate<A, A> same) {
    if (demand.isEmpty()) {
      throw new IllegalArgumentException("a conclusion that is false");
    }
    int claimed = claimed(given, demand, same);
    List<Proposition<A>> others =
        IntStream.range(0, demand.size())
            .filter(k -> k != claimed)
            .mapToObj(
                k -> (Proposition<A>) new Proposition.Not<>(new Proposition.Atom<>(demand.get(k))))
            .toList();
    return new Proposition.All<>(others)
        .cases(negation)
        .map(
            cases ->
                cases.stream()
                    .map(excluded -> new Goal<>(given, excluded, demand.get(claimed)))
                    .toList());
  }

  /** Which alternative is claimed: one that is given, else the last. */
  private static <A> int claimed(List<A> given, List<A> demand, BiPredicate<A, A> same) {
    return IntStream.range(0, demand.size())
        .filter(k -> given.stream().anyMatch(a -> same.test(a, demand.get(k))))
        .findFirst()
        .orElse(demand.size() - 1);
  }
}
