package dev.hence.read.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.problem.Problem;
import dev.hence.problem.Problems;
import dev.hence.text.MathText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Good formulas with typing errors: read, or refused with one problem that points into them. */
class MutationTest {
  private static final int MUTANTS = 10_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void readsOrRefuses(long seed) {
    List<String> formulas = new ArrayList<>();
    Specimens.of("notation.txt").forEach(specimen -> formulas.add(specimen.formula()));
    Specimens.of("statements.txt").forEach(specimen -> formulas.add(specimen.formula()));
    Random random = new Random(seed);
    for (int i = 0; i < MUTANTS; i++) {
      String formula = mutant(formulas, random);
      Problems problems = new Problems();
      Optional<Display> display = MathParser.parse(MathText.of(formula), problems);
      assertThat(problems.toList()).as(formula).hasSize(display.isPresent() ? 0 : 1);
      for (Problem problem : problems.toList()) {
        assertThat(problem.span().end()).as(formula).isLessThanOrEqualTo(formula.length());
      }
      display.ifPresent(read -> checkPlaces(read, formula));
    }
  }

  private static void checkPlaces(Display display, String formula) {
    for (Row row : display.rows()) {
      for (Clause clause : row.clauses()) {
        assertThat(clause.span().end()).as(formula).isLessThanOrEqualTo(formula.length());
        SyntaxPrinter.print(clause);
      }
    }
  }

  /** Deletes, doubles, swaps or inserts up to three pieces, some from another formula. */
  private static String mutant(List<String> formulas, Random random) {
    StringBuilder text = new StringBuilder(formulas.get(random.nextInt(formulas.size())));
    int edits = 1 + random.nextInt(3);
    for (int i = 0; i < edits && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(5)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, text.charAt(at));
        case 2 -> {
          char c = text.charAt(at);
          text.setCharAt(at, text.charAt(text.length() - 1));
          text.setCharAt(text.length() - 1, c);
        }
        case 3 -> text.insert(at, piece(formulas.get(random.nextInt(formulas.size())), random));
        default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
      }
    }
    return text.toString();
  }

  private static String piece(String formula, Random random) {
    int start = random.nextInt(formula.length());
    return formula.substring(start, Math.min(formula.length(), start + 1 + random.nextInt(12)));
  }
}
