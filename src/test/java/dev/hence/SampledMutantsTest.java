package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Derivation;
import dev.hence.mutant.Equivalence;
import dev.hence.mutant.Mutant;
import dev.hence.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A few slips of the pen in every page of the library, drawn with a seed of its own for each page.
 * A mutant that holds although no rule says that it means the same stands in the golden file, to be
 * judged by a person: it must be true. {@code -Dhence.mutants=100} draws so many for each page and
 * compares nothing.
 */
class SampledMutantsTest {
  private static final int USUAL = 4;
  private static final int SIZE = Integer.getInteger("hence.mutants", USUAL);

  /** A mutant, and what became of it. */
  private record Answer(String page, Mutant mutant, Outcome outcome) {}

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void noMutantHoldsThatMeansSomethingElse() throws IOException, InterruptedException {
    List<Callable<Answer>> questions = new ArrayList<>();
    for (Path page : LibraryPart.pages()) {
      Derivation derivation = MutantCheck.read(page);
      Equivalence equivalence = Equivalence.in(derivation);
      List<Mutant> mutants =
          new ArrayList<>(
              MutantCheck.mutants(derivation).stream()
                  .filter(m -> equivalence.rule(m).isEmpty())
                  .toList());
      Collections.shuffle(mutants, new Random(LibraryPart.name(page).hashCode()));
      mutants.stream()
          .limit(SIZE)
          .forEach(
              m ->
                  questions.add(
                      () ->
                          new Answer(
                              LibraryPart.name(page), m, MutantCheck.outcome(m.step(), false))));
    }
    List<Answer> answers = MutantCheck.all(questions);
    List<String> holding =
        answers.stream()
            .filter(a -> a.outcome().meets(Outcome.CONFIRMED))
            .map(SampledMutantsTest::describe)
            .toList();
    long refuted = answers.stream().filter(a -> a.outcome() == Outcome.REFUTED).count();
    System.out.println(answers.size() + " mutants, of which " + refuted + " are refuted");
    assertThat(answers.stream().filter(a -> a.outcome() == Outcome.CONFLICTED))
        .map(SampledMutantsTest::describe)
        .isEmpty();
    if (SIZE == USUAL) {
      Golden.assertMatches("mutants/sampled.txt", String.join("", holding));
    } else {
      System.out.print(String.join("", holding));
    }
  }

  private static String describe(Answer answer) {
    return "%s, %s\n".formatted(answer.page(), answer.mutant().describe());
  }
}
