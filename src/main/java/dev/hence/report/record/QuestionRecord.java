package dev.hence.report.record;

import dev.hence.claim.Question;
import dev.hence.text.SourceText;
import java.util.List;

/**
 * What a document leaves open.
 *
 * @param name of which it is asked
 * @param answers lines of a header, one for each answer
 * @param waiting how many lines wait for it
 */
public record QuestionRecord(
    String name, String text, List<String> answers, int waiting, Place place) {
  public QuestionRecord {
    answers = List.copyOf(answers);
  }

  static QuestionRecord of(Question question, SourceText source) {
    return new QuestionRecord(
        question.name(),
        question.text(),
        question.answers().stream().map(Question.Answer::line).toList(),
        question.waiting(),
        Place.of(question.place(), source));
  }

  /** "12 lines wait for it". */
  public String blocks() {
    return waiting == 1 ? "1 line waits for it" : waiting + " lines wait for it";
  }
}
