package dev.hence.road.general;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Derivation;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.UnicodePrinter;
import dev.hence.proof.Proof;
import dev.hence.proof.Proof.Move;
import dev.hence.proof.ProofChecker;
import dev.hence.proof.Refused;
import dev.hence.read.Reader;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is proved for every size and every function, and what must never be. */
class GeneralRoadTest {
  private static final Path DOCUMENTS = Path.of("src/test/resources/general");
  private static final int LEAST_REFUSED = 200;

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

  /** Steps that need the proofs of those before them, and false ones, which these do not prove. */
  @TestFactory
  Stream<DynamicTest> provesByEarlierSteps() throws IOException {
    try (Stream<Path> files = Files.list(DOCUMENTS.resolve("earlier"))) {
      return files.sorted().flatMap(GeneralRoadTest::byEarlierSteps).toList().stream();
    }
  }

  private static Stream<DynamicTest> byEarlierSteps(Path file) {
    List<Proof> proofs = new ArrayList<>();
    return read(file).stream()
        .map(step -> DynamicTest.dynamicTest(text(step), () -> byEarlierSteps(step, proofs)));
  }

  private static void byEarlierSteps(Statement.Step step, List<Proof> proofs) {
    Optional<Proof> proof = GeneralRoad.prove(step, () -> proofs);
    if (step.expected().refuted()) {
      assertThat(proof).isEmpty();
      for (Proof other : proofs) {
        assertThat(ProofChecker.check(step, new Proof(step, other.moves(), other.lemmas())))
            .isInstanceOf(ProofChecker.Rejected.class);
      }
      return;
    }
    assertThat(ProofChecker.check(step, proof.orElseThrow()))
        .isInstanceOf(ProofChecker.Accepted.class);
    assertThat(proof.get().lemmas().isEmpty()).isEqualTo(GeneralRoad.prove(step).isPresent());
    proofs.add(proof.get());
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

  /**
   * For each false statement: no moves at all, all that can be carried out, the moves that prove
   * each true statement, a sign that is claimed, and moves at random. The checker rejects each and
   * says why.
   */
  @TestFactory
  Stream<DynamicTest> noForgedProofIsAccepted() throws IOException {
    List<Proof> proofs =
        steps("proved").stream().flatMap(step -> GeneralRoad.prove(step).stream()).toList();
    Set<Refused.Reason> seen = EnumSet.noneOf(Refused.Reason.class);
    Stream<DynamicTest> forgeries =
        steps("refused").stream()
            .map(
                step ->
                    DynamicTest.dynamicTest(
                        text(step),
                        () -> {
                          for (List<Move> moves : Forger.forgeries(step, proofs)) {
                            ProofChecker.Answer answer =
                                ProofChecker.check(step, new Proof(step, moves));
                            assertThat(answer)
                                .as(moves.toString())
                                .isInstanceOf(ProofChecker.Rejected.class);
                            seen.add(((ProofChecker.Rejected) answer).reason());
                          }
                        }));
    Stream<DynamicTest> reasons =
        Stream.of(
            DynamicTest.dynamicTest(
                "for many reasons",
                () ->
                    assertThat(seen)
                        .contains(
                            Refused.Reason.SIDES_DIFFER,
                            Refused.Reason.SIGN_NOT_SHOWN,
                            Refused.Reason.RULE_DOES_NOT_FIT,
                            Refused.Reason.NOT_CONSTANT,
                            Refused.Reason.OPEN_DERIVATIVE,
                            Refused.Reason.NO_SUCH_PLACE,
                            Refused.Reason.WRONG_TIME)));
    return Stream.concat(forgeries, reasons);
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
