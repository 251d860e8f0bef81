package dev.hence.report.trace;

import java.util.Optional;

/**
 * Something to be said of a step.
 *
 * @param text in words, readable mathematics among them; nothing but mathematics if {@code math}
 * @param reference the statement where what the text names is said
 */
public record Note(Kind kind, String text, boolean math, Optional<String> reference) {
  /** What is said, with the words that begin it. */
  public enum Kind {
    VERDICT(""),
    CONDITION("If "),
    PROOF("Proof in index notation: "),
    DEFINITIONS("By definition of "),
    INSTANCES("Instances: "),
    ALGEBRA("Algebra: "),
    INSTANCE("Counterexample for "),
    POINT("At "),
    VALUES(""),
    CERTIFICATE(""),
    EDIT("It would hold after one edit, "),
    HOLDS_TO("It holds to "),
    REASON(""),
    PROBLEM("Not read: ");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  static Note sentence(Kind kind, String text) {
    return new Note(kind, text, false, Optional.empty());
  }

  static Note math(Kind kind, String text) {
    return new Note(kind, text, true, Optional.empty());
  }
}
