package dev.hence.road.general;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Derivation;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.UnicodePrinter;
import dev.hence.proof.ProofChecker;
import dev.hence.read.Reader;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is proved for every size and every function, and what must never be. */
class GeneralRoadTest {
  private static final Path DOCUMENTS = Path.of("src/test/resources/general");
  private static final int LEAST_REFUSED = 100;

  @TestFactory
  Stream<DynamicTest> proves() throws IOException {
    return steps("proved").stream()
        .map(
            step ->
                DynamicTest.dynamicTest(
                    text(step),
                    () -> {
                      GeneralRoad.Finding finding = GeneralRoad.find(step);
                      assertThat(finding).isInstanceOf(GeneralRoad.Found.class);
                      assertThat(ProofChecker.check(step, ((GeneralRoad.Found) finding).proof()))
                          .isInstanceOf(ProofChecker.Accepted.class);
                    }));
  }

  /** Every one of them is false. */
  @TestFactory
  Stream<DynamicTest> provesNothingFalse() throws IOException {
    return steps("refused").stream()
        .map(
            step ->
                DynamicTest.dynamicTest(
                    text(step),
                    () ->
                        assertThat(GeneralRoad.find(step))
                            .isInstanceOf(GeneralRoad.NotFound.class)));
  }

  @Test
  void manyFalseStatementsAreTried() throws IOException {
    assertThat(steps("refused")).hasSizeGreaterThanOrEqualTo(LEAST_REFUSED);
  }

  private static List<Statement.Step> steps(String folder) throws IOException {
    try (Stream<Path> files = Files.list(DOCUMENTS.resolve(folder))) {
      return files.sorted().map(GeneralRoadTest::read).flatMap(List::stream).toList();
    }
  }

  private static List<Statement.Step> read(Path file) {
    try {
      Derivation derivation = Reader.read(new SourceText(file.toString(), Files.readString(file)));
      assertThat(derivation.problems()).isEmpty();
      assertThat(derivation.statements()).allMatch(Statement.Step.class::isInstance);
      return derivation.statements().stream().map(Statement.Step.class::cast).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(Statement.Step step) {
    return new UnicodePrinter(new ScopeNotation(step.scope()))
        .print(step.left(), step.relation(), step.right());
  }
}
