package dev.hence.report.record;

import java.util.List;
import java.util.Optional;

/**
 * A single edit that would make a refuted step hold.
 *
 * @param place of what is changed, else of the whole statement
 * @param token what is changed, as its author wrote it
 * @param order where the edit says no more than how far the step holds as it stands
 * @param replacements what to write where in the document; empty where that is not known
 */
public record EditRecord(
    String what,
    String mended,
    Place place,
    Optional<String> token,
    Optional<String> order,
    List<Replacement> replacements) {
  public EditRecord {
    replacements = List.copyOf(replacements);
  }

  /** A stretch of the document, and the text that takes its place. */
  public record Replacement(Place place, String text) {}
}
