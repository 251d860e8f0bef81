package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.mutant.Equivalence;
import dev.hence.mutant.Mutant;
import dev.hence.search.Candidate;
import dev.hence.search.Normal;
import dev.hence.verdict.Evidence.Counterexample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How often the edit that is offered first takes back the slip: measured on mutants of the library,
 * drawn with a fixed seed. {@code mvn test -Dtest=MendingRateTest -Dmutants=edits} prints those
 * that are missed; {@code -Dmutants.each=N} draws more than one a page, {@code -Dmutants.seed=N}
 * others.
 */
@EnabledIfSystemProperty(named = "mutants", matches = "edits")
final class MendingRateTest {
  private static final int EACH = Integer.getInteger("mutants.each", 1);
  private static final long SEED = Long.getLong("mutants.seed", 1);
  private static final Duration BUDGET = Duration.ofSeconds(20);

  /**
   * Of all mutants that are refuted, the share whose first edit is the right one; 0.8 is aimed at.
   */
  private static final double LEAST = 0.7;

  /** The edits that are offered for a mutant; none where it is not refuted. */
  private record Answer(String page, Mutant mutant, Optional<List<Candidate>> edits) {
    /** Where the right edit stands, from 0; −1 where it is not offered. */
    int place() {
      List<Candidate> offered = edits.orElseThrow();
      return IntStream.range(0, offered.size())
          .filter(k -> restores(offered.get(k)))
          .findFirst()
          .orElse(-1);
    }

    private boolean restores(Candidate edit) {
      return edit.mended().relation() == mutant.original().relation()
          && isSame(edit.mended().left(), mutant.original().left())
          && isSame(edit.mended().right(), mutant.original().right());
    }

    private boolean isSame(Expr one, Expr other) {
      return Normal.of(one, mutant.original().scope())
          .equals(Normal.of(other, mutant.original().scope()));
    }

    String text() {
      StringBuilder text = new StringBuilder();
      text.append(place() < 0 ? "missing" : "at place " + (place() + 1)).append(": ");
      text.append(page).append(", ").append(mutant.describe()).append('\n');
      Mutant right = new Mutant(mutant.original(), mutant.slip(), mutant.original());
      text.append("    right ").append(right.text()).append('\n');
      edits
          .orElseThrow()
          .forEach(e -> text.append("    ").append(e.rank() + " " + e.what()).append('\n'));
      return text.toString();
    }
  }

  @Test
  void firstEditIsTheRightOne() throws InterruptedException {
    List<Callable<Answer>> questions = new ArrayList<>();
    for (Path page : LibraryPart.pages()) {
      Derivation derivation = MutantCheck.read(page);
      Equivalence equivalence = Equivalence.in(derivation);
      List<Mutant> mutants =
          new ArrayList<>(
              MutantCheck.mutants(derivation).stream()
                  .filter(m -> equivalence.rule(m).isEmpty())
                  .toList());
      Collections.shuffle(mutants, new Random(SEED + LibraryPart.name(page).hashCode()));
      mutants.stream().limit(EACH).forEach(m -> questions.add(() -> answer(page, derivation, m)));
    }
    List<Answer> refuted =
        MutantCheck.all(questions).stream().filter(a -> a.edits().isPresent()).toList();
    refuted.stream().filter(a -> a.place() != 0).map(Answer::text).forEach(System.out::print);
    long first = refuted.stream().filter(a -> a.place() == 0).count();
    long offered = refuted.stream().filter(a -> a.place() >= 0).count();
    System.out.println(refuted.size() + " refuted, " + first + " first, " + offered + " offered");
    assertThat((double) first / refuted.size()).isGreaterThanOrEqualTo(LEAST);
  }

  private static Answer answer(Path page, Derivation derivation, Mutant mutant) {
    List<Statement.Step> beside =
        new Proofs(derivation.statements(), Wiring.standard().general()).beside(mutant.step());
    Optional<Counterexample> counterexample = MutantCheck.refutation(mutant.step(), BUDGET);
    return new Answer(
        LibraryPart.name(page),
        mutant,
        counterexample.map(c -> Mending.mended(mutant.step(), beside, c, BUDGET)));
  }
}
