package dev.hence.report.trace;

import java.util.ArrayList;
import java.util.List;

/** Notes as sentences: what several notes of a kind say is one sentence. */
public final class Sentences {
  /** How a format writes what it must not write as it is. */
  public interface Writer {
    /** What a note says, its words and its mathematics. */
    String text(Note note);
  }

  private Sentences() {}

  public static List<String> of(List<Note> notes, Writer writer) {
    List<String> sentences = new ArrayList<>();
    StringBuilder sentence = new StringBuilder();
    for (int k = 0; k < notes.size(); k++) {
      Note note = notes.get(k);
      boolean begins = k == 0 || notes.get(k - 1).kind() != note.kind();
      boolean ends = k + 1 == notes.size() || notes.get(k + 1).kind() != note.kind();
      sentence.append(begins ? note.kind().words() : joint(note, ends));
      sentence.append(writer.text(note));
      if (ends) {
        boolean ended = sentence.charAt(sentence.length() - 1) == '.';
        sentences.add(sentence.append(ended ? "" : ".").toString());
        sentence.setLength(0);
      }
    }
    return sentences;
  }

  private static String joint(Note note, boolean last) {
    return switch (note.kind()) {
      case CONDITION -> last ? " and " : ", ";
      case EDIT -> note.math() ? ": " : "; or, ";
      case REASON -> ". ";
      case VERDICT -> " ";
      case PROOF,
          DEFINITIONS,
          INSTANCES,
          ALGEBRA,
          INSTANCE,
          POINT,
          VALUES,
          CERTIFICATE,
          HOLDS_TO,
          PROBLEM ->
          ", ";
    };
  }

  /** Whether what a note says is the beginning of its sentence. */
  public static boolean isFirst(Note note) {
    return note.kind().words().isEmpty() && !note.math();
  }

  /** A text as the beginning of a sentence. */
  public static String capital(String text) {
    return text.isEmpty()
            || !text.substring(0, 1).matches("[a-z]")
            || text.matches("\\w([^a-z].*)?")
        ? text
        : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
