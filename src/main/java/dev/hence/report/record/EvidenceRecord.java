package dev.hence.report.record;

import java.util.Set;

/**
 * The evidence of a road in words.
 *
 * @param road {@code general}, {@code symbolic} or {@code numeric}
 * @param instance on which instance; empty where there are no choices
 * @param result one word, such as {@code points}
 * @param details what belongs to that result
 * @param text all of it in words, one line
 */
public record EvidenceRecord(
    String road, String instance, String result, Value.Fields details, String text) {
  private static final Set<String> DOUBTS = Set.of("open", "counterexample", "disagreement");

  /** Whether it stands in the way of a verdict. */
  public boolean isDoubt() {
    return road.equals("numeric") && DOUBTS.contains(result);
  }

  /** {@code f = linear: 64 points agree, …}. */
  public String onInstance() {
    return (instance.isEmpty() || road.equals("general") ? "" : instance + ": ") + text;
  }
}
