package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.mutant.Equivalence;
import dev.hence.mutant.IndexSlips;
import dev.hence.mutant.Mutant;
import dev.hence.mutant.Mutator;
import dev.hence.mutant.Slip;
import dev.hence.proof.Proof;
import dev.hence.proof.ProofChecker;
import dev.hence.proof.Refused;
import dev.hence.road.general.GeneralRoad;
import dev.hence.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Slips in every step of the library that is proved: none that changes the meaning has a proof, and
 * the proof of the step itself is none of its mutant. What is proved all the same must hold:
 * numbers decide. {@code -Dhence.mutants=1000} takes all slips, by default a few of each step.
 */
class ProofMutantsTest {
  private static final int SIZE = Integer.getInteger("hence.mutants", 2);
  private static final int LEAST = 900;

  private final Map<Slip, int[]> counts = new EnumMap<>(Slip.class);
  private final Map<Refused.Reason, Integer> reasons = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  /** Proofs of the steps of the page so far, which those of later ones may use. */
  private final List<Proof> earlier = new ArrayList<>();

  @Test
  @Timeout(value = 60, unit = java.util.concurrent.TimeUnit.MINUTES)
  void noMutantThatMeansSomethingElseIsProved() throws IOException {
    for (Path page : LibraryPart.pages()) {
      Derivation derivation = MutantCheck.read(page);
      Equivalence equivalence = Equivalence.in(derivation);
      earlier.clear();
      for (Statement statement : derivation.statements()) {
        if (statement instanceof Statement.Step step && !step.expected().refuted()) {
          GeneralRoad.prove(step, () -> List.copyOf(earlier))
              .ifPresent(
                  proof -> {
                    step(page, step, proof, equivalence);
                    earlier.add(proof);
                  });
        }
      }
    }
    System.out.print(table());
    assertThat(wrong).isEmpty();
    assertThat(counts.values().stream().mapToInt(c -> c[0]).sum()).isGreaterThan(LEAST);
  }

  private void step(Path page, Statement.Step step, Proof proof, Equivalence equivalence) {
    List<Mutant> usual = new ArrayList<>(Mutator.of(step));
    List<Mutant> mutants = new ArrayList<>(IndexSlips.of(step));
    Random random = new Random(step.id().hashCode());
    Collections.shuffle(usual, random);
    Collections.shuffle(mutants, random);
    mutants.addAll(usual.subList(0, Math.min(SIZE, usual.size())));
    mutants.stream().limit(2L * SIZE).forEach(m -> mutant(page, m, proof, equivalence));
  }

  /** Counted by slip: tried, of these recognised as the same, proved. */
  private void mutant(Path page, Mutant mutant, Proof proof, Equivalence equivalence) {
    int[] count = counts.computeIfAbsent(mutant.slip(), s -> new int[3]);
    count[0]++;
    boolean same = equivalence.rule(mutant).isPresent();
    count[1] += same ? 1 : 0;
    Optional<Proof> found = GeneralRoad.prove(mutant.step(), () -> List.copyOf(earlier));
    ProofChecker.Answer forged =
        ProofChecker.check(mutant.step(), new Proof(mutant.step(), proof.moves(), proof.lemmas()));
    if (forged instanceof ProofChecker.Rejected r) {
      reasons.merge(r.reason(), 1, Integer::sum);
    }
    boolean proved = found.isPresent() || forged instanceof ProofChecker.Accepted;
    count[2] += proved ? 1 : 0;
    if (proved && !same) {
      Outcome outcome = MutantCheck.outcome(mutant.step(), true);
      if (!outcome.meets(Outcome.CONFIRMED)) {
        wrong.add(page.getFileName() + ", " + mutant.describe() + ": " + outcome);
      }
    }
  }

  private String table() {
    StringBuilder text = new StringBuilder("mutants of proved steps: tried, the same, proved\n");
    counts.forEach(
        (slip, c) -> text.append("%-32s %5d %5d %5d%n".formatted(slip.text(), c[0], c[1], c[2])));
    reasons.forEach((reason, count) -> text.append("%5d  %s%n".formatted(count, reason)));
    return text.toString();
  }
}
