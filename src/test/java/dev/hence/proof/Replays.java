package dev.hence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Statement;
import dev.hence.proof.Proof.Move;
import dev.hence.read.Reader;
import dev.hence.text.SourceText;
import java.util.List;

/** What the checker says of moves that somebody else has made. */
final class Replays {
  private Replays() {}

  /** The first step of a page. */
  static Statement.Step step(String page) {
    return Reader.read(new SourceText("forged.md", page)).statements().stream()
        .filter(Statement.Step.class::isInstance)
        .map(Statement.Step.class::cast)
        .findFirst()
        .orElseThrow();
  }

  static void rejects(Statement.Step step, Refused.Reason reason, Move... moves) {
    assertThat(ProofChecker.check(step, new Proof(step, List.of(moves))))
        .isInstanceOfSatisfying(
            ProofChecker.Rejected.class, r -> assertThat(r.reason()).isEqualTo(reason));
  }

  static void accepts(Statement.Step step, Move... moves) {
    assertThat(ProofChecker.check(step, new Proof(step, List.of(moves))))
        .isInstanceOf(ProofChecker.Accepted.class);
  }
}
