package dev.hence.proof;

import dev.hence.claim.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The equations that a proof may use, each replayed once. */
final class Lemmas {
  private final Statement.Step user;
  private final List<Proof> proofs;
  private final Map<Integer, Lemma> replayed = new HashMap<>();

  Lemmas(Statement.Step user, List<Proof> proofs) {
    this.user = user;
    this.proofs = proofs;
  }

  Lemma get(int number) {
    if (number < 0 || number >= proofs.size()) {
      throw new Refused(Refused.Reason.NO_SUCH_PLACE, "there is no lemma " + number);
    }
    if (!replayed.containsKey(number)) {
      replayed.put(number, Lemma.of(proofs.get(number), user));
    }
    return replayed.get(number);
  }
}
