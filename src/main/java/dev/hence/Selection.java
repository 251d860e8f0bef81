package dev.hence;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.shard.Partition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements that a run checks: those that are asked for, and of these the shard's own. */
final class Selection {
  private final Settings settings;
  private final List<Derivation> derivations;
  private final Optional<Partition> partition;

  Selection(Settings settings, List<Derivation> derivations) {
    this.settings = settings;
    this.derivations = List.copyOf(derivations);
    this.partition =
        settings
            .shard()
            .map(s -> Partition.of(this.derivations, this::isAsked, s.count(), settings.costs()));
  }

  /** The statements of the k-th document that the run looks at. */
  List<Statement> own(int k) {
    return derivations.get(k).statements().stream().filter(s -> isAsked(s) && isOwn(k, s)).toList();
  }

  /** The statements of the k-th document that are left to other shards. */
  List<Statement> elsewhere(int k) {
    return derivations.get(k).statements().stream()
        .filter(s -> isAsked(s) && !isOwn(k, s))
        .toList();
  }

  /** What is wrong with the k-th document, as far as the run tells it. */
  List<Problem> problems(int k) {
    boolean home = settings.shard().stream().allMatch(s -> Partition.isHome(s, k));
    Set<Problem> unread = new HashSet<>();
    Set<Problem> told = new HashSet<>();
    for (Statement statement : derivations.get(k).statements()) {
      if (statement instanceof Statement.Unread u) {
        unread.add(u.problem());
        if (isAsked(u) && isOwn(k, u)) {
          told.add(u.problem());
        }
      }
    }
    return derivations.get(k).problems().stream()
        .filter(p -> unread.contains(p) ? told.contains(p) : home)
        .toList();
  }

  private boolean isOwn(int k, Statement statement) {
    return partition.stream().allMatch(p -> p.isIn(settings.shard().orElseThrow(), k, statement));
  }

  private boolean isAsked(Statement statement) {
    return settings.only().isEmpty() || settings.only().stream().anyMatch(statement::isCalled);
  }
}
