package dev.hence.report.record;

import dev.hence.report.Asked;
import java.util.List;
import java.util.Optional;

/**
 * The report of a run in words.
 *
 * @param version of Hence
 * @param shard which part of a run it was; empty if it was all of it
 */
public record RunRecord(
    String version,
    Asked asked,
    Optional<ShardRecord> shard,
    List<DocumentRecord> documents,
    List<UnopenedRecord> unopened,
    List<DefectRecord> defects) {
  public RunRecord {
    documents = List.copyOf(documents);
    unopened = List.copyOf(unopened);
    defects = List.copyOf(defects);
  }

  /** Whether every statement has the verdict that is expected of it, and nothing went wrong. */
  public boolean passed() {
    return unopened.isEmpty()
        && defects.isEmpty()
        && documents.stream().allMatch(DocumentRecord::passed);
  }
}
