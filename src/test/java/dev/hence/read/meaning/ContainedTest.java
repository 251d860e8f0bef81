package dev.hence.read.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.document.Block;
import dev.hence.read.document.Document;
import dev.hence.read.document.DocumentReader;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A defect of ours in reading one piece costs that piece alone. */
class ContainedTest {
  private static final Span PLACE = new Span(3, 7);

  private static final String PAGE =
      """
      $$1 + 1 = 2$$

      $$2 + 2 = 4$$

      $$3 + 3 = 6$$
      """;

  @Test
  void anExceptionBecomesAProblemOfItsPlace() {
    assertDefect(
        () -> {
          throw new NoSuchElementException("nothing here");
        },
        "NoSuchElementException");
  }

  @Test
  void anOverflowOfTheStackBecomesAProblemOfItsPlace() {
    assertDefect(() -> deeper(0), "StackOverflowError");
  }

  @Test
  void whatCannotBeReadStaysWhatItIs() {
    Misread misread = new Misread(ProblemId.UNKNOWN_NAME, PLACE, "no such name", "");
    assertThatThrownBy(
            () ->
                Contained.run(
                    PLACE,
                    () -> {
                      throw misread;
                    }))
        .isSameAs(misread);
  }

  @Test
  void whatIsReadIsHandedOn() {
    assertThat(Contained.read(PLACE, () -> "read")).isEqualTo("read");
  }

  /** A display that the reader cannot bear, for a part of it is missing, between two others. */
  @Test
  void aDefectInOneDisplayLeavesTheOthers() {
    Problems problems = new Problems();
    Document page = DocumentReader.read(new SourceText("page.md", PAGE), problems);
    List<Block> blocks = new ArrayList<>(page.blocks());
    Block.Formula second = page.formulas().get(1);
    blocks.set(blocks.indexOf(second), new Block.Formula(second.math(), none(), second.span()));

    Derivation derivation =
        Elaboration.of(new Document(page.source(), page.header(), blocks), problems);

    assertThat(derivation.statements())
        .extracting(s -> (Object) s.getClass())
        .containsExactly(Statement.Step.class, Statement.Unread.class, Statement.Step.class);
    assertThat(derivation.problems()).extracting(Problem::id).containsExactly(ProblemId.DEFECT);
    assertThat(derivation.problems().getFirst().span()).isEqualTo(second.math().span());
  }

  @SuppressWarnings("NullOptional") // the defect
  private static Optional<String> none() {
    return null;
  }

  private static void assertDefect(Runnable reading, String name) {
    assertThatThrownBy(() -> Contained.run(PLACE, reading))
        .isInstanceOfSatisfying(
            Misread.class,
            misread -> {
              assertThat(misread.problem().id()).isEqualTo(ProblemId.DEFECT);
              assertThat(misread.problem().span()).isEqualTo(PLACE);
              assertThat(misread.problem().message()).endsWith(name);
              assertThat(misread.problem().help()).contains("fault of Hence");
            });
  }

  private static int deeper(int depth) {
    return depth < 0 ? 0 : deeper(depth + 1) + 1;
  }
}
