package dev.hence.claim;

import dev.hence.text.Span;
import java.util.List;

/**
 * Something that a document leaves open and that lines wait for.
 *
 * @param name of which it is asked
 * @param text the question, with a question mark
 * @param answers header entries, one for each answer, the likeliest first
 * @param waiting how many lines wait for it
 * @param place where the name stands for the first time
 */
public record Question(String name, String text, List<Answer> answers, int waiting, Span place) {
  /** At most so many questions are asked of one document. */
  public static final int MOST = 5;

  public Question {
    answers = List.copyOf(answers);
  }

  /**
   * One answer.
   *
   * @param key of the header
   * @param entry of the header that says so
   */
  public record Answer(String key, String entry) {
    /** As a line of a header. */
    public String line() {
      return key + ": " + entry;
    }
  }

  /** "12 lines wait for it". */
  public String blocks() {
    return waiting == 1 ? "1 line waits for it" : waiting + " lines wait for it";
  }
}
