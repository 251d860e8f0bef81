package dev.hence.report.record;

import dev.hence.claim.Inferred;
import dev.hence.text.SourceText;

/**
 * What was inferred, in the language of headers.
 *
 * @param key {@code let}, {@code assume}, {@code flow}, {@code step}; {@code given} for a display
 *     that words announce as no claim
 */
public record InferredRecord(String key, String entry, Place place) {
  static InferredRecord of(Inferred inferred, SourceText source) {
    return new InferredRecord(inferred.key(), inferred.entry(), Place.of(inferred.place(), source));
  }

  /** As a line of a header. */
  public String line() {
    return key + ": " + entry;
  }
}
