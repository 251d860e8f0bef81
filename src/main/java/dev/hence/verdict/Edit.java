package dev.hence.verdict;

import dev.hence.text.Span;
import java.util.Optional;

/**
 * A single edit that would make a refuted step hold.
 *
 * @param what for people: {@code change the sign of the right side}
 * @param mended the step as it would then read
 * @param span where
 * @param order where the edit says no more than how far the step holds as it stands: {@code O(h²)}
 */
public record Edit(String what, String mended, Span span, Optional<String> order) {
  /** An edit of the formula. */
  public Edit(String what, String mended, Span span) {
    this(what, mended, span, Optional.empty());
  }
}
