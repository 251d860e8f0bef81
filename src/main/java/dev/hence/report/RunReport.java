package dev.hence.report;

import dev.hence.problem.ProblemId;
import java.util.List;
import java.util.Optional;

/**
 * A finished run.
 *
 * @param derivations in the order in which they were named, a directory's in the order of names
 * @param unopened what could not be opened
 * @param defects faults of Hence itself
 * @param asked what the run was asked to do
 * @param shard which part of it this was; empty if it was all of it
 * @param notices what its user should know besides, as sentences
 */
public record RunReport(
    List<DerivationReport> derivations,
    List<Unopened> unopened,
    List<Defect> defects,
    Asked asked,
    Optional<Shard> shard,
    List<String> notices) {
  public RunReport {
    derivations = List.copyOf(derivations);
    unopened = List.copyOf(unopened);
    defects = List.copyOf(defects);
    notices = List.copyOf(notices);
  }

  /** A whole run of which nothing special was asked. */
  public RunReport(
      List<DerivationReport> derivations, List<Unopened> unopened, List<Defect> defects) {
    this(derivations, unopened, defects, Asked.DEFAULT, Optional.empty(), List.of());
  }

  /**
   * The same without the documents of which all that is to be said is that they hold no display.
   */
  public RunReport withDisplays() {
    List<DerivationReport> holding =
        derivations.stream()
            .filter(d -> d.problems().stream().noneMatch(p -> p.id() == ProblemId.NO_DISPLAYS))
            .toList();
    return new RunReport(holding, unopened, defects, asked, shard, notices);
  }

  /** Whether every statement has the verdict that is expected of it, and nothing went wrong. */
  public boolean passed() {
    return unopened.isEmpty()
        && defects.isEmpty()
        && derivations.stream().allMatch(DerivationReport::passed);
  }
}
