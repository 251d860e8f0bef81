package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Derivation;
import dev.hence.mutant.Census;
import dev.hence.mutant.Equivalence;
import dev.hence.mutant.Mutant;
import dev.hence.verdict.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Steps of two derivations with one slip in each: every one that changes the meaning is refuted,
 * and none of those that change nothing.
 */
class MutantsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel-machines/gradient-descent-learns-a-kernel-machine",
        "regression/linear-regression-closed-form"
      })
  void everyMutantThatChangesTheMeaningIsRefuted(String name) throws InterruptedException {
    Derivation derivation = MutantCheck.read(Path.of("derivations", name + ".md"));
    List<Mutant> mutants = MutantCheck.mutants(derivation);
    Equivalence equivalence = Equivalence.in(derivation);
    List<Outcome> outcomes =
        MutantCheck.all(
            mutants.stream()
                .<Callable<Outcome>>map(
                    m -> () -> MutantCheck.outcome(m.step(), equivalence.rule(m).isPresent()))
                .toList());
    Census census = new Census();
    List<String> wrong = new ArrayList<>();
    for (int k = 0; k < mutants.size(); k++) {
      Mutant mutant = mutants.get(k);
      Optional<String> rule = equivalence.rule(mutant);
      Outcome outcome = outcomes.get(k);
      census.count(mutant, rule);
      boolean holds = outcome.meets(Outcome.CONFIRMED);
      if (rule.isPresent() ? !holds : outcome != Outcome.REFUTED) {
        wrong.add(mutant.describe() + rule.map(r -> " (" + r + ")").orElse("") + ": " + outcome);
      }
    }
    assertThat(wrong).isEmpty();
    Golden.assertMatches("mutants/" + name + ".txt", census.table());
  }
}
