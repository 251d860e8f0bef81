package dev.hence.report.header;

import dev.hence.claim.Derivation;
import dev.hence.claim.Inferred;
import dev.hence.claim.Question;
import dev.hence.report.trace.HeaderText;
import dev.hence.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be added to the header of a page: entries under their keys, each with the line that
 * says it, and remarks: what no header can say, and what is asked.
 */
public final class HeaderDraft {
  private static final List<String> KEYS = List.of("let", "assume", "flow", "step");

  /**
   * An entry.
   *
   * @param line of the page that says it, before anything is added; 0 for an answer
   */
  public record Entry(String key, String entry, int line) {
    public String written(int shift) {
      String from = line == 0 ? "answered" : "line " + (line + shift);
      return "  - " + HeaderText.entry(entry) + "  # " + from;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> remarked = new ArrayList<>();
  private final List<Question> questions;

  private HeaderDraft(List<Question> questions) {
    this.questions = new ArrayList<>(questions);
  }

  /** Nothing but an answer to one question. */
  public static HeaderDraft of(Question question, Question.Answer answer) {
    HeaderDraft draft = new HeaderDraft(List.of(question));
    draft.answer(question, answer);
    return draft;
  }

  /** All that was inferred for a page, with all that it leaves open. */
  public static HeaderDraft of(Derivation page) {
    HeaderDraft draft = new HeaderDraft(page.questions());
    SourceText source = page.source();
    for (Inferred inferred : page.inferred()) {
      int line = source.position(inferred.place().start()).line();
      Entry entry = new Entry(inferred.key(), inferred.entry(), line);
      (KEYS.contains(inferred.key()) ? draft.entries : draft.remarked).add(entry);
    }
    return draft;
  }

  /** What is to be added under the keys of the header. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** What is still asked. */
  public List<Question> questions() {
    return List.copyOf(questions);
  }

  /** Takes an answer for a question that is asked no more. */
  public void answer(Question question, Question.Answer answer) {
    questions.remove(question);
    entries.add(new Entry(answer.key(), answer.entry(), 0));
  }

  /** What a header cannot say stays with the words that say it. */
  public void remark(Entry entry) {
    entries.remove(entry);
    remarked.add(entry);
  }

  /** The lines of entries by their keys, the keys in the order of a header. */
  public Map<String, List<String>> keys(int shift) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (String key : KEYS) {
      List<String> own =
          entries.stream().filter(e -> e.key().equals(key)).map(e -> e.written(shift)).toList();
      if (!own.isEmpty()) {
        lines.put(key, own);
      }
    }
    return lines;
  }

  /** Comments: what stays in the words, and the questions with their answers. */
  public List<String> remarks(int shift) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : remarked) {
      boolean given = entry.key().equals(Inferred.GIVEN);
      String what = given ? entry.entry() : entry.key() + ": " + entry.entry() + " (in the words)";
      lines.add("# line " + (entry.line() + shift) + ": " + what);
    }
    for (Question question : questions) {
      lines.add("# ? " + question.text() + " " + question.blocks());
      question.answers().forEach(a -> lines.add("#     " + a.line()));
    }
    return lines;
  }
}
