package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The range of an index of a family, where the prose declares the family and every sum over the
 * index runs over one range.
 */
final class FamilyRanges {
  private FamilyRanges() {}

  /** The letter that counts the steps of an iteration, {@code k} of {@code w_{k+1}}. */
  private static Optional<Fact> steps(Fact step, Set<String> said, Set<Symbol> declared) {
    return step.subject().indices().stream()
        .filter(letter -> !said.contains(letter) && !declared.contains(Symbol.of(letter)))
        .findFirst()
        .map(
            letter ->
                new Fact(
                    new Subject(Symbol.of(letter), List.of(), List.of(), letter),
                    new Said.Runs(letter + " = 0, 1, \\dots"),
                    Set.of(Symbol.of(letter)),
                    step.place(),
                    step.section(),
                    step.display()));
  }

  static List<Fact> of(List<Fact> facts, Uses uses, Set<Symbol> declared) {
    Set<String> letters = new LinkedHashSet<>();
    facts.stream()
        .filter(f -> !(f.said() instanceof Said.Entry))
        .forEach(f -> letters.addAll(f.subject().indices()));
    Set<String> said = new LinkedHashSet<>();
    facts.stream()
        .filter(f -> f.said() instanceof Said.Runs)
        .forEach(f -> said.add(f.subject().latex()));
    List<Fact> ranges = new ArrayList<>();
    for (String letter : letters) {
      Symbol symbol = Symbol.of(letter);
      Optional<Run> run = uses.onlyRun(letter);
      if (run.isPresent() && !said.contains(letter) && !declared.contains(symbol)) {
        Formula place = uses.runsIn(letter).orElseThrow();
        ranges.add(
            new Fact(
                new Subject(symbol, List.of(), List.of(), letter),
                new Said.Runs(run.get().entry()),
                Set.of(symbol),
                place.span(),
                0,
                0));
      }
    }
    for (Fact fact : facts) {
      if (fact.said() instanceof Said.Entry e && e.key().equals("step")) {
        steps(fact, said, declared).ifPresent(ranges::add);
      }
    }
    return ranges;
  }
}
