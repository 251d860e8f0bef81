package dev.hence.report.trace;

/**
 * Something to be said of a step.
 *
 * @param text in words, readable mathematics among them; nothing but mathematics if {@code math}
 */
public record Note(Kind kind, String text, boolean math) {
  /** What is said, with the words that begin it. */
  public enum Kind {
    VERDICT(""),
    CONDITION("If "),
    PROOF("Proof: "),
    DEFINITIONS("Used: "),
    INSTANCES("Instances: "),
    ALGEBRA("Algebra: "),
    NUMBERS("Numbers: "),
    COUNTEREXAMPLE("Counterexample: "),
    VALUES("There: "),
    CERTIFICATE(""),
    EDIT("It would hold after one edit, "),
    HOLDS_TO("It holds to "),
    REASON("Remark: "),
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
    return new Note(kind, text, false);
  }

  static Note math(Kind kind, String text) {
    return new Note(kind, text, true);
  }
}
