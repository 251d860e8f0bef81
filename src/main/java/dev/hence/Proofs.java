package dev.hence;

import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.proof.Lemma;
import dev.hence.proof.Proof;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The proofs of the steps of one document. Each step is tried once, by however many threads it is
 * asked for. A step may use the proofs of those before it, so nobody ever waits for what waits for
 * him.
 */
final class Proofs {
  /** So many statements before a step, and behind it, count as beside it. */
  private static final int NEAR = 2;

  private final List<Statement> statements;
  private final Machinery.GeneralRoad road;
  private final Once<Optional<Proof>> asked = new Once<>();

  Proofs(List<Statement> statements, Machinery.GeneralRoad road) {
    this.statements = List.copyOf(statements);
    this.road = road;
  }

  /**
   * The steps before one whose proofs, if there are any, its own may use. What speaks of one state
   * is proved by rearranging, for which it does not need to be told what was said before.
   */
  List<Statement.Step> usable(Statement.Step step) {
    if (step.horizon().isEmpty() && step.kind() != Kind.DISCRETE) {
      return List.of();
    }
    return statements.stream()
        .takeWhile(s -> !s.id().equals(step.id()))
        .filter(Statement.Step.class::isInstance)
        .map(Statement.Step.class::cast)
        .filter(s -> !s.expected().refuted() && Lemma.maySpeakOf(s, step))
        .toList();
  }

  /** The steps beside one in the document that are not meant to be wrong, the nearest first. */
  List<Statement.Step> beside(Statement.Step step) {
    int at =
        IntStream.range(0, statements.size())
            .filter(k -> statements.get(k).id().equals(step.id()))
            .findFirst()
            .orElse(0);
    return IntStream.range(Math.max(0, at - NEAR), Math.min(statements.size(), at + NEAR + 1))
        .boxed()
        .sorted(Comparator.comparingInt(k -> Math.abs(k - at)))
        .map(statements::get)
        .filter(Statement.Step.class::isInstance)
        .map(Statement.Step.class::cast)
        .filter(s -> !s.id().equals(step.id()) && !s.expected().refuted())
        .toList();
  }

  /** The proof of a step, of the document or made of one, if one is found. */
  Optional<Proof> of(Statement.Step step) {
    Once<Optional<Proof>> once = statements.contains(step) ? asked : new Once<>();
    return once.get(step.id(), () -> found(step));
  }

  private Optional<Proof> found(Statement.Step step) {
    return road.prove(
        step, () -> usable(step).stream().flatMap(earlier -> of(earlier).stream()).toList());
  }
}
