package dev.hence.result;

import dev.hence.report.record.EditRecord;
import java.util.Optional;

/**
 * An edit that would make a refuted step hold.
 *
 * @param what is to be changed, in words
 * @param mended the step as it would then read
 * @param line from 1, where to edit
 * @param column from 1, in code points
 * @param order to which the step holds as it stands, {@code O(h²)}; then nothing needs to be edited
 *     but the claim that the sides are equal
 */
public record Edit(String what, String mended, int line, int column, Optional<String> order) {
  static Edit of(EditRecord record) {
    return new Edit(
        record.what(),
        record.mended(),
        record.place().line(),
        record.place().column(),
        record.order());
  }

  /** {@code change the sign of the right side: f(x) = −x}. */
  @Override
  public String toString() {
    return what + ": " + mended;
  }
}
