package dev.hence.shard;

import dev.hence.claim.Derivation;
import dev.hence.claim.Expectation;
import dev.hence.claim.Statement;
import dev.hence.report.Shard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The shard of each statement. Every statement falls to exactly one, and every run over the same
 * documents with the same costs says the same. The dearest steps are dealt first, each to the shard
 * that has least to do: no shard then does more than 4/3 of what the best partition asks of its
 * busiest (R. L. Graham, Bounds on multiprocessing timing anomalies, 1969).
 */
public final class Partition {
  private final Predicate<Statement> asked;
  private final Costs costs;
  private final double scale;
  private final Map<Key, Integer> shards = new HashMap<>();

  /** A statement of one of the documents. */
  private record Key(int document, String id) {}

  /**
   * Statements that cannot be taken apart: those of a display of which one is to be refuted are
   * judged together.
   */
  private record Group(int document, List<Statement> statements, long cost) {}

  private Partition(
      List<Derivation> derivations, Predicate<Statement> asked, int count, Costs costs) {
    this.asked = asked;
    this.costs = costs;
    this.scale = scale(derivations);
    List<Group> groups = new ArrayList<>();
    for (int k = 0; k < derivations.size(); k++) {
      groups.addAll(groups(k, derivations.get(k)));
    }
    groups.sort(Comparator.comparingLong(Group::cost).reversed());
    long[] load = new long[count];
    for (Group group : groups) {
      int shard = group.cost == 0 ? group.document % count : least(load);
      load[shard] += group.cost;
      group.statements.forEach(s -> shards.put(new Key(group.document, s.id()), shard + 1));
    }
  }

  /**
   * A partition.
   *
   * @param asked which statements are asked for; no other falls to any shard
   */
  public static Partition of(
      List<Derivation> derivations, Predicate<Statement> asked, int count, Costs costs) {
    return new Partition(derivations, asked, count, costs);
  }

  /** Whether a statement that is asked for, of the k-th document, falls to a shard. */
  public boolean isIn(Shard shard, int k, Statement statement) {
    return shards.get(new Key(k, statement.id())) == shard.index();
  }

  /** Whether a shard tells what is wrong with the k-th document as a whole. */
  public static boolean isHome(Shard shard, int k) {
    return k % shard.count() == shard.index() - 1;
  }

  private static int least(long[] load) {
    int least = 0;
    for (int k = 1; k < load.length; k++) {
      least = load[k] < load[least] ? k : least;
    }
    return least;
  }

  private List<Group> groups(int document, Derivation derivation) {
    Map<Integer, List<Statement>> displays = new HashMap<>();
    List<Group> groups = new ArrayList<>();
    for (Statement statement : derivation.statements().stream().filter(asked).toList()) {
      Optional<Integer> display = display(statement);
      if (display.isPresent()) {
        displays.computeIfAbsent(display.get(), d -> new ArrayList<>()).add(statement);
      } else {
        groups.add(group(document, derivation, List.of(statement)));
      }
    }
    displays.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> groups.add(group(document, derivation, e.getValue())));
    return groups;
  }

  private static Optional<Integer> display(Statement statement) {
    Expectation expectation =
        switch (statement) {
          case Statement.Step step -> step.expected();
          case Statement.Unread unread -> unread.expected();
          case Statement.Given given -> Expectation.HOLDS;
          case Statement.NoStatement none -> Expectation.HOLDS;
        };
    return expectation.refuted() && expectation.display() > 0
        ? Optional.of(expectation.display())
        : Optional.empty();
  }

  private Group group(int document, Derivation derivation, List<Statement> statements) {
    String file = derivation.source().name();
    return new Group(document, statements, statements.stream().mapToLong(s -> cost(file, s)).sum());
  }

  /** At least 1 for a step; what is no step costs nothing. */
  private long cost(String file, Statement statement) {
    if (!(statement instanceof Statement.Step step)) {
      return 0;
    }
    OptionalLong known = costs.of(file, step.id());
    return Math.max(1, known.orElseGet(() -> Math.round(scale * Estimate.of(step))));
  }

  /** By how much estimates are off on the steps whose costs are known. */
  private double scale(List<Derivation> derivations) {
    long measured = 0;
    long estimated = 0;
    for (Derivation derivation : derivations) {
      for (Statement statement : derivation.statements()) {
        OptionalLong known = costs.of(derivation.source().name(), statement.id());
        if (known.isPresent() && statement instanceof Statement.Step step) {
          measured += known.getAsLong();
          estimated += Estimate.of(step);
        }
      }
    }
    return estimated == 0 ? 1 : (double) measured / estimated;
  }
}
