package dev.hence.verdict;

/** The verdicts, from the strongest down. */
public enum Outcome {
  PROVED,
  VERIFIED,
  CONFIRMED,
  GIVEN,
  UNDECIDED,
  UNREAD,
  CONFLICTED,
  REFUTED;

  /** The word used in reports. */
  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether this is at least as strong as what is required. */
  public boolean meets(Outcome required) {
    return compareTo(required) <= 0;
  }
}
