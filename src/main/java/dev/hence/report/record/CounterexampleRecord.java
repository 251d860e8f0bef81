package dev.hence.report.record;

/**
 * A counterexample in words.
 *
 * @param instance the choices of sizes, models and losses; may be empty
 * @param values exact values by name
 * @param point the same for people: {@code w = 1, x = (2, −1)}
 * @param sides both sides there: {@code left −4, right 4}
 * @param certificate what makes it certain, as a sentence without a full stop
 */
public record CounterexampleRecord(
    String instance,
    Value.Fields values,
    String left,
    String right,
    String point,
    String sides,
    String certificate) {
  /** Where and how the sides differ, on one line. */
  public String text() {
    return (point.isEmpty() ? "" : point + ": ") + sides;
  }
}
