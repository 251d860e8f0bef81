package dev.hence.read.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.problem.Problems;
import dev.hence.text.MathText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read, and as what: the tables notation.txt, statements.txt and entries.txt. */
class NotationTest {
  static List<Specimens> displays() {
    return Stream.concat(
            Specimens.of("notation.txt").stream(), Specimens.of("statements.txt").stream())
        .toList();
  }

  static List<Specimens> entries() {
    return Specimens.of("entries.txt");
  }

  @ParameterizedTest
  @MethodSource("displays")
  void readsDisplay(Specimens specimen) {
    Problems problems = new Problems();
    var display = MathParser.parse(MathText.of(specimen.formula()), problems);
    assertThat(problems.toList()).isEmpty();
    assertThat(display.map(SExpression::of)).contains(specimen.expected());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void readsEntry(Specimens specimen) {
    Problems problems = new Problems();
    var clauses = MathParser.parseEntry(MathText.of(specimen.formula()), problems);
    assertThat(problems.toList()).isEmpty();
    assertThat(clauses.map(SExpression::ofClauses)).contains(specimen.expected());
  }

  /** What is printed reads back as the same, where dots between factors are a product. */
  @ParameterizedTest
  @MethodSource({"displays", "entries"})
  void printedFormReadsBack(Specimens specimen) {
    List<Clause> clauses =
        MathParser.parseEntry(MathText.of(specimen.formula()), new Problems()).orElseThrow();
    for (Clause clause : clauses) {
      Clause alone =
          new Clause(
              Separator.NONE, clause.first(), clause.links(), clause.conditions(), clause.span());
      String printed = SyntaxPrinter.print(alone);
      Problems problems = new Problems();
      var again = MathParser.parseEntry(MathText.of(printed), problems);
      assertThat(problems.toList()).as(printed).isEmpty();
      assertThat(again.map(SExpression::ofClauses))
          .as(printed)
          .contains(SExpression.of(alone).replace("(CHAIN ", "(PRODUCT "));
    }
  }
}
