package dev.hence.report;

import java.util.List;

/**
 * A finished run.
 *
 * @param derivations in the order in which they were named, a directory's in the order of names
 * @param unopened what could not be opened
 * @param defects faults of Hence itself
 */
public record RunReport(
    List<DerivationReport> derivations, List<Unopened> unopened, List<Defect> defects) {
  public RunReport {
    derivations = List.copyOf(derivations);
    unopened = List.copyOf(unopened);
    defects = List.copyOf(defects);
  }

  /** Whether every statement has the verdict that is expected of it, and nothing went wrong. */
  public boolean passed() {
    return unopened.isEmpty()
        && defects.isEmpty()
        && derivations.stream().allMatch(DerivationReport::passed);
  }
}
