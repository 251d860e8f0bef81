package dev.hence.result;

import dev.hence.report.record.CounterexampleRecord;

/**
 * A point at which a step is false.
 *
 * @param instance the sizes, models and losses that were chosen, {@code d = 1, n = 3}; may be empty
 * @param point the values of the letters, {@code w = 0, x = (2, −1)}; may be empty
 * @param left the value of the left side there
 * @param right the value of the right side there
 * @param sides both values in words, with what they are values of
 * @param certificate what makes it certain, as a sentence
 */
public record Counterexample(
    String instance, String point, String left, String right, String sides, String certificate) {
  static Counterexample of(CounterexampleRecord record) {
    return new Counterexample(
        record.instance(),
        record.point(),
        record.left(),
        record.right(),
        record.sides(),
        record.certificate());
  }

  /** {@code w = 0, x = 1: left 1/2, right −1/2}. */
  @Override
  public String toString() {
    return point.isEmpty() ? sides : point + ": " + sides;
  }
}
