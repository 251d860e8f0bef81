package dev.hence.cache;

import dev.hence.verdict.Edit;
import dev.hence.verdict.Evidence;
import java.util.List;

/**
 * The evidence about a step, and the edits that mend it.
 *
 * @param edits that would mend it
 */
public record Found(List<Evidence> evidence, List<Edit> edits) {
  public Found {
    evidence = List.copyOf(evidence);
    edits = List.copyOf(edits);
  }
}
